import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Cookie,
  type Page,
} from 'playwright-core';
import { expect, inject } from 'vitest';
import { ownDemo } from './own-demo';
import type { DemoAccount } from './server';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const AXE_SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: inject('browserPath'), args: FLAGS });
}

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** What went wrong in a page without the person seeing it; each entry is a sentence. */
const complaints = new WeakMap<Page, string[]>();

/** Words that no page of a visitor may say. */
const forbidden = new WeakMap<Page, RegExp>();

/** From now on a page that `visit` or `expectSound` looks at fails if its words, labels or title say this. */
export function forbidWords(page: Page, pattern: RegExp): void {
  forbidden.set(page, pattern);
}

/** A page of a context of its own (nobody signed in) that keeps every console error, failed request and breach of the CSP. */
export async function openPage(browser: Browser, options: BrowserContextOptions = DESKTOP): Promise<Page> {
  const baseURL = options.baseURL ?? (await ownDemo()).url;
  const context = await browser.newContext({ locale: 'fa-IR', timezoneId: 'Asia/Tehran', ...options, baseURL });
  return openPageIn(context, baseURL);
}

async function openPageIn(context: BrowserContext, baseUrl: string): Promise<Page> {
  const page = await context.newPage();
  const found: string[] = [];
  complaints.set(page, found);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console.error: ${message.text()} (${page.url()})`);
  });
  page.on('pageerror', (error) => found.push(`exception: ${error.message} (${page.url()})`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page left before a prefetch ended, and a download, end a request without being a failure.
    if (reason !== 'net::ERR_ABORTED') found.push(`request failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) found.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOwn = !protocol.startsWith('http') || origin === baseUrl;
    if (!isOwn) found.push(`request to another machine: ${request.url()}`);
  });
  return page;
}

/** Fails if anything was noted since the last look; `expected` lets the named complaints pass. */
export function expectNoComplaints(page: Page, expected: readonly RegExp[] = []): void {
  const found = complaints.get(page) ?? [];
  const unexpected = found.splice(0).filter((text) => !expected.some((pattern) => pattern.test(text)));
  expect(unexpected).toEqual([]);
}

/** Goes to a path, expects the status, no complaint of the browser and no violation of axe. */
export async function visit(page: Page, path: string, options: { status?: number } = {}): Promise<void> {
  const status = options.status ?? 200;
  const response = await page.goto(path, { waitUntil: 'load' });
  expect(response?.status(), path).toBe(status);
  await expectSound(page, status >= 400 ? [new RegExp(`status of ${status}`)] : []);
}

/** No complaint of the browser, no violation of axe, and nothing that has to be scrolled sideways. */
export async function expectSound(page: Page, expected: readonly RegExp[] = []): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // what an action leads to gets its title a moment after its words
  await page.waitForFunction(() => document.title !== '');
  expect(await axeViolations(page), page.url()).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
  const pattern = forbidden.get(page);
  if (pattern) expect(await wordsThat(page, pattern), page.url()).toEqual([]);
  expectNoComplaints(page, expected);
}

/** Texts of a page that fit a pattern: its title, what stands in it, and what its labels, hints and fields say. */
async function wordsThat(page: Page, pattern: RegExp): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isCode = ['SCRIPT', 'STYLE'].includes(node.parentElement?.tagName ?? '');
      if (!isCode) found.push(node.textContent ?? '');
    }
    for (const element of document.querySelectorAll('[title], [aria-label], [alt], [placeholder], [value]')) {
      for (const name of ['title', 'aria-label', 'alt', 'placeholder', 'value'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  return texts.filter((text) => pattern.test(text));
}

/** Violations as `rule: selector` lines. The source is evaluated by the debugger, which the page's CSP does not rule. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE_SOURCE);
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    // what passed is not written out, which is most of the work on a large page
    return axe.run({ resultTypes: ['violations'], preload: false });
  });
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${violation.help})`),
  );
}

/** Signs in through the form and waits until it has led away from it. */
export async function signIn(page: Page, username: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').first().click();
  await page.waitForURL((url) => url.pathname !== '/' && !url.pathname.startsWith('/sign-in'));
  // what is drawn as text comes with the document, which an action's answer is not
  await page.locator('h1').first().waitFor();
}

/** Sessions of this test file, by user name. */
const sessions = new Map<string, Cookie[]>();

/** Signs a page in: the first time through the form, later with the same session. The page to open is left to the test. */
export async function resumeSession(page: Page, { username, password }: Credentials): Promise<void> {
  const cookies = sessions.get(username);
  if (cookies) return page.context().addCookies(cookies);
  await signIn(page, username, password);
  sessions.set(username, await page.context().cookies());
}

export type Credentials = Pick<DemoAccount, 'username' | 'password'>;

/** The first account of the demonstration with a role. */
export function demoAccount(role: string): DemoAccount {
  const account = inject('accounts').find((each) => each.role === role);
  if (!account) throw new Error(`The demo has no account with the role ${role}.`);
  return account;
}

/** Signs a page in as the first account of the demonstration with a role. */
export function signInAs(page: Page, role: string): Promise<void> {
  return resumeSession(page, demoAccount(role));
}
