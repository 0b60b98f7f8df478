import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectSound, launchBrowser, openPage, PHONE, signInAs, visit } from '../support/browser';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser, { ...PHONE, viewport: { width: 360, height: 640 } });
  await signInAs(page, 'liaison');
});

afterAll(() => browser.close());

/** What a link promises to lead to. */
const promised = async (selector: string) => Number(await page.locator(selector).first().getAttribute('data-count'));
const listed = async () => Number(await page.locator('[data-total-messages]').getAttribute('data-total-messages'));
const unread = () => promised('.my-main a[href="/my/inbox?unread=1"]');

test('the first page counts the unread messages, and the number leads to exactly those', async () => {
  await visit(page, '/my');
  const count = await unread();
  expect(count).toBeGreaterThan(2);
  await visit(page, '/my/inbox?unread=1');
  expect(await listed()).toBe(count);
  expect(await page.locator('main').innerText()).toContain('تنها خوانده‌نشده‌ها');
});

test('opening a message leads to its step, and one unread message less is left', async () => {
  await visit(page, '/my');
  const before = await unread();
  await visit(page, '/my/inbox?unread=1');
  const link = page.locator('.inbox li.new a.plain').first();
  const title = (await link.innerText()).trim();
  await link.click();
  await page.waitForURL((url) => url.pathname !== '/my/inbox');
  expect(new URL(page.url()).pathname.startsWith('/my')).toBe(true);
  await expectSound(page);
  await visit(page, '/my');
  expect(await unread()).toBe(before - 1);
  await visit(page, `/my/inbox?q=${encodeURIComponent(title)}`);
  expect(await page.locator('.inbox').innerText()).toContain('خواندید:');
});

test('one press marks a message as read, in the list as it is filtered', async () => {
  await visit(page, '/my/inbox?unread=1');
  const before = await listed();
  await page.locator('.inbox li.new button').first().click();
  await page.waitForURL((url) => url.searchParams.get('done') === 'one');
  await page.getByText('پیام خوانده شمرده شد.').waitFor();
  expect(await listed()).toBe(before - 1);
  await expectSound(page);
});

test('the filter by subject keeps to it and says so', async () => {
  await visit(page, '/my/inbox');
  const all = await listed();
  await page.locator('.inbox-filter summary').click();
  await page.locator('select[name="kind"]').selectOption('returned');
  await page.getByRole('button', { name: 'نمایش', exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('kind') === 'returned');
  const titles = await page.locator('.inbox li a.plain').allInnerTexts();
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.filter((title) => !title.includes('عودت'))).toEqual([]);
  expect(await listed()).toBeLessThan(all);
  await expectSound(page);
});

test('without script all are marked as read with one press, and an own mobile number is kept', async () => {
  const plain = await openPage(browser, { ...PHONE, javaScriptEnabled: false });
  await signInAs(plain, 'liaison');
  await plain.goto('/my/inbox');
  await plain.locator('button[name="all"]').click();
  await plain.getByText('همهٔ پیام‌ها خوانده شمرده شد.').waitFor();
  expect(await plain.locator('.inbox li.new').count()).toBe(0);
  await plain.locator('#outside summary').click();
  await plain.locator('input[name="mobile"]').fill('۰۹۱۷ ۱۲۳ ۴۵۶۷');
  await plain.getByRole('button', { name: 'ثبت', exact: true }).click();
  await plain.getByText('نشانی شما برای خبررسانی ثبت شد.').waitFor();
  expect(await plain.locator('input[name="mobile"]').inputValue()).toBe('۰۹۱۷۱۲۳۴۵۶۷');
  await plain.context().close();
});

test('another’s message cannot be opened, and no other role has an inbox', async () => {
  await visit(page, '/my/inbox/open?key=e:999999');
  expect(await page.locator('main').innerText()).toContain('این پیام دیگر در فهرست نیست.');
  const deputy = await openPage(browser);
  await signInAs(deputy, 'deputy');
  await visit(deputy, '/my/inbox', { status: 404 });
  await visit(deputy, '/admin/notifications', { status: 404 });
  await deputy.context().close();
});

test('the admin sees that a demonstration never sends, also when asked for a test message', async () => {
  const admin = await openPage(browser);
  await signInAs(admin, 'admin');
  await visit(admin, '/admin/notifications');
  expect(await admin.locator('main').innerText()).toContain('از دادهٔ نمایشی چیزی فرستاده نمی‌شود');
  await admin.locator('#test-sms button').click();
  await admin.locator('#test-sms [role=alert]').waitFor();
  await admin.locator('#notifications input[name="sms"]').check();
  await admin.locator('#notifications button').click();
  await admin.getByText('تنظیم خبررسانی ثبت شد.').waitFor();
  await expectSound(admin);
  await admin.context().close();
});
