import Papa from 'papaparse';
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
/** The month that holds the sample's today: nobody has reported it yet. */
const RUNNING = '1397-09';
const FORM = `/my/indicators?month=${RUNNING}`;

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
  test('where nobody has reported, the deputy reads that there are no data', async () => {
    await visit(office, `/indicators?month=${RUNNING}&category=association`);
    await office.getByText('برای این ماه هنوز دستگاهی گزارش نداده است.').waitFor();
    expect(await office.locator('tr[data-key="IN9"]').textContent()).toContain('۰ از');
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
    await visit(phone, `/my/indicators?month=1397-08&body=${body}`);
    await fill(phone, {
      'IN9-numerator': '۴۵',
      'IN9-denominator': '۶۰',
      'IN11-numerator': '۲',
      'IN11-denominator': '۸۰۰',
    });
    await phone.getByText('۲ شاخص ثبت شد.').waitFor();
    await expectSound(phone);
  });

  test('what cannot be is refused at its field, and what is unusual is asked for in words', async () => {
    await visit(phone, `${FORM}&body=${body}`);
    expect(await phone.locator('#readings-IN9-numerator-hint').textContent()).toBe('آبان ۱۳۹۷: ۴۵');
    await fill(phone, { 'IN9-numerator': '۷۰', 'IN9-denominator': '۶۰' });
    await phone.locator('#readings-IN9-numerator-error').waitFor();
    await expectSound(phone);
    expect(await phone.locator('[name="IN9-note"]').count()).toBe(0);
    await fill(phone, { 'IN9-numerator': '۲۰' });
    await phone.locator('#readings-IN9-note-error').waitFor();
    await expectSound(phone);
    expect(await phone.locator('[name="IN9-denominator"]').inputValue()).toBe('۶۰');
    await fill(phone, { 'IN9-note': 'خط دو روز قطع بود.' });
    await phone.getByText('۱ شاخص ثبت شد.').waitFor();
    expect(await phone.locator('[name="IN9-note"]').inputValue()).toBe('خط دو روز قطع بود.');
  });

  test('the deputy sees mean, coverage and trend, and the body with its explanation behind them', async () => {
    await visit(office, `/indicators?month=${RUNNING}`);
    const row = office.locator('tr[data-key="IN9"]');
    expect(await row.textContent()).toMatch(/۳۳٫۳.*۱ از \d*[۰-۹]+ دستگاه/);
    const link = row.locator('a[data-count]');
    const count = await link.getAttribute('data-count');
    await link.click();
    await office.waitForURL(/indicator=IN9/);
    expect(await office.locator('[data-total-bodies]').getAttribute('data-total-bodies')).toBe(count);
    await office.getByText('خط دو روز قطع بود.').waitFor();
    expect(await office.locator('#trend svg').first().getAttribute('aria-label')).toContain('۷۵٫۰ (آبان ۱۳۹۷)');
    await expectSound(office);
    for (const format of ['csv', 'xlsx']) {
      const file = await office
        .context()
        .request.get(`/indicators/export?indicator=IN9&month=${RUNNING}&format=${format}`);
      expect(file.status()).toBe(200);
      if (format === 'csv') expect(await file.text()).toContain('خط دو روز قطع بود.');
    }
  });

  test('the bodies stand on pages', async () => {
    await visit(office, '/indicators?indicator=IN2&month=1397-08');
    expect(await office.locator('#bodies tbody tr').count()).toBe(50);
    await office.locator('#bodies a[rel="next"]').click();
    await office.waitForURL(/page=2/);
    expect(await office.locator('#bodies .pager').textContent()).toContain('۵۱ تا ۱۰۰');
  });

  test('the form works without script: asked, then taken', async () => {
    const visitor = await visitPlainly(demoAccount('liaison'));
    const path = `${FORM}&body=${body}`;
    const numbers = { 'IN11-numerator': '9', 'IN11-denominator': '800' };
    const asked = await visitor.send(path, 'readings', numbers);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('readings-IN11-note-error');
    const taken = await visitor.send(path, 'readings', { ...numbers, 'IN11-note': 'شمارش تازه' });
    expect(taken.location).toContain('saved=1');
  });
});

describe('paper beside deeds', () => {
  const total = () => office.locator('[data-total-bodies]').getAttribute('data-total-bodies');

  test('the four groups are there, the paper without deed first, each with exactly its bodies', async () => {
    await visit(office, '/indicators');
    await office.getByRole('link', { name: 'کاغذ و کردار' }).click();
    await office.waitForURL(/\/indicators\/deeds$/);
    await expectSound(office);
    expect(await office.locator('#bodies tbody tr').first().getAttribute('data-group')).toBe('paper_only');
    const dots = await office.locator('#chart svg .deed').count();
    expect(await office.locator('#chart details tbody tr').count()).toBe(dots);
    const counts = await office
      .locator('#groups a[data-count]')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('href') ?? '', Number(link.getAttribute('data-count'))] as const),
      );
    expect(counts).toHaveLength(5);
    for (const [href, count] of counts) {
      const page = await office.context().request.get(href.replace('#bodies', ''));
      expect(await page.text()).toContain(`data-total-bodies="${count}"`);
    }
  });

  test('it is searched, sorted and kept as a file; a body leads to its page with its indicators', async () => {
    await visit(office, '/indicators/deeds?group=paper_only&sort=gain&indicator=IN2');
    const rows = Number(await total());
    expect(rows).toBeGreaterThan(0);
    const query = new URL(office.url()).search;
    const file = await office.context().request.get(`/indicators/deeds/export${query}&format=csv`);
    expect((await file.text()).trim().split('\n')).toHaveLength(rows + 1);
    const link = office.locator('#bodies tbody th a').first();
    await link.click();
    await office.waitForURL(/\/bodies\//);
    await office.locator('#indicators table').waitFor();
    await expectSound(office);
    const small = await openPage(browser, SMALL);
    await signInAs(small, 'viewer');
    await visit(small, '/indicators/deeds');
    await small.context().close();
  });
});

describe('readings from a file', () => {
  let page: Page;
  const send = async (text: string) => {
    await page.locator('input[type="file"]').setInputFiles({
      name: 'readings.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text, 'utf8'),
    });
    await page.getByRole('button', { name: 'بررسی فایل' }).click();
    await page.waitForURL(/\/indicators\/import\/[\w-]{32}/);
    await expectSound(page);
  };

  test('the template is filled in, looked at and taken in; again there is nothing to do', async () => {
    page = await openPage(browser);
    await resumeSession(page, demoAccount('expert'));
    await visit(page, '/indicators/import');
    const answer = await page.context().request.get(`/indicators/import/template?month=${RUNNING}&format=csv`);
    const [head = [], ...rows] = Papa.parse<string[]>((await answer.text()).replace(/^\ufeff/, '').trim()).data;
    const [code, indicator, numerator, denominator] = ['شناسه', 'شاخص', 'صورت', 'مخرج'].map((name) =>
      head.indexOf(name),
    ) as [number, number, number, number];
    const filled = rows.map((row) =>
      row[code] === 'EA-003' && row[indicator] === 'IN9' ? row.with(numerator, '۷').with(denominator, '۹') : row,
    );
    const text = Papa.unparse([head, ...filled]);
    await send(text);
    expect(await page.locator('.take').first().textContent()).toContain('۱ عدد تازه');
    await page.getByRole('button', { name: 'ثبت ۱ عدد' }).click();
    await page.getByText('۱ عدد ثبت شد.').waitFor();
    await send(text);
    await page.getByText('کاری لازم نیست').waitFor();
    await page.getByRole('button', { name: 'انصراف و حذف فایل' }).click();
    await page.getByText('فایل حذف شد؛ چیزی ثبت نشد.').waitFor();
  });

  test('wrong rows are named, and nothing can be taken in', async () => {
    await send(['شناسه,شاخص,ماه,صورت,مخرج', `EA-003,IN9,${RUNNING},9,7`, `XX-1,IN9,${RUNNING},1,7`].join('\n'));
    const problems = await page.locator('#problems li').allTextContents();
    expect(problems.map((text) => text.slice(0, 6))).toEqual(['ردیف ۲', 'ردیف ۳']);
    expect(await page.getByRole('button', { name: /^ثبت/ }).count()).toBe(0);
    await page.context().close();
  });
});

describe('who may', () => {
  test('a liaison does not read the county, nor report for another body', async () => {
    await visit(phone, '/indicators', { status: 404 });
    await visit(phone, `${FORM}&body=GV-001`, { status: 404 });
    await visit(phone, '/indicators/deeds', { status: 404 });
    await visit(phone, '/indicators/import');
    for (const path of ['/indicators/export', '/indicators/deeds/export']) {
      expect((await phone.context().request.get(`${path}?format=csv`)).status()).toBe(404);
    }
  });

  test.each(['expert', 'viewer', 'admin'])('the page is there for a %s', async (role) => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount(role));
    for (const path of ['/indicators?indicator=IN2', '/indicators/export?format=csv', '/indicators/deeds']) {
      expect((await page.context().request.get(path)).status(), path).toBe(200);
    }
    await page.context().close();
  });

  test.each(['deputy', 'viewer', 'admin'])('a %s does not report for a body', async (role) => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount(role));
    for (const path of [`${FORM}&body=${body}`, '/indicators/import', '/indicators/import/template']) {
      expect((await page.context().request.get(path)).status(), path).toBe(404);
    }
    await page.context().close();
  });

  test('an expert reports on behalf of a body', async () => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount('expert'));
    await visit(page, `/my/indicators?month=1397-07&body=${body}`);
    await fill(page, { 'IN9-numerator': '۵۵', 'IN9-denominator': '۶۰' });
    await page.getByText('۱ شاخص ثبت شد.').waitFor();
    await visit(page, `/indicators?indicator=IN9&month=1397-07&given=yes`);
    await page.getByText('ثبت فرمانداری').waitFor();
    await page.context().close();
  });
});
