import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensurePaperTools } from '../../scripts/support/paper-tools.mjs';
import { launchBrowser, openPage, signInAs, visit } from '../support/browser';
import { ownDemo } from '../support/own-demo';
import { greyPages, pdfPages, readSquareCode, throughLibreOffice, turned } from '../support/paper';

/** As a reader without glasses would judge a wait. */
const FINISHED_WITHIN_MS = 10_000;

let browser: Browser;
let office: Page;
let url: string;
let number: number;
let pdf: Buffer;
let pages: string[];
/** From the press on the button to the whole file. */
let elapsed: number;

const asPersian = (text: string) => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '');
/** The paper's percent: one decimal with the Persian sign. */
const percent = (ratio: number) => asPersian((ratio * 100).toFixed(1)).replace('.', '٫');
const spaceless = (text: string) => text.replaceAll(' ', '');

async function fetchPdf(): Promise<Buffer> {
  const response = await office.context().request.get(`/reports/${number}/pdf`, { timeout: 60_000 });
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'application/pdf']);
  return response.body();
}

beforeAll(async () => {
  await ensurePaperTools();
  const demo = await ownDemo();
  ({ url } = demo);
  browser = await launchBrowser();
  office = await openPage(browser);
  await signInAs(office, 'expert');
  // the address of this very server, so that the code on paper leads back to it
  const db = new Database(path.join(demo.dataDir, 'mizban.db'));
  db.prepare('insert into setting_versions (recorded_on, recorded_at, key, value) values (?, ?, ?, ?)').run(
    '2018-12-08',
    '2018-12-08T05:00:00.000Z',
    'office',
    JSON.stringify({ webAddress: url }),
  );
  db.close();
  await office.goto('/reports/new');
  const startedAt = performance.now();
  await office.getByRole('button', { name: /^صدور گزارش/ }).click();
  await office.waitForURL((address) => /^\/reports\/\d+$/.test(address.pathname));
  number = Number(new URL(office.url()).pathname.split('/').at(-1));
  pdf = await fetchPdf();
  elapsed = performance.now() - startedAt;
  pages = await pdfPages(pdf);
});

afterAll(() => browser.close());

test('one press leads to a finished PDF in at most ten seconds', () => {
  console.info(`one press to a finished PDF of ${pages.length} pages: ${(elapsed / 1000).toFixed(1)} s`);
  expect(elapsed).toBeLessThanOrEqual(FINISHED_WITHIN_MS);
});

describe('what is copied out of the PDF', () => {
  test('stands in the order in which it is read', () => {
    const [letter = '', summary = ''] = pages;
    const order = (page: string, words: readonly string[]) => {
      const places = words.map((word) => page.indexOf(word));
      expect(
        places.every((place) => place >= 0),
        `${words.join(', ')} in ${page}`,
      ).toBe(true);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    };
    order(letter, ['فرماندار محترم', 'موضوع', 'با سلام و احترام', 'در اجرای', 'با تقدیم احترام', 'رونوشت']);
    order(summary, ['خلاصۀ یک‌صفحه‌ای', 'پیشرفت هر محور']);
  });

  test('keeps half-spaces, and letters that were drawn as one', () => {
    const whole = pages.join(' ');
    for (const word of ['دستگاه‌های', 'عقب‌مانده', 'یک‌صفحه‌ای', 'راستی‌آزمایی', 'می‌شود'])
      expect(whole).toContain(word);
    // a lam-alef that is one glyph comes out the wrong way round
    for (const word of ['سلام', 'خلاصۀ', 'الکترونیکی', 'اعلام']) expect(whole).toContain(word);
    for (const word of ['سالم و احترام', 'خالصۀ', 'اعالم']) expect(whole).not.toContain(word);
  });

  test('has Persian digits only, but for codes and addresses', () => {
    const words = pages.join(' ').split(' ');
    const code = /^(\(?[A-Z0-9]{4}-[A-Z0-9]{4}\)?|https?:.*|[A-Z]{2}-?\d+|[0-9a-f]{8,})$/;
    expect(words.filter((word) => /[0-9\u0660-\u0669]/.test(word) && !code.test(word))).toEqual([]);
  });

  test('has the totals that the API gives', async () => {
    interface Figures {
      readonly groups: readonly { label: string; planned: number; claimed: number; verified: number }[];
    }
    const report = await office.context().request.get(`/api/v1/reports/${number}`);
    const { weekEnd } = (await report.json()) as { weekEnd: { jalali: string } };
    const asOf = encodeURIComponent(weekEnd.jalali);
    const answer = await office.context().request.get(`/api/v1/progress?groupBy=track&asOf=${asOf}`);
    const { groups } = (await answer.json()) as Figures;
    expect(groups.length).toBe(4);
    const summary = spaceless(pages[1] ?? '');
    for (const { label, planned, claimed, verified } of groups) {
      expect(summary).toContain(spaceless(label));
      for (const ratio of [planned, claimed, verified]) expect(summary, label).toContain(percent(ratio));
    }
    const groupsPage = spaceless(pages.slice(2, 4).join(' '));
    for (const by of ['category', 'district', 'total']) {
      const part = await office.context().request.get(`/api/v1/progress?groupBy=${by}&asOf=${asOf}`);
      for (const { label, verified } of ((await part.json()) as Figures).groups)
        expect(groupsPage, `${by} ${label}`).toContain(percent(verified));
    }
  });

  test('names edition, code and page on every page', async () => {
    await visit(office, `/reports/${number}`);
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await office.locator('main').innerText())?.[0] ?? 'none';
    pages.forEach((page, index) => {
      expect(page).toContain(code);
      const place = `صفحۀ${asPersian(String(index + 1))}از${asPersian(String(pages.length))}`;
      expect(spaceless(page), `page ${index + 1}`).toContain(place);
    });
  });

  test('is the same whenever the edition is printed, down to the last letter', async () => {
    const { dataDir } = await ownDemo();
    const folder = path.join(dataDir, 'editions');
    const kept = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
    expect(kept.length).toBeGreaterThan(0);
    for (const name of kept) rmSync(path.join(folder, name));
    const again = await fetchPdf();
    expect(await pdfPages(again)).toEqual(pages);
  });
});

test('the square code of every page is read from a grey scan that lies askew, and leads to the edition', async () => {
  const scans = await greyPages(pdf, 150);
  expect(scans).toHaveLength(pages.length);
  const addresses = scans.flatMap((page) => [2, -2].map((degrees) => readSquareCode(turned(page, degrees))));
  const [address = ''] = addresses;
  expect(new Set(addresses)).toEqual(new Set([address]));
  expect(address).toMatch(new RegExp(`^${url}/verify/[A-Z0-9]{4}-[A-Z0-9]{4}$`));
  const stranger = await openPage(browser);
  await visit(stranger, new URL(address).pathname);
  expect(await stranger.locator('main').innerText()).toContain('این کد اصل است');
  expect(await stranger.locator('main').innerText()).toContain(asPersian(String(number)));
  await stranger.context().close();
});

test('the workbook means the same to LibreOffice, cell by cell', async () => {
  const response = await office.context().request.get(`/reports/${number}/file?format=xlsx`);
  expect(response.status()).toBe(200);
  const workbook = await response.body();
  const [ours, theirs] = [await readXlsxFile(workbook), await readXlsxFile(await throughLibreOffice(workbook))];
  expect(ours.length).toBeGreaterThan(8);
  expect(ours.flatMap(({ data }) => data).length).toBeGreaterThan(300);
  expect(theirs.map(({ sheet }) => sheet)).toEqual(ours.map(({ sheet }) => sheet));
  ours.forEach(({ sheet, data }, index) => expect(filled(theirs[index]?.data ?? []), sheet).toEqual(filled(data)));
});

/**
 * Rows without the empty cells at their ends, which programs write or leave out as they like, and figures to twelve digits, fewer than the fifteen that
 * spreadsheets keep.
 */
function filled(rows: readonly (readonly unknown[])[]): unknown[][] {
  const trimmed = rows.map((row) =>
    row
      .slice(0, row.findLastIndex((cell) => cell !== null) + 1)
      .map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(12)) : cell)),
  );
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1);
}
