import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectSound, forbidWords, launchBrowser, openPage, visit } from '../support/browser';
import { startEmptyServer, type EmptyServer } from '../support/empty-server';
import { runCommand } from '../support/server';
import type { County, CountyFacts } from './journeys/county';
import { deputyJourney } from './journeys/deputy-journey';
import { setUpFirstAdmin } from './journeys/first-set-up';
import { signInFirst } from './journeys/first-sign-in';
import { confirmImport, previewImport } from './journeys/import-file';
import { liaisonJourney } from './journeys/liaison-journey';
import { reportJourney } from './journeys/report-journey';

const FILES = path.resolve('tests/fixtures/second-county');
const PASSWORD = 'Khooran-1399';
/** Nothing of the first county, its year or its directive may stand on a page of another. */
const FIRST_COUNTY = /لنگه|هرمزگان|Lengeh|Hormozgan|۱۳۹۷|1397|میز خدمت|\b(?:ED|HD|NT|CR)(?:10|[1-9])?\b/;

/** Three tracks up to the 30th of Esfand of a leap year; today is Saturday 1399/09/15. */
const FACTS: CountyFacts = {
  deputyName: 'معاون فرماندار خوران',
  todayText: '۱۵ آذر ۱۳۹۹',
  daysLeft: ['۱۵', '۱۱'],
  deadline: '1399-09-30',
  trackCount: 3,
  lateRows: 10,
  past: {
    asOf: '1399-08-01',
    track: 'AR',
    title: 'بایگانی رقومی',
    text: 'پنج‌شنبه ۱ آبان ۱۳۹۹',
    weekLater: '1399-08-08',
  },
  impossible: { typed: '1398-12-30', sentence: 'اسفند ۱۳۹۸ بیست‌ونه روز دارد.' },
  thirteenthMonth: '۱۳۹۹/۱۳/۰۱',
  body: { code: 'EA-3', trackCount: 3, step: 'OD1', otherStep: 'OD2' },
  otherBody: { code: 'EA-1', name: 'دهیاری باغ نو' },
  search: { name: 'دهیاری سیاه‌کوه', otherSpelling: 'دهياري سياه كوه', misspelt: 'صیاه‌کوه' },
  letterOn: '1399/09/14',
  receiptStart: '۹۹-۰۹-',
  edition: 1,
  leastPages: 4,
};

let browser: Browser;
let server: EmptyServer;
/** Whoever sets the installation up. */
let admin: Page;

const county: County = {
  ...FACTS,
  account: (role) => ({ username: role === 'admin' ? 'rahbar' : `${role}-khooran`, password: PASSWORD }),
  openPage: async (by: Browser, options: BrowserContextOptions = {}) => {
    const page = await openPage(by, { ...options, baseURL: server.url });
    forbidWords(page, FIRST_COUNTY);
    return page;
  },
};

async function mizban(...args: string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await runCommand([...args, '--json'], server.env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>;
}

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startEmptyServer('1399-09-15');
  admin = await county.openPage(browser);
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

describe('an empty installation', () => {
  test('leads to the first set-up, which makes the first admin', async () => {
    await setUpFirstAdmin(admin, { name: 'راهبر خوران', ...county.account('admin') });
    await visit(admin, '/admin');
    expect(await admin.locator('main').innerText()).toContain('سه گام تا آغاز کار');
  });

  test('has no second first admin', async () => {
    const stranger = await county.openPage(browser);
    await visit(stranger, '/set-up');
    expect(new URL(stranger.url()).pathname).toBe('/sign-in');
  });

  test('takes in programme, bodies and history, by command and on the screen', async () => {
    expect(await mizban('import', 'programme', FILES)).toMatchObject({ errors: [] });
    await previewImport(admin, 'bodies', [path.join(FILES, 'bodies.csv')]);
    await confirmImport(admin, 'bodies');
    await previewImport(admin, 'history', [path.join(FILES, 'history.csv')]);
    await confirmImport(admin, 'history');
    expect(await admin.locator('#past tbody tr').count()).toBeGreaterThanOrEqual(2);
  });

  test('gets its people, who choose a password of their own at the first sign-in', async () => {
    const newcomers = new Map<string, string>();
    for (const role of ['deputy', 'expert', 'viewer']) {
      const { username } = county.account(role);
      const name = role === 'deputy' ? county.deputyName : `${role} خوران`;
      const added = await mizban('user', 'add', '--username', username, '--role', role, '--name', name);
      newcomers.set(username, String(added['temporaryPassword']));
    }
    const { username } = county.account('liaison');
    await visit(admin, '/admin/users/new');
    await admin.locator('input[name="name"]').fill('رابط ثبت احوال');
    await admin.locator('input[name="username"]').fill(username);
    await admin.locator(`input[name="bodyCodes[]"][value="${county.body.code}"]`).check();
    await admin.getByRole('button', { name: 'افزودن کاربر' }).click();
    newcomers.set(username, await admin.locator('.secret-text').innerText());
    await expectSound(admin);
    for (const [name, temporary] of newcomers) {
      await signInFirst(await county.openPage(browser), name, temporary, PASSWORD);
    }
  });
});

describe('in another county, with another directive in a leap year, the same steps are walked by', () => {
  describe('the liaison', () => liaisonJourney(() => county));
  describe('the deputy', () => deputyJourney(() => county));
  describe('whoever prepares the report', () => reportJourney(() => county));
});

test('what the liaison reported stands in the history with its number, verified by the deputy, and the data are sound', async () => {
  const { events } = await mizban('export', 'events', '--format', 'json');
  const { code, step } = county.body;
  const ofStep = (events as { kind: string; body: string; milestone: string; actor: string }[]).filter(
    (event) => event.body === code && event.milestone === step,
  );
  expect(ofStep.map(({ kind, actor }) => [kind, actor])).toEqual([
    ['claim', 'رابط ثبت احوال'],
    ['verify', county.deputyName],
  ]);
  await mizban('verify');
});

test('the pages of the admin of another county are sound and its own', async () => {
  for (const part of ['', '/users', '/reference', '/reference/holidays', '/imports', '/tokens', '/backup', '/audit']) {
    await visit(admin, `/admin${part}`);
  }
  for (const list of ['checklist', 'survey', 'desk-signs']) await visit(admin, `/admin/reference/${list}`);
  await visit(admin, '/indicators/network');
});
