import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Db } from '@/db/client';
import { events, uploads } from '@/db/schema/index';
import { expectNoComplaints, launchBrowser, openPage, signInAs, signIn } from '../support/browser';
import { ownDemo } from '../support/own-demo';
import { paperOf, SMALL_PHONE } from '../support/slow-line';

const PARTS = '/my/uploads/parts';
const PASSWORD = 'Lengeh-1397';

let browser: Browser;
let db: Db;
let liaison: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const { dataDir } = await ownDemo();
  db = openDatabase(`${dataDir}/mizban.db`);
  liaison = await openPage(browser, { ...SMALL_PHONE, javaScriptEnabled: false });
  await signInAs(liaison, 'liaison');
});

afterAll(async () => {
  db.$client.close();
  await browser.close();
});

async function requestsOf(role: string): Promise<APIRequestContext> {
  const page = await openPage(browser);
  await signInAs(page, role);
  return page.context().request;
}

const begin = (requests: APIRequestContext, size: number, body = 'EA-002') =>
  requests.post(PARTS, { data: { body, name: 'نامه.pdf', size } });
const idOf = async (requests: APIRequestContext, size: number) =>
  ((await (await begin(requests, size)).json()) as { id: string }).id;
const append = (requests: APIRequestContext, id: string, offset: number | string, data: Buffer) =>
  requests.patch(`${PARTS}/${id}`, { data, headers: { 'Upload-Offset': String(offset) } });
const offsetOf = async (requests: APIRequestContext, id: string) =>
  (await requests.head(`${PARTS}/${id}`)).headers()['upload-offset'];

describe('a file in pieces', () => {
  test('begins, goes on where it stopped, and is finished as often as asked', async () => {
    const { request } = liaison.context();
    const paper = paperOf(300_000);
    const id = await idOf(request, paper.length);
    expect((await append(request, id, 0, paper.subarray(0, 200_000))).status()).toBe(204);
    const wrong = await append(request, id, 0, paper.subarray(0, 100));
    expect([wrong.status(), wrong.headers()['upload-offset']]).toEqual([409, '200000']);
    expect(await offsetOf(request, id)).toBe('200000');
    const early = await request.post(`${PARTS}/${id}`);
    expect([early.status(), early.headers()['upload-offset']]).toEqual([409, '200000']);
    expect((await append(request, id, 200_000, paper.subarray(200_000))).headers()['upload-offset']).toBe('300000');
    const [first, second] = [await request.post(`${PARTS}/${id}`), await request.post(`${PARTS}/${id}`)];
    expect(first.status()).toBe(201);
    expect(await second.json()).toEqual(await first.json());
  });

  test('too large, too much, without an offset, from another site: refused', async () => {
    const { request } = liaison.context();
    for (const size of [1.5, -1]) expect((await begin(request, size)).status()).toBe(400);
    const tooLarge = await begin(request, Math.floor(10.1 * 1024 * 1024));
    expect(tooLarge.status()).toBe(413);
    expect(((await tooLarge.json()) as { message: string }).message).toContain('۱۰ مگابایت');
    const id = await idOf(request, 100);
    expect((await append(request, id, 0, Buffer.alloc(101))).status()).toBe(413);
    expect((await append(request, id, 0, Buffer.alloc(600_000))).status()).toBe(413);
    expect((await append(request, id, 'x', Buffer.alloc(10))).status()).toBe(400);
    const elsewhere = { headers: { Origin: 'http://elsewhere.example' }, data: { body: 'EA-002', name: 'a', size: 1 } };
    expect((await request.post(PARTS, elsewhere)).status()).toBe(403);
    expect(await offsetOf(request, id)).toBe('0');
  });

  test.each(['deputy', 'expert', 'viewer', 'admin'])("another person's is not found by the %s", async (role) => {
    const { request } = liaison.context();
    const id = await idOf(request, 100);
    await append(request, id, 0, Buffer.alloc(40));
    const others = await requestsOf(role);
    const before = db.select().from(uploads).all().length;
    const answers = [
      await others.head(`${PARTS}/${id}`),
      await append(others, id, 40, Buffer.alloc(60)),
      await others.post(`${PARTS}/${id}`),
      await others.delete(`${PARTS}/${id}`),
    ];
    expect(answers.map((answer) => answer.status())).toEqual([404, 404, 404, 404]);
    expect(await offsetOf(request, id)).toBe('40');
    expect(db.select().from(uploads).all()).toHaveLength(before);
  });

  test.each([
    ['liaison', 'EA-001', 404],
    ['liaison', 'NO-999', 404],
    ['viewer', 'EA-002', 403],
    ['admin', 'EA-002', 403],
    ['deputy', 'EA-002', 201],
    ['expert', 'EA-002', 201],
  ])('the %s begins one for %s: %d', async (role, body, status) => {
    expect((await begin(await requestsOf(role), 10, body)).status()).toBe(status);
  });

  test('somebody who has not signed in is told so, and the piece is not taken', async () => {
    const { request } = liaison.context();
    const id = await idOf(request, 100);
    const nobody = (await openPage(browser)).context().request;
    expect((await append(nobody, id, 0, Buffer.alloc(10))).status()).toBe(401);
    expect((await begin(nobody, 10)).status()).toBe(401);
    const asked = await nobody.head(`${PARTS}/${id}`, { maxRedirects: 0 });
    expect([asked.status(), asked.headers()['location']?.includes('/sign-in')]).toEqual([307, true]);
    expect(await offsetOf(request, id)).toBe('0');
  });
});

/** What a form without script would send: its fields as they are drawn. */
function fieldsOf(page: Page, form: string): Promise<[string, string][]> {
  return page.evaluate(
    (id) =>
      [...new FormData(document.getElementById(id) as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    form,
  );
}

async function sendAtOnce(page: Page, path: string, fields: readonly [string, string][]): Promise<string[]> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const { url } = await ownDemo();
  const send = async () => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    const headers = { Cookie: cookie, Origin: url, Referer: url + path };
    const answer = await fetch(url + path, { method: 'POST', body: data, headers, redirect: 'manual' });
    return `${answer.status} ${answer.headers.get('location') ?? ''}`;
  };
  return Promise.all(Array.from({ length: 6 }, send));
}

describe('without script', () => {
  test('six sendings of one form at the same time become one event, and all lead to its receipt', async () => {
    await liaison.goto('/my');
    const fields = (await fieldsOf(liaison, 'contact')).map(([name, value]): [string, string] => [
      name,
      name === 'contact' ? 'علی رضایی، ۰۹۱۷۰۰۰۰۰۰۰' : value,
    ]);
    const before = db.select().from(events).all().length;
    const answers = await sendAtOnce(liaison, '/my', fields);
    expect(db.select().from(events).all()).toHaveLength(before + 1);
    expect(new Set(answers).size, answers.join('\n')).toBe(1);
    expect(answers[0]).toMatch(/^303 \/my\/receipts\/\d+\?new=1$/);
  });

  test('a file travels with the report and becomes its evidence', async () => {
    const page = await openPage(browser, { ...SMALL_PHONE, javaScriptEnabled: false });
    await signInAs(page, 'liaison');
    await page.goto('/my/EA-002/ED6?do=claim');
    await page.locator('input[name="url"]').fill('https://desk.example/sla');
    const paper = { name: 'صورت‌جلسه.pdf', mimeType: 'application/pdf', buffer: paperOf(20_000) };
    await page.locator('input[type="file"]').setInputFiles(paper);
    await page.getByRole('button', { name: 'ارسال', exact: true }).click();
    await page.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
    expect(await page.locator('main').innerText()).toContain('صورت‌جلسه.pdf');
    // With scripts off the browser reports each script it did not load.
    expectNoComplaints(page, [/_next\/static\/chunks\/\S+ csp$/]);
  });

  test('a file sent on its own comes back with what was typed, which another liaison does not see', async () => {
    await liaison.goto('/my/EA-002/ED8?do=claim');
    await liaison.locator('input[name="letterNumber"]').fill('۵۵');
    const paper = { name: 'پیوست.pdf', mimeType: 'application/pdf', buffer: paperOf(20_000) };
    await liaison.locator('input[type="file"]').setInputFiles(paper);
    await liaison.getByRole('button', { name: 'افزودن این فایل' }).click();
    await liaison.getByText('فایل رسید').first().waitFor();
    expect(await liaison.locator('input[name="letterNumber"]').inputValue()).toBe('۵۵');
    expect(await liaison.locator('.uploads').innerText()).toContain('پیوست.pdf');
    const other = await openPage(browser, { ...SMALL_PHONE, javaScriptEnabled: false });
    await signIn(other, 'dehyari', PASSWORD);
    expect((await other.goto(new URL(liaison.url()).pathname))?.status()).toBe(404);
  });
});
