import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Db } from '@/db/client';
import { evidence, events, inspectionPhotos, inspections } from '@/db/schema/index';
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
import { startedDemo } from '../support/own-demo';
import { visitPlainly } from '../support/plain-forms';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const CODES = Array.from({ length: 12 }, (_, index) => `CK${index + 1}`);
/** What the browser notes about a line that is away, an answer that got lost, and a refused form. */
const CUT = [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|ERR_NETWORK/, /status of 4(04|22)/];

let browser: Browser;
let phone: Page;
let office: Page;
let db: Db;
let form = '';

beforeAll(async () => {
  browser = await launchBrowser();
  phone = await openPage(browser, PHONE);
  await signInAs(phone, 'expert');
  office = await openPage(browser);
  await signInAs(office, 'deputy');
  db = openDatabase(`${startedDemo().dataDir}/mizban.db`);
});

afterAll(async () => {
  db.$client.close();
  await browser.close();
});

const visits = () => db.select().from(inspections).all();

async function fillIn(page: Page): Promise<void> {
  await page.locator('input[name="isAnnounced"][value="no"]').check();
  await page.locator('input[name="inspectorPost"]').fill('کارشناس فرمانداری');
  await page.locator('input[name="deskPost"]').fill('متصدی میز');
  for (const code of CODES) await page.locator(`input[name="grade-${code}"][value="good"]`).check();
}

describe('a visit at the counter', () => {
  test('the plan says whom to visit and why, and leads to the form', async () => {
    await visit(phone, '/inspections/plan');
    const first = phone.locator('tr[data-body]').first();
    expect(await first.textContent()).toContain('هرگز بازدید نشده است');
    form = (await first.locator('a.btn').getAttribute('href')) ?? '';
    await visit(phone, form);
    await phone.getByText('۱۲ مورد مانده').waitFor();
  });

  test('what is missing is said at its item before anything is sent', async () => {
    await phone.getByRole('button', { name: 'ثبت بازدید', exact: true }).click();
    await phone.locator('#visit-grade-CK5-error').waitFor();
    expect(await phone.locator('.errsum').textContent()).toContain('متصدی اختیار کتبی دارد');
    await expectSound(phone);
    await fillIn(phone);
    await phone
      .locator('input[name="photo-CK1"]')
      .setInputFiles({ name: 'میز.png', mimeType: 'image/png', buffer: PNG });
    await phone.getByText('همهٔ موردها درجه دارد').waitFor();
    await phone.getByText('تا اینجا: میز واقعی است').waitFor();
    await phone.getByText('میز.png').waitFor();
  });

  test('sent without a line it is kept, also when the page is opened again', async () => {
    await phone.waitForFunction(async () => (await caches.match(location.href)) !== undefined);
    const before = visits().length;
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: 'ثبت بازدید', exact: true }).click();
    await phone.getByText('روی این گوشی نگه داشته شد').waitFor();
    await phone.reload();
    await phone.getByText('روی این گوشی نگه داشته شد').waitFor();
    expect(await phone.locator('h1').textContent()).toBe('ثبت بازدید');
    await expectSound(phone, CUT);
    expect(visits()).toHaveLength(before);
  });

  test('with the line it is sent; when the answer gets lost it is sent again and recorded once', async () => {
    const before = visits().length;
    let isLost = false;
    await phone.context().route('**/inspections/new/send', async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort();
    });
    await phone.context().setOffline(false);
    await phone.waitForURL(/\/inspections\/\d+\?done=repeated/);
    await phone.getByText('دوباره ثبت نشد').waitFor();
    expect(visits()).toHaveLength(before + 1);
    expect(db.select().from(inspectionPhotos).all().at(-1)).toMatchObject({ itemCode: 'CK1' });
    await expectSound(phone, CUT);
  });

  test('the unannounced visit certifies its milestone with minutes and photo', async () => {
    await phone.waitForURL(/\/inspections\/\d+/);
    await phone.getByRole('button', { name: 'گواهی گام با صورت‌جلسه' }).click();
    await phone.waitForURL(/done=certified/);
    await phone.getByText('گام بازدید این میز گواهی شده است.').waitFor();
    await expectSound(phone, CUT);
    const certified = db.select().from(events).all().at(-1);
    expect(certified).toMatchObject({ kind: 'certify' });
    const pieces = db.select().from(evidence).all();
    expect(pieces.filter(({ eventId }) => eventId === certified?.id).map(({ kind }) => kind)).toEqual([
      'file',
      'photo',
    ]);
  });

  test('what was kept when the form was closed is sent by the next page of visits', async () => {
    await phone.goto(form);
    // the form of the same desk begins anew
    expect(await phone.locator('input[name="inspectorPost"]').inputValue()).toBe('');
    await phone.getByText('۱۲ مورد مانده').waitFor();
    await fillIn(phone);
    await phone.context().setOffline(true);
    await phone.getByRole('button', { name: 'ثبت بازدید', exact: true }).click();
    await phone.getByText('روی این گوشی نگه داشته شد').waitFor();
    const before = visits().length;
    await phone.goto('about:blank');
    await phone.context().setOffline(false);
    await phone.goto('/inspections');
    await phone.getByText(/با شمارهٔ .* ثبت شد/).waitFor();
    await expectSound(phone, CUT);
    expect(visits()).toHaveLength(before + 1);
  });

  test('the form works without script too, photos with it', async () => {
    const visitor = await visitPlainly(demoAccount('expert'));
    const fields = {
      isAnnounced: 'yes',
      inspectorPost: 'کارشناس',
      deskPost: 'متصدی',
      visitedOn: '۱۳۹۷/۰۹/۱۶',
      ...Object.fromEntries(CODES.map((code) => [`grade-${code}`, 'fair'])),
    };
    const path = '/inspections/new?body=EA-009';
    const refused = await visitor.send(path, 'visit', { ...fields, 'grade-CK3': '' });
    expect(refused.html).toContain('visit-grade-CK3-error');
    const photo = new File([PNG], 'میز.png', { type: 'image/png' });
    const taken = await visitor.send(path, 'visit', { ...fields, 'photo-CK2': photo });
    expect(taken.location).toMatch(/\/inspections\/\d+\?done=recorded/);
    expect(db.select().from(inspectionPhotos).all().at(-1)).toMatchObject({ itemCode: 'CK2' });
  });
});

describe('a failed visit', () => {
  test('waits for the deputy, who reopens what it contradicts', async () => {
    await visit(office, '/inspections?result=not_real');
    const waiting = office.locator('#waiting tbody tr');
    const before = await waiting.count();
    expect(before).toBeGreaterThan(0);
    await waiting.first().getByRole('link', { name: 'تصمیم‌گیری' }).click();
    await office.waitForURL(/#answer-/);
    const page = new URL(office.url()).pathname;
    await phone.goto(page);
    await phone.getByText('در انتظار تصمیم معاون').first().waitFor();
    expect(await phone.locator('input[name="outcome"]').count()).toBe(0);
    await expectSound(office);
    const proposal = office.locator('.visit-proposal', { has: office.locator('input[name="outcome"]') }).first();
    await proposal.locator('input[value="reopened"]').check();
    await proposal.locator('textarea[name="reason"]').fill('در بازدید دیده نشد.');
    await proposal.getByRole('button', { name: 'ثبت تصمیم' }).click();
    await office.getByText('تصمیم شما ثبت شد.').waitFor();
    await expectSound(office);
    expect(db.select().from(events).all().at(-1)).toMatchObject({ kind: 'reopen' });
    await office.goto('/inspections');
    expect(await waiting.count()).toBe(before - 1);
  });

  test('its minutes are printed on a page, and the list goes into files', async () => {
    const { id } = visits().find(({ isReal }) => !isReal) ?? { id: 0 };
    await office.goto(`/inspections/${id}/print`);
    expect(await office.locator('main').textContent()).toContain('نام، امضا و تاریخ');
    for (const format of ['csv', 'xlsx'])
      expect((await office.context().request.get(`/inspections/export?format=${format}`)).status()).toBe(200);
  });
});

describe('who may', () => {
  test('a viewer reads without photos; a liaison has nothing of the county', async () => {
    const photo = db.select().from(inspectionPhotos).all()[0];
    const path = `/inspections/${photo?.inspectionId}`;
    for (const [role, page, picture] of [
      ['viewer', 200, 404],
      ['liaison', 404, 404],
      ['deputy', 200, 200],
    ] as const) {
      const context = await openPage(browser);
      await resumeSession(context, demoAccount(role));
      const { request } = context.context();
      expect((await request.get(path)).status(), role).toBe(page);
      expect((await request.get(`${path}/photos/${photo?.id}`)).status(), role).toBe(picture);
      expect((await request.get('/inspections/export')).status(), role).toBe(page);
      if (role !== 'deputy') expect((await request.get('/inspections/new?body=EA-002')).status()).toBe(404);
      await context.context().close();
    }
  });

  test('after signing out the device keeps neither the visit nor its page', async () => {
    await phone.goto(form);
    await phone.locator('input[name="inspectorPost"]').fill('کارشناس');
    await phone.waitForFunction(async () => (await caches.match(location.href)) !== undefined);
    await phone.evaluate(() => {
      const signOut = [...document.forms].find((each) => each.textContent?.includes('خروج'));
      signOut?.requestSubmit();
    });
    await phone.waitForURL((url) => url.pathname === '/sign-in');
    await phone.waitForFunction(async () => (await caches.keys()).length + (await indexedDB.databases()).length === 0);
  });
});
