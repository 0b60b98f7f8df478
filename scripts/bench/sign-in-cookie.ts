import { chromium } from 'playwright-core';
import { ensureBrowser } from '../support/browser.mjs';

/** Signs in through the form of a running server and returns the cookies as one header. */
export async function signInForCookie(baseUrl: string, username: string, password: string): Promise<string> {
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${baseUrl}/sign-in`);
    await page.locator('input[name="username"]').fill(username);
    await page.locator('input[name="password"]').fill(password);
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  } finally {
    await browser.close();
  }
}
