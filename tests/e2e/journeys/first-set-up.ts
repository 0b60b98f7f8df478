import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { expectSound, visit } from '../../support/browser';

/** On an empty installation every address leads to the page that makes the first admin, who is then signed in. */
export async function setUpFirstAdmin(
  page: Page,
  admin: { readonly name: string; readonly username: string; readonly password: string },
): Promise<void> {
  await visit(page, '/');
  expect(new URL(page.url()).pathname).toBe('/set-up');
  await page.locator('input[name="name"]').fill(admin.name);
  await page.locator('input[name="username"]').fill(admin.username);
  await page.locator('input[name="password"]').fill(admin.password);
  await page.locator('input[name="repeatPassword"]').fill(admin.password);
  await page.getByRole('main').locator('button[type="submit"]').click();
  await page.waitForURL((url) => !['/', '/set-up'].includes(url.pathname));
  await expectSound(page);
}
