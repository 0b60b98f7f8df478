import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, expectSound, launchBrowser, openPage, signInAs, visit } from '../support/browser';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser);
  await signInAs(page, 'expert');
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
  await page.waitForURL((url) => url.pathname === '/reports/19');
  expect(await page.locator('h1').first().innerText()).toContain('۱۹');
  await expectSound(page);
});

test('the same week cannot be issued again by mistake', async () => {
  await visit(page, '/reports/new');
  await page.getByRole('button', { name: /^صدور گزارش/ }).click();
  await page.locator('[role="alert"]').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/reports/new');
  await visit(page, '/reports');
  expect(await page.locator('tbody tr').count()).toBe(19);
});

test('the printed page is sound, has no script, and comes as a PDF of A4 pages', async () => {
  await visit(page, '/reports/19/print');
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  const response = await page.request.get('/reports/19/pdf', { timeout: 120_000 });
  expect(response.status()).toBe(200);
  const pdf = await PDFDocument.load(await response.body());
  expect(pdf.getPageCount()).toBeGreaterThanOrEqual(8);
  const { width, height } = pdf.getPage(0).getSize();
  expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
});

test('the code on paper leads anybody to the frozen edition', async () => {
  await visit(page, '/reports/19');
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await page.locator('main').innerText())?.[0];
  expect(code).toBeDefined();
  const stranger = await openPage(browser);
  await visit(stranger, `/verify/${code}`);
  expect(await stranger.locator('body').innerText()).toContain('۱۹');
});

test('a viewer reads reports and cannot issue one; a liaison sees the summary and own rows', async () => {
  const viewer = await openPage(browser);
  await signInAs(viewer, 'viewer');
  await visit(viewer, '/reports');
  expect(await viewer.getByRole('link', { name: 'صدور گزارش هفته' }).count()).toBe(0);
  await visit(viewer, '/reports/new', { status: 404 });
  const liaison = await openPage(browser);
  await signInAs(liaison, 'liaison');
  await visit(liaison, '/reports/18');
  expect(await liaison.locator('main').innerText()).not.toContain('دهیاری گزیر');
  await visit(liaison, '/reports/18/print', { status: 404 });
});

test('every page of the admin is sound, in the light and in the dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const admin = await openPage(browser, { ...DESKTOP, colorScheme });
    await signInAs(admin, 'admin');
    for (const part of ['', '/users', '/reference', '/imports', '/settings', '/tokens', '/backup', '/audit']) {
      await visit(admin, `/admin${part}`);
    }
  }
});
