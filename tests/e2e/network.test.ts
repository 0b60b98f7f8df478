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
import { toLatinDigits } from '@/lib/text/digits';
import { pdfPages, TURNED_ROUND } from '../support/paper';
import { visitPlainly } from '../support/plain-forms';

const SMALL = { ...PHONE, viewport: { width: 360, height: 640 } };
const NETWORK = '/indicators/network';

let browser: Browser;
let office: Page;
let admin: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  office = await openPage(browser);
  await signInAs(office, 'deputy');
  admin = await openPage(browser);
  await signInAs(admin, 'admin');
});

afterAll(async () => {
  await browser.close();
});

const get = (page: Page, path: string) => page.context().request.get(path);

describe('network and letters', () => {
  test('from a track to the map, and from a cell by keyboard to exactly its bodies', async () => {
    await office.goto('/tracks/NT');
    await office.getByRole('link', { name: 'نقشهٔ این محور در دهستان‌ها' }).click();
    await office.waitForURL(/network\?track=NT/);
    await expectSound(office);
    await office.locator('select[name="milestone"]').selectOption('NT1');
    await office.locator('#map form button').click();
    await office.waitForURL(/milestone=/);
    const cell = office.locator('.nmap a[data-count]').first();
    const count = await cell.getAttribute('data-count');
    await cell.focus();
    await office.keyboard.press('Enter');
    await office.waitForURL(/\/lists\/milestones\?.*ruralDistrict=/);
    expect(await office.locator('[data-total-bodies]').getAttribute('data-total-bodies')).toBe(count);
    await expectSound(office);
  });

  test('villages without coverage are searched and sorted, on a small screen too', async () => {
    await visit(office, NETWORK);
    const rows = office.locator('#blocked tbody tr');
    const all = await rows.count();
    expect(all).toBeGreaterThan(1);
    await office.getByRole('link', { name: 'از', exact: true }).click();
    await office.waitForURL(/sort=since/);
    const days = await rows.locator('td:nth-child(5)').allInnerTexts();
    expect(days).toEqual([...days].sort((a, b) => b.localeCompare(a, 'fa', { numeric: true })));
    const name = await rows.first().locator('th').innerText();
    await office.locator('#blocked input[name="q"]').fill(name);
    await office.locator('#blocked form button').click();
    await office.waitForURL(/q=/);
    expect(await rows.count()).toBeLessThan(all);
    expect(await (await get(office, `${NETWORK}/export?format=csv`)).text()).toContain(name);
    const small = await openPage(browser, { ...SMALL, colorScheme: 'dark' });
    await signInAs(small, 'viewer');
    await visit(small, NETWORK);
    await small.context().close();
  });

  test('the list goes to the telecom as a letter, a district to its own', async () => {
    await visit(office, `${NETWORK}/letter/print?category=all`);
    const rows = await office.locator('.tl tbody tr th').allInnerTexts();
    const pdf = await get(office, `${NETWORK}/letter/pdf?category=all`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    const text = (await pdfPages(new Uint8Array(await pdf.body()))).join(' ');
    for (const name of rows) expect(text).toContain(name);
    expect(text).toContain('مخابرات شهرستان');
    expect(text).not.toMatch(TURNED_ROUND);
    expect((await get(office, `${NETWORK}/export?table=telecom&format=xlsx`)).status()).toBe(200);

    // the second expert is limited to a district
    const bakhshdar = inject('accounts').filter(({ role }) => role === 'expert')[1];
    if (bakhshdar === undefined) throw new Error('The demo has no expert of a district.');
    const plain = await visitPlainly(bakhshdar);
    const own = (await plain.get(`${NETWORK}/letter/print`)).html;
    const others = rows.filter((name) => !own.includes(name));
    expect(others.length).toBeGreaterThan(0);
  });

  test('the share of electronic letters comes with how many reported', async () => {
    const row = office.locator('#months tbody tr').nth(2);
    const reported = async () => {
      await visit(office, NETWORK);
      return toLatinDigits(/آبان.*?٪\s*(\S+) از /s.exec(await row.innerText())?.[1] ?? '');
    };
    const before = Number(await reported());
    expect(before).toBeGreaterThan(0);
    const liaison = await visitPlainly(demoAccount('liaison'));
    const sent = await liaison.send('/my/indicators?month=1397-08', 'readings', {
      'IN8-numerator': '30',
      'IN8-denominator': '40',
    });
    expect(sent.location).toContain('saved=1');
    expect(Number(await reported())).toBe(before + 1);
  });

  test('a liaison has neither page nor letter', async () => {
    const page = await openPage(browser);
    await resumeSession(page, demoAccount('liaison'));
    await visit(page, NETWORK, { status: 404 });
    for (const path of ['letter/print', 'letter/pdf', 'export?table=telecom', 'export?table=areas']) {
      expect((await get(page, `${NETWORK}/${path}`)).status()).toBe(404);
    }
    await page.context().close();
  });
});

describe('the lists of visits, survey and signs', () => {
  const done = (sentence: string) => admin.getByRole('status').filter({ hasText: sentence }).waitFor();

  test('the admin changes an item, is told what is wrong and what follows, and finds its versions', async () => {
    await visit(admin, '/admin/reference/checklist');
    await admin.getByRole('link', { name: 'تغییر CK1', exact: true }).click();
    await admin.locator('#item [name="maxPoints"]').fill('صد');
    await admin.locator('#item button[type="submit"]').click();
    await admin.locator('#item-maxPoints-error').waitFor();
    await expectSound(admin);
    await admin.locator('#item [name="maxPoints"]').fill('۱۰');
    await admin.locator('#item button[type="submit"]').click();
    await done('نسخهٔ تازه ثبت شد');
    expect(await admin.locator('#versions tbody tr').count()).toBe(2);
    await expectSound(admin);
    await visit(admin, '/admin/reference/checklist');
    await admin.getByText('جمع امتیازها ۱۰۲ است').waitFor();
  });

  test('adds one, moves it up and withdraws it', async () => {
    await admin.goto('/admin/reference/desk-signs');
    await admin.locator('#item [name="code"]').fill('ed2-فا');
    await admin.locator('#item [name="title"]').fill('هزینهٔ خدمت');
    await admin.locator('#item [name="milestoneCode"]').selectOption('ED2');
    await admin.locator('#item [name="phrases"]').fill('هزینه خدمت\nتعرفه خدمات');
    await admin.locator('#item button[type="submit"]').click();
    await admin.locator('#item-code-error').waitFor();
    await admin.locator('#item [name="code"]').fill('ed2-fee');
    await admin.locator('#item button[type="submit"]').click();
    await done('افزوده شد');
    await admin.getByRole('button', { name: 'بالا بردن ED2-FEE' }).click();
    await done('ترتیب تازه');
    expect(await admin.locator('#items tbody tr').nth(-2).getAttribute('id')).toBe('item-ED2-FEE');
    await expectSound(admin);
    await admin.getByRole('link', { name: 'تغییر ED2-FEE' }).click();
    await admin.getByRole('button', { name: 'برداشتن از فهرست' }).click();
    await done('برداشته شد');
    await expectSound(admin);
  });

  test('works without script, and for nobody else', async () => {
    const plain = await visitPlainly(demoAccount('admin'));
    const path = '/admin/reference/survey';
    expect((await plain.send(path, 'order', { move: 'down S1' })).location).toContain('done=moved');
    const item = { text: 'به آسانی به میز رسیدم.', axis: 'access', axisTitle: 'دسترسی', feeds: 'ease' };
    expect((await plain.send(`${path}/S1`, 'item', item)).html).toContain('item-axisTitle-error');
    const saved = await plain.send(`${path}/S1`, 'item', { ...item, axisTitle: 'سهولت دسترسی' });
    expect(saved.location).toContain('done=saved');
    expect((await plain.get('/admin/reference/nothing')).status).toBe(404);
    for (const role of ['deputy', 'expert', 'viewer', 'liaison']) {
      const other = await visitPlainly(demoAccount(role));
      expect((await other.get(path)).status).toBe(404);
      expect((await other.get(`${path}/S1`)).status).toBe(404);
    }
  });
});
