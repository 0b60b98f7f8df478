import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, expectSound, launchBrowser, openPage, PHONE, signInAs, visit } from '../support/browser';

let browser: Browser;
let page: Page;

const latinNumber = (text: string) => Number(text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))));

/** What a part of the page says; the no-break spaces of dates read as spaces. */
const textOf = async (selector: string) => (await page.locator(selector).first().innerText()).replaceAll('\u00a0', ' ');

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser);
  await signInAs(page, 'deputy');
});

afterAll(async () => {
  await browser.close();
});

test('the first page answers whether the deadline will be met, who is the reason and what waits', async () => {
  await visit(page, '/dashboard');
  expect(await textOf('h1')).toMatch(/به مهلت .* (می‌رسد|نمی‌رسد)/);
  expect(await textOf('.deadline')).toContain('۱۳');
  expect(await textOf('.deadline')).toContain('۹');
  expect(await page.locator('.tracks tbody tr').count()).toBe(5);
  expect(await page.locator('.late-t tbody tr').count()).toBe(10);
});

test('an explorable chart takes the place of the drawn one, and axe is content with both', async () => {
  await visit(page, '/dashboard');
  expect(await page.locator('[data-s-curve] svg').count()).toBeGreaterThan(0);
  await page.locator('#curve').scrollIntoViewIfNeeded();
  await page.locator('.recharts-surface').first().waitFor();
  await expectSound(page);
});

test('a past day is shown as it was known then, and its address can be kept', async () => {
  await visit(page, '/dashboard?asOf=1397-08-01&track=NT');
  expect(await textOf('h1')).toContain('اتصال به شبکه دولت');
  expect(await textOf('.scope')).toContain('سه‌شنبه ۱ آبان ۱۳۹۷');
  await page.getByRole('link', { name: /یک هفته جلوتر/ }).click();
  await page.waitForURL((url) => url.searchParams.get('asOf') === '1397-08-08');
  expect(new URL(page.url()).searchParams.get('track')).toBe('NT');
});

test.each([
  ['1397-12-30', 'اسفند ۱۳۹۷ بیست‌ونه روز دارد.'],
  ['۱۳۹۷/۱۳/۰۱', 'ماه ۱۳ نداریم'],
  ['2018-12-08', 'میلادی'],
])('the impossible day %s leads to today with a sentence', async (day, sentence) => {
  await visit(page, `/dashboard?asOf=${encodeURIComponent(day)}`);
  expect(await textOf('[role="alert"]')).toContain(sentence);
  expect(await textOf('.scope')).toContain('۱۷ آذر ۱۳۹۷');
});

test('a part of a bar leads to exactly the bodies it counts', async () => {
  await visit(page, '/dashboard');
  const part = page.locator('#status .stt .stack a.f-late').first();
  const counted = latinNumber(await part.innerText());
  await part.click();
  await page.waitForURL((url) => url.pathname === '/bodies');
  expect(new URL(page.url()).searchParams.get('status')).toBe('late');
  expect(counted).toBeGreaterThan(0);
  expect(latinNumber(/([۰-۹]+) مورد/.exec(await textOf('main'))?.[1] ?? '')).toBe(counted);
  await expectSound(page);
});

test('the list forgives spelling, and suggests when it finds nothing', async () => {
  await visit(page, `/bodies?q=${encodeURIComponent('دهياري گزير')}`);
  expect(await page.locator('.bodies-t tbody tr').count()).toBe(1);
  await visit(page, `/bodies?q=${encodeURIComponent('گذیر')}`);
  expect(await textOf('.emp')).toContain('دهیاری گزیر');
});

test('the page of a body, the heat map and the dark and narrow screens are sound', async () => {
  await visit(page, '/bodies/EA-002');
  expect(await page.locator('.strip > li').count()).toBe(4);
  await visit(page, '/dashboard/heat-map?deadline=1397-09-30');
  const dark = await openPage(browser, { ...DESKTOP, colorScheme: 'dark' });
  await signInAs(dark, 'deputy');
  for (const path of ['/dashboard', '/bodies', '/bodies/EA-002', '/review']) await visit(dark, path);
  const phone = await openPage(browser, { ...PHONE, viewport: { width: 360, height: 740 } });
  await signInAs(phone, 'deputy');
  for (const path of ['/dashboard', '/bodies', '/bodies/EA-002', '/review']) await visit(phone, path);
});

test('a claim is verified, and the decision can be taken back', async () => {
  await visit(page, '/review?filter=claims');
  await page.getByRole('button', { name: /^تأیید V/ }).click();
  await page.getByText('تأیید ثبت شد.').first().waitFor();
  await expectSound(page);
  await page.locator('.undo > summary').click();
  await page.locator('.undo button[type="submit"]').click();
  await page.getByText('تصمیم بازگردانده شد.').first().waitFor();
});

test('a claim is returned with a reason that the liaison reads', async () => {
  await visit(page, '/review?filter=claims');
  await page.locator('details.return > summary').click();
  await page.locator('details.return input[type="radio"]').first().check();
  await page.getByRole('button', { name: 'عودت با این دلیل' }).click();
  await page.getByText('عودت ثبت شد.').first().waitFor();
  await expectSound(page);
});

test('the second of two people is told what the first did, and nothing is overwritten', async () => {
  await visit(page, '/review?filter=claims');
  const expert = await openPage(browser);
  await signInAs(expert, 'expert');
  const item = await page.locator('input[name="claim"]').first().inputValue();
  await expert.goto(`/review?filter=claims&item=${item}`);
  await visit(page, `/review?filter=claims&item=${item}`);
  await page.getByRole('button', { name: /^تأیید V/ }).click();
  await page.getByText('تأیید ثبت شد.').first().waitFor();
  await expert.getByRole('button', { name: /^تأیید V/ }).click();
  await expert.getByText('معاون فرماندار (نمونه)').first().waitFor();
  await expectSound(expert);
});
