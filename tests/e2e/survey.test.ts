import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSurveyPoster } from '@/components/papers/render-survey';
import {
  demoAccount,
  expectSound,
  launchBrowser,
  openPage,
  PHONE,
  resumeSession,
  signInAs,
  visit,
} from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { greyPages, pdfPages, readSquareCode } from '../support/paper';

/** The cheap phone that the client's page is made for. */
const SMALL = { ...PHONE, viewport: { width: 360, height: 640 } };
const TABLET = { viewport: { width: 800, height: 1100 }, isMobile: true, hasTouch: true };
const BODY = 'EA-002';

let browser: Browser;
let liaison: Page;
let link = '';

beforeAll(async () => {
  browser = await launchBrowser();
  liaison = await openPage(browser, SMALL);
  await signInAs(liaison, 'liaison');
});

afterAll(async () => {
  await browser.close();
});

const responses = (channel: string) =>
  demoRows<{ count: number }>(
    `select count(*) as count from survey_responses r join bodies b on b.id = r.body_id
      where b.code = ? and r.month = '1397-09' and r.channel = '${channel}'`,
    BODY,
  )[0]?.count ?? 0;

/** Answers every item with one word but leaves the last one out, as somebody with a thumb would. */
async function answerAll(page: Page, word: string): Promise<void> {
  const labels = page.locator('label', { hasText: new RegExp(`^${word}$`) });
  for (let index = 0; index < 15; index += 1) await labels.nth(index).click();
}

describe('the survey of a desk', () => {
  test('the liaison opens the address for clients; the poster says what it still lacks', async () => {
    await liaison.goto('/my');
    await liaison.getByRole('link', { name: 'نظرسنجی ارباب رجوع' }).click();
    await liaison.waitForURL(/\/my\/survey\?body=/);
    await expectSound(liaison);
    await liaison.locator('#open-link button').click();
    await liaison.getByText('نشانی باز شد.').waitFor();
    await expectSound(liaison);
    link = (await liaison.locator('a[href^="/survey/"]').getAttribute('href')) ?? '';
    expect(link).toMatch(/^\/survey\/[a-z2-9]{12}$/);
    await liaison.getByText('راهبر سامانه باید «نشانی سامانه» را').waitFor();
    const poster = await liaison.context().request.get(`/my/survey/poster?body=${BODY}`);
    expect(poster.status()).toBe(400);
    expect(await poster.text()).toContain('«نشانی سامانه» نوشته نشده است');
  });

  test('a client without account, cookies or script answers on a phone, and sees thanks', async () => {
    const before = responses('qr');
    const sound = await openPage(browser, SMALL);
    await visit(sound, link);
    await sound.context().close();
    const client = await openPage(browser, { ...SMALL, javaScriptEnabled: false });
    const requests: string[] = [];
    client.on('request', (request) => requests.push(request.url()));
    const page = await client.goto(link);
    expect(page?.headers()['x-robots-tag']).toContain('noindex');
    // the page itself is all that a phone asks for
    expect(requests.filter((url) => !url.startsWith('data:'))).toHaveLength(1);
    expect((await page?.body())?.byteLength ?? Infinity).toBeLessThan(20_000);
    expect(await client.locator('h2').count()).toBe(6);
    expect((await client.locator('label').first().boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await client.locator('button').click();
    await client.getByText('هنوز به جمله‌ای پاسخ نداده‌اید').waitFor();
    await answerAll(client, 'موافقم');
    const key = (await client.locator('input[name="key"]').getAttribute('value')) ?? '';
    await client.locator('button').click();
    await client.getByRole('heading', { name: 'سپاس از شما' }).waitFor();
    expect(await client.context().cookies()).toEqual([]);
    expect(responses('qr')).toBe(before + 1);
    // the same form once more, as an impatient thumb or a broken line sends it
    const again = await client.context().request.post(link, { form: { key, 'answer-S1': '4' } });
    expect(again.url()).toContain('thanks');
    expect(responses('qr')).toBe(before + 1);
    await client.context().close();
  });

  test('a closed or unknown address says so, and nothing else', async () => {
    const client = await openPage(browser, SMALL);
    await visit(client, '/survey/abcdefgh2345', { status: 404 });
    await visit(client, '/survey/tablet', { status: 404 });
    const foreign = await client.context().request.post(link, {
      form: { key: '0123456789abcdef0123', 'answer-S1': '5' },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status()).toBe(400);
    await client.context().close();
  });

  test('papers are typed in one after the other, by digits or by boxes', async () => {
    const before = responses('paper');
    await visit(liaison, `/my/survey/paper?body=${BODY}`);
    await liaison.locator('[name="quick"]').fill('۱۲۳');
    await liaison.locator('#survey-paper button[type="submit"]').click();
    await liaison.locator('#survey-paper-quick-error').waitFor();
    await liaison.locator('[name="quick"]').fill('۴۴۲۴۴۲۴۴۴۴۴۲۲۴۴۰');
    await liaison.locator('#survey-paper button[type="submit"]').click();
    await liaison.getByText('برگه ثبت شد.').waitFor();
    await expectSound(liaison);
    expect(await liaison.locator('[name="quick"]').inputValue()).toBe('');
    await liaison.locator('[name="answer-S1"][value="4"]').check();
    await liaison.locator('#survey-paper button[type="submit"]').click();
    await liaison.waitForFunction((text) => document.body.innerText.includes(text), `${persian(before + 2)} برگه`);
    expect(responses('paper')).toBe(before + 2);
  });

  test('a tablet that is handed over shows the survey alone, again and again', async () => {
    const before = responses('tablet');
    const tablet = await openPage(browser, TABLET);
    const { username, password } = demoAccount('liaison');
    // a session of its own, since handing over ends it
    await tablet.goto('/sign-in');
    await tablet.locator('input[name="username"]').fill(username);
    await tablet.locator('input[name="password"]').fill(password);
    await tablet.locator('button[type="submit"]').first().click();
    await tablet.waitForURL((url) => url.pathname === '/my');
    await tablet.goto(`/my/survey?body=${BODY}`);
    await tablet.locator('#tablet-form button').click();
    await tablet.waitForURL((url) => url.pathname === '/survey/tablet');
    await tablet.reload();
    await expectSound(tablet);
    await answerAll(tablet, 'کاملاً موافقم');
    await tablet.locator('button').click();
    await tablet.getByRole('heading', { name: 'سپاس از شما' }).waitFor();
    await expectSound(tablet);
    const thanks = await tablet.context().request.get('/survey/tablet?thanks=1');
    expect(thanks.headers()['refresh']).toBe('8; url=/survey/tablet');
    await tablet.getByRole('link', { name: 'پرسشنامهٔ تازه برای نفر بعد' }).click();
    await tablet.locator('form#survey').waitFor();
    expect(await tablet.locator('input:checked').count()).toBe(0);
    expect(responses('tablet')).toBe(before + 1);
    await tablet.goto('/my');
    expect(new URL(tablet.url()).pathname).toBe('/sign-in');
    await tablet.context().close();
  });

  test('the deputy sees the results with their number, and behind them the body', async () => {
    const total = responses('qr') + responses('paper') + responses('tablet');
    const office = await openPage(browser);
    await signInAs(office, 'deputy');
    await visit(office, `/indicators/survey?month=1397-09&q=${BODY}`);
    const row = office.locator(`tr[data-key="${BODY}"]`);
    expect(await row.locator('td').first().textContent()).toBe(persian(total));
    await row.locator('a').first().click();
    await office.waitForURL(/body=EA-002/);
    expect(await office.locator('[data-responses]').getAttribute('data-responses')).toBe(String(total));
    expect(await office.locator('tr[data-axis]').count()).toBe(6);
    for (const query of ['format=csv', 'format=xlsx', 'format=csv&of=items']) {
      const file = await office.context().request.get(`/indicators/survey/export?month=1397-09&${query}`);
      expect(file.status()).toBe(200);
    }
    await office.context().close();
    const small = await openPage(browser, SMALL);
    await signInAs(small, 'viewer');
    await visit(small, `/indicators/survey?body=${BODY}`);
    await small.context().close();
  });
});

describe('who may', () => {
  test('a liaison reads no county and runs no other body', async () => {
    await visit(liaison, '/indicators/survey', { status: 404 });
    await visit(liaison, '/my/survey?body=GV-001', { status: 404 });
    await visit(liaison, '/my/survey/paper?body=GV-001', { status: 404 });
    for (const path of ['/my/survey/questionnaire', '/my/survey/poster'])
      expect((await liaison.context().request.get(`${path}?body=GV-001`)).status(), path).toBe(404);
    expect((await liaison.context().request.get('/indicators/survey/export')).status()).toBe(404);
  });

  test.each(['deputy', 'viewer', 'admin'])('a %s runs no survey of a body', async (role) => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount(role));
    for (const path of ['/my/survey', '/my/survey/paper', '/my/survey/poster', '/my/survey/questionnaire'])
      expect((await page.context().request.get(`${path}?body=${BODY}`)).status(), path).toBe(404);
    await page.context().close();
  });
});

test('too many answers from one address are asked to wait, and keep what was chosen', async () => {
  const visitor = await openPage(browser, SMALL);
  const send = (index: number) =>
    visitor
      .context()
      .request.post(link, { form: { key: `a-form-of-its-own-${index}`, 'answer-S1': '4' }, maxRedirects: 0 });
  const statuses: number[] = [];
  for (let index = 0; index < 6; index += 1) statuses.push((await send(index)).status());
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.slice(0, -1).every((status) => status === 303 || status === 429)).toBe(true);
  const refused = await (await send(7)).text();
  expect(refused).toContain('یک دقیقهٔ دیگر دکمه را دوباره بزنید');
  expect(refused).toMatch(/name="answer-S1" checked="" value="4"|name="answer-S1" value="4" checked=""/);
  await visitor.context().close();
});

describe('on paper', () => {
  test('the questionnaire is one page with sixteen items, the poster one page whose code leads to the client', async () => {
    const page = await openPage(browser);
    await signInAs(page, 'liaison');
    await page.goto(`/my/survey/questionnaire?body=${BODY}`);
    const [questionnaire = '', ...more] = await pdfPages(await page.pdf({ preferCSSPageSize: true }));
    expect(more).toEqual([]);
    expect(questionnaire).toContain('پرسشنامۀ نظرسنجی');
    expect(questionnaire).toContain('شبکه بهداشت');
    const address = 'https://mizban.example.ir/survey/abcdefgh2345';
    const paper = { office: 'فرمانداری شهرستان', bodyName: 'ادارۀ ثبت', isSample: true };
    await page.setContent(renderSurveyPoster({ paper, address }));
    const poster = await page.pdf({ preferCSSPageSize: true });
    expect(await pdfPages(poster)).toHaveLength(1);
    expect((await greyPages(poster, 100)).map(readSquareCode)).toEqual([address]);
    await page.context().close();
  });
});

const persian = (count: number) => count.toLocaleString('fa-IR', { useGrouping: false });
