import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
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

/** The phone that the liaison's pages are made for. */
const SMALL = { ...PHONE, viewport: { width: 360, height: 640 } };

let browser: Browser;
let office: Page;
let phone: Page;

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

/** Count of a choice on the page of the week, from the list behind it. */
async function bodiesOf(report: string): Promise<number> {
  await office.goto(`/lists/reporting?report=${report}`);
  return Number(await office.locator('[data-total-bodies]').getAttribute('data-total-bodies'));
}

describe('the week', () => {
  test('the deputy sees who has reported, by category and district, each number with its list', async () => {
    await visit(office, '/reporting?asOf=1397-09-16');
    const links = await office
      .locator('main a[data-count]')
      .evaluateAll((all) =>
        all.map((link) => [link.getAttribute('href') ?? '', Number(link.getAttribute('data-count'))] as const),
      );
    expect(links.length).toBeGreaterThan(20);
    for (const [href, count] of links) {
      const text = await (await office.context().request.get(href)).text();
      expect(Number(/data-total-bodies="(\d+)"/.exec(text)?.[1]), href).toBe(count);
    }
    await visit(office, '/lists/reporting?asOf=1397-09-16&report=missing&sort=days&order=desc');
    const small = await openPage(browser, SMALL);
    await signInAs(small, 'deputy');
    await visit(small, '/reporting');
    await small.context().close();
  });

  test('the page and its list are not there for a liaison', async () => {
    await visit(phone, '/reporting', { status: 404 });
    await visit(phone, '/lists/reporting', { status: 404 });
  });

  test('one check-in of the liaison ends the silence, seen on the deputy’s page', async () => {
    const villages = inject('accounts').filter(({ role }) => role === 'liaison')[1];
    if (!villages) throw new Error('The demo has no second liaison.');
    const village = await openPage(browser, SMALL);
    await resumeSession(village, villages);
    const [before, missing] = [await bodiesOf('reported'), await bodiesOf('missing')];
    await office.goto('/lists/reporting?report=silent&category=village_administration&sort=days&order=desc');
    const own = new Set(
      await village
        .goto('/my')
        .then(() => village.locator('.body-list a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))),
    );
    const codes = await office
      .locator('.list-table tbody th a')
      .evaluateAll((all) => all.map((link) => (link.getAttribute('href') ?? '').replace('/bodies/', '')));
    const code = codes.find((each) => own.has(`/my?body=${each}`)) ?? '';
    expect(code).toMatch(/^VA-/);
    const isListed = async (report: string) => {
      await office.goto(`/lists/reporting?report=${report}&q=${code}`);
      return (await office.locator(`.list-table a[href="/bodies/${code}"]`).count()) > 0;
    };
    expect([await isListed('silent'), await isListed('missing'), await isListed('check_in')]).toEqual([
      true,
      true,
      false,
    ]);
    await village.goto(`/my?body=${code}`);
    await village.getByRole('button', { name: 'این هفته بدون تغییر' }).tap();
    await village.getByText('ثبت شد').first().waitFor();
    await expectSound(village);
    await village.context().close();
    expect([await isListed('silent'), await isListed('missing'), await isListed('check_in')]).toEqual([
      false,
      false,
      true,
    ]);
    expect([await bodiesOf('reported'), await bodiesOf('missing')]).toEqual([before + 1, missing - 1]);
    await office.goto('/dashboard');
    expect(await office.locator('#reporting .take').innerText()).toMatch(/دستگاه گزارش داده است/);
  });
});

describe('the next step on a small phone', () => {
  test('stands on the first screen with its button, and a letter is reported in at most six taps', async () => {
    await phone.goto('/my');
    const button = phone.locator('.step .btn.primary').first();
    const box = await button.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(640);
    let taps = 0;
    const started = Date.now();
    const tap = async (where: ReturnType<Page['locator']>) => {
      await where.tap();
      taps += 1;
    };
    const withLetter = demoRows<{ code: string }>(
      `select m.code from milestones m join milestone_versions v on v.milestone_id = m.id where v.evidence_kinds like '%letter%'`,
    );
    const hrefs = await phone
      .locator('.step .btn.primary')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const wanted = hrefs.findIndex((href) =>
      withLetter.some(({ code }) => href.includes(`/${code}?`) && href.includes('do=claim')),
    );
    expect(wanted).toBeGreaterThanOrEqual(0);
    await tap(phone.locator('.step .btn.primary').nth(wanted));
    await phone.waitForURL((url) => url.pathname.split('/').length === 4);
    await tap(phone.locator('input[name="letterNumber"]'));
    await phone.keyboard.type('۷۷/ن');
    await tap(phone.locator('input[name="letterOn"]'));
    await phone.keyboard.type('1397/09/10');
    await tap(phone.getByRole('button', { name: 'ارسال', exact: true }));
    await phone.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
    expect(taps).toBeLessThanOrEqual(6);
    expect(Date.now() - started).toBeLessThan(60_000);
  });
});

describe('receipt and history', () => {
  test('the receipt is sound on a phone and is one sheet on paper, with the office’s head and its number', async () => {
    await expectSound(phone);
    const number = await phone.locator('.receipt-number').innerText();
    expect(number).toMatch(/^۹۷-۰۹-[۰-۹]+$/);
    await phone.emulateMedia({ media: 'print' });
    expect(await phone.locator('.slip-head').isVisible()).toBe(true);
    expect(await phone.locator('.slip-head').innerText()).toContain('فرمانداری');
    expect(await phone.locator('.appbar').isVisible()).toBe(false);
    await phone.emulateMedia({ media: 'screen' });
    const pdf = (await phone.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  test('the history has the report with its receipt, is searched by the letter, and comes as a file', async () => {
    await visit(phone, '/my/history');
    expect(await phone.locator('.own-reports li').first().innerText()).toContain('در انتظار بررسی');
    await visit(phone, `/my/history?q=${encodeURIComponent('۷۷/ن')}`);
    expect(await phone.locator('.own-reports li').count()).toBe(1);
    await phone.locator('.own-receipt').first().click();
    await phone.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
    const file = await phone.context().request.get('/my/history/export?format=csv&kind=claim');
    expect(file.headers()['content-type']).toContain('text/csv');
    expect(await file.text()).toContain('۷۷/ن');
    expect((await office.context().request.get('/my/history/export?format=csv')).status()).toBe(404);
    await visit(office, '/my/history', { status: 404 });
  });
});

interface ExampleRow {
  readonly evidence: number;
  readonly body: string;
  readonly milestone: string;
  readonly own: string;
}

describe('an accepted example', () => {
  test('marked by the deputy it opens to a liaison of another body, and is closed at once when taken back', async () => {
    const { username } = demoAccount('liaison');
    // accepted evidence with a file, of a body that is not the liaison's, for a step that waits at one of the liaison's
    const [row] = demoRows<ExampleRow>(
      `select x.id as evidence, b.code as body, m.code as milestone, o.code as own
         from evidence x join events e on e.id = x.event_id join bodies b on b.id = e.body_id join milestones m on m.id = e.milestone_id
         join users u on u.username = '${username}' join user_scopes ub on ub.user_id = u.id join bodies o on o.id = ub.body_id
        where x.upload_id is not null and x.classification = 'ordinary' and e.body_id <> ub.body_id
          and exists (select 1 from events w where w.body_id = ub.body_id and w.milestone_id = e.milestone_id)
          and (select kind from events l where l.body_id = e.body_id and l.milestone_id = e.milestone_id order by l.id desc limit 1) = 'verify'
          and e.id = (select max(c.id) from events c where c.body_id = e.body_id and c.milestone_id = e.milestone_id and c.kind = 'claim')
        limit 1`,
    );
    if (!row) throw new Error('The sample has no accepted file.');
    const file = `/evidence/${row.evidence}`;
    const statusFor = async () => (await phone.context().request.get(file)).status();
    expect(await statusFor()).toBe(404);
    const decide = `/review/decide?body=${row.body}&milestone=${row.milestone}`;
    await visit(office, decide);
    await office.locator(`form#example-${row.evidence} button, #example-${row.evidence} button`).first().click();
    await office.getByText('نمونه شد.').first().waitFor();
    await expectSound(office);
    await visit(phone, `/my/${row.own}/${row.milestone}`);
    const example = phone.locator('.example');
    expect(await example.innerText()).toContain('نمونهٔ پذیرفته‌شده');
    expect(await example.locator('a').getAttribute('href')).toContain(file);
    expect(await statusFor()).toBe(200);
    await office.goto(decide);
    await office.getByRole('button', { name: 'برداشتن نمونه' }).first().click();
    await office.getByText('نمونه برداشته شد').first().waitFor();
    expect(await statusFor()).toBe(404);
    await phone.goto(`/my/${row.own}/${row.milestone}`);
    expect(await phone.locator('.example').count()).toBe(0);
  });
});
