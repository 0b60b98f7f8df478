import { createHash } from 'node:crypto';
import { cpSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase, type Db } from '@/db/client';
import { events, uploads } from '@/db/schema/index';
import { demoAccount, expectSound, launchBrowser, openPage, signIn } from '../support/browser';
import { demoEnvironment, startServer, temporaryFolder, type RunningServer } from '../support/server';
import { Line, paperOf, SMALL_PHONE, watchPieces } from '../support/slow-line';

/** What one request carries. */
const CHUNK = 128 * 1024;
const STEP = '/my/EA-002/ED8?do=claim';
/** What the browser notes about a line that is cut, a server that is away and a session that has ended. */
const CUT = [/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_NETWORK|ERR_EMPTY_RESPONSE|ERR_SOCKET/, /status of 401/];

let browser: Browser;
let server: RunningServer;
let db: Db;
let page: Page;
let line: Line;
const account = demoAccount('liaison');

beforeAll(async () => {
  browser = await launchBrowser();
  const folder = temporaryFolder('slow-line');
  cpSync(inject('sampleDir'), folder.path, { recursive: true });
  server = await startServer(demoEnvironment(folder.path));
  db = openDatabase(`${folder.path}/mizban.db`);
  page = await openPage(browser, { ...SMALL_PHONE, baseURL: server.url });
  line = await Line.of(page);
  await signIn(page, account.username, account.password);
});

afterAll(async () => {
  db.$client.close();
  await browser.close();
  await server.stop();
});

const sending = () => page.locator('.sending li');
const arrived = (name: string) => page.locator('.uploads:not(.sending) li', { hasText: name });
const storedOf = (content: Buffer) => {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return db
    .select()
    .from(uploads)
    .all()
    .filter((upload) => upload.sha256 === sha256);
};

/** Opens the form, types a number, chooses a paper on a slow line, and waits until some of it is there but not all. */
async function beginSending(name: string, content: Buffer): Promise<void> {
  await line.free();
  await page.goto(STEP);
  await page.locator('input[name="letterNumber"]').fill(`۳۱۲/${name}`);
  await line.slow();
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer: content });
  await page.waitForFunction(() => {
    const progress = document.querySelector<HTMLProgressElement>('.sending progress');
    return progress !== null && progress.value >= 55 && progress.value < 90;
  });
}

/** The file has arrived whole, once, and no more than one piece of it went over the line in vain. */
async function expectArrived(name: string, content: Buffer, sentBytes: number): Promise<void> {
  await arrived(name).waitFor({ timeout: 60_000 });
  expect(storedOf(content)).toHaveLength(1);
  expect(sentBytes - content.length, 'sent in vain').toBeLessThanOrEqual(CHUNK);
  expect(await page.locator('input[name="letterNumber"]').inputValue()).toBe(`۳۱۲/${name}`);
}

test('the first load of the liaison page on 3G', async () => {
  await line.slow();
  const load = await line.firstLoad(page, '/my');
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log(
    `first load of /my on 3G: ${kilobytes(load.bytes)} (scripts ${kilobytes(load.scriptBytes)}), ${load.seconds.toFixed(1)} s`,
  );
  expect(load.bytes).toBeLessThan(450_000);
  expect(load.seconds).toBeLessThan(15);
  await line.free();
});

describe('a file on its way', () => {
  test('goes on after the server was killed, losing at most one piece', async () => {
    const paper = paperOf(2 * CHUNK + 1000);
    const pieces = watchPieces(page, paper.length, CHUNK);
    await beginSending('کشته.pdf', paper);
    const { port } = new URL(server.url);
    await server.kill();
    await page.getByText('ارتباط قطع شد').first().waitFor();
    expect(storedOf(paper)).toEqual([]);
    server = await startServer(demoEnvironment(server.dataDir), process.cwd(), Number(port));
    await expectArrived('کشته.pdf', paper, pieces.sentBytes());
    await expectSound(page, CUT);
  });

  test('goes on when the line comes back, and can be called off while it is cut', async () => {
    const paper = paperOf(2 * CHUNK + 2000);
    const pieces = watchPieces(page, paper.length, CHUNK);
    await beginSending('قطع.pdf', paper);
    await line.cut();
    await page.getByText('ارتباط قطع شد').first().waitFor();
    await expectSound(page, CUT);
    // a second file waits behind the first, and is not wanted any more
    const second = { name: 'دوم.pdf', mimeType: 'application/pdf', buffer: paperOf(5000) };
    await page.locator('input[type="file"]').setInputFiles(second);
    await page.getByRole('button', { name: 'انصراف از دوم.pdf' }).click();
    // the button asks the server at once, in vain as yet; once the line is back it needs no button
    const asked = page.waitForRequest((request) => request.method() === 'HEAD' && request.url().includes('/parts/'));
    await page.getByRole('button', { name: 'تلاش دوباره' }).click();
    await asked;
    await line.slow();
    await expectArrived('قطع.pdf', paper, pieces.sentBytes());
    expect(await arrived('دوم.pdf').count()).toBe(0);
    await expectSound(page, CUT);
  });

  test('goes on after a reload, and what was typed is there again', async () => {
    const paper = paperOf(2 * CHUNK + 3000);
    const pieces = watchPieces(page, paper.length, CHUNK);
    await beginSending('بارگذاری.pdf', paper);
    await page.reload();
    await page.getByText('برگردانده شد').first().waitFor();
    await sending().first().waitFor();
    await expectSound(page, CUT);
    await expectArrived('بارگذاری.pdf', paper, pieces.sentBytes());
    // one that has arrived is kept with the rest of the draft
    await page.waitForTimeout(600);
    await page.reload();
    await arrived('بارگذاری.pdf').waitFor();
    await page.getByRole('button', { name: 'پاک کردن و از نو نوشتن' }).click();
    expect(await page.locator('input[name="letterNumber"]').inputValue()).toBe('');
    expect(await arrived('بارگذاری.pdf').count()).toBe(0);
  });

  test('goes on after the session ended and a new sign-in, and the form is as it was', async () => {
    const paper = paperOf(2 * CHUNK + 4000);
    const pieces = watchPieces(page, paper.length, CHUNK);
    await beginSending('نشست.pdf', paper);
    db.$client.exec('delete from sessions');
    await page.getByRole('link', { name: 'ورود دوباره' }).waitFor();
    await expectSound(page, CUT);
    await line.free();
    await page.getByRole('link', { name: 'ورود دوباره' }).click();
    await page.locator('input[name="username"]').fill(account.username);
    await page.locator('input[name="password"]').fill(account.password);
    await page.locator('button[type="submit"]').first().click();
    await page.waitForURL((url) => url.pathname === '/my/EA-002/ED8');
    await expectArrived('نشست.pdf', paper, pieces.sentBytes());
  });

  test('is waited for by a report that was sent too early', async () => {
    const paper = paperOf(CHUNK);
    await line.free();
    await page.goto(STEP);
    await page.locator('input[name="letterNumber"]').fill('۳۱۲');
    await page.locator('input[name="letterOn"]').fill('1397/09/16');
    const before = db.select().from(events).all().length;
    await line.slow();
    const chosen = { name: 'ماند.pdf', mimeType: 'application/pdf', buffer: paper };
    await page.locator('input[type="file"]').setInputFiles(chosen);
    await sending().first().waitFor();
    await page.getByRole('button', { name: 'ارسال', exact: true }).click();
    await page.getByText('فایل هنوز در راه است').first().waitFor();
    expect(db.select().from(events).all()).toHaveLength(before);
    await page.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
    await page.getByText('ماند.pdf').first().waitFor();
    expect(db.select().from(events).all()).toHaveLength(before + 1);
  });
});

test('the button pressed twice on a slow line makes one event with one receipt, and the draft goes', async () => {
  await line.free();
  await page.goto('/my/EA-002/ED6?do=claim');
  await page.locator('input[name="url"]').fill('https://desk.example/sla');
  const before = db.select().from(events).all().length;
  await line.slow();
  await page.getByRole('button', { name: 'ارسال', exact: true }).dblclick();
  await page.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
  await page.locator('.receipt-number').waitFor();
  expect(db.select().from(events).all()).toHaveLength(before + 1);
  await expectSound(page, CUT);
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('|ED6|')));
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes('|ED6|')));
  expect(await drafts()).toEqual([]);
});

test('after signing out nothing of what was typed or chosen is left on the device', async () => {
  await line.free();
  await page.goto('/my/EA-002/ED6?do=withdraw');
  await page.locator('textarea[name="note"]').fill('اشتباه شد');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('mizban.draft.')));
  await page.evaluate(() => {
    const form = [...document.forms].find((each) => each.textContent?.includes('خروج'));
    form?.requestSubmit();
  });
  await page.waitForURL((url) => url.pathname === '/sign-in');
  await page.waitForFunction(() => Object.keys(localStorage).length === 0);
  const files = await page.evaluate(() => indexedDB.databases());
  expect(files).toEqual([]);
});
