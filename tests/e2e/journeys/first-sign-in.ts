import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { expectSound, signIn } from '../../support/browser';

/** Signs in with a temporary password, which leads nowhere but to the change of it. */
export async function signInFirst(page: Page, username: string, temporary: string, chosen: string): Promise<void> {
  await signIn(page, username, temporary);
  expect(new URL(page.url()).pathname).toBe('/change-password');
  await expectSound(page);
  await page.locator('input[name="currentPassword"]').fill(temporary);
  await page.locator('input[name="newPassword"]').fill(chosen);
  await page.locator('input[name="repeatPassword"]').fill(chosen);
  await page.getByRole('main').locator('button[type="submit"]').click();
  await page.waitForURL((url) => url.pathname !== '/change-password' && url.pathname !== '/');
}
