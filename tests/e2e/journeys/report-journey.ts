import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSound, launchBrowser, visit } from '../../support/browser';
import { signInTo, type County } from './county';

const persianNumber = (number: number) => String(number).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '');

/** What whoever prepares the weekly report does, in any county. */
export function reportJourney(getCounty: () => County): void {
  let browser: Browser;
  let page: Page;
  let county: County;

  beforeAll(async () => {
    browser = await launchBrowser();
    county = getCounty();
    page = await county.openPage(browser);
    await signInTo(county, page, 'expert');
  });

  afterAll(async () => {
    await browser.close();
  });

  test('the weekly report is checked, issued, numbered and frozen', async () => {
    await visit(page, '/reports');
    await page.getByRole('link', { name: 'صدور گزارش هفته' }).click();
    await page.waitForURL((url) => url.pathname === '/reports/new');
    await expectSound(page);
    await page.getByRole('button', { name: /^صدور گزارش/ }).click();
    await page.waitForURL((url) => url.pathname === `/reports/${county.edition}`);
    expect(await page.locator('h1').first().innerText()).toContain(persianNumber(county.edition));
    await expectSound(page);
  });

  test('whoever issues the same week again is led to the same edition, with a sentence', async () => {
    await visit(page, '/reports/new');
    await page.getByRole('button', { name: /^صدور گزارش/ }).click();
    await page.waitForURL((url) => url.pathname === `/reports/${county.edition}`);
    expect(await page.locator('[role="status"]').first().innerText()).toContain('پیش‌تر صادر شده بود');
    await expectSound(page);
    await visit(page, '/reports');
    expect(await page.locator('tbody tr').count()).toBe(county.edition);
  });

  test('the printed page is sound, has no script, and comes as a PDF of A4 pages', async () => {
    await visit(page, `/reports/${county.edition}/print`);
    expect(await page.locator('script').count()).toBe(0);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    const response = await page.request.get(`/reports/${county.edition}/pdf`, { timeout: 120_000 });
    expect(response.status()).toBe(200);
    const pdf = await PDFDocument.load(await response.body());
    expect(pdf.getPageCount()).toBeGreaterThanOrEqual(county.leastPages);
    const { width, height } = pdf.getPage(0).getSize();
    expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  });

  test('the code on paper leads anybody to the frozen edition', async () => {
    await visit(page, `/reports/${county.edition}`);
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await page.locator('main').innerText())?.[0];
    expect(code).toBeDefined();
    const stranger = await county.openPage(browser);
    await visit(stranger, `/verify/${code}`);
    expect(await stranger.locator('body').innerText()).toContain(persianNumber(county.edition));
  });

  test('a viewer reads reports and cannot issue one; a liaison sees the summary and own rows', async () => {
    const viewer = await county.openPage(browser);
    await signInTo(county, viewer, 'viewer');
    await visit(viewer, '/reports');
    expect(await viewer.getByRole('link', { name: 'صدور گزارش هفته' }).count()).toBe(0);
    await visit(viewer, '/reports/new', { status: 404 });
    const liaison = await county.openPage(browser);
    await signInTo(county, liaison, 'liaison');
    await visit(liaison, `/reports/${county.edition}`);
    expect(await liaison.locator('main').innerText()).not.toContain(county.otherBody.name);
    await visit(liaison, `/reports/${county.edition}/print`, { status: 404 });
  });
}
