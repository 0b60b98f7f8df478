import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { mayBeSameName } from '@/lib/text/name-match';
import { matchKey, normaliseForMatch, normaliseForStore, normaliseParagraphs } from '@/lib/text/normalise';

const anyText = fc
  .array(fc.constantFrom(...'آأإابيىیكکگةهۀئءؤرلنتدسَِّـ۱٢3 \u200c\u200f\u0654./»«()-A\u00a0\ufefb'.split('')), {
    maxLength: 24,
  })
  .map((letters) => letters.join(''));

describe('text that is kept', () => {
  test('Arabic ye and kaf become Persian', () => {
    expect(normaliseForStore('دهياري كنگ')).toBe('دهیاری کنگ');
    expect(normaliseForStore('موسى')).toBe('موسی');
  });

  test('spaces are trimmed and collapsed, of whatever kind', () => {
    expect(normaliseForStore('  دهیاری \u00a0\t گزیر\n')).toBe('دهیاری گزیر');
  });

  test('half-spaces stay, but not twice, beside a space or at an end', () => {
    expect(normaliseForStore('دستگاه\u200cهای اجرایی')).toBe('دستگاه\u200cهای اجرایی');
    expect(normaliseForStore('\u200cدستگاه\u200c\u200cهای\u200c اجرایی \u200c')).toBe('دستگاه\u200cهای اجرایی');
  });

  test('direction marks and byte order marks go', () => {
    expect(normaliseForStore('\ufeffدهیاری\u200f گزیر\u202c')).toBe('دهیاری گزیر');
  });

  test('letters of legacy programs become ordinary letters', () => {
    expect(normaliseForStore('\ufeb3\ufefc\ufee1')).toBe('سلام');
  });

  test('hamza, madda, te marbuta and digits stay as they were written', () => {
    expect(normaliseForStore('مسئول آموزش، نامهٔ ۱۲')).toBe('مسئول آموزش، نامهٔ ۱۲');
    expect(normaliseForStore('جنة ١٢')).toBe('جنة ١٢');
  });

  test('letters written as two marks become one', () => {
    expect(normaliseForStore('ا\u0653موزش')).toBe('آموزش');
  });

  test('a note keeps its line breaks', () => {
    expect(normaliseParagraphs(' خط اول \r\nخط  دوم\n\n\n\nخط سوم ')).toBe('خط اول\nخط دوم\n\nخط سوم');
    expect(normaliseForStore('خط اول\nخط دوم')).toBe('خط اول خط دوم');
  });

  test('a run of spaces and half-spaces is one space', () => {
    expect(normaliseForStore('بندر \u200c لنگه')).toBe('بندر لنگه');
    expect(normaliseForStore('بندر\u200c \u200c \u200cلنگه')).toBe('بندر لنگه');
    expect(normaliseForStore('بندر\u200c\u200cلنگه')).toBe('بندر\u200cلنگه');
  });

  test('normalising twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseForStore(normaliseForStore(text))).toBe(normaliseForStore(text));
        expect(normaliseParagraphs(normaliseParagraphs(text))).toBe(normaliseParagraphs(text));
      }),
    );
  });
});

describe('text that is matched', () => {
  test.each([
    ['كنگ', 'کنگ'],
    ['دهياري گزير', 'دهیاری گزیر'],
    ['حسن‌آباد', 'حسن اباد'],
    ['سایه‌خوش', 'سایه خوش'],
    ['رضایت‌مندی', 'رضایت مندی'],
    ['دستگاه‌های اجرایی', 'دستگاه های اجرایی'],
    ['ارائه', 'ارایه'],
    ['چیروئیه', 'چیرویه'],
    ['رئیس', 'رییس'],
    ['أحمد', 'احمد'],
    ['إسلام', 'اسلام'],
    ['مؤسسه', 'موسسه'],
    ['مدرسة', 'مدرسه'],
    ['نامۀ', 'نامه'],
    ['نامهٔ', 'نامه'],
    ['اجزاء', 'اجزا'],
    ['مُحَمَّد', 'محمد'],
    ['محمـــد', 'محمد'],
    ['ٱلله', 'الله'],
    ['١٣٩٧', '۱۳۹۷'],
    ['1397', '۱۳۹۷'],
    ['اداره (بندر)', 'اداره بندر'],
    ['«دهیاری»', 'دهیاری'],
    ['Post-Bank', 'post bank'],
    ['\ufeb3\ufefc\ufee1', 'سلام'],
  ])('%j equals %j', (a, b) => {
    expect(normaliseForMatch(a)).toBe(normaliseForMatch(b));
  });

  test.each([
    ['بندرلنگه', 'بندر لنگه'],
    ['هم هنگ', 'همهنگ'],
    ['بندرچارک', 'بندر چارک'],
    ['می‌شود', 'میشود'],
  ])('%j and %j share a key without spaces', (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b));
  });

  test('different names stay different', () => {
    expect(matchKey('دهیاری گزیر')).not.toBe(matchKey('دهیاری گزیره'));
    expect(matchKey('چارک')).not.toBe(matchKey('جارک'));
    expect(matchKey('پارس')).not.toBe(matchKey('بارس'));
  });

  test('what holds no letter or digit has an empty key', () => {
    expect(normaliseForMatch(' «-» \u200c')).toBe('');
    expect(matchKey('')).toBe('');
  });

  test('the key is stable, and the same before and after normalising for keeping', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normaliseForMatch(normaliseForMatch(text))).toBe(normaliseForMatch(text));
        expect(matchKey(normaliseForStore(text))).toBe(matchKey(text));
      }),
    );
  });
});

describe('spellings observed in the field', () => {
  const rows = readFileSync(resolve(import.meta.dirname, '../../fixtures/text-variants.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').slice(0, 2) as [string, string]);

  test('there are 21 of them', () => expect(rows).toHaveLength(21));

  test.each(rows)('%s and %s are found to be the same', (canonical, variant) => {
    const canonicalDate = parseJalaliDate(canonical);
    if (canonicalDate.ok) {
      expect(parseJalaliDate(variant, { lenient: true })).toEqual({ ...canonicalDate, isLenient: true });
    } else {
      expect(mayBeSameName(canonical, variant)).toBe(true);
      expect(mayBeSameName(variant, canonical)).toBe(true);
    }
  });

  test('loose matching does not make one of different villages', () => {
    expect(mayBeSameName('کنگ', 'چارک')).toBe(false);
    expect(mayBeSameName('بندر', 'بندرلنگه')).toBe(false);
    expect(mayBeSameName('گزیر', 'دژگان')).toBe(false);
    expect(mayBeSameName('', '')).toBe(false);
  });
});
