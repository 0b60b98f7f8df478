import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSound, launchBrowser, openPage, visit } from '../support/browser';
import { startEmptyServer, type EmptyServer } from '../support/empty-server';
import { setUpFirstAdmin } from './journeys/first-set-up';
import { confirmImport, previewImport } from './journeys/import-file';

const REFERENCE = path.resolve('db/seed/reference');
const PROGRAMME = readdirSync(REFERENCE)
  .filter((name) => name.endsWith('.csv') && name !== 'bodies.csv')
  .map((name) => path.join(REFERENCE, name));
const WORKBOOK = path.resolve('tests/fixtures/bodies.xlsx');
const ADMIN = { name: 'راهبر', username: 'rahbar', password: 'Mizban-imports-7' };

let browser: Browser;
let server: EmptyServer;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startEmptyServer('1397-09-17');
  page = await openPage(browser, { baseURL: server.url, viewport: { width: 1280, height: 900 } });
  await setUpFirstAdmin(page, ADMIN);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What the preview says at its head. */
const headline = () => page.locator('.take').first().innerText();
/** Buttons that would take something in. */
const takeIn = () => page.getByRole('button', { name: /^(بارگذاری|ثبت) [۰-۹]/ });
/** Texts of the rows that the preview shows under one outcome, without line breaks. */
async function rowsUnder(outcome: string): Promise<string[]> {
  await page.getByRole('link', { name: new RegExp(`^${outcome} \\(`) }).click();
  await page.waitForURL((url) => url.searchParams.has('show'));
  await expectSound(page);
  const rows = await page.locator('#rows tbody tr').allInnerTexts();
  return rows.map((row) => row.replace(/\s+/g, ' '));
}
/** The newest line of the past imports. */
const newestImport = async () => (await page.locator('#past tbody tr').first().innerText()).replace(/\s+/g, ' ');

function asFile(name: string, lines: readonly string[]) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n'), 'utf8') };
}

test('the files of a programme are looked at, taken in, and stand among the past imports', async () => {
  await previewImport(page, 'programme', PROGRAMME);
  expect(await headline()).toMatch(/^[۰-۹]+ مورد تازه، ۰ تغییرکرده، ۰ بی‌تغییر و ۰ نادرست\.$/);
  expect(await page.locator('#parts').innerText()).toMatch(/گام‌ها\s+۳۵\s+۰\s+۰/);
  await confirmImport(page, 'programme');
  expect(await newestImport()).toContain('برنامه 1397-service-desk rahbar');
});

test('the same files again have nothing to take in', async () => {
  await previewImport(page, 'programme', PROGRAMME);
  expect(await headline()).toContain('۰ مورد تازه، ۰ تغییرکرده');
  expect(await page.locator('main').innerText()).toContain('کاری لازم نیست');
  expect(await takeIn().count()).toBe(0);
  await page.getByRole('button', { name: 'انصراف و حذف فایل' }).click();
  await page.getByText('فایل حذف شد؛ چیزی تغییر نکرد.').waitFor();
  await expectSound(page);
});

test('each row of a workbook is shown with its place in the sheet, what becomes of it and why', async () => {
  await previewImport(page, 'bodies', [WORKBOOK]);
  expect(await headline()).toBe('۲۱۵ ردیف: ۲۱۰ دستگاه تازه، ۰ تغییرکرده، ۰ بی‌تغییر، ۲ تکراری و ۳ نادرست.');
  const wrong = await rowsUnder('نادرست');
  expect(wrong.map((row) => row.slice(0, 10))).toEqual(['۲۲۲ ZZ-901', '۲۲۳ ZZ-902', '۲۲۴ ZZ-903']);
  for (const row of wrong) expect(row).toMatch(/نادرست .{15,}/);
  expect(await rowsUnder('تکراری')).toEqual([
    expect.stringMatching(/^۲۲۰ MU-001 .*تکراری همان ردیف [۰-۹]+ است؛ دوباره ثبت نمی‌شود\.$/),
    expect.stringMatching(/^۲۲۱ VA-037 .*تکراری همان ردیف [۰-۹]+ است؛ دوباره ثبت نمی‌شود\.$/),
  ]);
  expect(await rowsUnder('تازه')).toHaveLength(50);
});

test('wrong rows hold the file back until somebody says to leave them aside', async () => {
  await takeIn().click();
  await page.locator('[role="alert"]').filter({ hasText: 'بارگذاری انجام نشد و چیزی تغییر نکرد' }).waitFor();
  await expectSound(page);
  await page.getByLabel('ردیف‌های نادرست را کنار بگذار').check();
  await confirmImport(page, 'bodies');
  expect(await newestImport()).toMatch(/فهرست دستگاه‌ها bodies\.xlsx rahbar ۲۱۰ ۰$/);
  await visit(page, '/bodies');
  expect(await page.locator('main').innerText()).toContain('۲۱۰');
});

test('the same workbook again changes nothing', async () => {
  await previewImport(page, 'bodies', [WORKBOOK]);
  expect(await headline()).toBe('۲۱۵ ردیف: ۰ دستگاه تازه، ۰ تغییرکرده، ۲۱۰ بی‌تغییر، ۲ تکراری و ۳ نادرست.');
  expect(await takeIn().count()).toBe(0);
});

test('new, changed, unchanged, repeated and wrong rows of one list are told apart, and what changes is said', async () => {
  // code, name, category and district: what a list must have
  const [head = '', ...rows] = readFileSync(path.join(REFERENCE, 'bodies.csv'), 'utf8')
    .split(/\r?\n/)
    .map((row) => row.split(',').slice(0, 4).join(','));
  const rowOf = (code: string) => rows.find((row) => row.startsWith(`${code},`)) ?? '';
  const [first, second] = [rowOf('EA-001'), rowOf('EA-002')];
  const name = first.split(',')[1] ?? '';
  const list = asFile('اصلاح.csv', [
    head,
    first.replace(name, `${name} جدید`),
    second,
    second,
    second.replace('EA-002', 'EA-990').replace(/,[^,]+,/, ',اداره تازه,'),
    second.replace('EA-002', 'ZZ-001').replace('executive_agency', 'باشگاه'),
  ]);
  await visit(page, '/admin/imports');
  await page.locator('#bodies input[type="file"]').setInputFiles(list);
  await page.locator('#bodies').getByRole('button', { name: 'بررسی فایل' }).click();
  await page.waitForURL((url) => /^\/admin\/imports\/.+/.test(url.pathname));
  await expectSound(page);
  expect(await headline()).toBe('۵ ردیف: ۱ دستگاه تازه، ۱ تغییرکرده، ۱ بی‌تغییر، ۱ تکراری و ۱ نادرست.');
  expect(await rowsUnder('تغییرکرده')).toEqual([expect.stringContaining(`از «${name}» به «${name} جدید»`)]);
  expect(await rowsUnder('بی‌تغییر')).toEqual([expect.stringMatching(/^۳ EA-002 /)]);
  expect(await rowsUnder('تازه')).toEqual([expect.stringMatching(/^۵ EA-990 اداره تازه /)]);
  await page.getByLabel('ردیف‌های نادرست را کنار بگذار').check();
  await confirmImport(page, 'bodies');
  expect(await newestImport()).toMatch(/اصلاح\.csv rahbar ۱ ۱$/);
  await visit(page, '/bodies/EA-001');
  expect(await page.locator('h1').first().innerText()).toContain(`${name} جدید`);
});

test('a history with an impossible day names the row and cannot be taken in; mended, it can', async () => {
  const head = 'code,milestone,event,occurredOn,recordedOn';
  const good = 'EA-001,HD1,start,1397/05/10,1397/05/12';
  const send = async (lines: readonly string[]) => {
    await visit(page, '/admin/imports');
    await page.locator('#history input[type="file"]').setInputFiles(asFile('سابقه.csv', [head, ...lines]));
    await page.locator('#history').getByRole('button', { name: 'بررسی فایل' }).click();
    await page.waitForURL((url) => /^\/admin\/imports\/.+/.test(url.pathname));
    await expectSound(page);
  };
  await send([good, 'EA-002,HD1,start,1397/12/30,1397/12/30']);
  expect(await page.locator('#problems li').first().innerText()).toContain('اسفند ۱۳۹۷ بیست‌ونه روز دارد.');
  expect(await page.locator('#problems li').first().innerText()).toContain('۳');
  expect(await takeIn().count()).toBe(0);
  await send([good]);
  await confirmImport(page, 'history');
  expect(await newestImport()).toMatch(/سابقه سابقه\.csv rahbar ۱/);
});
