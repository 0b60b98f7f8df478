import path from 'node:path';
import type { Page } from 'playwright-core';
import { expectSound, visit } from '../../support/browser';

export type ImportKind = 'bodies' | 'history' | 'programme';

/** Sends files to the screen of imports and waits for the preview. */
export async function previewImport(page: Page, kind: ImportKind, files: readonly string[]): Promise<void> {
  await visit(page, '/admin/imports');
  const form = page.locator(`#${kind}`);
  await form.locator('input[type="file"]').setInputFiles(files.map((file) => path.resolve(file)));
  await form.getByRole('button', { name: 'بررسی فایل' }).click();
  await page.waitForURL((url) => /^\/admin\/imports\/.+/.test(url.pathname));
  await expectSound(page);
}

/** Takes in what the preview shows and waits for the answer. */
export async function confirmImport(page: Page, kind: ImportKind): Promise<void> {
  await page.getByRole('button', { name: /^(بارگذاری|ثبت) [۰-۹]/ }).click();
  await page.waitForURL((url) => url.pathname === '/admin/imports' && url.searchParams.get('done') === kind);
  await page.getByRole('status').filter({ hasText: 'بارگذاری شد' }).waitFor();
  await expectSound(page);
}
