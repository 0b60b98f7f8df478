import { describe, expect, it } from 'vitest';
import { listBodiesAsOf } from '@/db/queries/bodies';
import { exportProgress } from '@/lib/services/exports/progress';
import { importBodies } from '@/lib/services/imports/bodies';
import { importHistory } from '@/lib/services/imports/history';
import { importProgramme } from '@/lib/services/imports/programme';
import { getProgressDocument } from '@/lib/services/progress';
import { testContext } from '../../support/database';
import { countRows, fileOf, programmeFiles, SECOND_COUNTY_DIR } from './import-fixtures';

/** Another county, year and directive: three tracks, deadlines up to the 30th of Esfand of the leap year 1399. Today is 1399/09/14. */
async function secondCounty() {
  const ctx = testContext({ role: 'admin', today: '2020-12-04' });
  const programme = importProgramme(ctx, { files: programmeFiles(SECOND_COUNTY_DIR) });
  const bodies = await importBodies(ctx, fileOf(SECOND_COUNTY_DIR, 'bodies.csv'));
  const history = await importHistory(ctx, fileOf(SECOND_COUNTY_DIR, 'history.csv'));
  return { ctx, programme, bodies, history };
}

describe('another county with another directive', () => {
  it('is taken in by the same journeys, without a word changed', async () => {
    const { ctx, programme, bodies, history } = await secondCounty();
    expect(programme).toMatchObject({
      isWritten: true,
      errors: [],
      warnings: [],
      counts: { tracks: { created: 3 }, milestones: { created: 11 }, areas: { created: 19 } },
    });
    expect(bodies).toMatchObject({ isWritten: true, dataRows: 25, created: 25, errors: [], warnings: [] });
    expect(history).toMatchObject({ isWritten: true, created: 61, errors: [], warnings: [] });
    expect(listBodiesAsOf(ctx.db, '2020-05-23')).toHaveLength(25);
    expect(listBodiesAsOf(ctx.db, '2020-12-04').find(({ code }) => code === 'VA-06')?.version).toMatchObject({
      name: 'دهیاری گردنه',
      category: 'village_administration',
      districtCode: '280102',
      ruralDistrictCode: '2801020001',
      officialCode: '2801020001300106',
      providesPublicService: false,
    });
  });

  it('changes nothing when the same files come again', async () => {
    const { ctx } = await secondCounty();
    const tables = [
      'programme_versions',
      'track_versions',
      'milestone_versions',
      'area_versions',
      'holiday_versions',
      'body_versions',
    ];
    const before = tables.map((table) => countRows(ctx, table));
    importProgramme(ctx, { files: programmeFiles(SECOND_COUNTY_DIR) });
    expect(await importBodies(ctx, fileOf(SECOND_COUNTY_DIR, 'bodies.csv'))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 25,
    });
    expect(tables.map((table) => countRows(ctx, table))).toEqual(before);
  });

  it('has figures for its own tracks and deadlines', async () => {
    const { ctx } = await secondCounty();
    const { groups } = getProgressDocument(ctx, { groupBy: 'track' });
    expect(groups.map(({ key, bodyTracks, deadline }) => [key, bodyTracks, deadline?.jalali])).toEqual([
      // governorate, 2 district offices, 2 municipalities, 5 agencies, and the bank that serves the public
      ['OD', 11, '1399/09/30'],
      ['QA', 11, '1399/12/30'],
      ['AR', 25, '1399/12/30'],
    ]);
    const ar = getProgressDocument(ctx, { groupBy: 'body', filter: { trackCode: 'AR' } }).groups;
    // AR1 is 40 of 100: verified for the guild chamber and two villages, claimed for a third one
    expect(ar.filter(({ verified }) => verified === 0.4).map(({ key }) => key)).toEqual(['AS-1', 'VA-01', 'VA-02']);
    expect(ar.find(({ key }) => key === 'VA-10')).toMatchObject({ verified: 0, claimed: 0.4, planned: 0.4 });
    const od = getProgressDocument(ctx, { groupBy: 'body', filter: { trackCode: 'OD' } }).groups;
    expect(od.find(({ key }) => key === 'EA-1')).toMatchObject({ verified: 1, planned: 0.9, status: { complete: 1 } });
    expect(exportProgress(ctx, { groupBy: 'total' }).document.programme).toBe('1399-open-data');
  });
});
