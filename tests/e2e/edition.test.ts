import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { DESKTOP, expectNoComplaints, expectSound, launchBrowser, openPage, signInAs, visit } from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { hiddenFields } from '../support/plain-forms';

/** The edition that is issued here; the sample has eighteen. */
const EDITION = 19;
const NEW = '/reports/new';

let browser: Browser;
const people = {} as Record<Role, Page>;

beforeAll(async () => {
  browser = await launchBrowser();
  for (const role of ROLES) {
    people[role] = await openPage(browser);
    await signInAs(people[role], role);
  }
});

afterAll(() => browser.close());

const written = () =>
  demoRows<Record<string, number>>(
    `select (select count(*) from report_remarks) as remarks, (select count(*) from editions) as editions,
            (select count(*) from edition_renderings) as renderings, (select count(*) from registrations) as registrations,
            (select count(*) from setting_versions) as settings`,
  )[0];

/** A form of somebody's page sent as a browser without script would send it, by somebody who may not even see the page. */
async function send(
  sender: Page,
  owner: Page,
  path: string,
  formId: string,
  fields: Readonly<Record<string, string>>,
): Promise<{ location: string | null; html: string }> {
  const hidden = hiddenFields(await (await owner.request.get(path)).text(), formId);
  if (hidden === null) throw new Error(`${path} has no form ${formId}.`);
  const response = await sender.request.post(path, {
    multipart: { ...Object.fromEntries(hidden), ...fields },
    maxRedirects: 0,
    headers: { origin: new URL(sender.url()).origin },
  });
  return { location: response.headers()['location'] ?? null, html: await response.text() };
}

describe("the deputy's paragraphs", () => {
  const box = (page: Page) => page.locator('textarea[name="remarks"]');
  const save = (page: Page) => page.getByRole('button', { name: 'ذخیرۀ متن' }).click();

  test('are written by the deputy; a second tab is told what the first wrote, and may then replace it', async () => {
    const first = people.deputy;
    const second = await first.context().newPage();
    await visit(first, NEW);
    await second.goto(NEW);
    await box(first).fill('سخن زبانهٔ نخست.');
    await save(first);
    await first.getByRole('status').filter({ hasText: 'متن ذخیره شد.' }).waitFor();
    await expectSound(first);
    await box(second).fill('سخن زبانهٔ دوم.');
    await save(second);
    const told = second.locator('#remarks-form [role="alert"]');
    await told.waitFor();
    expect(await told.innerText()).toContain('«سخن زبانهٔ نخست.»');
    expect(await box(second).inputValue()).toBe('سخن زبانهٔ دوم.');
    await second.locator('#remarks-form input[name="seen"]:not([value=""])').waitFor({ state: 'attached' });
    await save(second);
    await second.getByRole('status').filter({ hasText: 'متن ذخیره شد.' }).waitFor();
    expect(demoRows('select text from report_remarks order by id desc limit 2')).toEqual([
      { text: 'سخن زبانهٔ دوم.' },
      { text: 'سخن زبانهٔ نخست.' },
    ]);
    await second.close();
  });

  test('are written without script too, and what is sent after somebody else comes back with both texts', async () => {
    const path = `${NEW}?week=2018-11-30`;
    const deputy = people.deputy;
    const stale = Object.fromEntries(hiddenFields(await (await deputy.request.get(path)).text(), 'remarks-form') ?? []);
    const first = await send(deputy, deputy, path, 'remarks-form', { remarks: 'متن نخست.' });
    expect(first.location).toContain('done=remarks');
    const second = await send(deputy, deputy, path, 'remarks-form', { ...stale, remarks: 'متن دوم.' });
    expect(second.location).toBeNull();
    expect(second.html).toContain('«متن نخست.»');
    expect(second.html).toContain('متن دوم.</textarea>');
    const fresh = Object.fromEntries(hiddenFields(second.html, 'remarks-form') ?? []);
    expect(fresh['seen']).not.toBe(stale['seen']);
  });

  test('are seen by the expert, who has no form for them', async () => {
    await visit(people.expert, NEW);
    expect(await people.expert.locator('#remarks').innerText()).toContain('سخن زبانهٔ دوم.');
    expect(await box(people.expert).count()).toBe(0);
  });

  test.each(ROLES.filter((role) => role !== 'deputy'))(
    'are not written by a %s who sends the form all the same',
    async (role) => {
      const before = written();
      const { location } = await send(people[role], people.deputy, NEW, 'remarks-form', { remarks: 'سخن دیگری' });
      expect(location).toBeNull();
      expect(written()).toEqual(before);
    },
  );
});

describe('the check before printing', () => {
  test('leads from each thing to the list of the same day, with as many rows as it says', async () => {
    const page = people.expert;
    await visit(page, NEW);
    for (const [label, pattern] of [
      ['فهرست همان روز', /(\S+) گام در انتظار/],
      ['فهرست دستگاه‌ها', /(\S+) دستگاه از/],
      ['فهرست خاموش‌ها', /(\S+) دستگاه بیش از/],
    ] as const) {
      const link = page.getByRole('link', { name: label });
      const said = pattern.exec(await page.locator('.note', { has: link }).innerText())?.[1] ?? '';
      await link.click();
      await page.waitForURL((url) => url.pathname.startsWith('/lists/'));
      expect(await page.locator('main').innerText()).toContain(said);
      expect(new URL(page.url()).searchParams.get('asOf')).toBe('1397-09-16');
      await page.goBack();
      await page.locator('#check').waitFor();
    }
    await visit(page, `${NEW}?week=2018-12-10`);
    expect(await page.locator('#issue-section').innerText()).toContain('پس از پایان جمعه');
  });

  test.each(['viewer', 'admin', 'liaison'] as const)('is not for a %s', async (role) => {
    await visit(people[role], NEW, { status: 404 });
  });
});

describe('issuing', () => {
  test.each(['viewer', 'admin', 'liaison'] as const)('is refused to a %s who sends the form', async (role) => {
    const before = written();
    const { location } = await send(people[role], people.expert, NEW, 'issue', {});
    expect(location).toBeNull();
    expect(written()).toEqual(before);
  });

  test('two people at the same moment make one edition, and both are led to it', async () => {
    const before = written();
    const answers = await Promise.all([
      send(people.expert, people.expert, NEW, 'issue', {}),
      send(people.deputy, people.deputy, NEW, 'issue', {}),
    ]);
    expect(answers.map(({ location }) => location?.split('?')[0])).toEqual([
      `/reports/${EDITION}`,
      `/reports/${EDITION}`,
    ]);
    expect(answers.map(({ location }) => location?.split('done=')[1]).sort()).toEqual(['already', 'issued']);
    expect(written()).toEqual({
      ...before,
      editions: (before?.['editions'] ?? 0) + 1,
      renderings: (before?.['renderings'] ?? 0) + 1,
    });
    await visit(people.expert, `/reports/${EDITION}?done=already`);
    expect(await people.expert.getByRole('status').first().innerText()).toContain('پیش‌تر صادر شده بود');
    expect(await people.expert.locator('#remarks').innerText()).toContain('سخن زبانۀ دوم.');
    expect((await people.expert.locator('#verification').innerText()).match(/[0-9a-f]{64}/g)).toHaveLength(2);
  });

  test('the form of a correction sent twice makes one, which names the edition it replaces', async () => {
    const page = people.expert;
    const hidden = hiddenFields(await (await page.request.get(NEW)).text(), 'issue') ?? [];
    const correct = async () => {
      const response = await page.request.post(NEW, {
        multipart: { ...Object.fromEntries(hidden), supersede: 'on' },
        maxRedirects: 0,
        headers: { origin: new URL(page.url()).origin },
      });
      return response.headers()['location'];
    };
    expect(await correct()).toContain(`/reports/${EDITION + 1}?done=issued`);
    expect(await correct()).toContain(`/reports/${EDITION + 1}?done=already`);
    const print = await page.request.get(`/reports/${EDITION + 1}/print`);
    expect(await print.text()).toContain('اصلاح و جایگزین نسخۀ ۱۹');
    await visit(page, '/reports');
    expect(await page.locator('tbody tr').count()).toBe(EDITION + 1);
    expect(await page.locator('tbody tr').nth(1).innerText()).toContain('نسخۀ ۲۰ جای آن را گرفته است');
  });

  test('what is printed is the page that was stored, byte by byte', async () => {
    const text = async () => (await people.viewer.request.get(`/reports/${EDITION}/print`)).text();
    const first = await text();
    const settings = await send(people.admin, people.admin, '/admin/settings', 'sections-form', {
      'sections[]': 'late',
    });
    expect(settings.location).toContain('done=saved');
    expect(await text()).toBe(first);
    const draft = await (await people.expert.request.get('/reports/draft?week=2018-12-07')).text();
    expect(first).toContain('وضعیت همۀ دستگاه‌ها');
    expect(draft).not.toContain('وضعیت همۀ دستگاه‌ها');
    expect(draft).toContain('خلاصۀ یک‌صفحه‌ای');
  });

  test.each(ROLES.filter((role) => role !== 'admin'))('parts of the report are not set by a %s', async (role) => {
    const before = written();
    const { location } = await send(people[role], people.admin, '/admin/settings', 'sections-form', {});
    expect(location).toBeNull();
    expect(written()).toEqual(before);
  });
});

describe("the secretariat's number", () => {
  const path = `/reports/${EDITION}`;
  const fields = { registryNumber: '۳۲۹۹/گ', registeredOn: '۱۳۹۷/۰۹/۱۷' };

  test.each(['viewer', 'admin', 'liaison'] as const)('is not entered by a %s', async (role) => {
    const before = written();
    await visit(people[role], path);
    expect(await people[role].locator('#registration').count()).toBe(0);
    const { location } = await send(people[role], people.expert, path, 'registration', fields);
    expect(location).toBeNull();
    expect(written()).toEqual(before);
  });

  test('a day before the issue or after today is refused with a sentence, and what was typed stays', async () => {
    const page = people.expert;
    await visit(page, path);
    const number = page.locator('input[name="registryNumber"]');
    const day = page.locator('input[name="registeredOn"]');
    for (const [typed, words] of [
      ['۱۳۹۷/۰۹/۱۶', 'پیش از روز صدور'],
      ['1397/09/18', 'پس از امروز'],
    ] as const) {
      await number.fill(fields.registryNumber);
      await day.fill(typed);
      await page.getByRole('button', { name: 'ثبت شماره' }).click();
      await page.locator('#registration .err').filter({ hasText: words }).waitFor();
      expect(await number.inputValue()).toBe(fields.registryNumber);
      await expectSound(page);
    }
  });

  test('is entered by the expert, corrected by the deputy, and shown on the page, in the list and under the code', async () => {
    const page = people.expert;
    const sent = await send(page, page, path, 'registration', fields);
    expect(sent.location).toBe(`${path}?done=registered`);
    const deputy = people.deputy;
    await visit(deputy, path);
    await deputy.locator('input[name="registryNumber"]').fill('3300/گ');
    await deputy.getByRole('button', { name: 'تصحیح شماره' }).click();
    await deputy.getByRole('status').filter({ hasText: 'شمارۀ دبیرخانه ثبت شد.' }).waitFor();
    await expectSound(deputy);
    expect(await deputy.locator('#verification').innerText()).toContain('۳۳۰۰/گ');
    await visit(people.viewer, '/reports');
    expect(await people.viewer.locator('tbody tr').nth(1).innerText()).toContain('۳۳۰۰/گ');
  });
});

describe('the code on paper', () => {
  const codeOf = (number: number) =>
    demoRows<{ code: string }>('select verification_code as code from editions where number = ?', number)[0]?.code ??
    '';

  test('tells a stranger on a small screen without script the figures, the number and what replaced it, and no body', async () => {
    const stranger = await openPage(browser, { ...DESKTOP, viewport: { width: 360, height: 780 } });
    const response = await stranger.goto(`/verify/${codeOf(EDITION).toLowerCase()}`);
    expect(response?.status()).toBe(200);
    await expectSound(stranger);
    expect(await stranger.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
    const text = await stranger.locator('main').innerText();
    for (const words of ['این کد اصل است', '۳۳۰۰/گ', 'نسخۀ ۲۰', 'میز خدمت الکترونیکی', 'روز مانده']) {
      expect(text).toContain(words);
    }
    // the office that signs is named, and is a body itself
    const names = demoRows<{ name: string }>(
      "select distinct name from body_versions where category <> 'governorate'",
    ).map(({ name }) => name);
    expect(names.filter((name) => text.includes(name))).toEqual([]);
    const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: new URL(stranger.url()).origin });
    const page = await plain.newPage();
    await page.goto('/verify');
    await page.locator('input[name="code"]').fill(codeOf(EDITION + 1));
    await page.locator('button[type="submit"]').click();
    expect(await page.locator('main').innerText()).toContain('این نسخه جای نسخۀ ۱۹ را گرفته است');
    await plain.close();
  });

  test('a wrong code gets a sentence, and guessing has to wait', async () => {
    const stranger = await openPage(browser);
    await visit(stranger, '/verify/KM7F-3QRP');
    expect(await stranger.locator('main').innerText()).toContain('برای هیچ گزارشی نیست');
    const texts: string[] = [];
    for (let count = 0; count < 12; count += 1) {
      await stranger.goto(`/verify/KM7F-3QR${'23456789ABCD'[count]}`);
      texts.push(await stranger.locator('main').innerText());
    }
    expect(texts.filter((text) => text.includes('ثانیه دوباره تلاش کنید')).length).toBeGreaterThanOrEqual(2);
    expectNoComplaints(stranger);
  });
});
