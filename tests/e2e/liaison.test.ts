import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSound, launchBrowser, openPage, PHONE, signInAs, visit } from '../support/browser';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser, PHONE);
  await signInAs(page, 'liaison');
});

afterAll(async () => {
  await browser.close();
});

/** A one-pixel photograph. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** The electronic desk's sixth step of the sample's health network: an address is expected. */
const STEP = '/my/EA-002/ED6?do=claim';

test('the first page shows the next steps, what was sent back and why', async () => {
  await visit(page, '/my');
  expect(await page.locator('h1').first().innerText()).toContain('منتظر شماست');
  expect(await page.getByText('عودت‌شده').first().isVisible()).toBe(true);
});

test('a date that does not exist is refused with a sentence, and what was typed stays', async () => {
  await visit(page, STEP);
  await page.locator('input[name="letterNumber"]').fill('۳۱۲/گ');
  await page.locator('input[name="letterOn"]').fill('۱۳۹۷/۱۲/۳۰');
  await page.locator('input[name="url"]').fill('https://ea-002.example/sla');
  await page.getByRole('button', { name: 'ارسال', exact: true }).click();
  await page.getByText('اسفند ۱۳۹۷ بیست‌ونه روز دارد.').first().waitFor();
  expect(await page.locator('input[name="letterNumber"]').inputValue()).toBe('۳۱۲/گ');
  expect(await page.locator('input[name="letterOn"]').inputValue()).toBe('۱۳۹۷/۱۲/۳۰');
  expect(await page.locator('input[name="url"]').inputValue()).toBe('https://ea-002.example/sla');
  await expectSound(page);
});

test('what was typed is still there after an ended session and a new sign-in', async () => {
  await visit(page, STEP);
  await page.locator('input[name="letterNumber"]').fill('۴۴۰/پ');
  await page.locator('input[name="url"]').fill('https://ea-002.example/draft');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'ارسال', exact: true }).click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
  const { username, password } = { username: 'rabet', password: 'Lengeh-1397' };
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').first().click();
  await page.waitForURL((url) => url.pathname === '/my/EA-002/ED6');
  expect(await page.locator('input[name="letterNumber"]').inputValue()).toBe('۴۴۰/پ');
  expect(await page.locator('input[name="url"]').inputValue()).toBe('https://ea-002.example/draft');
});

test('a step is reported with a letter, an address and a photograph, and a numbered receipt comes back', async () => {
  await visit(page, STEP);
  await page.locator('input[name="letterNumber"]').fill('۳۱۲/گ');
  await page.locator('input[name="letterOn"]').fill('1397/09/16');
  await page.locator('input[name="url"]').fill('https://ea-002.example/sla');
  await page.locator('input[type="file"]').setInputFiles({ name: 'تابلو.png', mimeType: 'image/png', buffer: PNG });
  await page.getByText('تابلو.png').first().waitFor();
  await page.getByRole('button', { name: 'ارسال', exact: true }).click();
  await page.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
  expect(await page.locator('h1').first().innerText()).toContain('گزارش شما رسید.');
  expect(await page.locator('main').innerText()).toMatch(/۹۷-۰۹-[۰-۹]+/);
  await expectSound(page);
});

test('the same step cannot be reported a second time', async () => {
  await visit(page, STEP);
  expect(await page.getByRole('button', { name: 'ارسال', exact: true }).count()).toBe(0);
});

test('a file that is not what its name says is refused', async () => {
  await visit(page, '/my/EA-002/ED8?do=claim');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'صورت‌جلسه.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await page.getByRole('alert').or(page.locator('.err')).first().waitFor();
  // The refusal is an answer of the server, which the browser notes.
  await expectSound(page, [/status of 4\d\d/]);
});

test('nothing new this week takes one tap', async () => {
  await visit(page, '/my');
  await page.getByRole('button', { name: 'این هفته بدون تغییر' }).click();
  await page.getByText('ثبت شد').first().waitFor();
  await expectSound(page);
});

test('a liaison sees no page of the governorate and no other body', async () => {
  await visit(page, '/dashboard', { status: 404 });
  await visit(page, '/review', { status: 404 });
  await visit(page, '/admin', { status: 404 });
  await visit(page, '/bodies/EA-001', { status: 404 });
  await visit(page, '/bodies/EA-002');
});
