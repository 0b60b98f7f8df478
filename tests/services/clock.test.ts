import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { createClock } from '@/lib/clock';
import { parseEnv } from '@/lib/env';

describe('the clock', () => {
  test('turns the day at midnight in Tehran, not in Greenwich', () => {
    const at = (instant: string) => createClock(null, () => new Date(instant)).today();
    expect(at('2018-12-08T20:29:59.000Z')).toBe('2018-12-08');
    expect(at('2018-12-08T20:30:00.000Z')).toBe('2018-12-09');
    expect(at('2018-07-08T19:30:00.000Z')).toBe('2018-07-09');
  });

  test.each([
    ['2018-12-08', '2026-11-23T06:15:30.250Z', '2018-12-08T06:15:30.250Z'],
    ['2018-07-08', '2026-11-23T06:15:30.250Z', '2018-07-08T05:15:30.250Z'],
    ['2018-07-08', '2026-11-23T20:15:00.000Z', '2018-07-08T19:15:00.000Z'],
    ['2018-12-08', '2026-11-23T21:00:00.000Z', '2018-12-07T21:00:00.000Z'],
  ] as const)('on the simulated %s it is %s in the world and %s in the program', (day, real, expected) => {
    const clock = createClock(day, () => new Date(real));
    expect(clock.isSimulated).toBe(true);
    expect(clock.today()).toBe(day);
    expect(clock.now().toISOString()).toBe(expected);
    expect(toTehranTime(clock.now())).toEqual({ day, time: toTehranTime(real).time });
  });
});

describe('the environment', () => {
  test('has presets for everything', () => {
    expect(parseEnv({ PORT: '', MIZBAN_TODAY: '' }, '/srv/mizban')).toEqual({
      port: 3000,
      dataDir: path.resolve('/srv/mizban', 'data'),
      simulatedToday: null,
      isSampleData: false,
    });
  });

  test('reads a simulated today as a Jalali date in any digits', () => {
    expect(parseEnv({ MIZBAN_TODAY: '1397-09-17' }, '/').simulatedToday).toBe('2018-12-08');
    expect(parseEnv({ MIZBAN_TODAY: '۱۳۹۷/۰۹/۱۷' }, '/').simulatedToday).toBe('2018-12-08');
  });

  test('names the variable that is wrong', () => {
    expect(() => parseEnv({ MIZBAN_TODAY: '2018-12-08' }, '/')).toThrow(
      'MIZBAN_TODAY must be a Jalali date such as 1397-09-17.',
    );
    expect(() => parseEnv({ PORT: 'abc' }, '/')).toThrow('PORT');
  });
});
