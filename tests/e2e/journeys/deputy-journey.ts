import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESKTOP, expectSound, launchBrowser, PHONE, visit } from '../../support/browser';
import { signInTo, type County } from './county';

const latinNumber = (text: string) => Number(text.replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))));

/** What a deputy looks at and decides, in any county. */
export function deputyJourney(getCounty: () => County): void {
  let browser: Browser;
  let page: Page;
  let county: County;

  /** What a part of the page says; the no-break spaces of dates read as spaces. */
  const textOf = async (selector: string) =>
    (await page.locator(selector).first().innerText()).replaceAll('\u00a0', ' ');

  beforeAll(async () => {
    browser = await launchBrowser();
    county = getCounty();
    page = await county.openPage(browser);
    await signInTo(county, page, 'deputy');
  });

  afterAll(async () => {
    await browser.close();
  });

  test('the first page answers whether the deadline will be met, who is the reason and what waits', async () => {
    await visit(page, '/dashboard');
    expect(await textOf('h1')).toMatch(/به مهلت .* (می‌رسد|نمی‌رسد)/);
    expect(await textOf('.deadline')).toContain(county.daysLeft[0]);
    expect(await textOf('.deadline')).toContain(county.daysLeft[1]);
    expect(await page.locator('.tracks tbody tr').count()).toBe(county.trackCount + 1);
    expect(await page.locator('.late-t tbody tr').count()).toBe(county.lateRows);
  });

  test('an explorable chart takes the place of the drawn one, and axe is content with both', async () => {
    await visit(page, '/dashboard');
    expect(await page.locator('[data-s-curve] svg').count()).toBeGreaterThan(0);
    await page.locator('#curve').scrollIntoViewIfNeeded();
    await page.locator('.recharts-surface').first().waitFor();
    await expectSound(page);
  });

  test('a past day is shown as it was known then, and its address can be kept', async () => {
    await visit(page, `/dashboard?asOf=${county.past.asOf}&track=${county.past.track}`);
    expect(await textOf('h1')).toContain(county.past.title);
    expect(await textOf('.scope')).toContain(county.past.text);
    await page.getByRole('link', { name: /یک هفته جلوتر/ }).click();
    await page.waitForURL((url) => url.searchParams.get('asOf') === county.past.weekLater);
    expect(new URL(page.url()).searchParams.get('track')).toBe(county.past.track);
  });

  test.each([
    ['day that its month does not have', () => [county.impossible.typed, county.impossible.sentence]],
    ['day of a thirteenth month', () => [county.thirteenthMonth, 'ماه ۱۳ نداریم']],
    ['Gregorian day', () => ['2018-12-08', 'میلادی']],
  ] as const)('a %s leads to today with a sentence', async (_, impossible) => {
    const [day = '', sentence = ''] = impossible();
    await visit(page, `/dashboard?asOf=${encodeURIComponent(day)}`);
    expect(await textOf('[role="alert"]')).toContain(sentence);
    expect(await textOf('.scope')).toContain(county.todayText);
  });

  test('a part of a bar leads to exactly what it counts', async () => {
    await visit(page, '/dashboard');
    const part = page.locator('#status .stt .stack a.f-late').first();
    const counted = latinNumber(await part.innerText());
    await part.click();
    await page.waitForURL((url) => url.pathname === '/lists/pairs');
    expect(new URL(page.url()).searchParams.get('status')).toBe('late');
    expect(counted).toBeGreaterThan(0);
    expect(await page.locator('.list-table tbody tr').count()).toBe(counted);
    await expectSound(page);
  });

  test('the list forgives spelling, and suggests when it finds nothing', async () => {
    await visit(page, `/bodies?q=${encodeURIComponent(county.search.otherSpelling)}`);
    expect(await page.locator('.bodies-t tbody tr').count()).toBe(1);
    await visit(page, `/bodies?q=${encodeURIComponent(county.search.misspelt)}`);
    expect(await textOf('.emp')).toContain(county.search.name);
  });

  test('the page of a body and the heat map are sound', async () => {
    await visit(page, `/bodies/${county.body.code}`);
    expect(await page.locator('.strip > li').count()).toBe(county.body.trackCount);
    await visit(page, `/dashboard/heat-map?deadline=${county.deadline}`);
  });

  test('the dark screens are sound', async () => {
    const dark = await county.openPage(browser, { ...DESKTOP, colorScheme: 'dark' });
    await signInTo(county, dark, 'deputy');
    for (const path of ['/dashboard', '/bodies', `/bodies/${county.body.code}`, '/review']) await visit(dark, path);
  });

  test('the narrow screens are sound', async () => {
    const phone = await county.openPage(browser, { ...PHONE, viewport: { width: 360, height: 740 } });
    await signInTo(county, phone, 'deputy');
    for (const path of ['/dashboard', '/bodies', `/bodies/${county.body.code}`, '/review']) await visit(phone, path);
  });

  test('a claim is verified, and the decision can be taken back', async () => {
    await visit(page, '/review?filter=claims');
    await page.getByRole('button', { name: /^تأیید V/ }).click();
    await page.getByText('تأیید ثبت شد.').first().waitFor();
    await expectSound(page);
    await page.locator('.undo > summary').click();
    await page.locator('.undo button[type="submit"]').click();
    await page.getByText('تصمیم بازگردانده شد.').first().waitFor();
  });

  test('a claim is returned with a reason that the liaison reads', async () => {
    await visit(page, '/review?filter=claims');
    await page.locator('details.return > summary').click();
    await page.locator('details.return input[type="radio"]').first().check();
    await page.getByRole('button', { name: 'عودت با این دلیل' }).click();
    await page.getByText('عودت ثبت شد.').first().waitFor();
    await expectSound(page);
  });

  test('the second of two people is told what the first did, and nothing is overwritten', async () => {
    await visit(page, '/review?filter=claims');
    const expert = await county.openPage(browser);
    await signInTo(county, expert, 'expert');
    const item = await page.locator('input[name="claim"]').first().inputValue();
    await expert.goto(`/review?filter=claims&item=${item}`);
    await visit(page, `/review?filter=claims&item=${item}`);
    await page.getByRole('button', { name: /^تأیید V/ }).click();
    await page.getByText('تأیید ثبت شد.').first().waitFor();
    await expert.getByRole('button', { name: /^تأیید V/ }).click();
    await expert.getByText(county.deputyName).first().waitFor();
    await expectSound(expert);
  });
}
