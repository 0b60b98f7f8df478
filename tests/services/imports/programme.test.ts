import { describe, expect, it } from 'vitest';
import { listAreasAsOf, listHolidaysAsOf } from '@/db/queries/areas';
import { listIndicatorsAsOf, listMilestonesAsOf, listProgrammesAsOf, listTracksAsOf } from '@/db/queries/programmes';
import { createClock } from '@/lib/clock';
import { isAppError } from '@/lib/errors';
import { importProgramme } from '@/lib/services/imports/programme';
import { testContext } from '../../support/database';
import { countRows, programmeFiles, SECOND_COUNTY_DIR, withProgramme } from './import-fixtures';

/** The reference files with one text in one of them replaced. */
function changed(file: string, from: string, to: string): Map<string, string> {
  const files = programmeFiles();
  const text = files.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return files.set(file, text.replace(from, to));
}

const problemsOf = (files: Map<string, string>) => {
  const result = importProgramme(testContext({ role: 'admin' }), { files });
  expect(result.isWritten).toBe(false);
  return result.errors.map(({ file, sheetRow, column, problem }) => [file, sheetRow, column, problem.reason]);
};

describe('the first load of a programme', () => {
  it('brings 4 tracks, 35 milestones, 174 areas, the holidays and 11 indicators, all known from its start', () => {
    const ctx = testContext({ role: 'admin' });
    const result = importProgramme(ctx, { files: programmeFiles() });
    expect(result).toMatchObject({ programme: '1397-service-desk', isWritten: true, errors: [], warnings: [] });
    expect(result.counts).toMatchObject({
      programmes: { created: 1 },
      tracks: { created: 4 },
      milestones: { created: 35 },
      areas: { created: 174 },
      indicators: { created: 11 },
      checklist: { created: 12 },
      survey: { created: 16 },
      deskSigns: { created: 9 },
    });
    const start = '2018-07-28';
    const programme = listProgrammesAsOf(ctx.db, start)[0];
    expect(programme).toMatchObject({
      code: '1397-service-desk',
      version: { startOn: start, endOn: '2019-03-20', baselineMonth: '1397-06' },
    });
    const id = programme?.version.programmeId ?? 0;
    expect(listTracksAsOf(ctx.db, id, start).map(({ code, version }) => [code, version.deadlineOn])).toEqual([
      ['HD', '2018-12-21'],
      ['ED', '2018-12-21'],
      ['NT', '2019-03-20'],
      ['CR', '2019-03-20'],
    ]);
    expect(listMilestonesAsOf(ctx.db, id, start)).toHaveLength(35);
    expect(listAreasAsOf(ctx.db, start)).toHaveLength(174);
    expect(listIndicatorsAsOf(ctx.db, start)).toHaveLength(11);
    expect(listHolidaysAsOf(ctx.db, start).find(({ day }) => day === '2018-03-31')?.title).toBe(
      'ولادت امام علی (ع) - ۱۳ رجب',
    );
    expect(listProgrammesAsOf(ctx.db, '2018-07-27')).toEqual([]);
  });

  it('before the programme starts counts from the day of the load', () => {
    const ctx = testContext({ role: 'admin', today: '2018-07-01' });
    importProgramme(ctx, { files: programmeFiles() });
    expect(listProgrammesAsOf(ctx.db, '2018-07-01')).toHaveLength(1);
  });

  it('writes nothing in a dry run, and one audit row with every file and its hash otherwise', () => {
    const ctx = testContext({ role: 'admin' });
    expect(importProgramme(ctx, { files: programmeFiles(), dryRun: true })).toMatchObject({
      isWritten: false,
      counts: { milestones: { created: 35 } },
    });
    expect([countRows(ctx, 'programmes'), countRows(ctx, 'audit_log')]).toEqual([0, 0]);
    importProgramme(ctx, { files: programmeFiles() });
    const row = ctx.db.$client
      .prepare<[], { details: string }>("select details from audit_log where action = 'import.programme'")
      .all();
    expect(row).toHaveLength(1);
    const details = JSON.parse(row[0]?.details ?? '{}') as { files: { name: string; sha256: string }[] };
    expect(details.files.map(({ name }) => name).sort()).toEqual([
      'areas.csv',
      'checklist.csv',
      'desk-signs.csv',
      'holidays-1397.csv',
      'indicators.csv',
      'milestones.csv',
      'programme.csv',
      'survey.csv',
      'tracks.csv',
    ]);
    expect(details.files.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  it('is for those who may import only', () => {
    for (const role of ['deputy', 'expert', 'liaison', 'viewer'] as const) {
      expect(() => importProgramme(testContext({ role }), { files: programmeFiles() })).toThrow('forbidden');
    }
  });
});

describe('a later load', () => {
  it('of the same files writes nothing', () => {
    const ctx = withProgramme();
    const tables = [
      'programme_versions',
      'track_versions',
      'milestone_versions',
      'area_versions',
      'holiday_versions',
      'indicator_versions',
      'checklist_item_versions',
      'survey_item_versions',
      'desk_sign_versions',
    ];
    const before = tables.map((table) => countRows(ctx, table));
    const again = importProgramme(ctx, { files: programmeFiles() });
    expect(again.counts.milestones).toEqual({ created: 0, updated: 0, unchanged: 35 });
    expect(again.counts.areas).toEqual({ created: 0, updated: 0, unchanged: 174 });
    expect(tables.map((table) => countRows(ctx, table))).toEqual(before);
  });

  it('changes what it says from today only, and earlier days keep what was known', () => {
    const ctx = withProgramme();
    const files = changed('milestones.csv', 'letter,body,8,1397/05/15', 'letter,body,9,1397/05/20');
    const result = importProgramme({ ...ctx, clock: createClock('2018-12-15') }, { files });
    expect(result.counts.milestones).toEqual({ created: 0, updated: 1, unchanged: 34 });
    const id = listProgrammesAsOf(ctx.db, '2018-12-15')[0]?.version.programmeId ?? 0;
    const hd1 = (day: '2018-12-14' | '2018-12-15') =>
      listMilestonesAsOf(ctx.db, id, day).find(({ code }) => code === 'HD1')?.version;
    expect(hd1('2018-12-14')).toMatchObject({ weightPoints: 8, baselineDueOn: '2018-08-06' });
    expect(hd1('2018-12-15')).toMatchObject({ weightPoints: 9, baselineDueOn: '2018-08-11' });
  });

  it('makes a milestone that is added valid from today', () => {
    const ctx = withProgramme();
    const line = 'ED,ED11,11,گام تازه,گام تازه,راهنما,مستند,file,body,5,1397/09/28,executive_agency,inference';
    const files = programmeFiles();
    files.set('milestones.csv', `${files.get('milestones.csv')?.trimEnd()}\n${line}\n`);
    importProgramme(ctx, { files });
    const id = listProgrammesAsOf(ctx.db, '2018-12-08')[0]?.version.programmeId ?? 0;
    const added = listMilestonesAsOf(ctx.db, id, '2018-12-08').find(({ code }) => code === 'ED11')?.version;
    expect(added).toMatchObject({ validFrom: '2018-12-08', recordedOn: '2018-12-08' });
  });

  it('keeps milestones that are missing in it and says so', () => {
    const ctx = withProgramme();
    const files = programmeFiles();
    const text = files.get('milestones.csv') ?? '';
    files.set(
      'milestones.csv',
      text
        .split('\n')
        .filter((line) => !line.startsWith('CR,CR9,'))
        .join('\n'),
    );
    const result = importProgramme(ctx, { files });
    expect(result.warnings).toMatchObject([{ warning: { reason: 'not_in_file', codes: ['CR9'] } }]);
    expect(countRows(ctx, 'milestones')).toBe(35);
  });

  it('may bring another programme with codes of its own beside the first', () => {
    const ctx = withProgramme({ today: '2020-12-04' });
    expect(importProgramme(ctx, { files: programmeFiles(SECOND_COUNTY_DIR) })).toMatchObject({
      programme: '1399-open-data',
      isWritten: true,
    });
    expect(listProgrammesAsOf(ctx.db, '2020-12-04').map(({ code }) => code)).toEqual([
      '1397-service-desk',
      '1399-open-data',
    ]);
    expect(listProgrammesAsOf(ctx.db, '2020-05-22').map(({ code }) => code)).toEqual(['1397-service-desk']);
    expect(listProgrammesAsOf(ctx.db, '2020-05-23')).toHaveLength(2);
  });
});

describe('a programme with mistakes', () => {
  it('names file, row and column of each', () => {
    expect(problemsOf(changed('milestones.csv', ',12,1397/05/30,', ',0,1397/05/32,'))).toEqual([
      ['milestones.csv', 3, 'weight', 'not_positive'],
      ['milestones.csv', 3, 'due', 'bad_date'],
    ]);
    expect(problemsOf(changed('milestones.csv', 'HD,HD2,2', 'XX,HD2,2'))).toEqual([
      ['milestones.csv', 3, 'track', 'unknown_track'],
    ]);
    expect(problemsOf(changed('milestones.csv', 'HD,HD2,2', 'HD,HD1,2'))).toEqual([
      ['milestones.csv', 3, 'code', 'repeated_code'],
    ]);
    expect(problemsOf(changed('milestones.csv', ',photo,body,12,', ',video,someone,12,'))).toEqual([
      ['milestones.csv', 3, 'evidenceKinds', 'unknown_word'],
      ['milestones.csv', 3, 'actor', 'unknown_word'],
    ]);
    expect(problemsOf(changed('milestones.csv', 'enterprise:public,source', 'enterprise:private,source'))).toEqual([
      ['milestones.csv', 2, 'appliesTo', 'unknown_word'],
    ]);
    expect(problemsOf(changed('milestones.csv', '1397/05/15', '1397/05/05'))).toEqual([
      ['milestones.csv', 2, 'due', 'due_before_start'],
    ]);
    expect(problemsOf(changed('tracks.csv', '1397/09/30', '1397/05/01'))).toContainEqual([
      'tracks.csv',
      2,
      'deadline',
      'order_of_days',
    ]);
    expect(problemsOf(changed('programme.csv', ',2203,', ',9999,'))).toEqual([
      ['programme.csv', 2, 'county', 'unknown_county'],
    ]);
    expect(problemsOf(changed('areas.csv', 'شیبکوه,2203,', 'شیبکوه,2299,'))).toEqual([
      ['areas.csv', 3, 'parent', 'unknown_parent'],
    ]);
    expect(problemsOf(changed('holidays-1397.csv', '2018-03-21', '2018-03-22'))).toEqual([
      ['holidays-1397.csv', 2, 'isoDay', 'date_not_the_same'],
    ]);
  });

  it('is refused for a Gregorian year and for a 30th of Esfand in 1397', () => {
    const result = importProgramme(testContext({ role: 'admin' }), {
      files: changed('programme.csv', '1397/05/06,1397/12/29', '2018/07/28,1397/12/30'),
    });
    expect(
      result.errors.map(({ column, problem }) => [column, problem.reason === 'bad_date' && problem.failure.reason]),
    ).toEqual([
      ['start', 'gregorian_year'],
      ['end', 'no_such_day'],
    ]);
  });

  it('warns of a due date after the deadline of the track', () => {
    const result = importProgramme(testContext({ role: 'admin' }), {
      files: changed('milestones.csv', '1397/08/15', '1397/10/15'),
    });
    expect(result).toMatchObject({
      isWritten: true,
      warnings: [{ sheetRow: 10, warning: { reason: 'due_outside_track' } }],
    });
  });

  it('is refused when a file is missing or has no header', () => {
    const refused = (files: Map<string, string>) => {
      try {
        importProgramme(testContext({ role: 'admin' }), { files });
      } catch (error) {
        if (isAppError(error)) return { code: error.code, ...error.details };
        throw error;
      }
      return null;
    };
    const files = programmeFiles();
    files.delete('areas.csv');
    expect(refused(files)).toEqual({ code: 'import_refused', reason: 'missing_files', missing: ['areas.csv'] });
    expect(refused(programmeFiles().set('tracks.csv', 'a,b\n1,2\n'))).toMatchObject({
      reason: 'no_header',
      fileName: 'tracks.csv',
    });
  });
});
