import { describe, expect, test } from 'vitest';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import {
  apiDate,
  formatDate,
  formatDateTime,
  formatDayMonth,
  formatDayMonthYear,
  formatJalaliInput,
  formatLongDate,
  formatMonthYear,
  formatTime,
  formatWeekday,
} from '@/lib/format/dates';

describe('a day in Persian', () => {
  test('with slashes and Persian digits', () => {
    expect(formatDate('2018-12-08')).toBe('۱۳۹۷/۰۹/۱۷');
    expect(formatDate('2019-03-25')).toBe('۱۳۹۸/۰۱/۰۵');
  });

  test('day and month are joined by a no-break space', () => {
    expect(formatDayMonth('2018-12-08')).toBe('۱۷\u00a0آذر');
    expect(formatDayMonthYear('2018-12-08')).toBe('۱۷\u00a0آذر ۱۳۹۷');
  });

  test('in full, with its weekday', () => {
    expect(formatLongDate('2018-12-08')).toBe('شنبه ۱۷\u00a0آذر ۱۳۹۷');
    expect(formatWeekday('2018-12-11')).toBe('سه\u200cشنبه');
    expect(formatWeekday('2018-12-21')).toBe('جمعه');
  });

  test('as a month: the month first, then the year', () => {
    expect(formatMonthYear('2018-12-08')).toBe('آذر ۱۳۹۷');
  });

  test('in a field, in a form that can be read back; nothing for no day', () => {
    expect(formatJalaliInput('2018-12-08')).toBe('۱۳۹۷/۰۹/۱۷');
    expect(parseJalaliDate(formatJalaliInput('2018-12-08'))).toEqual({
      ok: true,
      date: '2018-12-08',
      isLenient: false,
    });
    expect(formatJalaliInput(null)).toBe('');
  });

  test('for machines, in both calendars', () => {
    expect(apiDate('2018-12-08')).toEqual({ jalali: '1397/09/17', iso: '2018-12-08' });
  });
});

describe('an instant in Persian is shown in Tehran time', () => {
  test('clock time', () => {
    expect(formatTime('2018-12-08T07:12:00.000Z')).toBe('۱۰:۴۲');
    expect(formatTime('2018-07-01T04:00:00Z')).toBe('۰۸:۳۰');
  });

  test('day and clock time, over midnight', () => {
    expect(formatDateTime('2018-12-08T07:12:00Z')).toBe('۱۳۹۷/۰۹/۱۷، ساعت ۱۰:۴۲');
    expect(formatDateTime('2018-12-08T20:30:00Z')).toBe('۱۳۹۷/۰۹/۱۸، ساعت ۰۰:۰۰');
  });
});
