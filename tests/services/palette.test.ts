import { describe, expect, test } from 'vitest';
import { findInPalette, paletteEntries } from '@/components/palette/palette-results';
import { paletteDocument } from '@/app/(desk)/palette/palette-items';
import type { ServiceContext } from '@/lib/services/service-context';
import { createTestDatabase, testContext } from '../support/database';
import { refusalOf } from '../support/milestone-world';
import { smallCounty } from '../support/small-county';

function hrefs(ctx: ServiceContext): string[] {
  return paletteDocument(ctx).items.map(([, , , href]) => href);
}

function find(ctx: ServiceContext, query: string) {
  const document = paletteDocument(ctx);
  return findInPalette(query, paletteEntries(document), document);
}

const titles = (ctx: ServiceContext, query: string) => find(ctx, query).entries.map(({ title }) => title);
const deeds = (ctx: ServiceContext, query: string) => find(ctx, query).entries.map(({ deed }) => deed);

describe('the palette offers each person what that person may open', () => {
  test.each([
    [
      'deputy',
      ['/dashboard', '/review', '/reports/new', '/reports/letters/new', '/bodies/EA-001'],
      ['/my', '/admin/users'],
    ],
    ['expert', ['/dashboard', '/review', '/bodies/EA-001'], ['/my', '/admin']],
    [
      'viewer',
      ['/dashboard', '/reports', '/bodies/EA-001'],
      ['/review', '/reports/new', '/reports/letters/new', '/my', '/admin'],
    ],
    ['admin', ['/admin', '/admin/users', '/admin/audit', '/bodies/EA-001'], ['/review', '/reports/new']],
    ['liaison', ['/my', '/reports', '/bodies/VA-001'], ['/dashboard', '/review', '/bodies/EA-001', '/reports/new']],
  ] as const)('to a %s', async (role, offered, hidden) => {
    const county = await smallCounty();
    const own = hrefs(county.as(role, { bodies: ['VA-001'] }));
    for (const href of offered) expect(own).toContain(href);
    for (const href of hidden) expect(own).not.toContain(href);
  });

  test('to somebody with a temporary password nothing, and on an empty database no body', async () => {
    const county = await smallCounty();
    const locked = county.as('deputy', { actor: { mustChangePassword: true } });
    expect(refusalOf(() => paletteDocument(locked)).code).toBe('forbidden');
    const empty = testContext({ role: 'deputy', db: createTestDatabase().db });
    expect(paletteDocument(empty)).toMatchObject({ startOn: null });
    expect(hrefs(empty).some((href) => href.startsWith('/bodies/'))).toBe(false);
  });
});

describe('the palette finds', () => {
  test('bodies by name, code and place, whatever the spelling', async () => {
    const deputy = (await smallCounty()).as('deputy');
    expect(titles(deputy, 'دهياري گزير')[0]).toBe('دهیاری گزیر');
    expect(titles(deputy, 'va-۰۰۲')).toEqual(['دهیاری چارک']);
    expect(titles(deputy, 'بندر چارك')[0]).toBe('دهیاری چارک');
    expect(titles(deputy, 'شيبكوه')).toEqual(['بخشداری شیبکوه', 'دهیاری چارک']);
  });

  test('pages, tracks and actions, at most twelve things in all', async () => {
    const deputy = (await smallCounty()).as('deputy');
    expect(deeds(deputy, 'داشبورد')).toEqual([{ href: '/dashboard' }]);
    expect(deeds(deputy, 'شبکه دولت')).toEqual([{ href: '/tracks/NT' }]);
    expect(deeds(deputy, 'تيره')).toContainEqual({ press: 'theme-dark' });
    expect(deeds(deputy, 'خروج')).toEqual([{ press: 'sign-out' }]);
    for (const query of ['', 'ا', 'د', 'ی']) expect(find(deputy, query).entries.length).toBeLessThanOrEqual(12);
  });

  test('a day as people write it, within the programme, and says why another one is not offered', async () => {
    const county = await smallCounty();
    const deputy = county.as('deputy');
    const day = [{ href: '/dashboard?asOf=1397-08-15' }, { href: '/bodies?asOf=1397-08-15' }];
    for (const typed of ['1397/08/15', '۱۳۹۷-۰۸-۱۵', '97/8/15', '15/08/1397', '١٣٩٧/٨/١٥']) {
      expect(deeds(deputy, typed)).toEqual(day);
    }
    expect(deeds(deputy, '1397/09/17')).toEqual([{ href: '/dashboard' }, { href: '/bodies' }]);
    expect(find(deputy, '1397/12/30')).toEqual({ entries: [], sentence: 'اسفند ۱۳۹۷ بیست‌ونه روز دارد.' });
    expect(find(deputy, '1397/10/01').sentence).toContain('در دامنهٔ برنامه نیست');
    expect(deeds(county.as('liaison', { bodies: ['VA-001'] }), '1397/08/15')).toEqual([
      { href: '/bodies?asOf=1397-08-15' },
    ]);
  });

  test('nothing without a sentence', async () => {
    expect(find((await smallCounty()).as('deputy'), 'xyz')).toEqual({ entries: [], sentence: null });
  });
});
