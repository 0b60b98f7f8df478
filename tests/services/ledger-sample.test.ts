import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { computeTrackFigures } from '@/db/queries/verification';
import { generateHistory } from '@/db/seed/demo/history';
import { isImportable, toHistoryCsv } from '@/db/seed/demo/history-csv';
import { readSampleReference } from '@/db/seed/demo/reference-files';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { importHistory } from '@/lib/services/imports/history';
import { getLedger, Ledger } from '@/lib/services/ledger';
import { getGroups, getTotal, GROUPINGS } from '@/lib/services/progress';
import { changeSettings } from '@/lib/services/settings';
import type { ServiceContext } from '@/lib/services/service-context';
import { verifyData } from '@/lib/services/verification';
import { withBodies } from './imports/import-fixtures';

/** Days across the sample's history: the start, before and after its deadlines' first dues, a Friday, the last day. */
const DAYS: readonly CivilDate[] = [
  '2018-07-28',
  '2018-08-06',
  '2018-08-31',
  '2018-09-22',
  '2018-10-22',
  '2018-11-14',
  '2018-11-30',
  '2018-12-07',
  '2018-12-08',
];

let ctx: ServiceContext;

beforeAll(async () => {
  ctx = await withBodies({ role: 'system' });
  const rows = generateHistory(readSampleReference(path.resolve('db/seed/reference'))).filter(isImportable);
  const bytes = new TextEncoder().encode(toHistoryCsv(rows));
  const result = await importHistory(ctx, { fileName: 'sample.csv', bytes });
  expect(result.errors).toEqual([]);
  expect(result.created).toBeGreaterThan(2500);
});

describe('the sample: 210 bodies and thousands of events', () => {
  test.each(DAYS)('as of %s the rules and SQL alone find the same figures', async (asOf) => {
    const bySql = computeTrackFigures(ctx.db, '1397-service-desk', asOf);
    const byRules = getGroups(ctx, { asOf, groupBy: 'track' });
    expect(bySql.map(({ trackCode, bodyTracks }) => [trackCode, bodyTracks])).toEqual(
      byRules.map(({ key, bodyTracks }) => [key, bodyTracks]),
    );
    for (const [index, sql] of bySql.entries()) {
      expect(byRules[index]?.planned).toBeCloseTo(sql.planned ?? Number.NaN, 9);
      expect(byRules[index]?.claimed).toBeCloseTo(sql.claimed ?? Number.NaN, 9);
      expect(byRules[index]?.verified).toBeCloseTo(sql.verified ?? Number.NaN, 9);
    }
    const { checks } = await verifyData(ctx, { asOf });
    expect(checks.find(({ check }) => check === 'figures')).toMatchObject({ isSound: true, counted: 4 });
  });

  test.each(DAYS)('as of %s groups add up to the total, however they are cut', (asOf) => {
    const total = getTotal(ctx, { asOf });
    expect(total.claimed).toBeGreaterThanOrEqual(total.verified ?? 0);
    for (const groupBy of GROUPINGS) {
      const groups = getGroups(ctx, { asOf, groupBy });
      const sum = (of: (group: (typeof groups)[number]) => number) => groups.reduce((all, group) => all + of(group), 0);
      expect(sum(({ bodyTracks }) => bodyTracks)).toBe(total.bodyTracks);
      expect(sum(({ verified, bodyTracks }) => (verified ?? 0) * bodyTracks)).toBeCloseTo(
        (total.verified ?? 0) * total.bodyTracks,
        6,
      );
      for (const status of PAIR_STATUSES) expect(sum((group) => group.status[status])).toBe(total.status[status]);
      for (const group of groups) {
        const counted = PAIR_STATUSES.reduce((all, status) => all + group.status[status], 0);
        expect(counted).toBe(group.bodyTracks + group.status.exempt);
      }
    }
  });

  test('a ledger that just started has the same snapshots', () => {
    const fresh = new Ledger(ctx.db).refresh();
    for (const day of DAYS) {
      expect(JSON.stringify(fresh.snapshot(day).figures)).toBe(JSON.stringify(getLedger(ctx.db).snapshot(day).figures));
    }
  });

  test('the second reckoning follows a change of reference data as well', async () => {
    const milestone = "(select milestone_id from milestone_versions where short_title = 'فهرست خدمات')";
    ctx.db.$client.exec(
      `insert into milestone_versions (recorded_on, recorded_at, milestone_id, position, title, short_title, guidance, evidence_text,
         evidence_kinds, actor, weight_points, baseline_due_on, applies_to, basis)
       select '2018-12-08', '2018-12-08T08:00:00.000Z', milestone_id, position, title, short_title, guidance, evidence_text, evidence_kinds,
         actor, 60, '2018-12-30', applies_to, basis from milestone_versions where milestone_id = ${milestone}`,
    );
    changeSettings(ctx, { silentAfterDays: 20 });
    for (const asOf of ['2018-12-07', '2018-12-08'] as const) {
      const { checks } = await verifyData(ctx, { asOf });
      expect(checks.find(({ check }) => check === 'figures')?.problems).toEqual([]);
    }
  });
});
