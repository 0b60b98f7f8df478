import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { searchItems, searchRank, searchText } from '@/lib/domain/name-search';

const VARIANTS = readFileSync(path.resolve(import.meta.dirname, '../fixtures/text-variants.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',').slice(0, 2) as [canonical: string, variant: string]);

const isDate = (text: string) => /^[\d۰-۹]+\/[\d۰-۹]+\/[\d۰-۹]+$/.test(text);
const NAMES = VARIANTS.filter(([canonical]) => !isDate(canonical));
const DATES = VARIANTS.filter(([canonical]) => isDate(canonical));

const search = (query: string, names: readonly string[]) => searchItems(query, names, (name) => searchText([name]));
const OTHERS = ['دهیاری مغویه', 'بخشداری مهران', 'اداره گاز'];

describe('a search forgives the spellings met in the field', () => {
  test('which are all in the list of variants', () => {
    expect([NAMES.length, DATES.length]).toEqual([19, 2]);
  });

  test.each(NAMES)('«%s» is found by «%s»', (canonical, variant) => {
    const name = `دهیاری ${canonical}`;
    expect(search(variant, [...OTHERS, name])).toEqual([name]);
    expect(search(`دهياري ${variant}`, [...OTHERS, name])).toEqual([name]);
  });

  test.each(NAMES)('and the other way round: «%s» finds what is written «%s»', (canonical, variant) => {
    expect(search(canonical, [...OTHERS, `دهیاری ${variant}`])).toEqual([`دهیاری ${variant}`]);
  });

  test.each(DATES)('the day «%s» is read when it is written «%s»', (canonical, variant) => {
    const day = parseJalaliDate(canonical);
    expect(day.ok).toBe(true);
    expect(parseJalaliDate(variant, { lenient: true })).toMatchObject({ ok: true, date: day.ok ? day.date : '' });
  });

  test('a loose spelling counts only where nothing is spelt exactly so', () => {
    expect(search('گنگ', ['شهرداری کنگ', 'شهرداری گنگ'])).toEqual(['شهرداری گنگ']);
    expect(search('گنگ', ['شهرداری کنگ'])).toEqual(['شهرداری کنگ']);
    expect(search('بندر چارک', ['دهیاری چارک', 'گمرک بندر چارک'])).toEqual(['گمرک بندر چارک']);
  });

  test('a piece of a date is no name', () => {
    expect(search('1397/08/15', ['گزارش 15', 'دهیاری 08'])).toEqual([]);
  });

  test('an empty query finds everything, and one of marks alone nothing', () => {
    expect(search(' ', OTHERS)).toEqual(OTHERS);
    expect(search('«»', OTHERS)).toEqual([]);
  });
});

test('hits are ranked: the code or whole name, its beginning, the beginning of a word, anywhere', () => {
  const rank = (query: string) => searchRank(query, 'اداره ثبت احوال', 'EA-004 3001');
  expect(rank('ادارة ثبت احوال')).toBe(0);
  expect(searchRank('ea‐۰۰۴', 'اداره ثبت احوال', 'EA-004')).toBe(0);
  expect(rank('اداره')).toBe(1);
  expect(rank('ثبت')).toBe(2);
  expect(rank('بت')).toBe(3);
});
