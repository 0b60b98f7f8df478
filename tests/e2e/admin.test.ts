import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESKTOP, expectSound, launchBrowser, openPage, PHONE, signIn, signInAs, visit } from '../support/browser';
import { signInFirst } from './journeys/first-sign-in';

const USERNAME = 'azmoon.karshenas';
const PASSWORD = 'Darya-va-bad-22';

let browser: Browser;
let admin: Page;
/** The last temporary password that the admin was shown. */
let temporary = '';

beforeAll(async () => {
  browser = await launchBrowser();
  admin = await openPage(browser);
  await signInAs(admin, 'admin');
});

afterAll(async () => {
  await browser.close();
});

const userPath = `/admin/users/${USERNAME}`;

/** Presses a button of the admin's and waits for the sentence that says what happened. */
async function press(button: string | RegExp, sentence: string): Promise<void> {
  await admin.getByRole('button', { name: button, exact: true }).first().click();
  await admin.getByRole('status').filter({ hasText: sentence }).waitFor();
  await expectSound(admin);
}

/** Tries to sign in and returns what the page answers. */
async function refusedSignIn(username: string, password: string): Promise<string> {
  const page = await openPage(browser);
  await page.goto('/sign-in');
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').first().click();
  const sentence = await page.locator('main [role="alert"]').filter({ hasText: /\S/ }).first().innerText();
  await page.context().close();
  return sentence;
}

/** Name, role and delegation in the account menu; the no-break spaces of dates read as spaces. */
async function accountLine(page: Page): Promise<string> {
  return ((await page.locator('.who-name').textContent()) ?? '').replaceAll('\u00a0', ' ');
}

async function signedIn(): Promise<Page> {
  const page = await openPage(browser);
  await signIn(page, USERNAME, PASSWORD);
  return page;
}

describe('an account', () => {
  test('is added with a temporary password that is shown once and changed at the first sign-in', async () => {
    await visit(admin, '/admin/users/new');
    await admin.locator('input[name="name"]').fill('کارشناس آزمون');
    await admin.locator('input[name="username"]').fill(USERNAME);
    await admin.locator('input[name="role"][value="expert"]').check();
    await admin.getByRole('button', { name: 'افزودن کاربر' }).click();
    temporary = await admin.locator('.secret-text').innerText();
    await expectSound(admin);
    await signInFirst(await openPage(browser), USERNAME, temporary, PASSWORD);
    await visit(admin, userPath);
    expect(await admin.locator('main').innerText()).not.toContain(temporary);
  });

  test('is locked by five wrong passwords, and unlocked by the admin', async () => {
    for (let tries = 0; tries < 5; tries += 1) await refusedSignIn(USERNAME, 'not-the-password');
    expect(await refusedSignIn(USERNAME, PASSWORD)).toContain('دقیقه');
    await visit(admin, '/admin/users?state=locked');
    expect(await admin.locator('main').innerText()).toContain(USERNAME);
    await visit(admin, userPath);
    await press('رفع قفل', 'قفل ورود برداشته شد.');
    await signedIn();
  });

  test('loses its open sessions when the admin ends them', async () => {
    const page = await signedIn();
    await visit(admin, userPath);
    await press('پایان همهٔ نشست‌ها', 'همهٔ نشست‌های کاربر پایان یافت.');
    await page.goto('/dashboard');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  test('cannot sign in while it is closed, and can once it is open again', async () => {
    await visit(admin, userPath);
    await press('بستن حساب', 'حساب بسته شد.');
    expect(await refusedSignIn(USERNAME, PASSWORD)).toContain('حساب شما بسته است.');
    await visit(admin, '/admin/users?state=disabled');
    expect(await admin.locator('main').innerText()).toContain(USERNAME);
    await visit(admin, userPath);
    await press('بازکردن حساب', 'حساب باز شد.');
    await signedIn();
  });

  test('acts for the deputy while the delegation stands, and says so', async () => {
    await visit(admin, userPath);
    await admin.locator('input[name="untilOn"]').fill('1397/09/31');
    await admin.getByRole('button', { name: 'تعیین جانشین' }).click();
    await admin.getByText('آذر ۱۳۹۷ سی روز دارد.').first().waitFor();
    await expectSound(admin);
    await admin.locator('input[name="untilOn"]').fill('۱۳۹۷/۱۰/۱۵');
    await press('تعیین جانشین', 'جانشینی ثبت شد.');
    const page = await signedIn();
    await visit(page, '/dashboard');
    expect(await accountLine(page)).toContain('جانشین معاون فرماندار تا ۱۵ دی');
    await press('پایان جانشینی از هم‌اکنون', 'جانشینی پایان یافت.');
    await visit(page, '/dashboard');
    expect(await accountLine(page)).not.toContain('جانشین');
  });

  test('gets a new temporary password, after which the old one and the sessions are void', async () => {
    const page = await signedIn();
    await visit(admin, userPath);
    await admin.getByRole('button', { name: 'ساختن گذرواژه' }).click();
    temporary = await admin.locator('.secret-text').innerText();
    await expectSound(admin);
    await page.goto('/dashboard');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await refusedSignIn(USERNAME, PASSWORD)).toContain('درست نیست');
    await signInFirst(await openPage(browser), USERNAME, temporary, `${PASSWORD}-2`);
  });

  test('keeps a history of all that', async () => {
    await visit(admin, `/admin/audit?subject=${USERNAME}`);
    expect(await admin.locator('tbody tr').count()).toBeGreaterThan(10);
    expect(await admin.locator('tbody').innerText()).not.toContain(temporary);
  });
});

test('a holiday is added once, and taken back', async () => {
  await visit(admin, '/admin/reference/holidays');
  const add = async (day: string) => {
    await admin.locator('input[name="day"]').last().fill(day);
    await admin.locator('input[name="title"]').fill('تعطیلی به سبب توفان');
    await admin.getByRole('button', { name: 'افزودن', exact: false }).last().click();
  };
  await add('1397/11/31');
  await admin.getByText('بهمن ۱۳۹۷ سی روز دارد.').first().waitFor();
  await expectSound(admin);
  await add('1397/11/03');
  await admin.getByRole('status').filter({ hasText: 'تعطیلی ثبت شد' }).waitFor();
  await expectSound(admin);
  await add('۱۳۹۷/۱۱/۰۳');
  await admin.getByRole('status').filter({ hasText: 'پیش‌تر ثبت شده است' }).waitFor();
  const row = admin.locator('tbody tr').filter({ hasText: 'تعطیلی به سبب توفان' });
  expect(await row.count()).toBe(1);
  await row.getByRole('button').click();
  await admin.getByRole('status').filter({ hasText: 'تعطیلی برداشته شد' }).waitFor();
  expect(await row.count()).toBe(0);
  await expectSound(admin);
});

test('settings say what is wrong, are kept from today, and leave no version when nothing changed', async () => {
  const thresholds = admin.locator('#thresholds');
  const days = thresholds.locator('input[name="lateEntryDays"]');
  await visit(admin, '/admin/settings');
  await days.fill('چند');
  await thresholds.getByRole('button', { name: 'ذخیرهٔ آستانه‌ها' }).click();
  await thresholds.locator('.err').first().waitFor();
  expect(await days.inputValue()).toBe('چند');
  await expectSound(admin);
  await days.fill('۲۱');
  await press('ذخیرهٔ آستانه‌ها', 'ذخیره شد و از امروز اثر دارد.');
  expect(await days.inputValue()).toBe('۲۱');
  expect(await admin.locator('#changes').innerText()).toContain('۲۱');
  await press('ذخیرهٔ آستانه‌ها', 'چیزی تغییر نکرده بود');
  await days.fill('14');
  await press('ذخیرهٔ آستانه‌ها', 'ذخیره شد و از امروز اثر دارد.');
  const copyTo = admin.locator('input[name="copyTo1"]');
  const copyReason = admin.locator('input[name="copyReason1"]');
  await copyTo.fill('بخشدار محترم مرکزی');
  await admin.getByRole('button', { name: 'ذخیرهٔ واژه‌ها' }).click();
  await admin.locator('#office .err').first().waitFor();
  expect(await copyTo.inputValue()).toBe('بخشدار محترم مرکزی');
  await expectSound(admin);
  await copyReason.fill('برای آگاهی');
  await press('ذخیرهٔ واژه‌ها', 'ذخیره شد و از امروز اثر دارد.');
  expect([await copyTo.inputValue(), await copyReason.inputValue()]).toEqual(['بخشدار محترم مرکزی', 'برای آگاهی']);
  await copyTo.fill('');
  await copyReason.fill('');
  await press('ذخیرهٔ واژه‌ها', 'ذخیره شد و از امروز اثر دارد.');
  const attachment = admin.locator('#sections input[value="attachment"]');
  await attachment.uncheck();
  await press('ذخیرهٔ بخش‌ها', 'ذخیره شد و از امروز اثر دارد.');
  expect(await attachment.isChecked()).toBe(false);
  await attachment.check();
  await press('ذخیرهٔ بخش‌ها', 'ذخیره شد و از امروز اثر دارد.');
  await expectSound(admin);
});

test('a key for machines is shown once, reads until it is revoked, and never again', async () => {
  await visit(admin, '/admin/tokens');
  await admin.locator('input[name="name"]').fill('داشبورد استانداری');
  await admin.getByRole('button', { name: 'ساختن کلید' }).click();
  const token = await admin.locator('.secret-text').innerText();
  expect(token).toMatch(/^mzb_/);
  await expectSound(admin);
  const machine = await openPage(browser);
  const read = () =>
    machine.request.get('/api/v1/progress?groupBy=total', { headers: { Authorization: `Bearer ${token}` } });
  expect((await read()).status()).toBe(200);
  await visit(admin, '/admin/tokens');
  expect(await admin.locator('main').innerText()).not.toContain(token);
  const row = admin.locator('tbody tr').filter({ hasText: 'داشبورد استانداری' }).first();
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'باطل شود' }).click();
  await admin.getByRole('status').filter({ hasText: 'کلید باطل شد.' }).waitFor();
  await expectSound(admin);
  expect((await read()).status()).toBe(401);
});

test('a backup is made, handed over as one file and listed; the data are verified on the screen', async () => {
  await visit(admin, '/admin/backup');
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('button', { name: 'ساختن و دریافت' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^mizban-1397-09-17-.*\.tar\.gz$/);
  expect(await download.failure()).toBeNull();
  await visit(admin, '/admin/backup');
  expect(await admin.locator('#runs').innerText()).toContain(download.suggestedFilename());
  await admin.getByRole('link', { name: 'بررسی اکنون' }).click();
  await admin.getByText('همهٔ بررسی‌ها درست بود.').waitFor();
  await expectSound(admin);
});

test('a liaison tells whom to call from now on, and the page of the body knows', async () => {
  const phone = await openPage(browser, PHONE);
  await signInAs(phone, 'liaison');
  await visit(phone, '/my');
  await phone
    .locator('details.rest')
    .filter({ has: phone.locator('input[name="contact"]') })
    .locator('summary')
    .click();
  await phone.locator('input[name="contact"]').fill('مریم رستمی، ۰۹۱۷ ۰۰۰ ۰۰ ۰۰');
  await expectSound(phone);
  await phone.locator('input[name="contact"]').locator('xpath=ancestor::form').getByRole('button').click();
  await phone.waitForURL((url) => url.pathname.startsWith('/my/receipts/'));
  expect(await phone.locator('h1').first().innerText()).toContain('نشانی تماس تازه ثبت شد.');
  await expectSound(phone);
  await visit(phone, '/bodies/EA-002');
  expect(await phone.locator('main').innerText()).toContain('مریم رستمی');
});

test('every page of the admin is sound, in the light and in the dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage(browser, { ...DESKTOP, colorScheme });
    await signInAs(page, 'admin');
    for (const part of ['', '/users', '/reference', '/imports', '/settings', '/tokens', '/backup', '/audit']) {
      await visit(page, `/admin${part}`);
    }
  }
});
