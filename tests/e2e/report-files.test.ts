import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EDITION_SHEETS as W } from '@/lib/messages/report-files';
import { demoAccount, DESKTOP, expectSound, launchBrowser, openPage, PHONE, signInAs, visit } from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { startedDemo } from '../support/own-demo';
import { visitPlainly } from '../support/plain-forms';

const OWN = 'EA-002';

let browser: Browser;
let deputy: Page;

async function pageOf(role: string, options = DESKTOP): Promise<Page> {
  const page = await openPage(browser, options);
  await signInAs(page, role);
  return page;
}

beforeAll(async () => {
  browser = await launchBrowser();
  deputy = await pageOf('deputy');
});

afterAll(async () => {
  await browser.close();
});

/** PDFs that the server keeps. */
const keptFolder = () => path.join(startedDemo().dataDir, 'editions');
const kept = (number: number) =>
  existsSync(keptFolder()) && readdirSync(keptFolder()).some((name) => name.startsWith(`1-${number}-`));

/** The file that a link of a page leads to. */
async function download(page: Page, name: string): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) };
}

/** Somebody who looks at the address asks for the print; the answer is not followed. */
const ask = (page: Page, number: number) =>
  page.request.get(`/reports/${number}/pdf`, { headers: { accept: 'text/html' }, maxRedirects: 0 });

describe('an edition as a file', () => {
  test('the deputy takes workbook and table from the list, with every body in them', async () => {
    await visit(deputy, '/reports');
    const xlsx = await download(deputy, 'اکسل، نسخۀ ۱۸');
    expect(xlsx.name).toBe('report-18.xlsx');
    const rows = await readSheet(xlsx.content, W.attachment);
    const csv = await download(deputy, 'CSV، نسخۀ ۱۸');
    expect(csv.name).toBe('report-18.csv');
    const { data } = Papa.parse<Record<string, string>>(csv.content.toString('utf8').slice(1).trimEnd(), {
      header: true,
    });
    expect(data.length).toBeGreaterThan(200);
    expect(rows.slice(2).map(([code]) => code)).toEqual(data.map((row) => row[W.bodyCode]));
    const [edition] = demoRows<{ sha256: string }>('select sha256 from editions where number = 18');
    const front = await readSheet(xlsx.content, W.summary);
    expect(front.find(([label]) => label === W.sha256)?.[1]).toBe(edition?.sha256);
  });

  test('the page of an edition offers the same, and its JSON', async () => {
    await visit(deputy, '/reports/18');
    const json = await download(deputy, 'JSON، نسخۀ ۱۸');
    expect(JSON.parse(json.content.toString('utf8'))).toMatchObject({ header: { number: 18 } });
  });

  test('a liaison gets the summary with the own rows', async () => {
    const liaison = await pageOf('liaison');
    await visit(liaison, '/reports/18');
    const xlsx = await download(liaison, 'اکسل، نسخۀ ۱۸');
    const rows = await readSheet(xlsx.content, W.attachment);
    expect(rows.slice(2).map(([code]) => code)).toEqual([OWN]);
    expect(await liaison.getByRole('link', { name: 'PDF' }).count()).toBe(0);
  });

  test('each role gets what fits it, and what it may not have is not found', async () => {
    const whole = ['/reports/18/file?format=json', '/reports/18/pdf/progress', '/reports/18/pdf/state'];
    const tables = ['/reports/18/file?format=xlsx', '/reports/18/file?format=csv', '/reports/export?format=xlsx'];
    for (const role of ['deputy', 'expert', 'viewer', 'admin']) {
      const visitor = await visitPlainly(demoAccount(role));
      for (const address of [...whole, ...tables]) {
        expect([role, address, (await visitor.get(address)).status]).toEqual([role, address, 200]);
      }
    }
    const liaison = await visitPlainly(demoAccount('liaison'));
    for (const address of tables) expect((await liaison.get(address)).status, address).toBe(200);
    for (const address of [...whole, '/reports/18/pdf', '/reports/archive']) {
      expect((await liaison.get(address)).status, address).toBe(404);
    }
    expect((await liaison.get('/reports/99/file?format=xlsx')).status).toBe(404);
    expect((await liaison.get('/reports/18/file?format=doc')).status).toBe(400);
  });

  test('whoever reads reports whole is offered all of them as one zip', async () => {
    const visitor = await pageOf('viewer');
    expect((await visitor.request.get('/reports/archive?programme=none')).status()).toBe(404);
    await visit(visitor, '/reports');
    const link = visitor.getByRole('link', { name: 'بایگانی همۀ نسخه‌ها (zip)' });
    expect(await link.getAttribute('href')).toBe('/reports/archive');
  });
});

describe('the list of reports', () => {
  test('is searched, narrowed and turned, and its file follows', async () => {
    await visit(deputy, '/reports');
    await deputy.getByLabel('شماره، کد، هفته یا صادرکننده').fill('۷');
    await deputy.locator('.edition-filter button[type="submit"]').click();
    await deputy.waitForURL((url) => url.searchParams.get('q') === '۷');
    await expectSound(deputy);
    expect(await deputy.locator('.edition-table tbody tr').count()).toBe(1);
    const href = await deputy.locator('a[href^="/reports/export"]').first().getAttribute('href');
    expect(await readSheet(Buffer.from(await (await deputy.request.get(href ?? '')).body()))).toHaveLength(2);
    await visit(deputy, '/reports?q=xyzxyz');
    expect(await deputy.locator('main').innerText()).toContain('نسخه‌ای با این نشانه‌ها نیست');
    await visit(deputy, '/reports?sort=number&order=asc');
    expect(await deputy.locator('.edition-table tbody tr').first().innerText()).toContain('نسخۀ ۱');
    await visit(deputy, '/reports?sort=colour');
    expect(await deputy.locator('.edition-table tbody tr').count()).toBe(18);
  });

  test('fits a narrow phone, dark and light', async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      const viewport = { width: 360, height: 800 };
      await visit(await pageOf('deputy', { ...PHONE, viewport, colorScheme }), '/reports');
    }
  });
});

describe('a print', () => {
  beforeEach(() => {
    rmSync(keptFolder(), { recursive: true, force: true });
  });

  test('two people who ask at once see one print and get one file', async () => {
    const viewer = await pageOf('viewer');
    const files = await Promise.all(
      [deputy, viewer].map(async (page) => {
        const file = page.waitForEvent('download');
        await page.goto('/reports/6/pdf', { waitUntil: 'commit' });
        return readFileSync(await (await file).path());
      }),
    );
    expect(Buffer.compare(files[0] ?? Buffer.from('a'), files[1] ?? Buffer.from('b'))).toBe(0);
    expect(files[0]?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(kept(6)).toBe(true);
    await expectSound(viewer);
    expect(await viewer.getByRole('link', { name: 'باز کردن فایل' }).getAttribute('href')).toBe('/reports/6/pdf');
  });

  test('waits its turn, says so, and can be cancelled', async () => {
    for (const number of [1, 2, 3, 4, 5]) expect((await ask(deputy, number)).status()).toBe(303);
    const viewer = await pageOf('viewer');
    await viewer.goto('/reports/7/pdf', { waitUntil: 'load' });
    expect(new URL(viewer.url()).pathname).toBe('/reports/7/pdf/progress');
    expect(await viewer.getByRole('status').innerText()).toMatch(/^در نوبت چاپ؛ [۱-۵] چاپ پیش از این است\.$/);
    expect(await viewer.getByRole('link', { name: 'باز کردن نمای چاپ' }).getAttribute('href')).toBe('/reports/7/print');
    await viewer.getByRole('button', { name: 'لغو' }).click();
    await viewer.waitForURL((url) => url.searchParams.get('cancelled') === '1');
    await viewer.getByText('ساختن PDF را لغو کردید.').waitFor();
    await expectSound(viewer);
    expect((await deputy.request.get('/reports/5/pdf', { timeout: 60_000 })).status()).toBe(200);
    expect([kept(5), kept(7)]).toEqual([true, false]);
  });

  test('is watched and cancelled without script', async () => {
    const expert = await visitPlainly(demoAccount('expert'));
    for (const number of [1, 2, 3, 4]) expect((await ask(deputy, number)).status()).toBe(303);
    const page = await pageOf('expert', { ...DESKTOP, javaScriptEnabled: false });
    await page.goto('/reports/8/pdf', { waitUntil: 'load' });
    expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(1);
    const { location } = await expert.send('/reports/8/pdf/progress', 'cancel-print', {});
    expect(location).toContain('/reports/8/pdf/progress?cancelled=1');
    await page.goto('/reports/8/pdf/progress', { waitUntil: 'load' });
    expect(await page.locator('meta[http-equiv="refresh"]').count()).toBe(0);
    expect((await page.request.get('/reports/4/pdf', { timeout: 60_000 })).status()).toBe(200);
    expect(kept(8)).toBe(false);
    // what is kept needs no page in between
    expect((await ask(deputy, 4)).headers()['content-type']).toBe('application/pdf');
  });

  test('cannot be watched or cancelled by a liaison', async () => {
    expect((await ask(deputy, 9)).status()).toBe(303);
    const expert = await visitPlainly(demoAccount('expert'));
    await ask(await pageOf('expert'), 9);
    const liaison = await visitPlainly(demoAccount('liaison'));
    expect((await liaison.get('/reports/9/pdf/progress')).status).toBe(404);
    expect((await expert.get('/reports/9/pdf/state')).html).toContain('printing');
    expect((await deputy.request.get('/reports/9/pdf', { timeout: 60_000 })).status()).toBe(200);
  });
});
