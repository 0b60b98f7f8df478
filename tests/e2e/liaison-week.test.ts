import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { expectSound, launchBrowser, openPage, PHONE } from '../support/browser';
import { demoRows } from '../support/demo-rows';
import { ownDemo } from '../support/own-demo';

/** The phone that the liaison's pages are made for. */
const SMALL = { ...PHONE, viewport: { width: 360, height: 640 } };
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** A way of using a page. Each takes the first of what it is given. */
interface Hands {
  /** Follows a link, presses a button, opens what is folded. */
  press(where: Locator): Promise<void>;
  write(where: Locator, text: string): Promise<void>;
  /** Chooses the next entry of a list or of a row of radio buttons. */
  chooseNext(where: Locator): Promise<void>;
  attach(where: Locator, name: string): Promise<void>;
}

/** Nothing but Tab, Enter, arrows and letters; what has the focus must be seen to have it. */
function keyboardOf(page: Page): Hands {
  const reach = async (where: Locator) => {
    const target = where.first();
    await target.waitFor({ state: 'attached' });
    for (let presses = 0; presses < 250; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        const isSeen = await target.evaluate((element) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
        });
        expect(isSeen, `the focus on ${String(where)} is seen`).toBe(true);
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`${String(where)} is not reached with Tab on ${page.url()}.`);
  };
  // from the start: a busy page may take the key before it takes the wish to be told of the window
  page.on('filechooser', () => undefined);
  return {
    press: async (where) => {
      await reach(where);
      await page.keyboard.press('Enter');
    },
    write: async (where, text) => {
      await reach(where);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    chooseNext: async (where) => {
      await reach(where);
      await page.keyboard.press('ArrowDown');
    },
    attach: async (where, name) => {
      await page.locator('.file-choice').first().waitFor();
      await reach(where);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await chooser.setFiles({ name, mimeType: 'application/pdf', buffer: PDF });
    },
  };
}

/** A browser with scripts off. */
const PLAIN: Hands = {
  press: (where) => where.first().click(),
  write: (where, text) => where.first().fill(text),
  chooseNext: async (where) => {
    if ((await where.first().evaluate((element) => element.tagName)) === 'SELECT')
      await where.first().selectOption({ index: 1 });
    else await where.nth(1).check();
  },
  attach: (where, name) => where.first().setInputFiles({ name, mimeType: 'application/pdf', buffer: PDF }),
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  await ownDemo();
});

afterAll(() => browser.close());

/** A body of the user with a step that was sent back. */
function bodyWithReturn(username: string): string {
  const [row] = demoRows<{ code: string }>(
    `select b.code from user_scopes s join users u on u.id = s.user_id
       join body_versions v on v.body_id = s.body_id
         or (v.district_code = s.district_code and v.category = 'village_administration')
       join bodies b on b.id = v.body_id join events e on e.body_id = b.id
      where u.username = ? and e.kind = 'return' and not exists
        (select 1 from events later where later.body_id = e.body_id and later.milestone_id = e.milestone_id and later.id > e.id)
      order by b.code limit 1`,
    username,
  );
  if (!row) throw new Error(`${username} has no step that was sent back.`);
  return row.code;
}

describe.each([
  { way: 'with the keyboard alone', username: 'rabet', options: {}, handsOf: keyboardOf },
  { way: 'with scripts off', username: 'dehyari', options: { javaScriptEnabled: false }, handsOf: () => PLAIN },
])('a week of a liaison $way', ({ username, options, handsOf }) => {
  const { javaScriptEnabled = true } = options;
  let page: Page;
  let hands: Hands;
  let body: string;
  let written: number;

  beforeAll(async () => {
    page = await openPage(browser, { ...SMALL, ...options });
    hands = handsOf(page);
    body = bodyWithReturn(username);
    written = newestEvent();
  });

  afterAll(() => page.context().close());

  const newestEvent = () => demoRows<{ id: number }>('select max(id) as id from events')[0]?.id ?? 0;
  const arrive = async (isThere: (url: URL) => boolean) => {
    await page.waitForURL(isThere);
    await page.locator('h1').first().waitFor();
    // axe is a script itself
    if (javaScriptEnabled) await expectSound(page);
  };
  const home = () => page.goto(`/my?body=${body}`);
  const submit = (form: string) => page.locator(`#step-${form} button[type="submit"].big`);
  const inReceipt = async () => {
    await arrive((url) => url.pathname.startsWith('/my/receipts/'));
    expect(await page.locator('.receipt-number').innerText()).toMatch(/^۹۷-۰۹-[۰-۹]+$/);
  };
  /** The first step on the page that is neither sent back nor of another kind than this link. */
  const stepWith = (deed: string) => page.locator(`.step a.btn[href*="do=${deed}"]`);

  test('begins with signing in', async () => {
    const account = inject('accounts').find((each) => each.username === username);
    if (!account) throw new Error(`The demo has no ${username}.`);
    await page.goto('/sign-in');
    await hands.write(page.locator('input[name="username"]'), account.username);
    await hands.write(page.locator('input[name="password"]'), account.password);
    await hands.press(page.locator('#sign-in button[type="submit"]'));
    await arrive((url) => url.pathname === '/my');
  });

  test('a step that was sent back is objected to', async () => {
    await home();
    await hands.press(stepWith('object'));
    await arrive((url) => url.searchParams.get('do') === 'object');
    await hands.write(page.locator('textarea[name="note"]'), 'نامه پیوست بود');
    await hands.press(submit('object'));
    await inReceipt();
  });

  test('a step that was sent back is mended and sent again, with letter, date and file', async () => {
    await home();
    await hands.press(stepWith('claim'));
    await arrive((url) => url.pathname.split('/').length === 4);
    await hands.attach(page.locator('#step-claim input[type="file"]'), 'صورت‌جلسه.pdf');
    if (javaScriptEnabled) await page.locator('input[name="uploads[]"]').waitFor({ state: 'attached' });
    await hands.write(page.locator('input[name="letterNumber"]'), '۴۱/هـ');
    await hands.write(page.locator('input[name="letterOn"]'), '۱۳۹۷/۰۹/۱۵');
    const address = page.locator('input[name="url"]');
    if ((await address.count()) > 0) await hands.write(address, 'https://desk.example/');
    await hands.press(submit('claim'));
    await inReceipt();
    expect(await page.locator('main').innerText()).toContain('صورت‌جلسه.pdf');
  });

  test('a blocker is told with its cause and whose turn it is', async () => {
    await home();
    await hands.press(stepWith('block'));
    await arrive((url) => url.searchParams.get('do') === 'block');
    await hands.chooseNext(page.locator('select[name="cause"]'));
    await hands.chooseNext(page.locator('input[name="turn"]'));
    await hands.write(page.locator('textarea[name="note"]'), 'در انتظار تخصیص خط');
    await hands.press(submit('block'));
    await inReceipt();
  });

  test('more time is asked for, with a reason', async () => {
    await home();
    await hands.press(stepWith('ask'));
    await arrive((url) => url.searchParams.get('do') === 'ask');
    await hands.write(page.locator('input[name="dueOn"]'), '۱۳۹۷/۱۲/۲۰');
    await hands.write(page.locator('textarea[name="note"]'), 'خرید تجهیزات به اسفند رسید');
    await hands.press(submit('ask'));
    await inReceipt();
  });

  test('nothing else changed, which is said once', async () => {
    await home();
    await hands.press(page.getByRole('button', { name: 'این هفته بدون تغییر' }));
    await page.getByText('ثبت شد').first().waitFor();
  });

  test('whom to call from now on is told', async () => {
    await home();
    await hands.press(page.locator('details:has(#contact) > summary'));
    await hands.write(page.locator('#contact-contact'), 'مریم دریانورد، ۰۷۶۴۴۰۰۱۱۲۲');
    await hands.press(page.locator('#contact button[type="submit"]'));
    await page.getByText('مریم دریانورد').first().waitFor();
  });

  test('a message is opened and leads to what it is about; the rest are marked as read', async () => {
    await page.goto('/my/inbox?unread=1');
    await hands.press(page.locator('.inbox li.new a.plain'));
    await arrive((url) => url.pathname !== '/my/inbox');
    await page.goto('/my/inbox');
    await hands.press(page.locator('button[name="all"]'));
    await page.getByText('همهٔ پیام‌ها خوانده شمرده شد.').waitFor();
  });

  test('the history holds each report once, and it ends with signing out', async () => {
    const kinds = demoRows<{ kind: string }>('select kind from events where id > ? order by id', written);
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'objection',
      'claim',
      'block',
      'request',
      'check_in',
      'contact_changed',
    ]);
    await page.goto('/my/history');
    expect(await page.locator('.own-reports li').count()).toBeGreaterThanOrEqual(kinds.length);
    for (const word of ['تمدید', 'مانع', 'بدون تغییر'])
      expect(await page.locator('.own-reports').innerText()).toContain(word);
    await hands.press(page.locator('.appbar details.drop > summary').first());
    await hands.press(page.locator('.appbar form button', { hasText: 'خروج' }));
    await page.waitForURL((url) => url.pathname === '/sign-in');
  });
});
