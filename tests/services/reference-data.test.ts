import { describe, expect, test } from 'vitest';
import { isAppError, type AppError } from '@/lib/errors';
import { getAdminBody, getMilestoneDefinition, getTrackDefinition, listHolidays } from '@/lib/services/admin-reference';
import { listAudit } from '@/lib/services/audit';
import { getLedger } from '@/lib/services/ledger';
import { addHoliday, changeBody, changeMilestone, changeTrack, removeHoliday } from '@/lib/services/reference-data';
import type { ServiceContext } from '@/lib/services/service-context';
import { bodyForm, type BodyChange } from '@/lib/validation/admin';
import { testContext } from '@/tests/support/database';
import { insertBody, insertDistrict, insertEvent, insertTrack } from '@/tests/support/reference-rows';

const TODAY = '2018-12-08';
const YESTERDAY = '2018-12-07';

const AS_IT_IS: BodyChange = {
  name: 'EA-001',
  category: 'executive_agency',
  districtCode: '221001',
  providesPublicService: true,
  weightPoints: 1,
  existsFrom: null,
  dissolvedOn: null,
  coordinationOnly: false,
  phone: null,
};

function county(role: 'admin' | 'deputy' | 'expert' | 'liaison' | 'viewer' = 'admin') {
  const ctx = testContext({ role, today: TODAY });
  insertDistrict(ctx.db, '221001', 'مرکزی');
  insertDistrict(ctx.db, '221002', 'شیبکوه');
  const bodyId = insertBody(ctx.db, 'EA-001');
  const track = insertTrack(ctx.db, [
    { weight: 40, dueOn: '2018-11-01' },
    { weight: 60, dueOn: '2018-12-15' },
  ]);
  return { ctx, bodyId, track };
}

function refusal(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

const seenOf = (ctx: ServiceContext) => getAdminBody(ctx, 'EA-001').current.id;
const plannedOn = (ctx: ServiceContext, day: typeof TODAY | typeof YESTERDAY) =>
  getLedger(ctx.db).snapshot(day).figures[0]?.plannedRatio;

describe('changing a body', () => {
  test('is a new version known from today: yesterday keeps what held then', () => {
    const { ctx } = county();
    const change = { ...AS_IT_IS, name: 'ادارهٔ كار', districtCode: '221002', weightPoints: 2.5, phone: '076-1234' };
    expect(changeBody(ctx, 'EA-001', seenOf(ctx), change)).toBe(true);
    const bodyOn = (day: typeof TODAY | typeof YESTERDAY) => getLedger(ctx.db).reference(day).bodies[0];
    expect(bodyOn(YESTERDAY)).toMatchObject({ name: 'EA-001', districtCode: '221001', weightPoints: 1 });
    expect(bodyOn(TODAY)).toMatchObject({ name: 'ادارهٔ کار', districtCode: '221002', weightPoints: 2.5 });
    expect(getAdminBody(ctx, 'EA-001').history).toHaveLength(2);
  });

  test('leaves an audit row with what was and what is, and nothing else', () => {
    const { ctx } = county();
    changeBody(ctx, 'EA-001', seenOf(ctx), { ...AS_IT_IS, dissolvedOn: '2018-12-20' });
    expect(listAudit(ctx).rows).toMatchObject([
      {
        action: 'reference.change_body',
        subjectType: 'body',
        subjectKey: 'EA-001',
        actorName: 'admin',
        recordedOn: TODAY,
        details: { before: { dissolvedOn: null }, after: { dissolvedOn: '2018-12-20' } },
      },
    ]);
  });

  test('a dissolved body is not counted from the day of its dissolution on', () => {
    const { ctx } = county();
    changeBody(ctx, 'EA-001', seenOf(ctx), { ...AS_IT_IS, dissolvedOn: TODAY });
    expect(getLedger(ctx.db).reference(YESTERDAY).bodies).toHaveLength(1);
    expect(getLedger(ctx.db).reference(TODAY).bodies).toHaveLength(0);
  });

  test('what is as before is not written again', () => {
    const { ctx } = county();
    expect(changeBody(ctx, 'EA-001', seenOf(ctx), AS_IT_IS)).toBe(false);
    expect(getAdminBody(ctx, 'EA-001').history).toHaveLength(1);
    expect(listAudit(ctx).total).toBe(0);
  });

  test('two people at once: the second overwrites nothing', () => {
    const { ctx } = county();
    const seen = seenOf(ctx);
    changeBody(ctx, 'EA-001', seen, { ...AS_IT_IS, name: 'نخست' });
    const second = refusal(() => changeBody(ctx, 'EA-001', seen, { ...AS_IT_IS, name: 'دوم' }));
    expect(second.code).toBe('conflict');
    expect(getAdminBody(ctx, 'EA-001').current.name).toBe('نخست');
  });

  test.each<[string, Partial<BodyChange>, string]>([
    ['a district that does not exist', { districtCode: '999' }, 'districtCode'],
    ['a weight of nothing', { weightPoints: 0 }, 'weightPoints'],
    ['an end before the beginning', { existsFrom: '2018-12-10', dissolvedOn: '2018-12-10' }, 'dissolvedOn'],
    ['no name', { name: ' ' }, 'name'],
  ])('%s is refused and nothing is written', (_, change, field) => {
    const { ctx } = county();
    const error = refusal(() => changeBody(ctx, 'EA-001', seenOf(ctx), { ...AS_IT_IS, ...change }));
    expect(error).toMatchObject({ code: 'invalid_input', details: { field } });
    expect(getAdminBody(ctx, 'EA-001').history).toHaveLength(1);
    expect(listAudit(ctx).total).toBe(0);
  });

  test('the form takes Persian digits and Jalali days', () => {
    const sent = { code: 'EA-001', seen: '1', name: 'الف', category: 'municipality', districtCode: '221001' };
    expect(bodyForm.parse({ ...sent, weightPoints: '۱٫۵', existsFrom: '۱۳۹۷/۰۹/۱۷', coordinationOnly: 'on' })).toEqual({
      code: 'EA-001',
      seen: 1,
      name: 'الف',
      category: 'municipality',
      districtCode: '221001',
      providesPublicService: false,
      weightPoints: 1.5,
      existsFrom: TODAY,
      dissolvedOn: null,
      coordinationOnly: true,
      phone: null,
    });
  });
});

describe('holidays', () => {
  test('a day becomes a holiday from today on, also one in the past, and can be taken back', () => {
    const { ctx } = county();
    const isHoliday = (asOf: typeof TODAY | typeof YESTERDAY) =>
      getLedger(ctx.db).reference(asOf).workCalendar.holidays.has('2018-12-04');
    expect(addHoliday(ctx, { day: '2018-12-04', title: 'سيل' })).toBe(true);
    expect(isHoliday(TODAY)).toBe(true);
    expect(isHoliday(YESTERDAY)).toBe(false);
    expect(listHolidays(ctx)).toEqual([{ day: '2018-12-04', title: 'سیل' }]);
    removeHoliday(ctx, '2018-12-04');
    expect(isHoliday(TODAY)).toBe(false);
    expect(listHolidays(ctx)).toEqual([]);
    expect(listAudit(ctx).rows).toMatchObject([
      { action: 'reference.remove_holiday', subjectKey: '2018-12-04', details: { title: 'سیل' } },
      { action: 'reference.add_holiday', subjectKey: '2018-12-04', details: { title: 'سیل' } },
    ]);
  });

  test('the same holiday again is no new version; one that is not there cannot be taken back', () => {
    const { ctx } = county();
    addHoliday(ctx, { day: '2018-12-04', title: 'سیل' });
    expect(addHoliday(ctx, { day: '2018-12-04', title: 'سیل' })).toBe(false);
    expect(listAudit(ctx).total).toBe(1);
    expect(refusal(() => removeHoliday(ctx, '2018-12-05')).code).toBe('not_found');
  });
});

describe('changing tracks and milestones', () => {
  const milestone = { title: 'M1', shortTitle: 'M1', guidance: '', evidenceText: '' };
  const key = { programmeCode: 'P1', milestoneCode: 'M1' };

  test('another weight changes planned from today on and no figure before', () => {
    const { ctx } = county();
    const { version } = getMilestoneDefinition(ctx, 'P1', 'M1').milestone;
    expect(plannedOn(ctx, TODAY)).toBe(0.4);
    changeMilestone(ctx, key, version.id, { ...milestone, weightPoints: 140, baselineDueOn: '2018-11-01' });
    expect(plannedOn(ctx, TODAY)).toBe(0.7);
    expect(plannedOn(ctx, YESTERDAY)).toBe(0.4);
    expect(listAudit(ctx).rows).toMatchObject([
      {
        action: 'reference.change_milestone',
        subjectKey: 'M1',
        details: { programme: 'P1', before: { weightPoints: 40 }, after: { weightPoints: 140 } },
      },
    ]);
  });

  test('a deadline moves with its source; one before the start is refused', () => {
    const { ctx } = county();
    const { version } = getTrackDefinition(ctx, 'P1', 'ED').track;
    const change = {
      title: 'الکترونیکی',
      deadlineOn: '2019-01-20',
      deadlineSource: 'نامهٔ ۱۲',
      weightPoints: 1,
    } as const;
    const trackKey = { programmeCode: 'P1', trackCode: 'ED' };
    expect(
      refusal(() => changeTrack(ctx, trackKey, version.id, { ...change, deadlineOn: '2018-01-01' })).details,
    ).toMatchObject({ field: 'deadlineOn', reason: 'before_start' });
    expect(changeTrack(ctx, trackKey, version.id, change)).toBe(true);
    expect(getLedger(ctx.db).reference(TODAY).tracks[0]?.deadlineOn).toBe('2019-01-20');
    expect(getLedger(ctx.db).reference(YESTERDAY).tracks[0]?.deadlineOn).toBe('2018-12-21');
    expect(listAudit(ctx).rows).toMatchObject([
      { action: 'reference.change_track', details: { after: { deadlineOn: '2019-01-20', deadlineSource: 'نامهٔ ۱۲' } } },
    ]);
  });

  test('what does not exist cannot be changed', () => {
    const { ctx } = county();
    const change = { ...milestone, weightPoints: 1, baselineDueOn: '2018-11-01' } as const;
    expect(refusal(() => changeMilestone(ctx, { ...key, milestoneCode: 'M9' }, 1, change)).code).toBe('not_found');
    expect(refusal(() => changeMilestone(ctx, { ...key, programmeCode: 'P9' }, 1, change)).code).toBe('not_found');
    expect(refusal(() => changeBody(ctx, 'EA-999', 1, AS_IT_IS)).code).toBe('not_found');
  });
});

test.each(['deputy', 'expert', 'liaison', 'viewer'] as const)('a %s can change no reference data', (role) => {
  const { ctx } = county(role);
  const milestone = { title: 'M', shortTitle: 'M', guidance: '', evidenceText: '', weightPoints: 1 };
  const track = { title: 'T', deadlineOn: '2019-01-20', deadlineSource: 'ن', weightPoints: 1 } as const;
  for (const attempt of [
    () => changeBody(ctx, 'EA-001', 1, { ...AS_IT_IS, name: 'دیگر' }),
    () => addHoliday(ctx, { day: '2018-12-04', title: 'سیل' }),
    () => removeHoliday(ctx, '2018-12-04'),
    () => changeTrack(ctx, { programmeCode: 'P1', trackCode: 'ED' }, 1, track),
    () => changeMilestone(ctx, { programmeCode: 'P1', milestoneCode: 'M1' }, 1, { ...milestone, baselineDueOn: TODAY }),
    () => listHolidays(ctx),
  ]) {
    expect(refusal(attempt).code).toBe('forbidden');
  }
  expect(listAudit({ ...ctx, isSystem: true }).total).toBe(0);
});

test('while the clock stands before what is recorded, nothing is changed', () => {
  const { ctx, bodyId } = county();
  insertEvent(ctx.db, { kind: 'check_in', bodyId, recordedOn: '2018-12-09' });
  expect(refusal(() => addHoliday(ctx, { day: '2018-12-04', title: 'سیل' })).code).toBe('read_only_clock');
  expect(listHolidays(ctx)).toEqual([]);
});
