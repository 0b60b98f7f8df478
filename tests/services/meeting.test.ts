import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { askDashboard, getDashboard } from '@/lib/services/dashboard';
import { concludeDecision, recordDecision } from '@/lib/services/decisions';
import { getEdition } from '@/lib/services/editions';
import { exportDecisions } from '@/lib/services/exports/decisions';
import { writeCsv, writeXlsx } from '@/lib/services/exports/write-table';
import { getMeeting, getDecision, listDecisions, listOpenDecisionsOf } from '@/lib/services/meeting';
import { getMeetingChoices } from '@/lib/services/meeting-choices';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { getPresentation } from '@/lib/services/presentation';
import { issueEdition } from '../support/issue-edition';
import { createMilestoneWorld, HD1, LETTER, refusalOf, TODAY, type MilestoneWorld } from '../support/milestone-world';

const READERS: readonly Role[] = ['deputy', 'expert', 'viewer', 'admin'];
const FIRST: CivilDate = '2018-11-18';
const SECOND: CivilDate = '2018-12-02';

/**
 * Two meetings. The first decided 1 (kept two days late, recorded after the second), 2 (broken, recorded at the second) and 3 (overdue);
 * the second 4 (due today, about HD1 of EA-001) and 5 (ahead, about VA-001).
 */
function worldOfMeetings(): MilestoneWorld {
  const world = createMilestoneWorld();
  const decide = (
    day: CivilDate,
    text: string,
    promisedOn: CivilDate,
    body: string | null = null,
    milestone?: string,
  ) => recordDecision(world.as('deputy', { today: day }), { text, owner: 'معاون', body, milestone, promisedOn });
  const conclude = (day: CivilDate, number: number, outcome: 'kept' | 'broken', occurredOn: CivilDate) =>
    concludeDecision(world.as('deputy', { today: day }), {
      number,
      outcome,
      occurredOn,
      note: 'در جلسه',
      expectedOutcomeId: null,
    });
  decide(FIRST, 'تأمین خط برای دهیاری‌ها', '2018-12-03');
  decide(FIRST, 'معرفی رابط تازه', '2018-11-25', 'EA-001');
  decide(FIRST, 'بازدید از میزها', '2018-11-28');
  conclude(SECOND, 2, 'broken', SECOND);
  decide(SECOND, 'معرفی نمایندهٔ میز', TODAY, 'EA-001', 'HD1');
  decide(SECOND, 'نصب تابلو', '2018-12-19', 'VA-001');
  conclude('2018-12-05', 1, 'kept', '2018-12-05');
  return world;
}

const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => number);

describe('a meeting', () => {
  it('hears first about what is overdue, then about the other promises that have come', () => {
    const meeting = getMeeting(worldOfMeetings().as('deputy'));
    expect(meeting.previousOn).toBe(SECOND);
    expect(meeting.due.map(({ number, state, daysLate }) => [number, state, daysLate])).toEqual([
      [3, 'overdue', 10],
      [4, 'open', null],
      [1, 'kept', 2],
    ]);
    expect(numbers(meeting.ahead)).toEqual([5]);
    expect(meeting.counts).toEqual({ overdue: 1, broken: 1, open: 2, kept: 1, dropped: 0 });
  });

  it('of a past day is the same whenever it is opened', () => {
    const world = worldOfMeetings();
    const then = getMeeting(world.as('deputy'), { asOf: SECOND });
    expect(then.previousOn).toBe(FIRST);
    expect(then.due.map(({ number, state }) => [number, state])).toEqual([
      [3, 'overdue'],
      [2, 'broken'],
    ]);
    expect(numbers(then.fresh)).toEqual([4, 5]);
    concludeDecision(world.as('deputy'), { number: 3, outcome: 'dropped', note: 'لغو', expectedOutcomeId: null });
    expect(getMeeting(world.as('deputy'), { asOf: SECOND })).toEqual(then);
  });

  it('names the bodies and milestones it is about', () => {
    const { decisions } = getMeeting(worldOfMeetings().as('viewer'));
    expect(decisions[3]).toMatchObject({ body: { code: 'EA-001' }, milestone: { code: 'HD1', position: 1 } });
  });

  it.each(READERS)('is open to a %s', (role) => {
    const world = worldOfMeetings();
    expect(getMeeting(world.as(role)).decisions).toHaveLength(5);
    expect(getDecision(world.as(role), 1).decision.number).toBe(1);
    expect(getPresentation(world.as(role)).meeting.decisions).toHaveLength(5);
    expect(exportDecisions(world.as(role), {}).rows).toHaveLength(5);
  });

  it.each(ROLES.filter((role) => !READERS.includes(role)))('is closed to a %s', (role) => {
    const world = worldOfMeetings();
    for (const read of [
      () => getMeeting(world.as(role)),
      () => listDecisions(world.as(role)),
      () => getDecision(world.as(role), 1),
      () => getPresentation(world.as(role)),
      () => exportDecisions(world.as(role), {}),
    ]) {
      expect(refusalOf(read).code).toBe('forbidden');
    }
  });

  it('a day to come cannot be asked for', () => {
    expect(refusalOf(() => getMeeting(worldOfMeetings().as('deputy'), { asOf: '2018-12-09' })).code).toBe(
      'as_of_out_of_range',
    );
  });

  it('offers its choices to those who may record only', () => {
    const world = worldOfMeetings();
    expect(getMeetingChoices(world.as('deputy'))).toMatchObject({ owners: ['معاون'] });
    expect(getMeetingChoices(world.as('expert')).milestones.map(({ code }) => code)).toEqual([
      'HD1',
      'HD2',
      'HD3',
      'HD9',
      'NT3',
    ]);
    for (const role of ['viewer', 'admin', 'liaison'] as const) {
      expect(refusalOf(() => getMeetingChoices(world.as(role))).code).toBe('forbidden');
    }
  });
});

describe('the list of decisions', () => {
  it.each([
    [{}, [5, 4, 3, 2, 1]],
    [{ sort: 'promised' }, [2, 3, 1, 4, 5]],
    [{ sort: 'state' }, [3, 2, 4, 5, 1]],
    [{ sort: 'number', descending: true }, [5, 4, 3, 2, 1]],
    [{ state: 'open' }, [5, 4]],
    [{ body: 'EA-001' }, [4, 2]],
    [{ owner: 'معاون' }, [5, 4, 3, 2, 1]],
    [{ owner: 'رئیس' }, []],
    [{ due: true }, [4, 3, 1]],
    [{ q: 'تامين خط' }, [1]],
    [{ q: 'نماينده ميز' }, [4]],
    [{ q: 'گزیر' }, [5]],
    [{ q: 'va-001' }, [5]],
    [{ q: 'نیست' }, []],
  ] as const)('%o', (params, expected) => {
    expect(numbers(listDecisions(worldOfMeetings().as('viewer'), params).rows)).toEqual(expected);
  });

  it('every count has exactly its list', () => {
    const world = worldOfMeetings();
    const { counts } = getMeeting(world.as('deputy'));
    for (const [state, count] of Object.entries(counts)) {
      expect(listDecisions(world.as('deputy'), { state: state as 'open' }).rows).toHaveLength(count);
    }
  });

  it('goes into a file as it is shown', async () => {
    const table = exportDecisions(worldOfMeetings().as('viewer'), { state: 'kept' });
    expect(table.rows).toEqual([
      [
        1,
        '1397/08/27',
        'تأمین خط برای دهیاری‌ها',
        'معاون',
        null,
        null,
        null,
        '1397/09/12',
        'عمل شد',
        2,
        '1397/09/14',
        'در جلسه',
      ],
    ]);
    expect(writeCsv(table)).toContain('تأمین خط');
    expect((await writeXlsx(table)).length).toBeGreaterThan(1000);
  });
});

describe('one decision', () => {
  it('comes with its history; one recorded later is not there on an earlier day', () => {
    const world = worldOfMeetings();
    expect(getDecision(world.as('viewer'), 1)).toMatchObject({ decision: { state: 'kept' }, outcomes: [{ id: 2 }] });
    expect(getDecision(world.as('viewer'), 1, { asOf: '2018-12-04' })).toMatchObject({ outcomes: [] });
    expect(refusalOf(() => getDecision(world.as('viewer'), 5, { asOf: FIRST })).code).toBe('not_found');
    expect(refusalOf(() => getDecision(world.as('viewer'), 9)).code).toBe('not_found');
  });

  it('its milestone suggests the outcome as soon as it is claimed', () => {
    const world = worldOfMeetings();
    expect(getDecision(world.as('deputy'), 4).decision.suggestion).toBeNull();
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    expect(getDecision(world.as('deputy'), 4).decision.suggestion).toMatchObject({ outcome: 'kept', daysLate: 0 });
    const later = world.as('deputy', { today: '2018-12-10' });
    expect(getDecision(later, 4).decision.suggestion).toMatchObject({ outcome: 'kept', occurredOn: TODAY });
    concludeDecision(later, { number: 4, outcome: 'kept', occurredOn: TODAY, expectedOutcomeId: null });
    expect(getDecision(later, 4).decision.suggestion).toBeNull();
  });

  it('a milestone that is still open after the promised day suggests that it was not kept', () => {
    const later = worldOfMeetings().as('deputy', { today: '2018-12-09' });
    expect(getDecision(later, 4).decision.suggestion).toMatchObject({
      outcome: 'broken',
      milestoneState: 'not_started',
    });
  });
});

describe('promises about a body', () => {
  it('a liaison sees the open ones about the own bodies, and no other', () => {
    const world = worldOfMeetings();
    expect(numbers(listOpenDecisionsOf(world.as('liaison'), ['EA-001', 'VA-001']))).toEqual([4]);
    expect(numbers(listOpenDecisionsOf(world.as('liaison', { bodies: ['VA-001'] }), ['VA-001']))).toEqual([5]);
    expect(numbers(listOpenDecisionsOf(world.as('viewer'), ['EA-001', 'VA-001']))).toEqual([4, 5]);
  });

  it('says nothing before a programme is there', () => {
    const world = createMilestoneWorld();
    expect(listOpenDecisionsOf(world.as('liaison', { today: '2018-07-01' }), ['EA-001'])).toEqual([]);
  });
});

describe("the deputy's page", () => {
  it('holds the decisions, and is drawn anew when one is recorded or concluded', () => {
    const world = worldOfMeetings();
    const ctx = world.as('deputy');
    expect(getDashboard(ctx).meeting.counts.kept).toBe(1);
    let drawn = 0;
    const draw = (asOf: CivilDate | null = null) =>
      askDashboard(ctx, { asOf }).keep('test', () => `drawing ${(drawn += 1)}`);
    expect([draw(), draw()]).toEqual(['drawing 1', 'drawing 1']);
    recordDecision(ctx, { text: 'تصمیم تازه', owner: 'معاون', promisedOn: '2018-12-30' });
    expect(draw()).toBe('drawing 2');
    const past = draw('2018-12-05');
    concludeDecision(ctx, { number: 6, outcome: 'kept', expectedOutcomeId: null });
    expect(draw()).toBe('drawing 4');
    expect(draw('2018-12-05')).toBe(past);
  });
});

describe('the weekly report', () => {
  it('has kept and broken decisions since the last edition, and all that are open, as of its Friday', () => {
    const world = worldOfMeetings();
    const { document } = issueEdition(world.as('deputy'));
    expect(document.format).toBe(4);
    expect(document.promises?.rows.map(({ number, state, timing }) => [number, state, timing])).toEqual([
      [3, 'overdue', '۹ روز گذشته'],
      [2, 'broken', ''],
      [1, 'kept', 'با ۲ روز تأخیر'],
      [4, 'open', '۱ روز مانده'],
      [5, 'open', '۱۲ روز مانده'],
    ]);
    expect(document.promises?.sentence).toContain('۱ تصمیم عمل شد و ۱ تصمیم عمل نشد');
    concludeDecision(world.as('deputy'), { number: 3, outcome: 'dropped', note: 'لغو شد', expectedOutcomeId: null });
    const next = issueEdition(world.as('deputy', { today: '2018-12-15' }));
    expect(next.document.promises?.rows.map(({ number, state }) => [number, state])).toEqual([
      [4, 'overdue'],
      [3, 'dropped'],
      [5, 'open'],
    ]);
    // what was issued stays as it was
    expect(getEdition(world.as('viewer'), 1).document).toEqual(document);
  });

  it('has no such part while no meeting has decided anything', () => {
    const { document } = issueEdition(createMilestoneWorld().as('deputy'));
    expect('promises' in document).toBe(false);
  });

  it('shows a liaison those about the own bodies only', () => {
    const world = worldOfMeetings();
    issueEdition(world.as('deputy'));
    const { document } = getEdition(world.as('liaison'), 1);
    expect(document.promises?.rows.map(({ number }) => number)).toEqual([2, 4]);
  });
});
