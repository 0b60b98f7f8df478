import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DistrictSheetsProps } from '@/components/papers/district-sheet';
import { renderDistrictSheets, renderPoster } from '@/components/papers/render-sheets';
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
import { pdfPages, TURNED_ROUND } from '../support/paper';

const SHIBKUH = '220302';
const CENTRAL = '220305';

let browser: Browser;
let deputy: Page;

const personOf = async (username: string): Promise<Page> => {
  const page = await openPage(browser);
  await resumeSession(page, { username, password: demoAccount('deputy').password });
  return page;
};
const asRole = async (role: string): Promise<Page> => {
  const page = await openPage(browser);
  await signInAs(page, role);
  return page;
};
const letterRows = () =>
  demoRows<{ id: number; number: number; code: string; document: string }>(
    'select l.id, l.number, b.code, l.document from letters l join bodies b on b.id = l.body_id order by l.id',
  );
const pdfOf = async (page: Page, path: string) => {
  const response = await page.request.get(path, { timeout: 120_000 });
  expect(response.status(), path).toBe(200);
  return response.body();
};
const sizesOf = (pdf: PDFDocument) =>
  pdf.getPages().map((each) => `${Math.round(each.getWidth())}x${Math.round(each.getHeight())}`);

beforeAll(async () => {
  browser = await launchBrowser();
  deputy = await asRole('deputy');
});

afterAll(async () => {
  await browser.close();
});

describe('letters to late bodies', { timeout: 120_000 }, () => {
  test('the deputy chooses a district’s late bodies, takes one out, and issues all letters with one press', async () => {
    await visit(deputy, '/reports');
    await deputy.getByRole('link', { name: 'نامه‌های پیگیری' }).click();
    await deputy.waitForURL((url) => url.pathname === '/reports/letters');
    await expectSound(deputy);
    await deputy.getByRole('link', { name: 'نامه به دستگاه‌های عقب‌مانده' }).click();
    await deputy.waitForURL((url) => url.pathname === '/reports/letters/new');
    await expectSound(deputy);
    await deputy.locator('select[name="district"]').selectOption(SHIBKUH);
    await deputy.getByRole('button', { name: 'نمایش' }).click();
    await deputy.waitForURL((url) => url.searchParams.get('district') === SHIBKUH);
    const boxes = deputy.locator('input[name="bodies[]"]');
    const offered = await boxes.count();
    expect(offered).toBeGreaterThan(3);
    expect(await deputy.locator('input[name="bodies[]"]:checked').count()).toBe(offered);
    const spared = await boxes.nth(1).getAttribute('value');
    await boxes.nth(1).uncheck();
    await deputy.getByRole('button', { name: 'صدور نامه‌های برگزیده' }).click();
    await deputy.waitForURL((url) => url.pathname === '/reports/letters/result');
    await expectSound(deputy);
    const rows = letterRows();
    expect(rows).toHaveLength(offered - 1);
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map(({ code }) => code)).not.toContain(spared);
    expect(await deputy.locator('tbody tr').count()).toBe(offered - 1);
  });

  test('all of them come in one print, each beginning on a page of its own', async () => {
    await deputy.getByRole('link', { name: /^چاپ هر/ }).click();
    await deputy.waitForURL((url) => url.pathname === '/reports/letters/print');
    await expectSound(deputy);
    expect(await deputy.locator('script').count()).toBe(0);
    const rows = letterRows();
    expect(await deputy.locator('section.letter').count()).toBe(rows.length);
    const ids = rows.map(({ id }) => id).join('.');
    const pdf = await PDFDocument.load(await pdfOf(deputy, `/reports/letters/pdf?ids=${ids}`));
    // also the longest of them keeps its signature on the page
    expect(pdf.getPageCount()).toBe(rows.length);
    expect(new Set(sizesOf(pdf))).toEqual(new Set(['595x842']));
  });

  test('a letter reads in the right order when it is copied out of the PDF', async () => {
    const [row] = letterRows();
    const document = JSON.parse(row?.document ?? '{}') as Record<'recipient' | 'request' | 'signatory', string>;
    await visit(deputy, `/reports/letters/${row?.id}/print`);
    expect(await deputy.locator('main').innerText()).not.toMatch(TURNED_ROUND);
    const [page = ''] = await pdfPages(await pdfOf(deputy, `/reports/letters/${row?.id}/pdf`));
    const text = page.replaceAll(' ', '');
    const expected = [document.recipient, 'موضوع', 'با سلام و احترام', 'خواهشمند', document.signatory, 'رونوشت'];
    const places = expected.map((words) => text.indexOf(words.replaceAll(' ', '')));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('تا چهارشنبه ۱۳۹۷/۰۹/۲۱ به این فرمانداری فرستاده شود'.replaceAll(' ', ''));
  });

  test('the same body asked for again on the day leads to its first letter', async () => {
    const [row] = letterRows();
    await visit(deputy, `/reports/letters/new?body=${row?.code}`);
    await deputy.getByText('امروز برای این دستگاه نامه صادر شده بود').waitFor();
    expect(await deputy.locator('input[name="bodies[]"]').count()).toBe(0);
    await deputy.getByRole('link', { name: 'دیدن نامه' }).click();
    await deputy.waitForURL((url) => url.pathname === `/reports/letters/${row?.id}`);
    await expectSound(deputy);
  });

  test('two tabs that send the same form make one letter; the second says so', async () => {
    const other = await openPage(browser);
    await signInAs(other, 'deputy');
    await visit(deputy, `/reports/letters/new?district=${CENTRAL}`);
    const code = (await deputy.locator('input[name="bodies[]"]').first().getAttribute('value')) ?? '';
    for (const page of [deputy, other]) await page.goto(`/reports/letters/new?body=${code}`);
    const before = letterRows().length;
    for (const page of [deputy, other]) {
      await page.getByRole('button', { name: 'صدور نامه' }).click();
      await page.waitForURL((url) => /^\/reports\/letters\/\d+$/.test(url.pathname));
    }
    expect(letterRows()).toHaveLength(before + 1);
    expect(new URL(other.url()).pathname).toBe(new URL(deputy.url()).pathname);
    await other.getByText('نامهٔ دوم صادر نشد').waitFor();
  });

  test('the secretariat’s number is entered, shown in the list and found by it', async () => {
    const [row] = letterRows();
    await visit(deputy, `/reports/letters/${row?.id}`);
    await deputy.locator('input[name="registryNumber"]').fill('۲۱۰/۹۷/۴۸۲۲');
    await deputy.getByRole('button', { name: 'ثبت شماره' }).click();
    await deputy.getByText('شمارهٔ دبیرخانه ثبت شد.').waitFor();
    await expectSound(deputy);
    await visit(deputy, `/reports/letters?q=${encodeURIComponent('210/97/4822')}`);
    expect(await deputy.locator('tbody tr').count()).toBe(1);
    const csv = await deputy.request.get(`/reports/letters/export?q=${encodeURIComponent('210/97/4822')}`);
    expect((await csv.text()).trim().split('\n')).toHaveLength(2);
    const xlsx = await deputy.request.get('/reports/letters/export?format=xlsx');
    expect(xlsx.headers()['content-type']).toContain('spreadsheetml');
  });

  test('the page of a late body offers the letter, and its history leads to it', async () => {
    const { id, code } = letterRows()[0] ?? { id: 0, code: '' };
    await visit(deputy, `/bodies/${code}`);
    expect(await deputy.getByRole('link', { name: 'نامهٔ پیگیری' }).getAttribute('href')).toBe(
      `/reports/letters/new?body=${code}`,
    );
    expect(await deputy.locator('#history').getByRole('link', { name: 'دیدن نامه' }).first().getAttribute('href')).toBe(
      `/reports/letters/${id}`,
    );
    const viewer = await asRole('viewer');
    await visit(viewer, `/bodies/${code}`);
    expect(await viewer.getByRole('link', { name: 'نامهٔ پیگیری' }).count()).toBe(0);
    expect(await viewer.locator('#history').getByRole('link', { name: 'دیدن نامه' }).count()).toBe(1);
  });

  test('a body outside supervision is never offered, and a request by its code is refused', async () => {
    await visit(deputy, `/reports/letters/new?district=${CENTRAL}`);
    const code = (await deputy.locator('input[name="bodies[]"]').first().getAttribute('value')) ?? '';
    await visit(deputy, `/reports/letters/new?body=${code}`);
    const admin = await asRole('admin');
    await visit(admin, `/admin/reference/bodies/${code}`);
    await admin.locator('input[name="coordinationOnly"]').check();
    await admin.locator('#body button[type="submit"]').click();
    await admin.waitForURL((url) => url.searchParams.get('done') === 'saved');
    // the form was drawn before the body was marked
    const before = letterRows().length;
    await deputy.getByRole('button', { name: 'صدور نامه' }).click();
    await deputy.locator('[role="alert"]').getByText('«هماهنگی»').first().waitFor();
    expect(letterRows()).toHaveLength(before);
    await visit(deputy, '/reports/letters/new');
    expect(await deputy.locator(`input[value="${code}"]`).count()).toBe(0);
    await deputy.getByText('۱ دستگاه عقب‌ماندهٔ «هماهنگی» در فهرست نیست').waitFor();
    await visit(deputy, `/reports/letters/new?body=${code}`);
    expect(await deputy.getByRole('button', { name: 'صدور نامه' }).count()).toBe(0);
    await visit(deputy, `/bodies/${code}`);
    expect(await deputy.getByRole('link', { name: 'نامهٔ پیگیری' }).count()).toBe(0);
  });

  test('the text is looked at before it is kept, without script too; an unknown field is named', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: new URL(deputy.url()).origin });
    await plain.addCookies(await deputy.context().cookies());
    const page = await plain.newPage();
    await page.goto('/reports/letters/template');
    await page.locator('textarea[name="opening"]').fill('سلام بر {نام مدیر}');
    await page.getByRole('button', { name: 'دیدن نمونه' }).click();
    expect(await page.locator('[role="alert"]').innerText()).toContain('«{نام مدیر}»');
    expect(await page.locator('textarea[name="opening"]').inputValue()).toBe('سلام بر {نام مدیر}');
    await page.locator('textarea[name="opening"]').fill('سلام بر {نام دستگاه} با {شمار گام ها} گام');
    await page.getByRole('button', { name: 'دیدن نمونه' }).click();
    expect(await page.locator('.template-sample').innerText()).toContain('سلام بر ادارۀ نمونۀ شهرستان با ۳ گام');
    await page.getByRole('button', { name: 'ثبت متن' }).click();
    await page.getByText('متن نامه ثبت شد.').waitFor();
    await page.getByRole('button', { name: 'بازگشت به متن آماده' }).click();
    await page.getByText('متن آماده برگشت.').waitFor();
    await plain.close();
  });

  test('every screen holds on a phone and in the dark', async () => {
    const phone = await openPage(browser, { ...PHONE, colorScheme: 'dark' });
    await signInAs(phone, 'deputy');
    const [row] = letterRows();
    for (const path of [
      '/reports/letters',
      '/reports/letters/new',
      `/reports/letters/new?body=${row?.code}`,
      `/reports/letters/${row?.id}`,
      `/reports/letters/result?new=${row?.id}`,
      '/reports/letters/template',
    ]) {
      await visit(phone, path);
    }
  });
});

describe('a page for each district and the poster', { timeout: 120_000 }, () => {
  test('every district stays on one A4 page, the largest too, and nothing is cut off', async () => {
    await visit(deputy, '/reports/districts/print');
    const sheets = deputy.locator('section.sheet');
    const count = await sheets.count();
    expect(count).toBe(4);
    const overflow = await sheets.evaluateAll((all) => all.map((sheet) => sheet.scrollHeight - sheet.clientHeight));
    expect(overflow.every((pixels) => pixels <= 1)).toBe(true);
    const pdf = await PDFDocument.load(await pdfOf(deputy, '/reports/districts/pdf'));
    expect(sizesOf(pdf)).toEqual(Array.from({ length: count }, () => '595x842'));
    const one = await PDFDocument.load(await pdfOf(deputy, `/reports/districts/${CENTRAL}/pdf?asOf=1397-09-01`));
    expect(one.getPageCount()).toBe(1);
    expect(await deputy.locator('main').innerText()).not.toMatch(TURNED_ROUND);
  });

  test('the poster holds every body on one page, A3 and A4', async () => {
    for (const [query, size] of [
      ['', '842x1191'],
      ['?size=a4', '595x842'],
    ]) {
      const pdf = await PDFDocument.load(await pdfOf(deputy, `/reports/poster/pdf${query}`));
      expect(sizesOf(pdf)).toEqual([size]);
      await visit(deputy, `/reports/poster/print${query}`);
      const bodies = demoRows<{ count: number }>('select count(*) as count from bodies')[0]?.count;
      expect(await deputy.locator('.pc tbody tr:not(.g)').count()).toBe(bodies);
      const overflow = await deputy.locator('.poster').evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight);
      expect(overflow).toBeLessThanOrEqual(1);
    }
  });
});

/** What a district could have at worst: long lists of long names, and more tracks than there are. */
function fullDistrict(): DistrictSheetsProps {
  const many = <Row>(count: number, row: (index: number) => Row): Row[] =>
    Array.from({ length: count }, (_, index) => row(index));
  const name = 'شرکت ملی پخش فرآورده‌های نفتی، ناحیهٔ بندرلنگه و جزیره‌های همجوار آن';
  return {
    office: 'فرمانداری شهرستان نمونه',
    programmeTitle: 'برنامهٔ نمونه',
    asOf: '2018-12-08',
    sampleNote: 'دادهٔ نمایشی، نه رقم رسمی',
    droppedSuffix: null,
    sheets: [
      {
        code: '1',
        name: 'نمونه',
        bodies: 400,
        silentAfterDays: 14,
        tracks: many(7, (index) => ({
          code: `T${index}`,
          label: 'اتصال به شبکهٔ ملی دولت',
          isTotal: index === 6,
          bodies: 400,
          planned: 1,
          claimed: 0.9,
          verified: 0.5,
          spi: 0.5,
          countyVerified: 0.6,
          countySpi: 0.6,
        })),
        late: many(200, (index) => ({
          bodyCode: `B${index}`,
          bodyName: name,
          district: 'نمونه',
          perTrack: [],
          total: 12,
          consequence: 1,
          oldestMilestone: name,
          daysLate: 120,
          cause: name,
          turn: name,
          isNew: false,
        })),
        silent: many(90, (index) => ({
          bodyCode: `B${index}`,
          bodyName: name,
          category: 'دهیاری',
          district: 'نمونه',
          lastReportOn: null,
          days: 90,
          isLate: true,
          isNew: false,
          nextStep: name,
        })),
        blockers: many(10, (index) => ({
          cause: `${name} ${index}`,
          milestones: 3,
          bodies: 2,
          oldestDays: 9,
          turn: name,
        })),
        decisions: many(6, (index) => ({ matter: `${name} ${index}`, count: 9, oldestDays: 30, who: name })),
        dues: many(40, (index) => ({
          dueOn: '2018-12-12',
          trackName: 'الکترونیکی',
          position: index,
          title: name,
          bodies: 60,
        })),
      },
    ],
  };
}

describe('papers at their fullest', { timeout: 120_000 }, () => {
  const pdfOfHtml = async (html: string) => {
    const page = await (await browser.newContext({ baseURL: new URL(deputy.url()).origin })).newPage();
    await page.goto('/sign-in');
    await page.setContent(html, { waitUntil: 'load' });
    await page.emulateMedia({ media: 'print' });
    const overflow = await page
      .locator('section')
      .evaluateAll((all) => all.map((sheet) => sheet.scrollHeight - sheet.clientHeight));
    const pdf = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }));
    await page.close();
    return { overflow, pdf };
  };

  test('a district with more of everything than fits stays on one page and counts what it leaves out', async () => {
    const html = renderDistrictSheets(fullDistrict());
    const { overflow, pdf } = await pdfOfHtml(html);
    expect(pdf.getPageCount()).toBe(1);
    expect(Math.max(...overflow)).toBeLessThanOrEqual(1);
    expect(html).toContain('و ۱۸۸ دستگاه دیگر');
  });

  test('a poster of twice the county goes on on a second page with the same head', async () => {
    const track = { deadlineOn: '2018-12-21' as const, planned: 1, claimed: 0.9, verified: 0.5 };
    const html = renderPoster(
      {
        office: 'فرمانداری',
        programmeTitle: 'برنامه',
        asOf: '2018-12-08',
        sampleNote: null,
        droppedSuffix: null,
        tracks: ['HD', 'ED'].map((code) => ({ ...track, code, title: `محور ${code}` })),
        groups: [
          {
            label: 'دهیاری',
            bodies: Array.from({ length: 420 }, (_, index) => ({
              code: `V${index}`,
              name: `دهیاری ${index}`,
              statuses: ['late' as const, null],
            })),
          },
        ],
      },
      'a3',
    );
    const { overflow, pdf } = await pdfOfHtml(html);
    expect(sizesOf(pdf)).toEqual(['842x1191', '842x1191']);
    expect(Math.max(...overflow)).toBeLessThanOrEqual(1);
    expect(html.split('وضعیت همۀ دستگاه‌ها</h1>')).toHaveLength(3);
  });
});

describe('who may not', { timeout: 120_000 }, () => {
  const OFFICE = ['/reports/letters', '/reports/letters/result', '/reports/letters/export'];
  const SENDING = ['/reports/letters/new', '/reports/letters/preview?body=EA-013', '/reports/letters/template'];
  const SHEETS = ['/reports/districts/print', `/reports/districts/${SHIBKUH}/print`, '/reports/poster/print'];
  const statusesOf = async (page: Page, paths: readonly string[]) => {
    const statuses = [];
    for (const path of paths) statuses.push((await page.request.get(path)).status());
    return statuses;
  };
  const all = (status: number, paths: readonly string[]) => paths.map(() => status);

  test.each([
    ['viewer', 200, 404, 200],
    ['admin', 404, 404, 200],
    ['liaison', 404, 404, 404],
  ] as const)('%s', async (role, office, sending, sheets) => {
    const page = await asRole(role);
    const [row] = letterRows();
    expect(await statusesOf(page, OFFICE)).toEqual(all(office, OFFICE));
    expect(await statusesOf(page, SENDING)).toEqual(all(sending, SENDING));
    expect(await statusesOf(page, SHEETS)).toEqual(all(sheets, SHEETS));
    expect(await statusesOf(page, [`/reports/letters/${row?.id}`])).toEqual([office]);
  });

  test('a limited expert sends and prints for the own district only', async () => {
    const bakhshdar = await personOf('bakhshdar');
    const own = demoRows<{ district: string }>(
      `select district_code as district from users where username = 'bakhshdar'`,
    )[0]?.district;
    expect(own).toBeTruthy();
    await visit(bakhshdar, '/reports/districts/print');
    expect(await bakhshdar.locator('section.sheet').count()).toBe(1);
    const other = own === CENTRAL ? SHIBKUH : CENTRAL;
    expect(await statusesOf(bakhshdar, [`/reports/districts/${other}/print`, '/reports/letters/template'])).toEqual([
      404, 404,
    ]);
    await visit(bakhshdar, '/reports/letters/new');
    const districts = await bakhshdar
      .locator('select[name="district"] option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter(Boolean));
    expect(districts).toEqual([own]);
  });

  test('a liaison reads the letters to the own bodies, from the inbox to the paper, and no other', async () => {
    const foreign = letterRows()[0];
    // the liaison of all villages of the central district
    await visit(deputy, `/reports/letters/new?district=${CENTRAL}&category=village_administration`);
    const code = (await deputy.locator('input[name="bodies[]"]').first().getAttribute('value')) ?? '';
    await deputy.goto(`/reports/letters/new?body=${code}`);
    await deputy.getByRole('button', { name: 'صدور نامه' }).click();
    await deputy.waitForURL((url) => /^\/reports\/letters\/\d+$/.test(url.pathname));
    const mine = letterRows().at(-1);
    const liaison = await personOf('dehyari');
    await visit(liaison, '/my/inbox?kind=letter');
    await liaison.locator('.inbox a.plain').first().click();
    await liaison.waitForURL((url) => url.pathname === `/reports/letters/${mine?.id}/print`);
    await expectSound(liaison);
    expect(
      await statusesOf(liaison, [`/reports/letters/${mine?.id}/print`, `/reports/letters/${mine?.id}/pdf`]),
    ).toEqual([200, 200]);
    expect(await statusesOf(liaison, [`/reports/letters/${foreign?.id}/print`])).toEqual([404]);
  });
});
