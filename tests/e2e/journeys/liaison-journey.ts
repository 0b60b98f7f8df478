import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSound, launchBrowser, PHONE, visit } from '../../support/browser';
import { signInTo, type County } from './county';

/** A one-pixel photograph. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What a liaison does on a phone, in any county. */
export function liaisonJourney(getCounty: () => County): void {
  let browser: Browser;
  let page: Page;
  let county: County;

  beforeAll(async () => {
    browser = await launchBrowser();
    county = getCounty();
    page = await county.openPage(browser, PHONE);
    await signInTo(county, page, 'liaison');
  });

  afterAll(async () => {
    await browser.close();
  });

  /** A step that expects an address. */
  const stepPath = () => `/my/${county.body.code}/${county.body.step}?do=claim`;

  test('the first page shows the next steps, what was sent back and why', async () => {
    await visit(page, '/my');
    expect(await page.locator('h1').first().innerText()).toContain('منتظر شماست');
    expect(await page.getByText('عودت‌شده').first().isVisible()).toBe(true);
  });

  test('a date that does not exist is refused with a sentence, and what was typed stays', async () => {
    await visit(page, stepPath());
    await page.locator('input[name="letterNumber"]').fill('۳۱۲/گ');
    await page.locator('input[name="letterOn"]').fill(county.impossible.typed);
    await page.locator('input[name="url"]').fill('https://desk.example/sla');
    await page.getByRole('button', { name: 'ارسال', exact: true }).click();
    await page.getByText(county.impossible.sentence).first().waitFor();
    expect(await page.locator('input[name="letterNumber"]').inputValue()).toBe('۳۱۲/گ');
    expect(await page.locator('input[name="letterOn"]').inputValue()).toBe(county.impossible.typed);
    expect(await page.locator('input[name="url"]').inputValue()).toBe('https://desk.example/sla');
    await expectSound(page);
  });

  test('what was typed is still there after an ended session and a new sign-in', async () => {
    await visit(page, stepPath());
    await page.locator('input[name="letterNumber"]').fill('۴۴۰/پ');
    await page.locator('input[name="url"]').fill('https://desk.example/draft');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'ارسال', exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/sign-in');
    const { username, password } = county.account('liaison');
    await page.locator('input[name="username"]').fill(username);
    await page.locator('input[name="password"]').fill(password);
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL((url) => url.pathname === `/my/${county.body.code}/${county.body.step}`);
    expect(await page.locator('input[name="letterNumber"]').inputValue()).toBe('۴۴۰/پ');
    expect(await page.locator('input[name="url"]').inputValue()).toBe('https://desk.example/draft');
  });

  test('a step is reported with a letter, an address and a photograph, and a numbered receipt comes back', async () => {
    await visit(page, stepPath());
    await page.locator('input[name="letterNumber"]').fill('۳۱۲/گ');
    await page.locator('input[name="letterOn"]').fill(county.letterOn);
    await page.locator('input[name="url"]').fill('https://desk.example/sla');
    await page.locator('input[type="file"]').setInputFiles({ name: 'تابلو.png', mimeType: 'image/png', buffer: PNG });
    await page.locator('input[name="uploads[]"]').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'ارسال', exact: true }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
    expect(await page.locator('h1').first().innerText()).toContain('گزارش شما رسید.');
    expect(await page.locator('main').innerText()).toContain(county.receiptStart);
    await expectSound(page);
  });

  test('the same step cannot be reported a second time', async () => {
    await visit(page, stepPath());
    expect(await page.getByRole('button', { name: 'ارسال', exact: true }).count()).toBe(0);
  });

  test('a file that is not what its name says is refused', async () => {
    await visit(page, `/my/${county.body.code}/${county.body.otherStep}?do=claim`);
    // The refusal is an answer of the server, which the browser notes in its own time.
    const isRefusal = (message: ConsoleMessage) => /status of 4\d\d/.test(message.text());
    const noted = page.waitForEvent('console', isRefusal);
    await page.locator('input[type="file"]').setInputFiles({
      name: 'صورت‌جلسه.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html><script>alert(1)</script></html>'),
    });
    await page.getByRole('alert').or(page.locator('.err')).first().waitFor();
    await noted;
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
    await visit(page, `/bodies/${county.otherBody.code}`, { status: 404 });
    await visit(page, `/bodies/${county.body.code}`);
  });
}
