import { describe, expect, test } from 'vitest';
import { listBodyVersions } from '@/db/queries/bodies';
import { listMilestonesAsOf, listProgrammesAsOf, listTracksAsOf } from '@/db/queries/programmes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { getBody } from '@/lib/services/bodies';
import { getHeatMap } from '@/lib/services/heat-map';
import { importProgramme } from '@/lib/services/imports/programme';
import { getLedger, Ledger } from '@/lib/services/ledger';
import { getTotal } from '@/lib/services/progress';
import { addHoliday, changeBody, changeMilestone, changeTrack } from '@/lib/services/reference-data';
import type { ServiceContext } from '@/lib/services/service-context';
import { changeSettings } from '@/lib/services/settings';
import { answersAsOf, answersOf, daysBetweenEvery, restarted } from '../support/past-figures';
import {
  addBodies,
  done,
  KISH,
  line,
  programmeFiles,
  smallCounty,
  START,
  TODAY,
  type County,
} from '../support/small-county';

const PROGRAMME = '1397-service-desk';
/** Day of each change: 1397/08/20. */
const CHANGED_ON: CivilDate = '2018-11-11';
const THE_DAY_BEFORE: CivilDate = '2018-11-10';

/** A history of all kinds of events up to 1397/08/19, and some afterwards. */
const HISTORY = [
  ...done('EA-001', ['HD1', 'HD2'], '1397/05/14'),
  line('EA-002', 'HD1', 'claim', '1397/05/20'),
  line('EA-002', 'HD1', 'return', '1397/05/22', 'حکم مهر ندارد'),
  line('VA-001', 'NT1', 'start', '1397/07/02'),
  line('VA-002', '', 'check_in', '1397/07/08'),
  line('VA-001', 'NT1', 'block', '1397/07/12', 'دکل نیست', 'no_telecom_coverage,telecom,'),
  line('DO-001', 'HD3', 'exempt', '1397/07/20', 'کارمندی نیست'),
  line('EN-001', 'NT1', 'extend', '1397/07/21', 'خرید ماند', ',,1397/09/25'),
  line('DO-001', 'HD3', 'lift_exemption', '1397/08/05', 'کارمند آمد'),
  ...done('EA-001', ['ED1', 'ED2'], '1397/08/08'),
  line('EA-002', 'ED1', 'claim', '1397/08/12'),
  line('EA-002', '', 'objection', '1397/08/13', 'موعد درست نیست'),
];
const LATER = [
  line('EA-002', 'ED1', 'verify', '1397/08/20'),
  line('EA-001', 'ED2', 'reopen', '1397/08/20', 'شناسنامه ناقص است'),
  line('VA-001', 'NT1', 'unblock', '1397/08/26'),
  ...done('VA-001', ['NT1'], '1397/09/05'),
  line('EA-001', 'HD9', 'certify', '1397/09/12'),
];

async function county(): Promise<County> {
  const made = await smallCounty();
  await made.history(HISTORY, THE_DAY_BEFORE);
  return made;
}

function milestoneVersion(ctx: ServiceContext, code: string) {
  const programme = listProgrammesAsOf(ctx.db, TODAY)[0]?.version.programmeId ?? 0;
  const found = listMilestonesAsOf(ctx.db, programme, TODAY).find((milestone) => milestone.code === code);
  if (!found) throw new Error(`no milestone ${code}`);
  const { id, title, shortTitle, guidance, evidenceText, weightPoints, baselineDueOn } = found.version;
  return { seen: id, content: { title, shortTitle, guidance, evidenceText, weightPoints, baselineDueOn } };
}

function changeOneMilestone(ctx: ServiceContext, milestoneCode: string, change: Record<string, unknown>): void {
  const { seen, content } = milestoneVersion(ctx, milestoneCode);
  expect(changeMilestone(ctx, { programmeCode: PROGRAMME, milestoneCode }, seen, { ...content, ...change })).toBe(true);
}

function changeOneBody(ctx: ServiceContext, made: County, code: string, change: Record<string, unknown>): void {
  const newest = listBodyVersions(ctx.db, made.bodyId(code)).at(-1);
  if (!newest) throw new Error(`no body ${code}`);
  const { id, name, category, districtCode, providesPublicService, weightPoints } = newest;
  const { existsFrom, dissolvedOn, coordinationOnly, phone } = newest;
  const content = { name, category, districtCode, providesPublicService, weightPoints, existsFrom, dissolvedOn };
  expect(changeBody(ctx, code, id, { ...content, coordinationOnly, phone, ...change })).toBe(true);
}

function changeOneTrack(ctx: ServiceContext, trackCode: string, change: Record<string, unknown>): void {
  const programme = listProgrammesAsOf(ctx.db, TODAY)[0]?.version.programmeId ?? 0;
  const newest = listTracksAsOf(ctx.db, programme, TODAY).find(({ code }) => code === trackCode)?.version;
  if (!newest) throw new Error(`no track ${trackCode}`);
  const { id, title, deadlineOn, deadlineSource, weightPoints } = newest;
  const content = { title, deadlineOn, deadlineSource, weightPoints, ...change };
  expect(changeTrack(ctx, { programmeCode: PROGRAMME, trackCode }, id, content)).toBe(true);
}

/** Adds a step to a track through a newer file of the programme. */
function addMilestone(ctx: ServiceContext): void {
  const row =
    'HD,HD10,10,گام تازه,گام تازه,راهنما,مستند,letter,body,20,1397/06/10,executive_agency district_office,inference';
  const files = programmeFiles({ 'milestones.csv': (text) => `${text.trimEnd()}\n${row}\n` });
  expect(importProgramme(ctx, { files })).toMatchObject({ isWritten: true, errors: [] });
}

const CHANGES: readonly (readonly [string, (ctx: ServiceContext, made: County) => unknown])[] = [
  ['the weight of a milestone', (ctx) => changeOneMilestone(ctx, 'ED1', { weightPoints: 40 })],
  ['the baseline due of a milestone', (ctx) => changeOneMilestone(ctx, 'HD5', { baselineDueOn: '2018-12-20' })],
  ['a milestone that is added', (ctx) => addMilestone(ctx)],
  ['the deadline of a track', (ctx) => changeOneTrack(ctx, 'ED', { deadlineOn: '2019-01-20' })],
  ['the weight of a track', (ctx) => changeOneTrack(ctx, 'NT', { weightPoints: 5 })],
  ['the district of a body', (ctx, made) => changeOneBody(ctx, made, 'EA-001', { districtCode: KISH })],
  ['the category of a body', (ctx, made) => changeOneBody(ctx, made, 'EA-002', { category: 'municipality' })],
  ['the weight of a body', (ctx, made) => changeOneBody(ctx, made, 'VA-001', { weightPoints: 7 })],
  [
    'whether a body serves the public',
    (ctx, made) => changeOneBody(ctx, made, 'EN-001', { providesPublicService: true }),
  ],
  ['a body that is dissolved', (ctx, made) => changeOneBody(ctx, made, 'EA-002', { dissolvedOn: CHANGED_ON })],
  [
    'a body that is dissolved as from long ago',
    (ctx, made) => changeOneBody(ctx, made, 'EA-002', { dissolvedOn: '2018-09-01' }),
  ],
  ['a body that is added', (ctx) => addBodies(ctx, ['VA-003,دهیاری مقام,village_administration,شیبکوه,0'])],
  ['a holiday', (ctx) => addHoliday(ctx, { day: '2018-11-12', title: 'تعطیل رسمی' })],
  ['whether Thursday is a working day', (ctx) => changeSettings(ctx, { thursdayIsWorkingDay: true })],
  ['how many days ahead count as near', (ctx) => changeSettings(ctx, { atRiskDueWithinDays: 60 })],
  ['how long a body may be silent', (ctx) => changeSettings(ctx, { silentAfterDays: 60 })],
  ['how long a review may take', (ctx) => changeSettings(ctx, { reviewTargetDays: 0 })],
];

describe('an answer about a past day stays what it was', () => {
  test.each(CHANGES)('whatever happens to %s later', async (_, change) => {
    const made = await county();
    const past = [START, '2018-10-12', THE_DAY_BEFORE] as const;
    const before = answersOf(made.office(THE_DAY_BEFORE), past);
    const unchanged = answersAsOf(made.office(CHANGED_ON), CHANGED_ON);

    await change(made.office(CHANGED_ON), made);

    const after = made.office(CHANGED_ON);
    expect(answersAsOf(after, CHANGED_ON)).not.toBe(unchanged);
    expect(answersOf(after, past)).toEqual(before);
    const { ctx, db } = restarted(made.dataDir, CHANGED_ON);
    expect(answersOf(ctx, [...past, CHANGED_ON])).toEqual(answersOf(after, [...past, CHANGED_ON]));
    db.$client.close();
  });

  test('whatever is recorded later, and whether it is asked before, afterwards or by a program that just started', async () => {
    const made = await county();
    const days = daysBetweenEvery(START, THE_DAY_BEFORE, 9);
    const asked = Object.fromEntries(days.map((day) => [day, answersAsOf(made.office(THE_DAY_BEFORE), day)]));
    await made.history(LATER);
    expect(answersOf(made.office(), days)).toEqual(asked);
    const { ctx, db } = restarted(made.dataDir, TODAY);
    const all = daysBetweenEvery(START, TODAY, 16);
    expect(answersOf(ctx, all)).toEqual(answersOf(made.office(), all));
    db.$client.close();
  });

  test('a day says the same when it is today, tomorrow and after a week of reports', async () => {
    const made = await smallCounty();
    const days: CivilDate[] = [];
    const asked: Record<string, string> = {};
    const dayOf = (text: string) => text.split(',')[4];
    const rows = [...HISTORY, ...LATER];
    for (const day of new Set(rows.map(dayOf))) {
      await made.history(rows.filter((text) => dayOf(text) === day));
      const newest = getLedger(made.db).newestRecordedOn;
      if (newest === null) throw new Error(`nothing was recorded on ${day}`);
      asked[newest] = answersAsOf(made.office(newest), newest);
      days.push(newest);
    }
    expect(days).toHaveLength(16);
    expect(answersOf(made.office(), days)).toEqual(asked);
  });
});

describe('history that comes in behind today', () => {
  test('changes the days from its first one on, and none before', async () => {
    const made = await county();
    const today = made.office();
    const before = answersOf(today, [THE_DAY_BEFORE]);
    const outdated = getTotal(today, { asOf: '2018-11-20', filter: { trackCode: 'ED' } }).verified;
    // 1397/08/20 to 1397/09/12, weeks before the day of the import
    await made.history(LATER, TODAY);
    expect(answersOf(today, [THE_DAY_BEFORE])).toEqual(before);
    const now = getTotal(today, { asOf: '2018-11-20', filter: { trackCode: 'ED' } }).verified;
    // two agencies and an office: ED1 and ED2 (12 + 15) of the first, of which ED2 was reopened, and ED1 of the second
    expect(outdated).toBeCloseTo(0.27 / 3, 12);
    expect(now).toBeCloseTo((0.12 + 0.12) / 3, 12);
  });

  test('a change of reference data between two imports finds all events again', async () => {
    const made = await county();
    expect(getTotal(made.office(), { filter: { trackCode: 'HD' } }).verified).toBeCloseTo(0.2 / 3, 12);
    changeSettings(made.office(), { silentAfterDays: 30 });
    await made.history(done('EA-002', ['HD2'], '1397/09/17'), TODAY);
    expect(getTotal(made.office(), { filter: { trackCode: 'HD' } }).verified).toBeCloseTo(0.32 / 3, 12);
  });
});

describe('what a change of reference data does from its day on', () => {
  test('a body that moves leaves its old district and keeps its place there in the past', async () => {
    const made = await county();
    changeOneBody(made.office(CHANGED_ON), made, 'EA-001', { districtCode: KISH });
    const bodiesIn = (districtCode: string, asOf: CivilDate) =>
      getTotal(made.office(), { asOf, filter: { districtCode, trackCode: 'ED' } }).bodies;
    expect([bodiesIn(KISH, THE_DAY_BEFORE), bodiesIn(KISH, CHANGED_ON)]).toEqual([1, 2]);
    expect([bodiesIn('220305', THE_DAY_BEFORE), bodiesIn('220305', CHANGED_ON)]).toEqual([1, 0]);
  });

  test('a dissolved body is gone from its last day on, and its page of an earlier day remains', async () => {
    const made = await county();
    changeOneBody(made.office(CHANGED_ON), made, 'EA-002', { dissolvedOn: '2018-11-20' });
    const count = (asOf: CivilDate) => getTotal(made.office(), { asOf }).bodies;
    expect([count('2018-11-19'), count('2018-11-20')]).toEqual([6, 5]);
    expect(getBody(made.office(), 'EA-002', { asOf: '2018-11-19' }).tracks).toHaveLength(4);
    expect(() => getBody(made.office(), 'EA-002', { asOf: '2018-11-20' })).toThrow('not_found');
    expect(getHeatMap(made.office(), { asOf: TODAY }).rows.map(({ body }) => body.code)).not.toContain('EA-002');
  });

  test('a milestone added later counts from its day on', async () => {
    const made = await county();
    addMilestone(made.office(CHANGED_ON));
    const steps = (asOf: CivilDate) =>
      getTotal(made.office(), { asOf, filter: { trackCode: 'HD', bodyCode: 'EA-001' } });
    expect(steps(THE_DAY_BEFORE)).toMatchObject({ milestones: 9 });
    expect(steps(THE_DAY_BEFORE).verified).toBeCloseTo(0.2, 12);
    expect(steps(CHANGED_ON)).toMatchObject({ milestones: 10 });
    expect(steps(CHANGED_ON).verified).toBeCloseTo(20 / 120, 12);
  });

  test('a return is measured by the due date that was known on its day', async () => {
    const made = await county();
    // claimed 1397/05/20 after the due of 1397/05/15, so the return of 1397/05/22 left the due as it was
    changeOneMilestone(made.office(CHANGED_ON), 'HD1', { baselineDueOn: '2018-12-01' });
    const due = (asOf: CivilDate) =>
      getBody(made.office(), 'EA-002', { asOf }).tracks[0]?.figures.milestones[0]?.effectiveDueOn;
    expect(due(THE_DAY_BEFORE)).toBe('2018-08-06');
    expect(due(CHANGED_ON)).toBe('2018-12-01');
  });
});

describe('the ledger', () => {
  test('is kept per database and takes in what another context of the same database recorded', async () => {
    const made = await county();
    const ledger = getLedger(made.db);
    const { generation } = ledger;
    expect(getLedger(made.db)).toBe(ledger);
    expect(ledger.refresh().generation).toBe(generation);
    await made.history([line('EA-001', 'HD3', 'claim', '1397/09/17')]);
    expect(getLedger(made.db).generation).toBe(generation + 1);
    expect(ledger.newestRecordedOn).toBe(TODAY);
  });

  test('does not take in what a transaction has written and may still take back', async () => {
    const made = await county();
    const ledger = new Ledger(made.db).refresh();
    const bodyId = made.bodyId('EA-001');
    expect(ledger.lastOwnReportOn(bodyId, TODAY)).toBe('2018-10-30');
    const insert = made.db.$client.prepare(
      `insert into events (kind, body_id, occurred_on, recorded_on, recorded_at, side, actor_name, by_delegate, on_behalf, self_declared, is_imported)
       values ('check_in', ?, '2018-12-08', '2018-12-08', '2018-12-08T08:00:00.000Z', 'body', 'رابط', 0, 0, 0, 0)`,
    );
    const write = made.db.$client.transaction(() => {
      insert.run(bodyId);
      expect(ledger.refresh().lastOwnReportOn(bodyId, TODAY)).toBe('2018-10-30');
      throw new Error('taken back');
    });
    expect(() => write.immediate()).toThrow('taken back');
    expect(ledger.refresh().lastOwnReportOn(bodyId, TODAY)).toBe('2018-10-30');
    insert.run(bodyId);
    expect(ledger.refresh().lastOwnReportOn(bodyId, TODAY)).toBe(TODAY);
  });

  test('knows the state at the end of a day, whatever was recorded earlier on it', async () => {
    const made = await smallCounty();
    await made.history([
      line('EA-001', 'HD1', 'claim', '1397/05/14'),
      line('EA-001', 'HD1', 'return', '1397/05/14', 'ناقص'),
      line('EA-001', 'HD1', 'claim', '1397/05/14'),
      line('EA-001', 'HD1', 'verify', '1397/05/15'),
      line('EA-001', 'HD1', 'undo', '1397/05/15', 'اشتباه بود'),
    ]);
    const ledger = getLedger(made.db);
    const milestone = ledger.reference(TODAY).milestones.find(({ code }) => code === 'HD1')?.id ?? 0;
    const state = (day: CivilDate) => ledger.state(made.bodyId('EA-001'), milestone, day).state;
    expect([state('2018-08-04'), state('2018-08-05'), state('2018-08-06')]).toEqual([
      'not_started',
      'claimed',
      'claimed',
    ]);
  });
});
