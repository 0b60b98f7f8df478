import { expect, test } from 'vitest';
import { silenceDays } from '@/lib/domain/silence';
import { jalali, TODAY } from './builders';

const START = jalali('1397/06/31');

test('silence counts the days since the last report of the body itself', () => {
  expect(silenceDays(jalali('1397/09/10'), START, TODAY)).toBe(7);
  expect(silenceDays(TODAY, START, TODAY)).toBe(0);
});

test('a body that never reported has been silent since its first track started', () => {
  expect(silenceDays(null, START, TODAY)).toBe(77);
  expect(silenceDays(null, START, START)).toBe(0);
});

test('before the start nobody is silent', () => {
  expect(silenceDays(null, START, jalali('1397/06/01'))).toBe(0);
});
