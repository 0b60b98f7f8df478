import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countByAge } from '@/lib/domain/claim-ages';

test.each([
  [0, 0],
  [3, 0],
  [4, 1],
  [7, 1],
  [8, 2],
  [14, 2],
  [15, 3],
  [30, 3],
  [31, 4],
  [400, 4],
])('what waits %i days is in bucket %i', (days, bucket) => {
  expect(countByAge([days]).map(({ count }) => count)).toEqual(
    [0, 1, 2, 3, 4].map((each) => (each === bucket ? 1 : 0)),
  );
});

test('everything that waits is in exactly one bucket', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500)), (days) => {
      expect(countByAge(days).reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
    }),
  );
});
