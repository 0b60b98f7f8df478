import { describe, expect, it } from 'vitest';
import { listAuditRows } from '@/db/queries/audit-log';
import { surveyResponses } from '@/db/schema/surveys';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { getBodyFile } from '@/lib/services/body-file';
import { deedsTable, getDeeds } from '@/lib/services/deeds';
import { recordReadings } from '@/lib/services/indicator-readings';
import { getIndicators } from '@/lib/services/indicators';
import { parseDeedsQuery } from '@/lib/validation/deeds';
import { parseIndicatorsQuery } from '@/lib/validation/indicators';
import { refusalOf } from '../support/milestone-world';
import { CENTRAL, done, smallCounty, TODAY, type County } from '../support/small-county';

const HD = ['HD1', 'HD2', 'HD3', 'HD4', 'HD5', 'HD6', 'HD7', 'HD8'];

function report(
  county: County,
  body: string,
  month: JalaliMonth,
  numerator: number,
  denominator: number,
  today = TODAY,
) {
  recordReadings(county.as('liaison', { bodies: [body], today }), {
    bodyCode: body,
    month,
    entries: [{ code: 'IN2', numerator, denominator, value: null, note: 'چنین بود' }],
  });
}

let number = 0;
/** Answers of clients, each with this satisfaction. */
function answer(county: County, body: string, month: JalaliMonth, scores: readonly number[], recordedOn = TODAY) {
  for (const satisfaction of scores) {
    county.db
      .insert(surveyResponses)
      .values({
        key: `key-${(number += 1)}`,
        bodyId: county.bodyId(body),
        month,
        channel: 'paper',
        answers: {},
        satisfaction,
        transparency: 40,
        neededGoBetween: satisfaction < 50,
        recordedOn,
      })
      .run();
  }
}

/** EA-001's desk is verified; it and EA-002 report two months. */
async function world({ first = 50, second = 50 } = {}): Promise<County> {
  const county = await smallCounty();
  await county.history(done('EA-001', HD, '1397/07/10'));
  await county.history(['EA-001,HD9,certify,1397/07/15,1397/07/15,,,,']);
  report(county, 'EA-001', '1397-06', 50, 100);
  report(county, 'EA-001', '1397-08', first, 100);
  report(county, 'EA-002', '1397-06', 50, 100);
  report(county, 'EA-002', '1397-08', second, 100);
  return county;
}

const view = (county: County, params: Record<string, string> = {}) =>
  getDeeds(county.as('deputy'), parseDeedsQuery(params));
const groupOf = (county: County, code: string, params: Record<string, string> = {}) =>
  view(county, params).rows.find(({ body }) => body.code === code)?.group;

describe('deeds beside paper', () => {
  it.each([
    [50, 54, 'paper_only', 'neither'],
    [55, 55, 'verified_better', 'better_only'],
    [20, 60, 'paper_only', 'better_only'],
  ])('verified at %d, not verified at %d: %s and %s', async (first, second, one, two) => {
    const county = await world({ first, second });
    expect([groupOf(county, 'EA-001'), groupOf(county, 'EA-002')]).toEqual([one, two]);
  });

  it('lists bodies with a desk alone, what cannot be judged with its reason, and the paper without deed first', async () => {
    const county = await world();
    const { rows, counts, withoutDesk, month, baselineMonth } = view(county);
    expect([month, baselineMonth]).toEqual(['1397-08', '1397-06']);
    expect(rows.map(({ body, group }) => [body.code, group])).toEqual([
      ['EA-001', 'paper_only'],
      ['EA-002', 'neither'],
      ['DO-001', 'unjudged'],
    ]);
    expect(rows[2]?.outcome).toEqual({ isJudged: false, reason: 'no_reading' });
    expect(counts).toEqual({ paper_only: 1, verified_better: 0, better_only: 0, neither: 1, unjudged: 1 });
    expect(withoutDesk).toBe(3);
  });

  it('searches, filters and sorts; the counts stay those of district and category', async () => {
    const county = await world({ second: 60 });
    const codes = (params: Record<string, string>) => view(county, params).rows.map(({ body }) => body.code);
    expect(codes({ q: 'بنادر' })).toEqual(['EA-002']);
    expect(codes({ group: 'better_only' })).toEqual(['EA-002']);
    expect(codes({ sort: 'gain', order: 'desc' })).toEqual(['EA-002', 'EA-001', 'DO-001']);
    expect(codes({ sort: 'progress', order: 'desc' })[0]).toBe('EA-001');
    expect(codes({ district: CENTRAL })).toEqual(['EA-001']);
    expect(codes({ category: 'district_office' })).toEqual(['DO-001']);
    expect(view(county, { q: 'بنادر' }).counts).toMatchObject({ paper_only: 1, better_only: 1 });
    expect(groupOf(county, 'EA-001', { indicator: 'IN7' })).toBe('unjudged');
  });

  it('is as it was known on the day', async () => {
    const county = await smallCounty();
    report(county, 'EA-001', '1397-06', 50, 100, '2018-10-01' as never);
    report(county, 'EA-001', '1397-07', 80, 100, '2018-11-01' as never);
    report(county, 'EA-001', '1397-07', 50, 100);
    const on = (asOf: string) => groupOf(county, 'EA-001', { asOf, month: '1397-07' });
    expect([on('1397-08-09'), on('1397-08-10'), on('1397-09-16'), on('1397-09-17')]).toEqual([
      'unjudged',
      'better_only',
      'better_only',
      'neither',
    ]);
  });

  it('writes what it lists as a table', async () => {
    const county = await world();
    const table = deedsTable(county.as('viewer'), parseDeedsQuery({}));
    expect(writeCsv(table).trim().split('\n')).toHaveLength(4);
    expect(writeCsv(table)).toContain('کاغذ بی‌کردار');
    expect((await writeXlsx(table)).byteLength).toBeGreaterThan(1000);
  });

  it.each([
    ['indicator', 'IN8'],
    ['indicator', 'IN99'],
    ['month', '1397-06'],
    ['month', '1397-10'],
    ['district', '99'],
  ])('refuses %s %s', async (name, value) => {
    const county = await smallCounty();
    expect(refusalOf(() => view(county, { [name]: value })).code).toBe('invalid_input');
  });

  it('has no month before one follows the baseline month', async () => {
    expect(view(await smallCounty(), { asOf: '1397-06-20' })).toMatchObject({ month: null, rows: [] });
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('is there for a %s', async (role) => {
    expect(getDeeds((await smallCounty()).as(role), parseDeedsQuery({})).rows).toHaveLength(3);
  });

  it('is not there for a liaison', async () => {
    const county = await smallCounty();
    const read = () => getDeeds(county.as('liaison', { bodies: ['EA-001'] }), parseDeedsQuery({}));
    expect(refusalOf(read).code).toBe('forbidden');
    expect(refusalOf(() => deedsTable(county.as('liaison'), parseDeedsQuery({}))).code).toBe('forbidden');
  });
});

describe('the survey among the readings', () => {
  const line = (county: County, code: string, params: Record<string, string> = {}) =>
    getIndicators(county.as('deputy'), parseIndicatorsQuery({ month: '1397-08', ...params })).lines.find(
      ({ indicator }) => indicator.code === code,
    );
  const say = (county: County, value: number, note: string | null = null) =>
    recordReadings(county.as('liaison', { bodies: ['EA-001'] }), {
      bodyCode: 'EA-001',
      month: '1397-08',
      entries: [{ code: 'IN4', numerator: null, denominator: null, value, note }],
    });

  it('speaks from five answers on, and stands before what the body says, which stays beside it', async () => {
    const county = await smallCounty();
    say(county, 90);
    answer(county, 'EA-001', '1397-08', [60, 60, 60, 60]);
    expect(line(county, 'IN4')).toMatchObject({ mean: { value: 90, bodies: 1 }, fromSurvey: 0 });
    answer(county, 'EA-001', '1397-08', [60]);
    expect(line(county, 'IN4')).toMatchObject({ mean: { value: 60, bodies: 1 }, fromSurvey: 1 });
    const chosen = getIndicators(
      county.as('deputy'),
      parseIndicatorsQuery({ month: '1397-08', indicator: 'IN4', given: 'yes' }),
    ).chosen;
    expect(chosen?.bodies[0]?.reading).toMatchObject({
      source: 'survey',
      denominator: 5,
      isFar: true,
      reported: { value: 90 },
    });
    // nothing of it is stored as a reading
    expect(county.db.$client.prepare('select count(*) from indicator_readings').pluck().get()).toBe(1);
  });

  it('asks the body about a value far from it, and takes an explanation', async () => {
    const county = await smallCounty();
    answer(county, 'EA-001', '1397-08', [60, 60, 60, 60, 60]);
    expect(refusalOf(() => say(county, 90)).details['issues']).toMatchObject([
      { field: 'IN4-note', reason: 'explain_far_from_survey', survey: 60, answers: 5 },
    ]);
    expect(say(county, 90, 'از همهٔ مراجعان پرسیده‌ایم').written).toEqual(['IN4']);
  });

  it('pools bodies by their answers; the share that needed a go-between is of those who said', async () => {
    const county = await smallCounty();
    answer(county, 'EA-001', '1397-08', [90, 90, 90, 90, 90]);
    answer(
      county,
      'EA-002',
      '1397-08',
      Array.from({ length: 15 }, () => 30),
    );
    expect(line(county, 'IN4')?.mean).toEqual({ value: 45, bodies: 2 });
    expect(line(county, 'IN10')?.mean).toEqual({ value: 75, bodies: 2 });
  });

  it('supplements transparency without being mixed into it', async () => {
    const county = await smallCounty();
    answer(county, 'EA-001', '1397-08', [90, 90, 90, 90, 90]);
    expect(line(county, 'IN6')).toMatchObject({ mean: null, supplement: { value: 40, bodies: 1, answers: 5 } });
    expect(line(county, 'IN7')?.supplement).toBeNull();
  });

  it('is as it was known on the day', async () => {
    const county = await smallCounty();
    answer(county, 'EA-001', '1397-08', [60, 60, 60, 60, 60], '2018-12-01' as never);
    answer(county, 'EA-001', '1397-08', [0, 0, 0, 0, 0]);
    expect(line(county, 'IN4', { asOf: '1397-09-10' })?.mean?.value).toBe(60);
    expect(line(county, 'IN4')?.mean?.value).toBe(30);
  });

  it('makes a body judgeable by its answers', async () => {
    const county = await smallCounty();
    const twenty = (score: number) => Array.from({ length: 20 }, () => score);
    answer(county, 'EA-002', '1397-06', twenty(50));
    answer(county, 'EA-002', '1397-08', twenty(56));
    expect(groupOf(county, 'EA-002', { indicator: 'IN4' })).toBe('better_only');
    answer(county, 'EA-001', '1397-06', twenty(50).slice(1));
    answer(county, 'EA-001', '1397-08', twenty(80));
    expect(view(county, { indicator: 'IN4' }).rows.find(({ body }) => body.code === 'EA-001')?.outcome).toEqual({
      isJudged: false,
      reason: 'few_cases',
    });
  });
});

describe('the page of a body', () => {
  it('has its newest month beside the baseline month', async () => {
    const county = await world({ first: 75 });
    const { indicators } = getBodyFile(county.as('liaison', { bodies: ['EA-001'] }), 'EA-001', {});
    expect(indicators).toMatchObject({
      month: '1397-08',
      baselineMonth: '1397-06',
      rows: [{ indicator: { code: 'IN2' }, reading: { value: 75 }, baseline: { value: 50 }, trend: 'better' }],
    });
    expect(indicators?.rows[0]?.months.map(({ value }) => value)).toEqual([50, null, 75, null]);
    expect(getBodyFile(county.as('deputy'), 'DO-001', {}).indicators).toBeNull();
  });
});

it('reading writes nothing to the audit log', async () => {
  const county = await world();
  const before = listAuditRows(county.db, {}, 1000).length;
  view(county);
  expect(listAuditRows(county.db, {}, 1000)).toHaveLength(before);
});
