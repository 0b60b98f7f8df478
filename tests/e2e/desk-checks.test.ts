import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { page as pageOf, startDesk, type LocalDesk } from '../support/local-desk';
import { ownDemo } from '../support/own-demo';
import { hiddenFields, visitPlainly } from '../support/plain-forms';

const BODY = 'EA-002';
const DESK = `/inspections/desks/${BODY}`;
const SMALL = { ...PHONE, viewport: { width: 360, height: 640 } };

let browser: Browser;
let expert: Page;
let admin: Page;
let local: LocalDesk;
/** Answers wait until it opens. */
let open: () => void = () => undefined;
let gate: Promise<void> = Promise.resolve();

beforeAll(async () => {
  browser = await launchBrowser();
  admin = await openPage(browser);
  await signInAs(admin, 'admin');
  expert = await openPage(browser);
  await signInAs(expert, 'expert');
  local = await startDesk(
    (request, response) =>
      void gate.then(() =>
        pageOf(
          request.url === '/track'
            ? '<p>برای پیگیری، كد رهگيري ده‌رقمی خود را بنویسید.</p>'
            : '<title>میز خدمت</title><a href="/track">نظرسنجی و راه‌های تماس</a><p>ثبت درخواست</p>',
        )(request, response),
      ),
    { lasts: true },
  );
});

afterAll(async () => {
  local.stop();
  await browser.close();
});

async function saveSettings(isOn: boolean, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await visit(admin, '/admin/desk-checks');
  await admin.locator('[name="isOn"]').setChecked(isOn);
  for (const [name, text] of Object.entries(fields)) await admin.locator(`[name="${name}"]`).fill(text);
  await admin.locator('#desk-settings button[type="submit"]').click();
}

describe('an electronic desk', () => {
  test('is not looked at until the admin turns it on, and the button says so', async () => {
    await visit(expert, '/inspections/desks?state=answered');
    await expert.getByText('بررسی میزهای الکترونیکی خاموش است').waitFor();
    await visit(expert, DESK);
    expect(await expert.getByRole('button', { name: 'اکنون بررسی کن' }).isDisabled()).toBe(true);
    await expert.locator('#why-not').getByText('خاموش است').waitFor();
  });

  test('the admin turns it on with a host and a range; a line that is none is told at its field', async () => {
    await saveSettings(true, { hosts: `https://127.0.0.1:${local.port}/`, ranges: '127.0.0.0/8' });
    await admin.locator('#desk-settings-hosts-error').getByText('نام میزبان نیست').waitFor();
    await expectSound(admin);
    expect(await admin.locator('[name="ranges"]').inputValue()).toBe('127.0.0.0/8');
    await admin.locator('[name="hosts"]').fill(`127.0.0.1:${local.port}`);
    await admin.locator('#desk-settings button[type="submit"]').click();
    await admin.getByText('تنظیم بررسی ثبت شد.').waitFor();
    await expectSound(admin);
  });

  test('the expert writes down where it is, has it looked at, and sees what was found', async () => {
    await visit(expert, DESK);
    await expert.locator('#address-url').fill('ftp://127.0.0.1/');
    await expert.getByRole('button', { name: 'ثبت نشانی' }).click();
    await expert.locator('#address-url-error').getByText('http').waitFor();
    await expectSound(expert);
    await expert.locator('#address-url').fill(local.url);
    await expert.getByRole('button', { name: 'ثبت نشانی' }).click();
    await expert.getByText('نشانی ثبت شد.').waitFor();
    gate = new Promise((resolve) => (open = resolve));
    await expert.getByRole('button', { name: 'اکنون بررسی کن' }).click();
    await expert.getByText('در حال بررسی…').waitFor();
    await expectSound(expert);
    const other = await visitPlainly(demoAccount('deputy'));
    expect((await other.get(DESK)).html).toMatch(/<noscript><meta http-equiv="refresh" content="2"/);
    open();
    await expert.getByText('بررسی پایان یافت.').waitFor();
    await expert.locator('#findings').getByText('كد رهگيري ده‌رقمی').waitFor();
    await expectSound(expert);
    expect(local.requests.map(({ url }) => url)).toEqual(['/', '/track']);
    expect(local.mostAtOnce()).toBe(1);
  });

  test('the reviewer of the claim has the suggestion beside the decision, and nothing is decided by it', async () => {
    await visit(expert, `/review?q=${BODY}`);
    await expert.locator('.queue a', { hasText: 'کد رهگیری' }).first().click();
    const suggestion = expert.locator('.desk-suggestion');
    await suggestion.getByText('كد رهگيري ده‌رقمی').waitFor();
    expect(await suggestion.textContent()).toContain('این عبارت دیده شد');
    expect(await suggestion.getByRole('link', { name: `${local.url}/track` }).getAttribute('rel')).toContain(
      'noreferrer',
    );
    await expert.getByRole('button', { name: 'تأیید' }).first().waitFor();
    await expectSound(expert);
    await visit(expert, `/bodies/${BODY}`);
    await expert.locator('#desk').getByText('پاسخ داد').waitFor();
  });

  test('works without script', async () => {
    const visitor = await visitPlainly(demoAccount('deputy'));
    const sent = await visitor.send(DESK, 'check-now', {});
    expect(sent.location).toContain(`${DESK}?done=checked`);
    await expect.poll(async () => (await visitor.get(`${DESK}/state`)).html).toBe('{"isRunning":false}');
    expect((await visitor.get(`${DESK}?done=checked`)).html).toContain('بررسی پایان یافت.');
  });

  test('the list is searched, sorted and kept as a file, also on a small phone', async () => {
    await visit(expert, `/inspections/desks?q=${BODY}&sort=checked&order=desc`);
    expect(await expert.locator('[data-total-bodies]').getAttribute('data-total-bodies')).toBe('1');
    for (const format of ['csv', 'xlsx']) {
      const file = await expert.context().request.get(`/inspections/desks/export?q=${BODY}&format=${format}`);
      expect(file.status()).toBe(200);
      if (format === 'csv') expect(await file.text()).toContain(`${local.url}/`);
    }
    const phone = await openPage(browser, SMALL);
    await signInAs(phone, 'expert');
    await visit(phone, '/inspections/desks?state=failed');
    await visit(phone, DESK);
    await phone.context().close();
  });

  test('turned off again, nothing more is asked, by button or by a form from before', async () => {
    const before = local.connections();
    const visitor = await visitPlainly(demoAccount('expert'));
    const fields = hiddenFields((await visitor.get(DESK)).html, 'check-now');
    await saveSettings(false);
    await admin.getByText('تنظیم بررسی ثبت شد.').waitFor();
    await visit(expert, DESK);
    expect(await expert.getByRole('button', { name: 'اکنون بررسی کن' }).isDisabled()).toBe(true);
    const checks = await expert.locator('[data-total-checks]').getAttribute('data-total-checks');
    const { url } = await ownDemo();
    const answer = await expert.context().request.post(DESK, {
      multipart: Object.fromEntries(fields ?? []),
      headers: { origin: url },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(200);
    await visit(expert, DESK);
    expect(await expert.locator('[data-total-checks]').getAttribute('data-total-checks')).toBe(checks);
    expect(local.connections()).toBe(before);
  });
});

describe('who may', () => {
  test('a liaison reads the own desk, not the list and no other', async () => {
    const liaison = await openPage(browser);
    await signInAs(liaison, 'liaison');
    await liaison.goto('/my/indicators');
    const own = await liaison.locator('#readings input[name="body"]').getAttribute('value');
    await visit(liaison, `/inspections/desks/${own}`);
    expect(await liaison.locator('main form').count()).toBe(0);
    await visit(liaison, '/inspections/desks', { status: 404 });
    await visit(liaison, '/inspections/desks/GV-001', { status: 404 });
    const { request } = liaison.context();
    expect((await request.get('/inspections/desks/GV-001/state')).status()).toBe(404);
    expect((await request.get('/inspections/desks/export')).status()).toBe(404);
    await liaison.context().close();
  });

  test('a viewer reads and does nothing; only the admin has the settings', async () => {
    const viewer = await openPage(browser);
    await resumeSession(viewer, demoAccount('viewer'));
    await visit(viewer, '/inspections/desks?state=no_address');
    await visit(viewer, DESK);
    expect(await viewer.locator('#address form, #run form, #run button').count()).toBe(0);
    await visit(viewer, '/admin/desk-checks', { status: 404 });
    await viewer.context().close();
    await visit(expert, '/admin/desk-checks', { status: 404 });
  });
});
