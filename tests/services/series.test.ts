import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { getTotal } from '@/lib/services/progress';
import { plannedAhead, getSeries } from '@/lib/services/series';
import { resolveScope, type PairFilter } from '@/lib/services/scope';
import { refusalOf } from '../support/milestone-world';
import { done, line, smallCounty, START, TODAY } from '../support/small-county';

async function county() {
  const made = await smallCounty();
  await made.history([
    ...done('EA-001', ['HD1', 'HD2', 'HD3'], '1397/06/05'),
    line('EA-002', 'HD1', 'claim', '1397/06/20'),
    ...done('VA-001', ['NT1'], '1397/07/14'),
    line('VA-002', 'NT1', 'exempt', '1397/08/02', 'خالی از سکنه'),
    ...done('EA-001', ['ED1'], '1397/09/17'),
  ]);
  return made;
}

const FILTERS: readonly PairFilter[] = [
  {},
  { trackCode: 'HD' },
  { deadlineOn: '2018-12-21' },
  { category: 'village_administration' },
  { districtCode: '220305', trackCode: 'NT' },
];

describe('a series', () => {
  test.each(FILTERS)('says of each day what the figures say as of that day: %j', async (filter) => {
    const ctx = (await county()).as('viewer');
    const points = getSeries(ctx, { from: START, to: TODAY, step: 'day', filter });
    expect(points).toHaveLength(134);
    points.forEach((point, index) => {
      const asOf = addDays(START, index);
      const { planned, claimed, verified } = getTotal(ctx, { asOf, filter });
      expect(point.date).toBe(asOf);
      for (const [one, other] of [
        [point.planned, planned],
        [point.claimed, claimed],
        [point.verified, verified],
      ] as const) {
        if (other === null) expect(one).toBeNull();
        else expect(one).toBeCloseTo(other, 12);
      }
    });
  });

  test('by week has every seventh day from the first on, and the last day itself', async () => {
    const ctx = (await county()).as('viewer');
    const dates = getSeries(ctx, { from: '2018-11-17', to: '2018-12-08', step: 'week' }).map(({ date }) => date);
    expect(dates).toEqual(['2018-11-17', '2018-11-24', '2018-12-01', '2018-12-08']);
    const uneven = getSeries(ctx, { from: '2018-11-20', to: '2018-12-08', step: 'week' }).map(({ date }) => date);
    expect(uneven).toEqual(['2018-11-20', '2018-11-27', '2018-12-04', '2018-12-08']);
    const one = getSeries(ctx, { from: TODAY, to: TODAY, step: 'week' }).map(({ date }) => date);
    expect(one).toEqual([TODAY]);
  });

  test('runs from the start of the programme to today unless told otherwise', async () => {
    const points = getSeries((await county()).as('viewer'), { step: 'week' });
    expect([points[0]?.date, points.at(-1)?.date]).toEqual([START, TODAY]);
  });

  test('of nothing is no data, not zero', async () => {
    const filter = { trackCode: 'HD', category: 'village_administration' } as const;
    expect(getSeries((await county()).as('viewer'), { from: TODAY, step: 'day', filter })).toEqual([
      { date: TODAY, planned: null, claimed: null, verified: null },
    ]);
  });

  test.each([
    ['a first day before the programme', { from: '2018-07-27' }, 'as_of_out_of_range'],
    ['a last day after today', { to: '2018-12-09' }, 'as_of_out_of_range'],
    ['a first day after the last', { from: '2018-12-01', to: '2018-11-30' }, 'invalid_input'],
    ['a track that does not exist', { filter: { trackCode: 'X' } }, 'invalid_input'],
  ] as const)('is refused for %s', async (_, params, code) => {
    const ctx = (await county()).as('viewer');
    expect(refusalOf(() => getSeries(ctx, { ...params, step: 'day' })).code).toBe(code);
  });
});

test('the planned curve ahead steps at each due date after the day and ends at one', async () => {
  const ctx = (await county()).as('viewer');
  const scope = resolveScope(ctx, { asOf: '2018-12-08', filter: { trackCode: 'ED' } });
  const ahead = plannedAhead(scope);
  // ED9 (5) on 1397/09/24 and ED10 (8) on 1397/09/28
  expect(ahead.map(({ date }): CivilDate => date)).toEqual(['2018-12-15', '2018-12-19']);
  expect(ahead[0]?.planned).toBeCloseTo(0.92, 12);
  expect(ahead[1]?.planned).toBeCloseTo(1, 12);
});
