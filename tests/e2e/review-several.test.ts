import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESKTOP, expectNoComplaints, expectSound, launchBrowser, openPage, signInAs, visit } from '../support/browser';
import { demoRows } from '../support/demo-rows';

const DESK = { ...DESKTOP, viewport: { width: 1440, height: 900 } };

let browser: Browser;
let page: Page;

const totalOf = async (where: Page) => Number(await where.locator('.review-app').getAttribute('data-total-claims'));
beforeAll(async () => {
  browser = await launchBrowser();
  page = await openPage(browser, DESK);
  await signInAs(page, 'deputy');
});

afterAll(async () => {
  await browser.close();
});

describe('several at once', () => {
  test('all of a list with exceptions: the question names how many of how many bodies, the answer what was done', async () => {
    await visit(page, '/review?filter=claims&waiting=4-7');
    const total = await totalOf(page);
    await page.goto('/review/several?filter=claims&waiting=4-7&all=1');
    await expectSound(page);
    expect(await page.locator('[data-total-claims]').getAttribute('data-total-claims')).toBe(String(total));
    expect(await page.locator('h1').innerText()).toMatch(/اعلام از .* دستگاه/);
    const boxes = page.locator('.several-list input');
    const kept = await boxes.nth(0).inputValue();
    await page.getByRole('button', { name: 'برداشتن همه' }).click();
    for (const index of [1, 2, 3]) await boxes.nth(index).check();
    await page.getByText('۳ اعلام از').waitFor();

    const meanwhile = (await boxes.nth(3).inputValue()).split(':')[0] ?? '';
    const expert = await openPage(browser, DESK);
    await signInAs(expert, 'expert');
    await expert.goto(`/review?item=${meanwhile}`);
    await expert.locator('.keys-bar').waitFor({ state: 'visible' });
    await expert.keyboard.press('KeyV');
    await expert.getByText('تأیید ثبت شد.').first().waitFor();

    await page.getByRole('button', { name: 'تأیید برگزیده‌ها' }).click();
    await page.waitForURL((url) => url.pathname === '/review/several/result');
    expect(await page.locator('main').innerText()).toContain('۲ اعلام از');
    expect(await page.locator('.several-rest li').count()).toBe(1);
    expect(await page.locator('.several-rest').innerText()).toContain('پیش از شما');
    await expectSound(page);
    const [claim = ''] = kept.split(':');
    await page.goto(`/review?item=${claim}`);
    expect(await page.locator('#review-verify').count()).toBe(1);
  });

  test('without a reason nothing goes back, and what was taken out stays out', async () => {
    await page.goto('/review/several?filter=claims&waiting=0-3&all=1&do=return');
    const boxes = page.locator('.several-list input');
    const all = await boxes.count();
    await boxes.first().uncheck();
    await page.getByRole('button', { name: 'عودت برگزیده‌ها' }).click();
    await page.getByText('دلیل عودت را برگزینید').first().waitFor();
    expect(await boxes.first().isChecked()).toBe(false);
    expect(await page.locator('.several-list input:checked').count()).toBe(all - 1);
  });
});

describe('two reviewers at the same time', () => {
  test('both work through the same twenty claims, and in the end each has exactly one decision', async () => {
    const list = '/review?filter=claims&waiting=0-3&evidence=letter';
    const count = 20;
    await page.goto(list);
    const ids = (
      await page.locator('.queue-list input').evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value))
    )
      .slice(0, count)
      .map((value) => Number(value.split(':')[0]));
    expect(ids).toHaveLength(count);
    const work = async (role: string) => {
      const own = await openPage(browser, DESK);
      await signInAs(own, role);
      let told = 0;
      for (const id of ids) {
        await own.goto(`${list}&item=${id}`);
        const button = own.locator('#review-verify button[type="submit"]');
        if ((await button.count()) === 0) {
          told += 1;
          continue;
        }
        await button.click();
        const answer = own.locator('.review-toast, .decision-pane [role="alert"]').first();
        await answer.waitFor();
        if ((await own.locator('.decision-pane [role="alert"]').count()) > 0) told += 1;
      }
      expectNoComplaints(own);
      return told;
    };
    const told = (await Promise.all([work('deputy'), work('expert')])).reduce((sum, each) => sum + each, 0);
    const decisions = demoRows<{ claim: number; count: number }>(
      `select e.id as claim, count(d.id) as count from events e
         left join events d on d.body_id = e.body_id and d.milestone_id = e.milestone_id and d.id > e.id and d.kind in ('verify', 'return')
        where e.id in (select value from json_each(?)) group by e.id`,
      JSON.stringify(ids),
    );
    expect(decisions.map(({ count: each }) => each)).toEqual(ids.map(() => 1));
    // forty attempts, twenty decisions: the other twenty were told who had been faster
    expect(told).toBe(count);
  }, 240_000);
});
