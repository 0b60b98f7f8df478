import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  DESKTOP,
  expectNoComplaints,
  expectSound,
  launchBrowser,
  openPage,
  PHONE,
  signIn,
  signInAs,
  visit,
} from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { startedDemo } from '../support/own-demo';

const DESK = { ...DESKTOP, viewport: { width: 1440, height: 900 } };

let browser: Browser;
let page: Page;

const itemOf = (address: string) => new URL(address).searchParams.get('item');
const totalOf = async (where: Page) => Number(await where.locator('.review-app').getAttribute('data-total-claims'));
/** Keys are told of once they work. */
const keysWork = (where: Page) => where.locator('.keys-bar').waitFor({ state: 'visible' });
/** Presses a key that leads to another page, and waits for it. */
async function pressAndGo(where: Page, key: string): Promise<void> {
  await keysWork(where);
  const before = where.url();
  await where.keyboard.press(key);
  await where.waitForURL((url) => url.href !== before);
  await where.waitForLoadState('load');
  await keysWork(where);
}

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser, DESK);
  await signInAs(page, 'deputy');
});

afterAll(async () => {
  await browser.close();
});

describe('the list', () => {
  test('holds a page of the claims, says how many there are, and is walked through without losing the place', async () => {
    await visit(page, '/review?filter=claims');
    const total = await totalOf(page);
    expect(total).toBeGreaterThan(100);
    expect(await page.locator('.queue-list > li').count()).toBe(50);
    await page.getByRole('link', { name: 'بعدی', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('page') === '2');
    await expectSound(page);
    await page.locator('.queue-list > li a').nth(3).click();
    await page.waitForURL((url) => url.searchParams.has('item'));
    expect(await page.locator('.queue-list > li.on').count()).toBe(1);
    expect(await page.locator('.decision-pane').innerText()).toContain('مورد ۵۴ از');
  });

  test('filters stand in the address, say what they are, and are dropped one by one', async () => {
    await visit(page, '/review');
    await page.locator('.queue-more > summary').click();
    await page.locator('select[name="evidence"]').selectOption('letter');
    await page.locator('select[name="sort"]').selectOption('name');
    await page.locator('#review-search').fill('دهياري');
    await page.locator('.queue-choices button').click();
    await page.waitForURL((url) => url.searchParams.get('evidence') === 'letter');
    expect(await page.locator('.chip').count()).toBe(2);
    expect(await page.locator('.queue-head').innerText()).toContain('به ترتیب نام دستگاه');
    const names = await page.locator('.queue-list li b').first().innerText();
    expect(names).toContain('دهیاری');
    await expectSound(page);
    await page.locator('.chip').first().click();
    await page.waitForURL((url) => !url.searchParams.has('q'));
    expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
  });

  test('a search that finds nothing says so and leads back', async () => {
    await visit(page, `/review?q=${encodeURIComponent('قندهار')}`);
    expect(await page.locator('.queue .emp').innerText()).toContain('در صف موردی');
  });

  test('is small: fifty rows and one item are at most sixty kilobytes on the wire', async () => {
    const answer = await page.request.get('/review?filter=claims', { headers: { 'accept-encoding': 'identity' } });
    const { gzipSync } = await import('node:zlib');
    expect(gzipSync(await answer.body()).length).toBeLessThan(60 * 1024);
  });
});

describe('evidence beside the decision', () => {
  const withMedia = (media: string) =>
    demoRows<{ eventId: number }>(
      `select v.event_id as eventId from evidence v join uploads u on u.id = v.upload_id join events e on e.id = v.event_id
        where u.media_type = ? and v.classification = 'ordinary' and e.kind = 'claim'
          and not exists (select 1 from evidence o where o.event_id = v.event_id and o.id <> v.id)
          and not exists (select 1 from events l where l.body_id = e.body_id and l.milestone_id = e.milestone_id and l.id > e.id)
        order by v.id limit 1`,
      media,
    )[0]?.eventId ?? 0;

  test('a PDF is drawn in the page by script of our own, and stays a download', async () => {
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await visit(page, '/review?filter=extensions');
    expect(scripts.filter((url) => url.includes('pdf'))).toEqual([]);
    await page.goto(`/review?item=${withMedia('application/pdf')}`);
    await page.locator('canvas[data-drawn="1"]').first().waitFor({ timeout: 30_000 });
    const ink = await page
      .locator('canvas[data-drawn="1"]')
      .first()
      .evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        let dark = 0;
        for (let index = 0; index < data.length; index += 4) if ((data[index] ?? 255) < 100) dark += 1;
        return dark;
      });
    expect(ink).toBeGreaterThan(500);
    // drawn from the right, the letters of a Persian page would fall over each other
    const direction = await page
      .locator('canvas')
      .first()
      .evaluate((element) => getComputedStyle(element).direction);
    expect(direction).toBe('ltr');
    expect(scripts.some((url) => /pdf\.worker/.test(url) && url.startsWith(startedDemo().url))).toBe(true);
    expect(await page.locator('.piece:not([hidden]) a[download]').count()).toBeGreaterThan(0);
    await expectSound(page);
  });

  test('a file of evidence is answered as a download in a sandbox', async () => {
    const id = demoRows<{ id: number }>(
      `select v.id from evidence v join uploads u on u.id = v.upload_id where u.media_type = 'application/pdf' limit 1`,
    )[0]?.id;
    const answer = await page.request.get(`/evidence/${id}`);
    expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
    expect(answer.headers()['content-security-policy']).toContain('sandbox');
  });

  test('a picture is shown as wide as the pane and can be enlarged', async () => {
    await visit(page, `/review?item=${withMedia('image/png')}`);
    const picture = page.locator('.piece:not([hidden]) .piece-picture').first();
    const before = (await picture.boundingBox())?.width ?? 0;
    await page.getByRole('button', { name: 'بزرگ‌تر' }).click();
    expect((await picture.boundingBox())?.width ?? 0).toBeGreaterThan(before * 1.3);
  });

  test('an address names its host and leads there without a referrer', async () => {
    await visit(page, '/review?filter=claims&evidence=url');
    expect(await page.locator('.address-host').first().innerText()).toContain('.example');
    expect(await page.locator('.address-card a').first().getAttribute('rel')).toContain('noreferrer');
  });

  test('without script every piece stands in the page', async () => {
    const plain = await openPage(browser, { ...DESK, javaScriptEnabled: false });
    await plain.goto('/sign-in');
    await plain.context().addCookies(await page.context().cookies());
    await plain.goto(`/review?item=${withMedia('application/pdf')}`);
    expect(await plain.locator('.piece').first().isVisible()).toBe(true);
    expect(await plain.locator('.piece a[download]').first().isVisible()).toBe(true);
  });
});

describe('the keyboard alone', () => {
  test('next, previous, search, help, choosing, returning and undoing', async () => {
    const keys = await openPage(browser, DESK);
    await signInAs(keys, 'deputy');
    await keys.goto('/review?filter=claims');
    await pressAndGo(keys, 'KeyJ');
    const second = itemOf(keys.url());
    expect(await keys.evaluate(() => document.activeElement?.id)).toBe('item');
    await pressAndGo(keys, 'KeyJ');
    await pressAndGo(keys, 'KeyK');
    expect(itemOf(keys.url())).toBe(second);

    await keys.keyboard.press('Shift+Slash');
    await keys.getByRole('dialog', { name: 'کلیدهای صف بررسی' }).waitFor();
    await expectSound(keys);
    await keys.keyboard.press('Escape');

    await keys.keyboard.press('Slash');
    expect(await keys.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
    // letters typed there are letters
    await keys.keyboard.press('KeyV');
    expect(itemOf(keys.url())).toBe(second);
    await keys.evaluate(() => (document.activeElement as HTMLElement).blur());

    await keys.keyboard.press('KeyX');
    await keys.getByText('۱ مورد انتخاب شده').waitFor();
    await pressAndGo(keys, 'KeyJ');
    await keys.getByText('۱ مورد انتخاب شده').waitFor();
    await pressAndGo(keys, 'KeyJ');
    await keys.keyboard.press('Shift+KeyX');
    await keys.getByText('۳ مورد انتخاب شده').waitFor();
    await keys.getByRole('button', { name: 'لغو انتخاب' }).press('Enter');
    await keys.keyboard.press('KeyA');
    await keys.getByText(/۵۰ مورد انتخاب شده/).waitFor();
    await keys.keyboard.press('KeyA');

    const returned = await keys.locator('input[name="claim"]').first().inputValue();
    await keys.keyboard.press('KeyR');
    await keys.keyboard.press('Space');
    await keys.locator('.return-form button[type="submit"]').press('Enter');
    await keys.getByText('عودت ثبت شد.').first().waitFor();
    await expect.poll(() => keys.evaluate(() => document.activeElement?.id)).toBe('item');
    expect(await keys.locator('input[name="claim"]').last().inputValue()).not.toBe(returned);
    await expectSound(keys);

    await keys.keyboard.press('Control+KeyZ');
    await keys.keyboard.press('Enter');
    await keys.getByText('تصمیم بازگردانده شد.').first().waitFor();
    await keys.waitForURL((url) => url.searchParams.get('item') === returned);
    const kinds = demoRows<{ kind: string }>(
      `select l.kind from events e join events l on l.body_id = e.body_id and l.milestone_id = e.milestone_id and l.id > e.id
        where e.id = ? order by l.id`,
      Number(returned),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['return', 'undo']);

    await keys.keyboard.press('KeyV');
    await keys.getByText('تأیید ثبت شد.').first().waitFor();
    await keys.goto('/review?filter=claims');
    await pressAndGo(keys, 'Control+KeyZ');
    expect(await keys.locator('details.undo').getAttribute('open')).not.toBeNull();
    expectNoComplaints(keys);
  });
});

describe('reasons', () => {
  test('a reason is added for a track, offered there, moved, changed and removed', async () => {
    await visit(page, '/review/reasons');
    await page.locator('#add-reason textarea').fill('پاسخ مخابرات بدون مهر است.');
    await page.locator('#add-reason select').selectOption('NT');
    await page.getByRole('button', { name: 'افزودن دلیل' }).click();
    await page.getByText('فهرست دلیل‌ها ذخیره شد.').waitFor();
    await expectSound(page);
    await visit(page, '/review?filter=claims&track=NT');
    await page.keyboard.press('KeyR');
    expect(await page.locator('.return-form label').first().innerText()).toContain('پاسخ مخابرات بدون مهر است.');
    await visit(page, '/review?filter=claims&track=ED');
    expect(await page.locator('.return-form').innerText()).not.toContain('پاسخ مخابرات بدون مهر است.');
    await page.goto('/review/reasons');
    await page.getByRole('button', { name: /^بالاتر\s*:\s*پاسخ مخابرات/ }).click();
    await page.waitForURL((url) => url.searchParams.has('saved'));
    await expect.poll(() => page.locator('.reasons-list > li').nth(3).innerText()).toContain('پاسخ مخابرات');
    await page.getByRole('button', { name: /^برداشتن\s*:\s*پاسخ مخابرات/ }).click();
    await expect.poll(() => page.locator('.reasons-list > li').count()).toBe(4);
  });
});

describe('the reviewers’ own pace', () => {
  test('every number leads to a list of exactly that many', async () => {
    await visit(page, '/review/pace');
    const links = await page.locator('[data-count]').evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute('href') ?? '',
        count: Number(link.getAttribute('data-count')),
        of: link.getAttribute('data-count-of') ?? '',
      })),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const { href, count, of } of links) {
      const html = await (await page.request.get(href)).text();
      expect(Number(new RegExp(`data-total-${of}="(\\d+)"`).exec(html)?.[1]), href).toBe(count);
    }
    await visit(page, '/review/decisions');
  });
});

describe('who may see what', () => {
  test.each(['liaison', 'viewer', 'admin'])('for a %s none of the pages is there', async (role) => {
    const other = await openPage(browser);
    await signInAs(other, role);
    for (const path of [
      '/review',
      '/review/several?all=1',
      '/review/several/result?kind=verify&claims=1',
      '/review/reasons',
      '/review/pace',
      '/review/decisions',
    ]) {
      expect((await other.request.get(path)).status(), path).toBe(404);
    }
  });

  test('an expert of one district has that district alone, and reads the reasons without changing them', async () => {
    const expert = await openPage(browser, DESK);
    const account = inject('accounts').find(({ username }) => username === 'bakhshdar');
    await signIn(expert, 'bakhshdar', account?.password ?? '');
    await visit(expert, '/review');
    const own = demoRows<{ district: string }>(
      `select distinct v.district_code as district from body_versions v where v.name = ?`,
      await expert.locator('.decision-pane h2').innerText(),
    );
    expect(own).toHaveLength(1);
    expect(await expert.locator('select[name="district"]').count()).toBe(0);
    await visit(expert, '/review/reasons');
    expect(await expert.locator('#add-reason').count()).toBe(0);
    await visit(expert, '/review/pace');
  });
});

describe('dark, narrow and printed small', () => {
  test('all pages are sound in the dark and on a telephone, where an item has a way back', async () => {
    const dark = await openPage(browser, { ...DESK, viewport: { width: 1366, height: 768 }, colorScheme: 'dark' });
    await signInAs(dark, 'deputy');
    const phone = await openPage(browser, PHONE);
    await signInAs(phone, 'deputy');
    for (const path of [
      '/review?filter=claims',
      '/review/pace',
      '/review/reasons',
      '/review/decisions',
      '/review/several?filter=claims&waiting=8-14&all=1',
    ]) {
      await visit(dark, path);
      await visit(phone, path);
    }
    await phone.goto('/review?filter=claims');
    expect(await phone.locator('.decision-pane').isVisible()).toBe(false);
    await phone.locator('.queue-list a').first().click();
    await phone.waitForURL((url) => url.searchParams.has('item'));
    expect(await phone.locator('.queue').isVisible()).toBe(false);
    await expectSound(phone);
    await phone.locator('.back-link').click();
    await phone.waitForURL((url) => !url.searchParams.has('item'));
    expect(await phone.locator('.queue').isVisible()).toBe(true);
  });
});
