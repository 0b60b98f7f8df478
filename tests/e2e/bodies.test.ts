import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, expectSound, launchBrowser, openPage, PHONE, signInAs, visit } from '../support/browser';
import { temporaryFolder } from '../support/server';

let browser: Browser;
let page: Page;
const folder = temporaryFolder('bodies-e2e');

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser);
  await signInAs(page, 'deputy');
});

afterAll(async () => {
  await browser.close();
  folder.remove();
});

const latin = (text: string) => text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)));
const number = (text: string) => (text === '–' ? null : Number(latin(text).replace('−', '-')));

/** What a person reads in the table, one list of cells a row; a track's cell gives its bar's three figures and its status. */
async function shownRows(where: Page): Promise<(string | number | null)[][]> {
  const rows = await where.locator('.bodies-t tbody tr').evaluateAll((list) =>
    list.map((row) =>
      [...row.children].map((cell) => {
        const classes = cell.className;
        const bar = cell.querySelector('.bullet')?.getAttribute('aria-label') ?? null;
        const status = cell.querySelector('svg[aria-label]')?.getAttribute('aria-label') ?? null;
        return { classes, text: (cell as HTMLElement).innerText.trim(), bar, status };
      }),
    ),
  );
  return rows.map((cells) =>
    cells.flatMap(({ classes, text, bar, status }): (string | number | null)[] => {
      if (classes.includes('trk')) {
        const figures = [...latin(bar ?? '').matchAll(/[\d٫]+/g)].map(([figure]) =>
          Math.round(Number(figure.replace('٫', '.'))),
        );
        return [...(figures.length === 3 ? figures : [null, null, null]), status];
      }
      return [/\bn\b/.test(classes) ? number(text) : text];
    }),
  );
}

/** The rows of both files of the list as it stands. */
async function fileRows(where: Page) {
  const [csvHref, xlsxHref] = await Promise.all(
    ['csv', 'xlsx'].map((format) => where.locator(`a[href*="format=${format}"]`).getAttribute('href')),
  );
  const csv = await (await where.request.get(csvHref ?? '')).text();
  const xlsx = await where.request.get(xlsxHref ?? '');
  expect(xlsx.headers()['content-type']).toContain('spreadsheetml');
  const file = path.join(folder.path, 'list.xlsx');
  writeFileSync(file, await xlsx.body());
  const lines = Papa.parse<string[]>(csv.replace('\ufeff', '').trimEnd()).data;
  return { csv: lines, sheet: await readSheet(file) };
}

test.each([
  '/bodies',
  '/bodies?status=late&sort=gap',
  `/bodies?category=village_administration&sort=name&order=desc&cols=code,district,rural,status,tracks,planned,claimed,verified,gap,silence`,
  `/bodies?q=${encodeURIComponent('دهياري')}&track=NT&sort=track-NT`,
  '/bodies?asOf=1397-08-01&district=220305&cols=status,verified,blockers,waiting&sort=verified&order=desc',
])('the files of %s hold exactly the rows of the page', async (address) => {
  await page.goto(`${address}${address.includes('?') ? '&' : '?'}page=all`);
  const shown = await shownRows(page);
  const { csv, sheet } = await fileRows(page);
  expect(shown.length).toBeGreaterThan(0);
  expect(Number(await page.locator('[data-total-bodies]').getAttribute('data-total-bodies'))).toBe(shown.length);
  expect(sheet.slice(1)).toEqual(shown);
  expect(csv.slice(1)).toEqual(shown.map((row) => row.map((value) => (value === null ? '' : String(value)))));
  expect(csv[0]).toEqual(sheet[0]);
});

test('every ready-made view holds as many bodies as it says', async () => {
  await visit(page, '/bodies');
  const views = await page
    .locator('.list-views a')
    .evaluateAll((links) =>
      links.map((link) => [link.getAttribute('href') ?? '', link.getAttribute('data-count') ?? '']),
    );
  expect(views.length).toBeGreaterThanOrEqual(6);
  for (const [href = '', count] of views) {
    await page.goto(href);
    expect(await page.locator('[data-total-bodies]').getAttribute('data-total-bodies'), href).toBe(count);
    expect(await page.locator('.list-views a[aria-current]').getAttribute('href')).toBe(href);
  }
});

test('what is chosen in the form stands in a short address, is said in a sentence, and is dropped part by part', async () => {
  await visit(page, '/bodies');
  await page.locator('select[name="status"]').selectOption('late');
  await page.locator('.more-filters > summary').click();
  await page.locator('input[name="blocked"]').check();
  await page.locator('input[name="cols"][value="district"]').uncheck();
  await page.getByRole('button', { name: 'نمایش فهرست' }).click();
  await page.waitForURL((url) => url.searchParams.get('status') === 'late');
  const { searchParams } = new URL(page.url());
  expect([...searchParams.keys()]).toEqual(['status', 'blocked', 'cols']);
  await expectSound(page);
  expect(await page.locator('.conditions').innerText()).toMatch(/محدود است به:.*عقب‌مانده.*مانع باز/s);
  await page.locator('[data-condition="status"] a').click();
  await page.waitForURL((url) => !url.searchParams.has('status'));
  expect(new URL(page.url()).searchParams.get('blocked')).toBe('1');
  expect(await page.locator('.bodies-t th.c-district').count()).toBe(0);
});

test('each column sorts, in Persian order, and turns round on the second click', async () => {
  await page.goto('/bodies?category=municipality');
  for (const column of ['name', 'district', 'category', 'status', 'verified', 'gap', 'silence']) {
    await page.locator(`.bodies-t thead th.c-${column} a`).click();
    await page.waitForURL((url) => url.searchParams.get('sort') === column);
    const first = await page.locator(`.bodies-t thead th.c-${column}`).getAttribute('aria-sort');
    await page.locator(`.bodies-t thead th.c-${column} a`).click();
    await page.waitForURL((url) => url.searchParams.has('order'));
    expect(await page.locator(`.bodies-t thead th.c-${column}`).getAttribute('aria-sort')).not.toBe(first);
  }
  await page.goto('/bodies?sort=name&page=all');
  const names = await page.locator('.bodies-t tbody th a').allInnerTexts();
  expect(names).toEqual([...names].sort(new Intl.Collator('fa', { numeric: true }).compare));
});

test('a view is kept under a name on this device, found again and removed; its address can be copied', async () => {
  await visit(page, '/bodies?silent=1&sort=silence');
  await page.locator('.own-views > summary').click();
  await page.getByLabel('نام نما').fill('ساکت‌ها');
  await page.getByRole('button', { name: 'نگه‌داشتن این نما' }).click();
  await page.getByText('«ساکت‌ها» روی همین دستگاه نگه داشته شد.').waitFor();
  await expectSound(page);
  await page.goto('/bodies');
  await page.locator('.own-views > summary').click();
  await page.getByRole('link', { name: 'ساکت‌ها' }).click();
  await page.waitForURL((url) => url.searchParams.get('silent') === '1');
  await page.locator('.own-views > summary').click();
  expect(await page.getByLabel('نشانی این نما').inputValue()).toBe(page.url());
  await page.getByRole('button', { name: 'حذف نمای «ساکت‌ها»' }).click();
  await page.getByText('هنوز نمایی نگه نداشته‌اید.').waitFor();
});

test('fifty bodies a page, or all on one; a strange address shows everything with a sentence', async () => {
  await page.goto('/bodies');
  expect(await page.locator('.bodies-t tbody tr').count()).toBe(50);
  await page.getByRole('link', { name: 'همه در یک صفحه' }).click();
  await page.waitForURL((url) => url.searchParams.get('page') === 'all');
  expect(await page.locator('.bodies-t tbody tr').count()).toBe(210);
  await page.goto('/bodies?sort=track-ZZ');
  expect(await page.getByRole('alert').count()).toBeGreaterThan(0);
  expect((await page.request.get('/bodies/export?sort=track-ZZ')).status()).toBe(400);
});

test('a liaison sees and takes away the own bodies only; a stranger is led to sign in', async () => {
  const liaison = await openPage(browser);
  await signInAs(liaison, 'liaison');
  await visit(liaison, '/bodies');
  const shown = await shownRows(liaison);
  const { sheet } = await fileRows(liaison);
  expect(shown.map(([code]) => code)).toEqual(['EA-002']);
  expect(sheet.slice(1)).toEqual(shown);
  const stranger = await openPage(browser);
  const answer = await stranger.request.get('/bodies/export?format=csv', { maxRedirects: 0 });
  expect([303, 307]).toContain(answer.status());
});

test('a cell of the heat map leads to its milestone, which is marked', async () => {
  await visit(page, '/bodies/EA-002#ED6');
  const row = page.locator('tr#ED6');
  expect(await row.evaluate((node) => node.matches(':target'))).toBe(true);
  expect(await row.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
});

test('the page of a body tells its trend, its reporting and who reports, and narrows its history', async () => {
  await visit(page, '/bodies/EA-002');
  expect(await page.locator('#curve svg').count()).toBe(1);
  expect(await page.locator('.weeks li').count()).toBe(10);
  expect(await page.locator('#contact').innerText()).toContain('رابط شبکه بهداشت');
  await page.locator('select[name="kind"]').selectOption('decisions');
  await page.locator('.history-filter button').click();
  await page.waitForURL((url) => url.searchParams.get('kind') === 'decisions' && url.hash === '#history');
  const words = await page.locator('.tl ul li').allInnerTexts();
  expect(words.length).toBeGreaterThan(0);
  expect(words.every((text) => /تأیید|عودت|بازگشایی|بازگرداندن/.test(text))).toBe(true);
  await expectSound(page);
});

test('on paper every row stands, without navigation, and heads repeat', async () => {
  await page.goto('/bodies?page=all');
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const { PDFDocument } = await import('pdf-lib');
  const pages = (await PDFDocument.load(pdf)).getPages();
  expect(pages.length).toBeGreaterThanOrEqual(4);
  expect(pages.length).toBeLessThanOrEqual(9);
  expect(pages.every((each) => each.getWidth() > each.getHeight())).toBe(true);
  await page.goto('/bodies/EA-002');
  const card = (await PDFDocument.load(await page.pdf({ preferCSSPageSize: true, printBackground: true }))).getPages();
  expect(card.length).toBeLessThanOrEqual(3);
  expect(card.every((each) => each.getHeight() > each.getWidth())).toBe(true);
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.nav', '.bodies-filter', '.history-filter', '.acts .btn']) {
    expect(
      await page
        .locator(selector)
        .first()
        .isVisible()
        .catch(() => false),
      selector,
    ).toBe(false);
  }
  await page.emulateMedia({ media: 'screen' });
});

test.each([
  ['dark', { ...DESKTOP, colorScheme: 'dark' as const }],
  ['on a telephone', { ...PHONE, viewport: { width: 360, height: 740 } }],
  ['at 1366 × 768', { viewport: { width: 1366, height: 768 } }],
  ['at 1920 × 1080', { viewport: { width: 1920, height: 1080 } }],
])('%s, the list with all its choices open and a body are sound', async (_, look) => {
  const other = await openPage(browser, look);
  await signInAs(other, 'deputy');
  await other.goto('/bodies?status=late&category=executive_agency&district=220303');
  await other.locator('.more-filters > summary').click();
  await other.locator('.own-views > summary').click();
  await expectSound(other);
  await visit(other, '/bodies/EA-002#ED6');
  await other.context().close();
});
