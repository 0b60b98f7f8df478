import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DESKTOP,
  expectNoComplaints,
  expectSound,
  launchBrowser,
  openPage,
  PHONE,
  signInAs,
  visit,
} from '../support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function as(role: string, options = DESKTOP): Promise<Page> {
  const page = await openPage(browser, options);
  await signInAs(page, role);
  return page;
}

const titleOf = (page: Page) => page.locator('main h1').innerText();
const totalOf = async (page: Page) =>
  Number(await page.locator('[data-total-decisions]').getAttribute('data-total-decisions'));

describe('the meeting', () => {
  it('shows what came of the last promises, records a new one beside them, and concludes it', async () => {
    const page = await as('deputy');
    await visit(page, '/meeting');
    expect(await page.locator('#due').innerText()).toContain('موعد وعده گذشته');
    const before = await totalOf(page);

    await page.getByLabel('تصمیم', { exact: true }).fill('بخشداری مرکزی فهرست دهیاری‌های بی‌رایانه را بفرستد.');
    await page.getByLabel('مسئول', { exact: true }).first().fill('بخشدار مرکزی');
    await page.locator('#decision-promisedOn').fill('۱۳۹۷/۰۹/۲۴');
    const body = page.locator('#decision-body');
    // Arabic letters and a part of the name find it; the list is walked with the keyboard
    await body.fill('بهداشت و درمان');
    await body.press('ArrowDown');
    await body.press('Enter');
    expect(await body.inputValue()).toContain('EA-002');
    await page.getByRole('button', { name: 'ثبت تصمیم' }).click();
    await page.waitForURL(/recorded=\d+/);
    await expectSound(page);
    expect(await page.locator('[role=status]').first().innerText()).toContain('ثبت شد');
    expect(await page.locator('#fresh').innerText()).toContain('بخشدار مرکزی');
    expect(await totalOf(page)).toBe(before + 1);

    await page
      .locator('#fresh')
      .getByRole('link', { name: /^ثبت نتیجه/ })
      .click();
    await page.waitForURL(/\/meeting\/\d+/);
    await expectSound(page);
    await page.getByRole('radio', { name: /^عمل نشد/ }).check();
    await page.getByRole('button', { name: 'ثبت نتیجه' }).click();
    await page.locator('.errsum').waitFor();
    expect(await page.locator('.errsum').innerText()).toContain('فرصت دارد');
    await page.getByRole('radio', { name: /^عمل شد/ }).check();
    await page.getByRole('button', { name: 'ثبت نتیجه' }).click();
    await page.waitForURL(/concluded=\d+/);
    expect(await page.locator('#fresh').innerText()).toContain('عمل شد');
    expectNoComplaints(page);
    await page.context().close();
  });

  it('says beside the field what is wrong, and keeps what was written', async () => {
    const page = await as('expert');
    await page.goto('/meeting');
    await page.getByLabel('تصمیم', { exact: true }).fill('تصمیم نیمه‌کاره');
    await page.locator('#decision-body').fill('بانک');
    await page.locator('#decision-promisedOn').fill('97-13-40');
    await page.getByRole('button', { name: 'ثبت تصمیم' }).click();
    await page.locator('.errsum').waitFor();
    expect(await page.getByLabel('تصمیم', { exact: true }).inputValue()).toBe('تصمیم نیمه‌کاره');
    expect(await page.locator('#decision-promisedOn-error').count()).toBe(1);
    await expectSound(page);
    await page.context().close();
  });

  it('works without script: a name that fits several bodies is answered with their names', async () => {
    const page = await as('deputy');
    const storageState = await page.context().storageState();
    await page.context().close();
    const plain = await openPage(browser, { ...DESKTOP, javaScriptEnabled: false, storageState });
    await plain.goto('/meeting');
    await plain.locator('#decision-text').fill('تصمیم بی‌اسکریپت');
    await plain.locator('#decision-owner').fill('معاون فرماندار');
    await plain.locator('#decision-promisedOn').fill('1397/10/01');
    await plain.locator('#decision-body').fill('شهرداری');
    await plain.getByRole('button', { name: 'ثبت تصمیم' }).click();
    expect(await plain.locator('#decision-body-error').innerText()).toContain('MU-002');
    expect(await plain.locator('#decision-text').inputValue()).toBe('تصمیم بی‌اسکریپت');
    await plain.locator('#decision-body').fill('بانک ملت');
    await plain.getByRole('button', { name: 'ثبت تصمیم' }).click();
    await plain.waitForURL(/recorded=\d+/);
    expect(await plain.locator('#fresh').innerText()).toContain('تصمیم بی‌اسکریپت');

    await plain.goto('/meeting/present');
    for (let topic = 2; topic <= 9; topic += 1) {
      await plain.locator('a[rel=next]').click();
      expect(await plain.locator('.projector').getAttribute('data-position')).toBe(String(topic));
    }
    expect(await plain.locator('a[rel=next]').count()).toBe(0);
    await plain.locator('a[rel=prev]').click();
    expect(plain.url()).toContain('topic=promises');
    await plain.context().close();
  });

  it('every count leads to exactly what it counted, and the list goes into a file as it is shown', async () => {
    const page = await as('viewer');
    await visit(page, '/meeting');
    const links = await page.locator('a[data-count-of=decisions]').evaluateAll((found) =>
      found.map((link) => ({
        href: link.getAttribute('href') ?? '',
        count: Number(link.getAttribute('data-count')),
      })),
    );
    await page.goto('/dashboard');
    links.push(
      ...(await page.locator('#meeting a[data-count-of=decisions]').evaluateAll((found) =>
        found.map((link) => ({
          href: link.getAttribute('href') ?? '',
          count: Number(link.getAttribute('data-count')),
        })),
      )),
    );
    expect(links.length).toBeGreaterThan(6);
    for (const { href, count } of links) {
      await page.goto(href);
      expect(await totalOf(page), href).toBe(count);
      expect(await page.locator('#decisions tbody tr').count(), href).toBe(count);
      const csv = await page.request.get(href.replace('/meeting?', '/meeting/export?').replace(/#.*/, ''));
      expect(csv.headers()['content-type']).toContain('text/csv');
      expect((await csv.text()).trim().split('\r\n')).toHaveLength(count + 1);
    }
    const workbook = await page.request.get('/meeting/export?format=xlsx');
    expect((await workbook.body()).subarray(0, 2).toString()).toBe('PK');
    await page.context().close();
  });

  it('finds a decision however it is spelt', async () => {
    const page = await as('viewer');
    await page.goto('/meeting');
    await page.locator('input[name=q]').last().fill('شهرداري بندر كنگ');
    await page.getByRole('button', { name: 'نشان بده' }).click();
    await page.waitForURL(/q=/);
    expect(await totalOf(page)).toBe(1);
    expect(await page.locator('#decisions .take').innerText()).toContain('جست‌وجوی');
    await page.context().close();
  });

  it('a past day shows what was known then, and takes nothing in', async () => {
    const page = await as('deputy');
    await visit(page, '/meeting?asOf=1397-09-11');
    expect(await page.locator('#fresh tbody tr').count()).toBe(4);
    expect(await page.locator('#decision').count()).toBe(0);
    expect(await page.locator('.conclude-col').count()).toBe(0);
    await visit(page, '/meeting/6?asOf=1397-09-11');
    await visit(page, '/meeting/present?asOf=1397-09-11&topic=decided');
    expect(await page.locator('.p-head').innerText()).toContain('۱۱\u00a0آذر');
    await visit(page, '/meeting/present?asOf=1399-01-01');
    expect(await page.locator('.note[role=alert]').innerText()).toContain('امروز');
    await page.context().close();
  });

  it.each(['viewer', 'admin'])('a %s reads it and changes nothing', async (role) => {
    const page = await as(role);
    await visit(page, '/meeting');
    expect(await page.locator('form[id=decision]').count()).toBe(0);
    await visit(page, '/meeting/1');
    expect(await page.locator('#conclude-form').count()).toBe(0);
    await page.context().close();
  });

  it('a liaison does not find the meeting, but the promises of the own body', async () => {
    const page = await as('liaison');
    for (const path of ['/meeting', '/meeting/1', '/meeting/present']) await visit(page, path, { status: 404 });
    expect((await page.request.get('/meeting/export')).status()).toBe(404);
    await page.goto('/my');
    expect(await page.locator('#promises').innerText()).toContain('منشور حقوق شهروندی');
    await page.context().close();
  });

  it('whoever is not signed in is led to the sign-in page', async () => {
    const page = await openPage(browser);
    await page.goto('/meeting/present?topic=late');
    expect(page.url()).toContain('/sign-in?next=');
    await page.context().close();
  });
});

describe('the projector', () => {
  it('is walked with the arrow keys alone, left goes on', async () => {
    const page = await as('viewer', { viewport: { width: 1280, height: 720 } });
    await visit(page, '/meeting');
    await page.getByRole('link', { name: 'نمایش در جلسه' }).click();
    await page.waitForURL(/\/meeting\/present/);
    /** Presses a key once the page listens, and waits for the topic it leads to. */
    const turn = async (key: string, position: number) => {
      await page.locator('.p-keys').waitFor();
      await page.keyboard.press(key);
      await page.locator(`.projector[data-position="${position}"]`).waitFor();
    };
    const titles = [await titleOf(page)];
    for (let position = 2; position <= 9; position += 1) {
      await turn('ArrowLeft', position);
      await expectSound(page);
      titles.push(await titleOf(page));
    }
    expect(new Set(titles).size).toBe(9);
    await turn('ArrowRight', 8);
    await turn('PageDown', 9);
    await turn('PageUp', 8);
    await turn('Home', 1);
    await turn('End', 9);
    await page.locator('.p-keys').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname === '/meeting');
    expectNoComplaints(page);
    await page.context().close();
  });

  it.each([
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ])('one topic fits one screen of $width × $height, in large type', async (viewport) => {
    const page = await as('viewer', { viewport });
    await page.goto('/meeting/present');
    for (const topic of [
      'verdict',
      'tracks',
      'curve',
      'late',
      'waiting',
      'blockers',
      'silent',
      'promises',
      'decided',
    ]) {
      await page.goto(`/meeting/present?topic=${topic}`);
      const { tall, type } = await page.evaluate(() => ({
        tall: document.documentElement.scrollHeight - window.innerHeight,
        type: parseFloat(getComputedStyle(document.querySelector('.projector') as Element).fontSize),
      }));
      expect(tall, topic).toBeLessThanOrEqual(0);
      expect(type, topic).toBeGreaterThan(viewport.height / 36);
    }
    await page.context().close();
  });

  it('says on every topic that the data are a sample, in dark as in light', async () => {
    const page = await as('viewer', { ...DESKTOP, colorScheme: 'dark' });
    for (const topic of ['verdict', 'late', 'promises']) {
      await visit(page, `/meeting/present?topic=${topic}`);
      expect(await page.locator('.demo').innerText()).toContain('دادهٔ نمونه است');
    }
    await page.context().close();
  });
});

describe('on a telephone', () => {
  it('the meeting, a decision and the projector fit 390 pixels', async () => {
    const page = await as('deputy', PHONE);
    for (const path of [
      '/meeting',
      '/meeting/8',
      '/meeting/present',
      '/meeting/present?topic=curve',
      '/meeting/present?topic=promises',
    ]) {
      await visit(page, path);
    }
    await page.context().close();
  });
});
