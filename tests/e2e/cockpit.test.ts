import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser);
  await signInAs(page, 'deputy');
});

afterAll(() => browser.close());

interface CountedLink {
  readonly href: string;
  readonly count: number;
  readonly of: string;
}

/** Every link of a page whose number says how many things the list behind it holds. */
async function countedLinks(path: string): Promise<CountedLink[]> {
  await page.goto(path);
  return page.$$eval('a[data-count]', (links) =>
    links.map((link) => ({
      href: link.getAttribute('href') ?? '',
      count: Number(link.getAttribute('data-count')),
      of: link.getAttribute('data-count-of') ?? '',
    })),
  );
}

/** What a list says it holds, by the name of the thing. */
async function totalOf({ href, of }: CountedLink): Promise<number | null> {
  const response = await page.context().request.get(href);
  expect(response.status(), href).toBe(200);
  const found = new RegExp(`data-total-${of}="(\\d+)"`).exec(await response.text());
  return found ? Number(found[1]) : null;
}

describe('every number opens exactly the list it counted', () => {
  test.each([
    ['/dashboard', 60],
    ['/dashboard?deadline=all', 60],
    ['/dashboard?asOf=1397-08-15', 40],
    ['/dashboard?district=220305&since=1397-08-01', 40],
    ['/dashboard?category=village_administration&deadline=1397-12-29', 20],
    ['/dashboard?track=ED', 30],
    ['/dashboard/compare', 10],
    ['/dashboard/compare?asOf=1397-08-30&since=1397-07-01&track=NT', 5],
    ['/dashboard/heat-map?deadline=all', 1],
    ['/tracks/ED', 50],
    ['/tracks/CR?asOf=1397-08-15&district=220302', 20],
  ])('on %s, for at least %i links', async (path, least) => {
    const links = await countedLinks(path);
    expect(links.length).toBeGreaterThanOrEqual(least);
    const wrong: string[] = [];
    const known = new Map<string, number | null>();
    for (const link of links) {
      const key = `${link.of} ${link.href}`;
      if (!known.has(key)) known.set(key, await totalOf(link));
      if (known.get(key) !== link.count)
        wrong.push(`${link.href}: ${link.count} ${link.of}, the list has ${known.get(key)}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('five minutes before the meeting', () => {
  test('the four answers stand above the fold at 1366 × 768', async () => {
    const office = await openPage(browser, { viewport: { width: 1366, height: 768 } });
    await signInAs(office, 'deputy');
    await office.goto('/dashboard');
    for (const answer of [
      '#verdict',
      '.acts li:nth-child(1)',
      '.acts li:nth-child(2)',
      '.acts li:nth-child(3)',
      '.deadline',
    ]) {
      const box = await office.locator(answer).boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 768, answer).toBe(true);
    }
    await office.close();
  });

  test('the day moves by day and week, to the day of a report and back to today', async () => {
    await page.goto('/dashboard');
    const day = async () => (await page.locator('.stepper .date b').innerText()).replaceAll('\u00a0', ' ');
    expect(await day()).toBe('شنبه ۱۷ آذر ۱۳۹۷');
    await page.locator('.stepper a').nth(1).click();
    expect(await day()).toBe('جمعه ۱۶ آذر ۱۳۹۷');
    await page.locator('.stepper a').nth(0).click();
    expect(await day()).toBe('جمعه ۹ آذر ۱۳۹۷');
    await expectSound(page);
    await page.locator('.scope-date summary').first().click();
    await page.locator('.scope-days a').nth(2).click();
    await page.getByText('این صفحه آنچه را نشان می‌دهد').waitFor();
    await page.getByRole('link', { name: 'بازگشت به امروز' }).click();
    expect(await day()).toBe('شنبه ۱۷ آذر ۱۳۹۷');
  });

  test('a past day is drawn the same whenever it is opened', async () => {
    const text = async () => {
      await page.goto('/dashboard?asOf=1397-08-15');
      return page.locator('#dashboard').innerText();
    };
    const before = await text();
    await page.goto('/review?filter=claims');
    await page.getByRole('button', { name: /^تأیید V/ }).click();
    await page.getByText('تأیید ثبت شد.').first().waitFor();
    expect(await text()).toBe(before);
  });

  test('two days stand side by side, old and new', async () => {
    await page.goto('/dashboard');
    await page.locator('.scope-compare summary').click();
    await page.getByRole('link', { name: /^سی روز پیش/ }).click();
    await page.getByRole('heading', { name: '۱۷ آبان در برابر ۱۷ آذر' }).waitFor();
    await expectSound(page);
  });

  test('the forecast says how it was made and what would bring it in time', async () => {
    await page.goto('/dashboard');
    await page.getByText('بر پایهٔ «زمان کسب‌شده»').waitFor();
    await page.getByText('چه چیزی کار را به مهلت می‌رساند؟').waitFor();
    await page.locator('summary', { hasText: 'گام‌ها به شمار' }).click();
    expect(await page.locator('.burn-ups svg[role=img]').count()).toBe(4);
    await expectSound(page);
  });
});

describe('the heat map', () => {
  test('is a page of its own of at most 60 kB, every cell a link to its step', async () => {
    const response = await page.context().request.get('/dashboard/heat-map?deadline=all');
    const body = await response.body();
    expect(gzipSync(body).length).toBeLessThanOrEqual(60_000);
    const cells = body.toString().match(/<td class="h"><a [^>]*href="\/bodies\/[^"#]+#[A-Z]+\d+"/g) ?? [];
    expect(cells.length).toBeGreaterThan(4000);
  });

  test('is walked with the arrow keys, left on and right back, and a cell opens its step', async () => {
    await visit(page, '/dashboard/heat-map?deadline=all');
    const cells = page.locator('.heat tbody tr').first().locator('td.h a');
    await cells.first().focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    const first = await focused();
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe(await cells.nth(1).getAttribute('href'));
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    expect(await focused()).toBe(await cells.last().getAttribute('href'));
    expect(await page.locator('.heat td.h a[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.startsWith('/bodies/') && url.hash.length > 1);
    expectNoComplaints(page);
  });
});

test('a list is searched, sorted, freed of a filter and kept as a file', async () => {
  await visit(page, '/lists/milestones?state=blocked');
  const all = Number(await page.locator('[data-total-rows]').getAttribute('data-total-rows'));
  expect(await page.locator('tbody tr').count()).toBe(all);
  await page.getByRole('link', { name: 'روز گذشته از موعد' }).click();
  expect(await page.locator('th[aria-sort="ascending"]').innerText()).toContain('روز گذشته از موعد');
  await page.getByRole('searchbox', { name: 'جست‌وجو در فهرست' }).fill('دهياري');
  await page.keyboard.press('Enter');
  await page.getByText('جست‌وجوی «دهياري»').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('milestones-1397-09-17.csv');
  await page.getByRole('link', { name: /^حذف دارای مانع/ }).click();
  expect(new URL(page.url()).searchParams.get('state')).toBeNull();
  await expectSound(page);
});

test.each([
  ['/tracks/ED?asOf=1397-12-30', 'اسفند ۱۳۹۷ بیست‌ونه روز دارد.'],
  ['/dashboard/heat-map?asOf=2018-12-08', 'میلادی'],
  ['/dashboard/compare?since=1397-13-01', 'ماه ۱۳ نداریم'],
  ['/lists/pairs?asOf=1397-12-30', 'اسفند ۱۳۹۷ بیست‌ونه روز دارد.'],
  ['/lists/pairs?status=lost', 'lost'],
])('an address that cannot be, %s, leads to the page without it and says why', async (path, sentence) => {
  await visit(page, path);
  expect(await page.getByRole('alert').first().innerText()).toContain(sentence);
});

test('the page of a track holds its milestones, curve and count, on a phone and in the dark as well', async () => {
  for (const [options, scheme] of [
    [DESKTOP, 'light'],
    [DESKTOP, 'dark'],
    [PHONE, 'light'],
  ] as const) {
    const own = await openPage(browser, { ...options, colorScheme: scheme });
    await signInAs(own, 'viewer');
    for (const path of ['/tracks/ED', '/dashboard/compare', '/lists/pairs?status=behind', '/lists/waiting']) {
      await visit(own, path);
    }
    await own.close();
  }
});

test.each([
  '/tracks/ED',
  '/dashboard/compare',
  '/lists/pairs',
  '/lists/pairs/export?format=xlsx',
  '/dashboard/heat-map',
])('to a liaison %s does not exist', async (path) => {
  const liaison = await openPage(browser);
  await signInAs(liaison, 'liaison');
  const response = await liaison.context().request.get(path);
  expect(response.status()).toBe(404);
  await liaison.close();
});
