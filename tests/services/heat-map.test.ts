import { expect, test } from 'vitest';
import { getHeatMap, heatMapOf } from '@/lib/services/heat-map';
import { resolveScope } from '@/lib/services/scope';
import { done, line, smallCounty } from '../support/small-county';

const FILTER = { trackCode: 'NT' };

test('every body has a row, the gravest first, and every milestone of the tracks a column, empty where it does not apply', async () => {
  const county = await smallCounty();
  const map = getHeatMap(county.as('viewer'), {});
  expect(map.tracks.map(({ track, milestones }) => [track.code, milestones.length])).toEqual([
    ['HD', 9],
    ['ED', 10],
    ['NT', 7],
    ['CR', 9],
  ]);
  expect(map.rows.map(({ body }) => body.code)).toEqual(['DO-001', 'EA-001', 'EA-002', 'VA-001', 'VA-002', 'EN-001']);
  expect(map.rows.every(({ cells }) => cells.length === 35)).toBe(true);
  const village = map.rows[3];
  expect(village?.cells.slice(0, 19).every((cell) => cell === null)).toBe(true);
  expect(village?.cells.filter((cell) => cell !== null)).toHaveLength(14);
  const hd9 = map.rows[1]?.cells[8];
  expect(hd9).toEqual({ state: 'not_started', isGovernorates: true, daysLate: 0, isDueSoon: false });
});

test('a cell says the state, the delay, and whether it is due within the week', async () => {
  const county = await smallCounty();
  await county.history([
    ...done('VA-001', ['NT1'], '1397/07/10'),
    line('VA-001', 'NT2', 'claim', '1397/08/10'),
    line('VA-001', 'NT3', 'start', '1397/08/10'),
  ]);
  const map = getHeatMap(county.as('viewer'), { filter: FILTER });
  const cells = map.rows.find(({ body }) => body.code === 'VA-001')?.cells;
  expect(cells?.slice(0, 5).map((cell) => cell && [cell.state, cell.daysLate, cell.isDueSoon])).toEqual([
    ['verified', 0, false],
    ['claimed', 0, false],
    ['in_progress', 17, false],
    ['not_started', 0, true],
    ['not_started', 0, false],
  ]);
  expect(map.tracks[0]?.milestones.map(({ isDue }) => isDue)).toEqual([true, true, true, false, false, false, false]);
});

test('the short map holds the gravest bodies only', async () => {
  const county = await smallCounty();
  await county.history([
    ...done('VA-001', ['NT1'], '1397/07/10'),
    ...done('VA-002', ['NT1', 'NT2', 'NT3'], '1397/07/10'),
  ]);
  const scope = resolveScope(county.as('viewer'), { filter: { ...FILTER, category: 'village_administration' } });
  expect(heatMapOf(scope, 5).rows.map(({ body }) => body.code)).toEqual(['VA-001']);
  expect(heatMapOf(scope, null).rows).toHaveLength(2);
});
