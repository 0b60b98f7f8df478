import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  axeViolations,
  demoAccount,
  expectNoComplaints,
  expectSound,
  launchBrowser,
  openPage,
  PHONE,
  signIn,
  signInAs,
  visit,
} from '../support/browser';

let browser: Browser;
let page: Page;

const palette = (where: Page = page) => where.locator('dialog.palette[open]');
const options = (where: Page = page) => palette(where).getByRole('option');
const field = (where: Page = page) => palette(where).getByRole('combobox');

/** What Ctrl K sends under a Persian layout: the same key of the keyboard, another letter. */
async function pressCtrlKInPersian(where: Page): Promise<void> {
  await where.evaluate(() =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'KeyK', key: 'ن', ctrlKey: true, bubbles: true, cancelable: true }),
    ),
  );
}

async function openPalette(where: Page = page): Promise<void> {
  // a page just loaded says so when its key works
  await where.locator('[data-palette][aria-keyshortcuts]').first().waitFor({ state: 'attached' });
  await where.keyboard.press('Control+KeyK');
  await options(where).first().waitFor();
}

const activeTitle = () =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.firstElementChild?.textContent ?? null;
  });

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser);
  await signInAs(page, 'deputy');
});

afterAll(async () => {
  await browser.close();
});

test('its code and its list are loaded on the first opening only, and the list is not sent again unchanged', async () => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visit(page, '/dashboard');
  await page.waitForTimeout(500);
  expect(asked).not.toContain('/palette');
  const scripts = asked.filter((path) => path.endsWith('.js')).length;
  await openPalette();
  expect(asked).toContain('/palette');
  expect(asked.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(scripts);
  const tag = await page.evaluate(async () => (await fetch('/palette')).headers.get('etag'));
  const again = await page.request.get('/palette', { headers: { 'if-none-match': tag ?? '' } });
  expect(again.status()).toBe(304);
});

test('is found sound by axe, empty and with results, light and dark', async () => {
  await visit(page, '/reports');
  await openPalette();
  expect(await axeViolations(page)).toEqual([]);
  await field().fill('ثبت');
  await options().first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await field().fill('xyzxyz');
  await page.getByText('جست‌وجوی «xyzxyz»').waitFor();
  await expectSound(page);
});

test('with the keyboard alone: opened by its key in a Persian layout, chosen with arrows, opened with Enter', async () => {
  await visit(page, '/reports');
  await page.getByRole('link', { name: 'نمای کلی', exact: true }).focus();
  await pressCtrlKInPersian(page);
  await field().waitFor();
  await page.keyboard.type('دهياري گزير');
  await expect.poll(activeTitle).toBe('دهیاری گزیر');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('ثبت احوال');
  await expect.poll(() => options().count()).toBeGreaterThan(2);
  const second = await options().nth(1).locator('span').innerText();
  await page.keyboard.press('ArrowDown');
  expect(await activeTitle()).toBe(second);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await activeTitle()).toBe(await options().last().locator('span').innerText());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/bodies\/[A-Z]{2}-\d+$/);
  expect(await page.locator('h1').innerText()).toBe(second);
  expectNoComplaints(page);
});

test('Escape closes it and gives the focus back to where it was', async () => {
  await visit(page, '/reports');
  const link = page.getByRole('link', { name: 'دستگاه‌ها', exact: true });
  await link.focus();
  await openPalette();
  expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await palette().waitFor({ state: 'detached' });
  expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
});

test('a typed day leads to the dashboard as of that day, an impossible one says why', async () => {
  await visit(page, '/reports');
  await openPalette();
  await field().fill('1397/12/30');
  await palette().getByText('اسفند ۱۳۹۷ بیست‌ونه روز دارد.').waitFor();
  await field().fill('۱۳۹۷/۰۸/۱۵');
  await expect.poll(activeTitle).toContain('نمای کلی تا');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === '/dashboard' && url.searchParams.get('asOf') === '1397-08-15');
});

test('the theme is changed and the session ended by the buttons the page has', async () => {
  const other = await openPage(browser);
  // with a session of its own, since it will be ended
  const { username, password } = demoAccount('viewer');
  await signIn(other, username, password);
  await visit(other, '/bodies');
  await openPalette(other);
  await field(other).fill('تیره');
  await other.keyboard.press('Enter');
  await other.locator('html[data-theme="dark"]').waitFor({ state: 'attached' });
  await openPalette(other);
  await field(other).fill('خروج');
  await other.keyboard.press('Enter');
  await other.waitForURL((url) => url.pathname === '/sign-in');
});

test('to a liaison, on a telephone, it shows the own bodies and nothing of the others', async () => {
  const phone = await openPage(browser, PHONE);
  await signInAs(phone, 'liaison');
  await visit(phone, '/my');
  await phone.locator('[data-palette]:visible').first().click();
  await options(phone).first().waitFor();
  await field(phone).fill('EA-002');
  await expect.poll(() => options(phone).first().innerText()).toContain('بهداشت');
  await field(phone).fill('ثبت احوال');
  await phone.getByText('در فهرست دستگاه‌ها').waitFor();
  expect(await options(phone).count()).toBe(1);
  await expectSound(phone);
});

test('nobody gets its list without having signed in', async () => {
  const stranger = await openPage(browser);
  const response = await stranger.request.get('/palette');
  expect(response.status()).toBe(401);
});

test('without script the field in the head searches the list as before', async () => {
  const plain = await browser.newContext({
    baseURL: new URL(page.url()).origin,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
    viewport: { width: 1280, height: 900 },
  });
  const there = await plain.newPage();
  await there.goto('/dashboard');
  await there.locator('#frame-search').fill('دهياري گزير');
  await there.locator('.search button').click();
  await there.waitForURL((url) => url.pathname === '/bodies');
  expect(await there.locator('.bodies-t tbody tr').count()).toBe(1);
  await plain.close();
});
