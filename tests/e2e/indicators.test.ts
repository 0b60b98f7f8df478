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
import { visitPlainly } from '../support/plain-forms';

/** The phone that the liaison's pages are made for. */
const SMALL = { ...PHONE, viewport: { width: 360, height: 640 } };
const FORM = '/my/indicators?month=1397-08';

let browser: Browser;
let office: Page;
let phone: Page;
let body = '';

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openPage(browser);
  await signInAs(office, 'deputy');
  phone = await openPage(browser, SMALL);
  await signInAs(phone, 'liaison');
});

afterAll(async () => {
  await browser.close();
});

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('#readings button[type="submit"]').click();
}

describe('the indicators of a month', () => {
  test('before anybody has reported, the deputy reads that there are no data', async () => {
    await visit(office, '/indicators?month=1397-08');
    await office.getByText('برای این ماه هنوز دستگاهی گزارش نداده است.').waitFor();
    expect(await office.locator('tr[data-key="IN2"]').textContent()).toContain('۰ از');
    const small = await openPage(browser, SMALL);
    await signInAs(small, 'deputy');
    await visit(small, '/indicators?indicator=IN2');
    await small.context().close();
  });

  test('the liaison reports a month from the own page', async () => {
    await phone.goto('/my');
    await phone.getByRole('link', { name: 'شاخص‌های ماه' }).click();
    await phone.waitForURL(/\/my\/indicators\?body=/);
    body = (await phone.locator('#readings input[name="body"]').getAttribute('value')) ?? '';
    expect(body).not.toBe('');
    await visit(phone, `/my/indicators?month=1397-07&body=${body}`);
    await fill(phone, { 'IN2-numerator': '۴۵', 'IN2-denominator': '۶۰', 'IN4-value': '۶۲' });
    await phone.getByText('۲ شاخص ثبت شد.').waitFor();
    await expectSound(phone);
  });

  test('what cannot be is refused at its field, and what is unusual is asked for in words', async () => {
    await visit(phone, `/my/indicators?month=1397-08&body=${body}`);
    expect(await phone.locator('#readings-IN2-numerator-hint').textContent()).toBe('مهر ۱۳۹۷: ۴۵');
    await fill(phone, { 'IN2-numerator': '۷۰', 'IN2-denominator': '۶۰' });
    await phone.locator('#readings-IN2-numerator-error').waitFor();
    await expectSound(phone);
    expect(await phone.locator('[name="IN2-note"]').count()).toBe(0);
    await fill(phone, { 'IN2-numerator': '۲۰' });
    await phone.locator('#readings-IN2-note-error').waitFor();
    await expectSound(phone);
    expect(await phone.locator('[name="IN2-denominator"]').inputValue()).toBe('۶۰');
    await fill(phone, { 'IN2-note': 'دو همکار در مرخصی بودند.' });
    await phone.getByText('۱ شاخص ثبت شد.').waitFor();
    expect(await phone.locator('[name="IN2-note"]').inputValue()).toBe('دو همکار در مرخصی بودند.');
  });

  test('the deputy sees mean and coverage, and the body with its explanation behind them', async () => {
    await visit(office, '/indicators?month=1397-08');
    const row = office.locator('tr[data-key="IN2"]');
    expect(await row.textContent()).toMatch(/۳۳٫۳.*۱ از \d*[۰-۹]+ دستگاه/);
    const link = row.locator('a[data-count]');
    const count = await link.getAttribute('data-count');
    await link.click();
    await office.waitForURL(/indicator=IN2/);
    expect(await office.locator('[data-total-bodies]').getAttribute('data-total-bodies')).toBe(count);
    await office.getByText('دو همکار در مرخصی بودند.').waitFor();
    await expectSound(office);
    for (const format of ['csv', 'xlsx']) {
      const file = await office
        .context()
        .request.get(`/indicators/export?indicator=IN2&month=1397-08&format=${format}`);
      expect(file.status()).toBe(200);
      if (format === 'csv') expect(await file.text()).toContain('دو همکار در مرخصی بودند.');
    }
  });

  test('the form works without script: asked, then taken', async () => {
    const visitor = await visitPlainly(demoAccount('liaison'));
    const path = `${FORM}&body=${body}`;
    const asked = await visitor.send(path, 'readings', { 'IN4-value': '95' });
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('readings-IN4-note-error');
    const taken = await visitor.send(path, 'readings', { 'IN4-value': '95', 'IN4-note': 'نظرسنجی تازه' });
    expect(taken.location).toContain('saved=1');
  });
});

describe('who may', () => {
  test('a liaison does not read the county, nor report for another body', async () => {
    await visit(phone, '/indicators', { status: 404 });
    await visit(phone, `${FORM}&body=GV-001`, { status: 404 });
    const file = await phone.context().request.get('/indicators/export?format=csv');
    expect(file.status()).toBe(404);
  });

  test.each(['expert', 'viewer', 'admin'])('the page is there for a %s', async (role) => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount(role));
    await visit(page, '/indicators?indicator=IN2');
    expect((await page.context().request.get('/indicators/export?format=csv')).status()).toBe(200);
    await page.context().close();
  });

  test.each(['deputy', 'viewer', 'admin'])('a %s does not report for a body', async (role) => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount(role));
    await visit(page, `${FORM}&body=${body}`, { status: 404 });
    await page.context().close();
  });

  test('an expert reports on behalf of a body', async () => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount('expert'));
    await visit(page, `/my/indicators?month=1397-08&body=${body}`);
    await fill(page, { 'IN3-value': '۵۵' });
    await page.getByText('۱ شاخص ثبت شد.').waitFor();
    await visit(page, `/indicators?indicator=IN3&month=1397-08&given=yes`);
    await page.getByText('ثبت فرمانداری').waitFor();
    await page.context().close();
  });
});
