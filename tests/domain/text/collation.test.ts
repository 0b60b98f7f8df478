import { expect, test } from 'vitest';
import { comparePersian } from '@/lib/text/collation';

test('names stand in the order of the Persian alphabet, not of code points', () => {
  const names = ['یزد', 'گزیر', 'کنگ', 'پارس', 'بستک', 'هرنگ', 'وادی', 'چارک', 'ژاله', 'تبریز', 'آبادان'];
  expect([...names].sort(comparePersian)).toEqual([
    'آبادان',
    'بستک',
    'پارس',
    'تبریز',
    'چارک',
    'ژاله',
    'کنگ',
    'گزیر',
    'وادی',
    'هرنگ',
    'یزد',
  ]);
});

test('numbers stand by value, in any digits', () => {
  expect(['مدرسه ۱۰', 'مدرسه 9', 'مدرسه ۲'].sort(comparePersian)).toEqual(['مدرسه ۲', 'مدرسه 9', 'مدرسه ۱۰']);
});

test('Arabic letters stand where their Persian twins stand', () => {
  expect(['كيش', 'گناوه', 'کنگ'].sort(comparePersian)).toEqual(['کنگ', 'كيش', 'گناوه']);
});

test('only equal texts are equal, so that every list has one order', () => {
  expect(comparePersian('کیش', 'کیش')).toBe(0);
  expect(comparePersian('کیش', 'كيش')).not.toBe(0);
  expect(Math.sign(comparePersian('کیش', 'كيش'))).toBe(-Math.sign(comparePersian('كيش', 'کیش')));
});
