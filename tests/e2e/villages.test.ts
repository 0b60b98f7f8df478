import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderBlankForms } from '@/components/forms/render-forms';
import type { BodyCategory } from '@/lib/domain/vocabulary';
import {
  demoAccount,
  DESKTOP,
  expectNoComplaints,
  expectSound,
  launchBrowser,
  openPage,
  resumeSession,
  signInAs,
  visit,
} from '../support/browser';
import { demoRows } from '../support/demo-rows';

const SMALL = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true };
const PROGRAMME = '1397-service-desk';
const reportPath = (step: string) => `/my/grid/report?do=claim&programme=${PROGRAMME}&step=${step}`;

let browser: Browser;
let page: Page;

/** The liaison of thirty-two villages. */
const signInDistrict = (where: Page) =>
  resumeSession(where, { username: 'dehyari', password: demoAccount('liaison').password });

const claimsOf = (milestone: string, letterNumber: string) =>
  demoRows<{ body: string }>(
    `select b.code as body from events e
       join bodies b on b.id = e.body_id join milestones m on m.id = e.milestone_id join evidence v on v.event_id = e.id
      where e.kind = 'claim' and m.code = ? and v.letter_number = ? order by b.code`,
    milestone,
    letterNumber,
  ).map(({ body }) => body);

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser, SMALL);
  await signInDistrict(page);
});

afterAll(async () => {
  await browser.close();
});

describe('one person for many villages', () => {
  test('the grid leads to the step, which is reported for all but one with one letter, by keyboard alone', async () => {
    await visit(page, '/my/grid?track=NT');
    const link = page.locator('.grid-steps a').nth(2);
    const ready = Number(await link.getAttribute('data-count'));
    expect(ready).toBeGreaterThan(5);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/my/grid/report');
    await expectSound(page);
    const boxes = page.locator('input[name="targets[]"]');
    expect(await page.locator('input[name="targets[]"]:checked').count()).toBe(ready);
    const left = (await boxes.first().inputValue()).split(':')[0] ?? '';
    await boxes.first().focus();
    await page.keyboard.press('Space');
    await page.locator('input[name="letterNumber"]').focus();
    await page.keyboard.type('۹۰۱/ب');
    await page.locator('input[name="letterOn"]').focus();
    await page.keyboard.type('۱۳۹۷/۰۹/۱۵');
    const submit = page.locator('button.btn.primary.big');
    const count = (ready - 1).toLocaleString('fa', { useGrouping: false });
    expect(await submit.innerText()).toBe(`ارسال برای ${count} دهیاری`);
    await submit.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/my/grid/receipt');
    expect(await page.locator('h1').innerText()).toContain(`برای ${count} دهیاری ثبت شد`);
    expect(await page.locator('.joint-receipts tbody tr').count()).toBe(ready - 1);
    await expectSound(page);
    const claimed = claimsOf('NT3', '۹۰۱/ب');
    expect(claimed).toHaveLength(ready - 1);
    expect(claimed).not.toContain(left);
  });

  test('without script: boxes, a letter and a file in one form; sent twice it leads to the same receipts', async () => {
    const first = await openPage(browser, { ...SMALL, javaScriptEnabled: false });
    await signInDistrict(first);
    const second = await first.context().newPage();
    for (const each of [first, second]) await each.goto(reportPath('CR3'));
    const send = async (where: Page) => {
      const boxes = where.locator('input[name="targets[]"]');
      const total = await boxes.count();
      expect(total).toBeGreaterThan(2);
      for (let index = 2; index < total; index += 1) await boxes.nth(index).uncheck();
      await where.locator('input[name="letterNumber"]').fill('۹۰۲/ب');
      await where.locator('input[name="letterOn"]').fill('1397/09/15');
      const buffer = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
      const file = { name: 'نامه.pdf', mimeType: 'application/pdf', buffer };
      await where.locator('input[type="file"]').setInputFiles(file);
      await where.locator('button.btn.primary.big').click();
      await where.waitForURL((url) => url.pathname === '/my/grid/receipt');
      return new URL(where.url()).searchParams.get('events');
    };
    const events = await send(first);
    expect(claimsOf('CR3', '۹۰۲/ب')).toHaveLength(2);
    expect(await send(second)).toBe(events);
    expect(await second.locator('main').innerText()).toContain('دوباره ثبت نشد');
    expect(claimsOf('CR3', '۹۰۲/ب')).toHaveLength(2);
  });

  test('an own body is found while its name is typed, and Enter goes there', async () => {
    await page.goto('/my');
    await page.locator('.body-chooser summary').click();
    await page.locator('#find-body').fill('گزير');
    await page.waitForFunction(() => document.querySelectorAll('.body-list li:not([hidden])').length === 1);
    await expectSound(page);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('body') === 'VA-050');
  });
});

describe('papers', () => {
  test('an expert enters a paper by the name on it, and everything says that it came on paper', async () => {
    const expert = await openPage(browser, SMALL);
    await signInAs(expert, 'expert');
    await visit(expert, '/bodies/forms?find=VA-050');
    await expert.locator('.joint-others a').first().click();
    await expert.waitForURL((url) => url.pathname === '/bodies/VA-050/paper');
    await expectSound(expert);
    await expert.locator('input[name="letterNumber"]').fill('۷/د');
    await expert.locator('input[name="letterOn"]').fill('1397/09/15');
    const buffer = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
    await expert.locator('input[type="file"]').setInputFiles({ name: 'برگه.pdf', mimeType: 'application/pdf', buffer });
    await expert.locator('.uploads input[name="uploads[]"]').waitFor({ state: 'attached' });
    const boxes = expert.locator('input[name="steps[]"]');
    const ticked = Math.min(2, await boxes.count());
    for (let index = 0; index < ticked; index += 1) await boxes.nth((await boxes.count()) - 1 - index).check();
    await expert.getByRole('button', { name: 'ثبت برگه' }).click();
    await expert.waitForURL((url) => /\/bodies\/VA-050\/paper\/\d+/.test(url.pathname));
    expect(await expert.locator('main').innerText()).toContain('از روی کاغذ');
    await expectSound(expert);
    const rows = demoRows<{ kind: string }>(
      `select e.kind from events e join bodies b on b.id = e.body_id where b.code = 'VA-050' and e.on_behalf = 1 order by e.id`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['paper_received', ...Array.from({ length: ticked }, () => 'claim')]);
    await expert.locator('.receipt-table a').first().click();
    await expert.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
    expect(await expert.locator('main').innerText()).toContain('از روی کاغذ');
  });

  test('the forms of a district are one A4 page a village, and nothing is cut off, however much there is to do', async () => {
    const desk = await openPage(browser, DESKTOP);
    await signInAs(desk, 'expert');
    const sheets = await printed(desk, '/bodies/forms/print?district=220305');
    expect(sheets.bodies).toBeGreaterThan(20);
    expect(sheets.pages).toBe(sheets.bodies);
    expect(sheets.size).toEqual([595, 842]);
    expect(sheets.cut).toBe(0);
    expect(await printed(desk, '/bodies/EA-001/form')).toMatchObject({ bodies: 1, pages: 1, cut: 0 });

    await desk.setContent(renderBlankForms(manySteps(36)), { waitUntil: 'load' });
    expect(await measured(desk)).toMatchObject({ bodies: 1, pages: 1, cut: 0 });
    expectNoComplaints(desk);
  });

  test('somebody else’s form, entry screen and receipts are not found', async () => {
    const asked = [
      '/my/forms/EA-001',
      '/bodies/EA-001/form',
      '/bodies/forms/print?district=220302',
      '/bodies/forms',
      '/bodies/VA-050/paper',
      '/my/grid?track=HD',
      reportPath('HD1'),
      '/my/grid/receipt?events=1',
      '/admin/handovers/1',
    ];
    for (const path of asked) expect((await page.request.get(path)).status(), path).toBe(404);
    const deputy = await openPage(browser, DESKTOP);
    await signInAs(deputy, 'deputy');
    for (const path of ['/my/grid', reportPath('NT3'), '/my/forms', '/bodies/VA-050/paper', '/admin/handovers/1'])
      expect((await deputy.request.get(path)).status(), path).toBe(404);
  });
});

test('an admin hands the bodies of a liaison to another, whose page has them at once', async () => {
  const admin = await openPage(browser, DESKTOP);
  await signInAs(admin, 'admin');
  await visit(admin, '/admin/users/rabet');
  await admin.locator('select[name="to"]').selectOption('dehyari');
  await admin.getByRole('button', { name: 'تحویل همهٔ دستگاه‌ها' }).click();
  await admin.waitForURL((url) => url.searchParams.get('done') === 'handedOver');
  await expectSound(admin);
  const sheet = await admin.locator('#handover a').first().getAttribute('href');
  const answer = await admin.request.get(sheet ?? '');
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('صورت‌جلسۀ تحویل');
  const [own] = demoRows<{ code: string }>(
    `select b.code from user_scopes s join users u on u.id = s.user_id join bodies b on b.id = s.body_id where u.username = 'dehyari' limit 1`,
  );
  expect((await page.request.get(`/my?body=${own?.code ?? ''}`)).status()).toBe(200);
  expectNoComplaints(admin);
});

async function printed(where: Page, path: string) {
  const response = await where.goto(path);
  expect(response?.status(), path).toBe(200);
  return measured(where);
}

/** How many sheets there are, how many pages they print on, and how many of them have more on them than fits. */
async function measured(where: Page) {
  await where.emulateMedia({ media: 'print' });
  await where.evaluate(() => document.fonts.ready.then(() => undefined));
  const [bodies, cut] = await where.evaluate(() => {
    const sheets = [...document.querySelectorAll('.sheet')];
    return [sheets.length, sheets.filter((sheet) => sheet.scrollHeight > sheet.clientHeight + 1).length];
  });
  const pdf = await PDFDocument.load(await where.pdf({ preferCSSPageSize: true, printBackground: true }));
  const { width, height } = pdf.getPage(0).getSize();
  return { bodies, cut, pages: pdf.getPageCount(), size: [Math.round(width), Math.round(height)] };
}

function manySteps(count: number): Parameters<typeof renderBlankForms>[0] {
  const category: BodyCategory = 'executive_agency';
  const steps = Array.from({ length: count }, (_, index) => ({
    trackName: 'اتصال به شبکه دولت',
    code: `S${index}`,
    position: index + 1,
    title: 'برقراری اتصال و آزمون دسترسی در همهٔ واحدهای تابع و ثبت نتیجه',
    evidenceText: 'صورت‌جلسهٔ آزمون',
    evidenceKinds: ['url', 'file'] as const,
    state: 'blocked',
    dueOn: '2018-11-01' as const,
    daysLate: 37,
    returnedReason: null,
  }));
  const body = { code: 'EA-900', name: 'اداره‌ای با نامی بسیار بلند در شهرستان', category };
  return {
    printedOn: '2018-12-08',
    office: 'فرمانداری',
    letterhead: ['جمهوری اسلامی ایران', 'وزارت کشور', 'استانداری'],
    isSample: true,
    forms: [
      {
        body,
        ruralDistrictName: 'حومه',
        districtName: 'مرکزی',
        entryAddress: 'https://mizban.example/bodies/EA-900/paper',
        steps,
      },
    ],
  };
}
