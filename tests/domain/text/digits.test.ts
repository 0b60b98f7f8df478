import { expect, test } from 'vitest';
import { toLatinDigits, toPersianDigits } from '@/lib/text/digits';

test('Persian and Arabic digits become Latin, the rest stays', () => {
  expect(toLatinDigits('۱۳۹۷/۰۹/۱۷')).toBe('1397/09/17');
  expect(toLatinDigits('١٣٩٧')).toBe('1397');
  expect(toLatinDigits('۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ 0123456789')).toBe('0123456789 0123456789 0123456789');
  expect(toLatinDigits('نامهٔ ۱۲/الف')).toBe('نامهٔ 12/الف');
});

test('Latin and Arabic digits become Persian, the rest stays', () => {
  expect(toPersianDigits('1397/09/17')).toBe('۱۳۹۷/۰۹/۱۷');
  expect(toPersianDigits('٠١٢٣٤٥٦٧٨٩')).toBe('۰۱۲۳۴۵۶۷۸۹');
  expect(toPersianDigits(210)).toBe('۲۱۰');
  expect(toPersianDigits('ED10')).toBe('ED۱۰');
});
