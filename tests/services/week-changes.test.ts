import { expect, test } from 'vitest';
import { getWeekChanges } from '@/lib/services/week-changes';
import { done, line, smallCounty, START, type TODAY } from '../support/small-county';

const NT = ['NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6', 'NT7'];
const pairs = (changes: readonly { body: { code: string }; track: { code: string } }[]) =>
  changes.map(({ body, track }) => `${body.code} ${track.code}`);

test('a week back: who finished, who fell behind and who caught up', async () => {
  const county = await smallCounty();
  await county.history([
    // CR1 due 1397/08/15, CR2 08/30, CR3 09/10: on time until 1397/09/10, late from 1397/09/11 on
    ...done('VA-001', ['CR1', 'CR2'], '1397/08/14'),
    // late until all that is due is done
    ...done('VA-002', ['CR1', 'CR2'], '1397/08/14'),
    ...done('VA-002', NT.slice(0, 2), '1397/08/14'),
    ...done('EN-001', NT.slice(0, -1), '1397/08/14'),
    ...done('VA-002', ['NT3', 'CR3'], '1397/09/14'),
    ...done('EN-001', ['NT7'], '1397/09/15'),
  ]);
  const changes = getWeekChanges(county.as('deputy'), { filter: { deadlineOn: '2019-03-20' } });
  expect([changes.from, changes.to]).toEqual(['2018-12-01', '2018-12-08']);
  expect(pairs(changes.newlyComplete)).toEqual(['EN-001 NT']);
  // EA-001 and the others were late already
  expect(pairs(changes.newlyLate)).toEqual(['VA-001 CR']);
  expect(pairs(changes.caughtUp)).toEqual(['VA-002 NT']);
  expect(changes.verifiedBefore).toBeLessThan(changes.verifiedNow ?? 0);
});

test('events count from the day after the one compared with, once for the track they are about', async () => {
  const county = await smallCounty();
  await county.history([
    line('EA-001', 'HD1', 'claim', '1397/09/10'),
    line('EA-001', 'HD1', 'verify', '1397/09/11'),
    line('EA-001', 'NT1', 'claim', '1397/09/12'),
    line('EA-001', 'NT1', 'return', '1397/09/13', 'ناقص'),
    line('VA-001', 'NT1', 'claim', '1397/09/14'),
    line('VA-001', '', 'check_in', '1397/09/17'),
  ]);
  const counts = (filter: { trackCode?: string; districtCode?: string; deadlineOn?: typeof TODAY }) => {
    const { eventCounts } = getWeekChanges(county.as('deputy'), { filter });
    return [eventCounts.claim, eventCounts.verify, eventCounts.return, eventCounts.check_in];
  };
  expect(counts({})).toEqual([2, 1, 1, 1]);
  expect(counts({ trackCode: 'HD' })).toEqual([0, 1, 0, 0]);
  expect(counts({ trackCode: 'NT' })).toEqual([2, 0, 1, 1]);
  expect(counts({ trackCode: 'CR' })).toEqual([0, 0, 0, 1]);
  expect(counts({ districtCode: '220303' })).toEqual([0, 0, 0, 0]);
});

test('never looks behind the start of the programme', async () => {
  const county = await smallCounty();
  const changes = getWeekChanges(county.as('deputy'), { asOf: '2018-07-30' });
  expect(changes).toMatchObject({ from: START, to: '2018-07-30', verifiedBefore: 0, verifiedNow: 0 });
  expect(getWeekChanges(county.as('deputy'), { asOf: START })).toMatchObject({ from: START, to: START });
});

test('compares with another day when it is asked to', async () => {
  const county = await smallCounty();
  await county.history([...done('EA-001', ['HD1'], '1397/05/14')]);
  const { from, verifiedBefore, verifiedNow } = getWeekChanges(county.as('deputy'), {
    since: '2018-08-01',
    filter: { trackCode: 'HD', bodyCode: 'EA-001' },
  });
  expect(from).toBe('2018-08-01');
  expect(verifiedBefore).toBe(0);
  expect(verifiedNow).toBeCloseTo(0.08, 12);
});
