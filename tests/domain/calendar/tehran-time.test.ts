import { expect, test } from 'vitest';
import { toTehranTime } from '@/lib/calendar/tehran-time';

test('in winter Tehran is three and a half hours ahead', () => {
  expect(toTehranTime('2018-12-08T07:12:00Z')).toEqual({ day: '2018-12-08', time: '10:42' });
});

test('in the summer of 1397 Tehran is four and a half hours ahead', () => {
  expect(toTehranTime('2018-07-01T07:12:00.000Z')).toEqual({ day: '2018-07-01', time: '11:42' });
});

test('the day in Tehran begins before the day in UTC', () => {
  expect(toTehranTime('2018-12-08T20:29:59Z')).toEqual({ day: '2018-12-08', time: '23:59' });
  expect(toTehranTime('2018-12-08T20:30:00Z')).toEqual({ day: '2018-12-09', time: '00:00' });
});

test('an instant may be given as a Date, and nonsense is refused', () => {
  expect(toTehranTime(new Date(Date.UTC(2018, 11, 8, 7, 12)))).toEqual({ day: '2018-12-08', time: '10:42' });
  expect(() => toTehranTime('not an instant')).toThrow(RangeError);
});
