import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectNoComplaints, expectSound, launchBrowser, openPage, PHONE, signInAs, visit } from '../support/browser';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

test('nobody sees a page of the desk without signing in', async () => {
  const page = await openPage(browser);
  await visit(page, '/dashboard');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('a wrong password is refused with a sentence, and the name typed stays', async () => {
  const page = await openPage(browser);
  await visit(page, '/sign-in');
  const username = inject('accounts')[0]?.username ?? '';
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill('not-the-password');
  await page.locator('button[type="submit"]').first().click();
  await page.locator('[role="alert"]').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  expect(await page.locator('input[name="username"]').inputValue()).toBe(username);
  await expectSound(page);
});

test.each([
  ['deputy', '/dashboard'],
  ['expert', '/dashboard'],
  ['viewer', '/dashboard'],
  ['admin', '/dashboard'],
  ['liaison', '/my'],
])('%s is led to %s after signing in', async (role, path) => {
  const page = await openPage(browser);
  await signInAs(page, role);
  expect(new URL(page.url()).pathname).toBe(path);
  await expectSound(page);
});

test('signing in works on a phone with scripts off', async () => {
  const page = await openPage(browser, { ...PHONE, javaScriptEnabled: false });
  await signInAs(page, 'deputy');
  expect(new URL(page.url()).pathname).toBe('/dashboard');
  // With scripts off the browser reports each script it did not load.
  expectNoComplaints(page, [/_next\/static\/chunks\/\S+ csp$/]);
});
