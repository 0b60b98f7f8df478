import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, eachDay } from '@/lib/calendar/civil-date';
import {
  formatJalali,
  fromJalali,
  isJalaliLeapYear,
  JALALI_MONTH_NAMES,
  jalaliMonthLength,
  parseIsoDate,
  parseJalaliDate,
  toJalali,
  WEEKDAY_NAMES,
} from '@/lib/calendar/jalali';

const FIRST_DAY = '1921-03-21';
const LAST_DAY = '2122-03-20';

const anyJalaliDate = fc
  .tuple(fc.integer({ min: 1300, max: 1500 }), fc.integer({ min: 1, max: 12 }), fc.nat(30))
  .map(([year, month, offset]) => ({ year, month, day: 1 + (offset % jalaliMonthLength(year, month)) }));

describe('conversion', () => {
  test.each([
    ['1300/01/01', '1921-03-21'],
    ['1397/01/01', '2018-03-21'],
    ['1397/01/02', '2018-03-22'],
    ['1397/06/30', '2018-09-21'],
    ['1397/06/31', '2018-09-22'],
    ['1397/09/17', '2018-12-08'],
    ['1397/09/30', '2018-12-21'],
    ['1397/12/29', '2019-03-20'],
    ['1398/01/01', '2019-03-21'],
    ['1399/12/30', '2021-03-20'],
    ['1403/12/30', '2025-03-20'],
    ['1500/12/29', '2122-03-20'],
  ] as const)('%s is %s', (jalali, iso) => {
    expect(formatJalali(iso)).toBe(jalali);
    expect(parseJalaliDate(jalali)).toEqual({ ok: true, date: iso, isLenient: false });
  });

  test('every day of 1300..1500 agrees with the Persian calendar of the Unicode library', () => {
    const persian = new Intl.DateTimeFormat('en-US-u-ca-persian-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    const days = eachDay(FIRST_DAY, LAST_DAY);
    expect(days).toHaveLength(73_414);
    const differing = days.filter((day) => {
      const parts = new Map(persian.formatToParts(new Date(`${day}T12:00:00Z`)).map((p) => [p.type, Number(p.value)]));
      const date = toJalali(day);
      return (
        date.year !== parts.get('year') ||
        date.month !== parts.get('month') ||
        date.day !== parts.get('day') ||
        fromJalali(date) !== day
      );
    });
    expect(differing).toEqual([]);
  });

  test('a Jalali date survives the way to a civil day, to text and back', () => {
    fc.assert(
      fc.property(anyJalaliDate, (date) => {
        const day = fromJalali(date);
        expect(toJalali(day)).toEqual(date);
        expect(parseJalaliDate(formatJalali(day))).toEqual({ ok: true, date: day, isLenient: false });
        expect(parseJalaliDate(formatJalali(day, '-'))).toEqual({ ok: true, date: day, isLenient: false });
      }),
    );
  });

  test('changing what came out of a conversion does not change the next one', () => {
    toJalali('2018-12-08').day = 1;
    expect(toJalali('2018-12-08')).toEqual({ year: 1397, month: 9, day: 17 });
  });

  test('days outside 1300..1500 are refused, not guessed', () => {
    expect(() => toJalali(addDays(FIRST_DAY, -1))).toThrow(RangeError);
    expect(() => toJalali(addDays(LAST_DAY, 1))).toThrow(RangeError);
  });

  test.each([
    { year: 1397, month: 12, day: 30 },
    { year: 1397, month: 7, day: 31 },
    { year: 1397, month: 13, day: 1 },
    { year: 1397, month: 0, day: 1 },
    { year: 1397, month: 9, day: 0 },
    { year: 1501, month: 1, day: 1 },
    { year: 1299, month: 12, day: 29 },
    { year: 1397, month: 9, day: 1.5 },
  ])('$year/$month/$day does not exist', (date) => {
    expect(() => fromJalali(date)).toThrow(RangeError);
  });

  test('the time zone of the process changes nothing', () => {
    const script = resolve(import.meta.dirname, '../../support/print-calendar-digest.ts');
    const digests = ['UTC', 'Asia/Tehran', 'America/Sao_Paulo', 'Pacific/Auckland'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        cwd: resolve(import.meta.dirname, '../../..'),
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }).trim(),
    );
    expect(digests[0]).toMatch(/^73414 [0-9a-f]{64} 2018-12-21 23:45$/);
    expect(new Set(digests).size).toBe(1);
  }, 60_000);
});

describe('months and years', () => {
  test('the leap years from 1370 to 1412', () => {
    const leap = Array.from({ length: 43 }, (_, index) => 1370 + index).filter(isJalaliLeapYear);
    expect(leap).toEqual([1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412]);
  });

  test('six months of 31 days, five of 30, and Esfand of 29 or 30', () => {
    const lengths = (year: number) => JALALI_MONTH_NAMES.map((_, index) => jalaliMonthLength(year, index + 1));
    expect(lengths(1397)).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29]);
    expect(lengths(1399)).toEqual([31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30]);
  });

  test('months and years that do not exist are refused', () => {
    expect(() => jalaliMonthLength(1397, 13)).toThrow(RangeError);
    expect(() => jalaliMonthLength(1397, 0)).toThrow(RangeError);
    expect(() => jalaliMonthLength(1501, 1)).toThrow(RangeError);
    expect(() => isJalaliLeapYear(2018)).toThrow(RangeError);
  });

  test('names of months and of weekdays, Saturday first and with half-spaces', () => {
    expect(JALALI_MONTH_NAMES[8]).toBe('آذر');
    expect(JALALI_MONTH_NAMES).toHaveLength(12);
    expect(WEEKDAY_NAMES).toEqual(['شنبه', 'یک‌شنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنج‌شنبه', 'جمعه']);
  });
});

describe('dates that people type', () => {
  test.each([
    '1397/09/30',
    '۱۳۹۷/۰۹/۳۰',
    '١٣٩٧/٠٩/٣٠',
    '1397-09-30',
    '1397/9/30',
    ' ۱۳۹۷/۹/۳۰ ',
    '\u200e1397/09/30\u200f',
  ])('%j is read strictly', (text) => {
    expect(parseJalaliDate(text)).toEqual({ ok: true, date: '2018-12-21', isLenient: false });
  });

  test.each([
    '97/9/30',
    '۹۷/۰۹/۳۰',
    '30/09/1397',
    '۳۰/۹/۱۳۹۷',
    '30-09-1397',
    '30/9/97',
    '1397.09.30',
    '1397 / 09 / 30',
    '1397/09-30',
  ])('%j is read leniently only, with a warning', (text) => {
    expect(parseJalaliDate(text)).toEqual({ ok: false, reason: 'format' });
    expect(parseJalaliDate(text, { lenient: true })).toEqual({ ok: true, date: '2018-12-21', isLenient: true });
  });

  test('a well-formed date needs no warning in a workbook either', () => {
    expect(parseJalaliDate('۱۳۹۷/۰۹/۳۰', { lenient: true })).toEqual({
      ok: true,
      date: '2018-12-21',
      isLenient: false,
    });
  });

  test('30 Esfand 1397 is refused, and the answer says that the month has 29 days', () => {
    expect(parseJalaliDate('۱۳۹۷/۱۲/۳۰')).toEqual({
      ok: false,
      reason: 'no_such_day',
      year: 1397,
      month: 12,
      day: 30,
      monthLength: 29,
    });
    expect(parseJalaliDate('1399/12/30')).toEqual({ ok: true, date: '2021-03-20', isLenient: false });
  });

  test('a day that the month does not have is not rolled over to the next month', () => {
    expect(parseJalaliDate('1397/07/31')).toMatchObject({ ok: false, reason: 'no_such_day', monthLength: 30 });
    expect(parseJalaliDate('1397/09/00')).toMatchObject({ ok: false, reason: 'no_such_day', monthLength: 30 });
    expect(parseJalaliDate('31/07/1397', { lenient: true })).toMatchObject({ ok: false, reason: 'no_such_day' });
  });

  test('a thirteenth month is refused', () => {
    expect(parseJalaliDate('۱۳۹۷/۱۳/۰۱')).toEqual({
      ok: false,
      reason: 'no_such_month',
      year: 1397,
      month: 13,
      day: 1,
    });
    expect(parseJalaliDate('1397/00/01')).toMatchObject({ ok: false, reason: 'no_such_month' });
  });

  test('a Gregorian date is recognised as one and never read as Jalali', () => {
    expect(parseJalaliDate('2018-12-21')).toMatchObject({ ok: false, reason: 'gregorian_year', year: 2018 });
    expect(parseJalaliDate('۲۰۱۸/۱۲/۲۱')).toMatchObject({ ok: false, reason: 'gregorian_year' });
    expect(parseJalaliDate('21/12/2018', { lenient: true })).toMatchObject({ ok: false, reason: 'gregorian_year' });
  });

  test('years outside 1300..1500 are refused', () => {
    expect(parseJalaliDate('1299/12/29')).toMatchObject({ ok: false, reason: 'year_range' });
    expect(parseJalaliDate('1501/01/01')).toMatchObject({ ok: false, reason: 'year_range' });
    expect(parseJalaliDate('0097/01/01')).toMatchObject({ ok: false, reason: 'year_range' });
  });

  test.each(['', '   ', '\u200f'])('%j is an empty field', (text) => {
    expect(parseJalaliDate(text)).toEqual({ ok: false, reason: 'empty' });
  });

  test.each(['فردا', '1397', '1397/09', '1397/09/30/1', '13970930', '43455', '1397/09/30 10:42', 'NaN', '-1397/09/30'])(
    '%j is not a date',
    (text) => {
      expect(parseJalaliDate(text, { lenient: true })).toEqual({ ok: false, reason: 'format' });
    },
  );

  test('a date that could be read in two ways is not guessed', () => {
    expect(parseJalaliDate('03/04/05', { lenient: true })).toEqual({ ok: false, reason: 'format' });
  });

  test('Gregorian days for machines are read apart', () => {
    expect(parseIsoDate('2018-12-08')).toBe('2018-12-08');
    expect(parseIsoDate('1397/09/17')).toBeNull();
    expect(parseIsoDate('2018-02-30')).toBeNull();
  });
});
