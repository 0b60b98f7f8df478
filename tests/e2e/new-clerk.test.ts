import { PDFDocument } from 'pdf-lib';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSound, launchBrowser, openPage } from '../support/browser';
import { startEmptyServer, type EmptyServer } from '../support/empty-server';
import { pdfPages } from '../support/paper';
import { setUpFirstAdmin } from './journeys/first-set-up';

const REFERENCE = path.resolve('db/seed/reference');
const PROGRAMME = ['programme', 'tracks', 'milestones', 'areas', 'holidays-1397', 'indicators'].map((name) =>
  path.join(REFERENCE, `${name}.csv`),
);
const WORKBOOK = path.resolve('tests/fixtures/bodies.xlsx');
const ADMIN = { name: 'راهبر', username: 'rahbar', password: 'Lengeh-1397-نو' };
const CLERK = { name: 'کارشناس برنامه', username: 'karshenas', password: 'Daftar-Miz-97' };

/** How long somebody new takes: to read a page before doing anything there, to find and press something, and to type a letter, in seconds. */
const PACE = { page: 25, press: 4, letter: 0.5 };
const FIFTEEN_MINUTES = 15 * 60;

let browser: Browser;
let server: EmptyServer;
let page: Page;
const done = { pages: 0, presses: 0, letters: 0 };

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startEmptyServer('1397-09-17');
  page = await openPage(browser, { baseURL: server.url });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function press(where: Locator, leadsTo: (url: URL) => boolean): Promise<void> {
  done.presses += 1;
  await where.click();
  await page.waitForURL(leadsTo);
  await page.locator('h1').first().waitFor();
  done.pages += 1;
  await expectSound(page);
}

async function write(name: string, text: string): Promise<void> {
  done.letters += text.length;
  await page.locator(`[name="${name}"]`).first().fill(text);
}

async function choose(form: string, files: readonly string[]): Promise<void> {
  // the button, the files, and the button of the system's window
  done.presses += 2 + files.length;
  await page.locator(`#${form} input[type="file"]`).setInputFiles(files);
}

async function takeIn(form: string, files: readonly string[]): Promise<void> {
  await choose(form, files);
  await press(page.locator(`#${form}`).getByRole('button', { name: 'بررسی فایل' }), (url) =>
    /^\/admin\/imports\/.+/.test(url.pathname),
  );
  // wrong rows hold the file back until somebody says to leave them aside
  const leaveAside = page.locator('input[name="skipBadRows"]');
  if ((await leaveAside.count()) > 0) {
    done.presses += 1;
    await leaveAside.check();
  }
  await press(page.getByRole('button', { name: /^(بارگذاری|ثبت) [۰-۹]/ }), (url) => url.pathname === '/admin/imports');
  await page.getByRole('status').filter({ hasText: 'بارگذاری شد' }).waitFor();
}

test('from the workbook of bodies to a report that can be signed, by way of the screen alone', async () => {
  await setUpFirstAdmin(page, ADMIN);
  done.pages += 2;
  done.presses += 1;
  done.letters += ADMIN.name.length + ADMIN.username.length + 2 * ADMIN.password.length;

  await press(
    page.getByRole('navigation').getByRole('link', { name: 'بارگذاری' }).first(),
    (url) => url.pathname === '/admin/imports',
  );
  await takeIn('programme', PROGRAMME);
  await takeIn('bodies', [WORKBOOK]);

  await press(
    page.getByRole('navigation').getByRole('link', { name: 'کاربران' }).first(),
    (url) => url.pathname === '/admin/users',
  );
  await press(page.locator('a[href="/admin/users/new"]').first(), (url) => url.pathname === '/admin/users/new');
  await write('name', CLERK.name);
  await write('username', CLERK.username);
  await page.locator('input[name="role"][value="expert"]').check();
  done.presses += 1;
  await page.getByRole('button', { name: 'افزودن کاربر' }).click();
  const temporary = await page.locator('.secret-text').innerText();
  done.presses += 1;
  done.pages += 1;

  page = await openPage(browser, { baseURL: server.url });
  await page.goto('/');
  await write('username', CLERK.username);
  await write('password', temporary);
  await press(page.locator('#sign-in button[type="submit"]'), (url) => url.pathname === '/change-password');
  await write('currentPassword', temporary);
  await write('newPassword', CLERK.password);
  await write('repeatPassword', CLERK.password);
  await press(page.getByRole('main').locator('button[type="submit"]'), (url) => url.pathname !== '/change-password');
  await press(page.getByRole('link', { name: 'گزارش هفتگی' }).first(), (url) => url.pathname === '/reports');
  await press(page.getByRole('link', { name: 'صدور گزارش هفته' }).first(), (url) => url.pathname === '/reports/new');
  await press(page.getByRole('button', { name: /^صدور گزارش/ }), (url) => url.pathname === '/reports/1');

  const answer = await page.context().request.get('/reports/1/pdf', { timeout: 120_000 });
  expect(answer.status()).toBe(200);
  const pdf = await answer.body();
  expect((await PDFDocument.load(pdf)).getPageCount()).toBeGreaterThan(5);
  // beside digits pdftotext loses spaces
  const letter = ((await pdfPages(pdf))[0] ?? '').replaceAll(' ', '');
  for (const words of ['فرماندار محترم شهرستان بندرلنگه', '۲۱۰ دستگاه', 'محل امضا و مهر', 'نسخۀ ۱'])
    expect(letter).toContain(words.replaceAll(' ', ''));

  const seconds = done.pages * PACE.page + done.presses * PACE.press + done.letters * PACE.letter;
  console.info(
    `from the workbook to the report: ${done.pages} pages, ${done.presses} presses, ${done.letters} letters; ${(seconds / 60).toFixed(1)} minutes for somebody new`,
  );
  expect(seconds).toBeLessThanOrEqual(FIFTEEN_MINUTES);
});
