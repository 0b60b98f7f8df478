import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  demoAccount,
  expectNoComplaints,
  expectSound,
  launchBrowser,
  openPage,
  PHONE,
  signIn,
  visit,
} from '../support/browser';

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
  const { username } = demoAccount('deputy');
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
  const { username, password } = demoAccount(role);
  await signIn(page, username, password);
  expect(new URL(page.url()).pathname).toBe(path);
  await expectSound(page);
});

test('signing in works on a phone with scripts off', async () => {
  const page = await openPage(browser, { ...PHONE, javaScriptEnabled: false });
  const { username, password } = demoAccount('deputy');
  await signIn(page, username, password);
  expect(new URL(page.url()).pathname).toBe('/dashboard');
  // With scripts off the browser reports each script it did not load.
  expectNoComplaints(page, [/_next\/static\/chunks\/\S+ csp$/]);
});
