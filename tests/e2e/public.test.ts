import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, launchBrowser, openPage, signInAs, visit } from '../support/browser';

const NARROW = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const PATHS = ['/public', '/public/data', '/public/bodies/EA-001'];
const FILES = ['bodies', 'body_tracks', 'milestones', 'figures', 'outcomes', 'dictionary'].flatMap((name) => [
  `/public/data/${name}.csv`,
  `/public/data/${name}.json`,
]);

let browser: Browser;
let admin: Page;
let citizen: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  [admin, citizen] = [await openPage(browser, DESKTOP), await openPage(browser, NARROW)];
  await signInAs(admin, 'admin');
});

afterAll(() => browser.close());

async function turn(isOn: boolean): Promise<void> {
  await admin.goto('/admin/settings');
  await admin.getByLabel('صفحهٔ همگانی روشن باشد').setChecked(isOn);
  await admin.getByRole('button', { name: 'ذخیرهٔ صفحهٔ همگانی' }).click();
  await admin.getByText('ذخیره شد و از امروز اثر دارد.').waitFor();
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

test('while it is off nothing of it is found, by anybody', async () => {
  await turn(false);
  for (const path of PATHS) await visit(citizen, path, { status: 404 });
  await visit(admin, '/public', { status: 404 });
  for (const path of FILES) expect((await citizen.context().request.get(path)).status(), path).toBe(404);
  await visit(citizen, '/sign-in');
  expect(await citizen.getByRole('link', { name: 'پیشرفت کار دستگاه‌ها برای همه' }).count()).toBe(0);
});

test('the admin reads what will be published and turns it on', async () => {
  await admin.goto('/admin/settings');
  await admin.getByRole('link', { name: 'چه چیزی منتشر می‌شود' }).click();
  await admin.getByRole('heading', { name: 'چه چیزی منتشر نمی‌شود' }).waitFor();
  await visit(admin, '/admin/settings/public');
  await turn(true);
  await visit(admin, '/public');
  await admin.getByRole('link', { name: 'میز کار', exact: true }).waitFor();
  expect(await admin.getByRole('link', { name: 'راهبری' }).count()).toBe(0);
});

test('a citizen finds a body by a name spelt otherwise and reads what is verified', async () => {
  await citizen.goto('/sign-in');
  await citizen.getByRole('link', { name: 'پیشرفت کار دستگاه‌ها برای همه' }).click();
  await citizen.waitForURL('**/public');
  await citizen.getByLabel('نام دستگاه یا شهر و روستا').fill('آموزش و پرورش شهرستان بندر لنگه');
  await citizen.getByRole('button', { name: 'نمایش' }).click();
  await citizen.waitForURL('**/public?q=*');
  await visit(citizen, new URL(citizen.url()).pathname + new URL(citizen.url()).search);
  await citizen.getByRole('link', { name: 'اداره آموزش و پرورش شهرستان بندرلنگه' }).click();
  await citizen.getByRole('heading', { level: 1, name: 'اداره آموزش و پرورش شهرستان بندرلنگه' }).waitFor();
  await visit(citizen, new URL(citizen.url()).pathname);
  expect(await citizen.getByText('هنوز تأیید نشده').count()).toBeGreaterThan(0);
});

test('takes the files along, which say what the page says', async () => {
  const code = decodeURIComponent(new URL(citizen.url()).pathname.split('/').at(-1) ?? '');
  const steps = await citizen.locator('tbody tr', { hasText: 'تأیید شده' }).count();
  await visit(citizen, '/public/data');
  const csv = await download(citizen, 'گام‌ها، فایل CSV');
  expect(csv.startsWith('\ufeff')).toBe(true);
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1).trim(), { header: true });
  const verified = data.filter((row) => row['body_code'] === code && row['verified'] === 'true');
  expect(verified).toHaveLength(steps);
  const json = JSON.parse(await download(citizen, 'گام‌ها، فایل JSON')) as {
    asOf: unknown;
    rows: { body_code: string; verified: boolean }[];
  };
  expect(json.asOf).toEqual({ jalali: '1397/09/16', iso: '2018-12-07' });
  expect(json.rows).toHaveLength(data.length);
  expect(json.rows.filter((row) => row.body_code === code && row.verified)).toHaveLength(steps);
});

test('the files may be read from any page, are asked for anew only when they changed, and the API still asks who it is', async () => {
  const { request } = citizen.context();
  for (const path of FILES) {
    const first = await request.get(path);
    expect(first.status(), path).toBe(200);
    expect(first.headers()['access-control-allow-origin']).toBe('*');
    const again = await request.get(path, { headers: { 'If-None-Match': first.headers()['etag'] ?? '' } });
    expect(again.status(), path).toBe(304);
  }
  expect((await request.get('/public/data/users.csv')).status()).toBe(404);
  expect((await request.get('/api/v1/bodies')).status()).toBe(401);
});

test('all of it works without script', async () => {
  const page = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto('/public?q=%D8%AF%D9%87%DB%8C%D8%A7%D8%B1%DB%8C&sort=most');
  await page.getByRole('link', { name: 'بعدی' }).click();
  await page.waitForURL('**page=2**');
  await page.locator('.pub-list tbody th a').first().click();
  await page.getByRole('heading', { name: 'نتیجه برای مردم' }).waitFor();
  await page.context().close();
});
