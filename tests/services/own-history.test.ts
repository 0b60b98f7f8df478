import { describe, expect, it } from 'vitest';
import { events } from '@/db/schema/index';
import { recordCheckIn, recordContactChange } from '@/lib/services/check-ins';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { listOwnHistory, ownHistoryTable } from '@/lib/services/own-history';
import { decideRequest, recordRequest } from '@/lib/services/requests';
import type { OwnHistoryQuery } from '@/lib/validation/own-history';
import { parseOwnHistoryQuery } from '@/lib/validation/own-history';
import { auditTrail, createMilestoneWorld, HD1, LETTER, refusalOf } from '../support/milestone-world';

const ALL: OwnHistoryQuery = { body: null, kind: null, week: null, q: '', before: null };

/** A check-in a week before, a claim that was returned, a second one that was verified, and a refused request. */
function history() {
  const world = createMilestoneWorld();
  recordCheckIn(world.as('liaison', { today: '2018-11-30' }), { bodyCode: 'EA-001' });
  recordCheckIn(world.as('liaison', { id: 'village', today: '2018-11-30', bodies: ['VA-001'] }), {
    bodyCode: 'VA-001',
  });
  const liaison = world.as('liaison', { today: '2018-12-02' });
  recordMilestoneEvent(liaison, { ...HD1, kind: 'claim', evidence: [LETTER], note: 'تابلو نصب شد' });
  recordMilestoneEvent(world.as('expert', { today: '2018-12-03' }), { ...HD1, kind: 'return', note: 'ناخواناست' });
  recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
  recordMilestoneEvent(world.as('expert'), { ...HD1, kind: 'verify' });
  const { eventId } = recordRequest(world.as('liaison'), {
    bodyCode: 'EA-001',
    milestoneCode: 'HD2',
    requestKind: 'extension',
    note: 'راه بسته است',
    dueOn: '2018-12-20',
  });
  decideRequest(world.as('deputy'), { requestId: eventId, outcome: 'refused', note: 'موجه نیست' });
  recordContactChange(world.as('liaison'), { bodyCode: 'EA-001', contact: 'علی، ۰۹۱۷۰۰۰۰۰۰۰' });
  return world;
}

describe('the history of own reports', () => {
  it('holds what was sent for own bodies, newest first, each with its receipt and what became of it', () => {
    const world = history();
    const { rows } = listOwnHistory(world.as('liaison'), ALL);
    expect(rows.map(({ event, fate }) => [event.kind, fate.fate, fate.reason])).toEqual([
      ['contact_changed', 'recorded', null],
      ['request', 'refused', 'موجه نیست'],
      ['claim', 'verified', null],
      ['claim', 'returned', 'ناخواناست'],
      ['check_in', 'recorded', null],
    ]);
    expect(rows[3]).toMatchObject({
      receiptNumber: '97-09-3',
      bodyName: 'ادارهٔ ثبت',
      step: 'HD ۱: HD1',
      evidence: ['نامهٔ ۳۱۲/گ، ۱۳۹۷/۰۹/۱۰'],
    });
  });

  it('never holds a report of a body of somebody else', () => {
    const world = history();
    const village = world.as('liaison', { id: 'village', bodies: ['VA-001'] });
    expect(listOwnHistory(village, ALL).rows.map(({ bodyName }) => bodyName)).toEqual(['دهیاری گزیر']);
    expect(refusalOf(() => listOwnHistory(village, { ...ALL, body: 'EA-001' })).code).toBe('not_found');
    expect(listOwnHistory(world.as('liaison', { bodies: [] }), ALL).rows).toEqual([]);
  });

  it.each(['deputy', 'expert', 'viewer', 'admin'] as const)('is not a page of a %s', (role) => {
    const world = history();
    expect(refusalOf(() => listOwnHistory(world.as(role), ALL)).code).toBe('forbidden');
    expect(refusalOf(() => ownHistoryTable(world.as(role), ALL)).code).toBe('forbidden');
  });

  it('is narrowed by body, kind, week and words in any spelling', () => {
    const world = history();
    const both = world.as('liaison', { bodies: ['EA-001', 'VA-001'] });
    const kinds = (query: Partial<OwnHistoryQuery>) =>
      listOwnHistory(both, { ...ALL, ...query }).rows.map(({ event }) => event.kind);
    expect(kinds({})).toHaveLength(6);
    expect(kinds({ body: 'VA-001' })).toEqual(['check_in']);
    expect(kinds({ kind: 'claim' })).toEqual(['claim', 'claim']);
    // Saturday 1397/09/10 to Friday 1397/09/16, by any day of it
    expect(kinds({ week: '2018-12-05' })).toEqual(['claim']);
    expect(kinds({ week: '2018-11-24' })).toEqual(['check_in', 'check_in']);
    expect(kinds({ week: '2018-11-05' })).toEqual([]);
    expect(kinds({ q: 'تابلو نصب' })).toEqual(['claim']);
    expect(kinds({ q: '312' })).toEqual(['claim', 'claim']);
    expect(kinds({ q: '۹۷-۰۹-۳' })).toEqual(['claim']);
    expect(kinds({ q: 'دهياري گزير' })).toEqual(['check_in']);
  });

  it('is paged by key: every report once, in order, whatever is added meanwhile', () => {
    const world = history();
    const liaison = world.as('liaison');
    const first = listOwnHistory(liaison, ALL, 2);
    recordMilestoneEvent(liaison, { bodyCode: 'EA-001', milestoneCode: 'HD3', kind: 'start' });
    const second = listOwnHistory(liaison, { ...ALL, before: first.olderBefore }, 2);
    const third = listOwnHistory(liaison, { ...ALL, before: second.olderBefore }, 2);
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ event }) => event.kind))).toEqual([
      'contact_changed',
      'request',
      'claim',
      'claim',
      'check_in',
    ]);
    expect(third.olderBefore).toBeNull();
  });

  it('a page reads each body’s newest rows from an index and sorts nothing: its work does not grow with the history', () => {
    const { db } = createMilestoneWorld();
    const plan = db.$client
      .prepare<[], { detail: string }>(
        "explain query plan select id from events where body_id = 1 and side = 'body' and id > 0 and id < 99 order by id desc limit 31",
      )
      .all()
      .map(({ detail }) => detail);
    expect(plan).toEqual([expect.stringContaining('COVERING INDEX events_own (body_id=? AND side=?')]);
  });

  it('a search that has not come to the end says how far it looked, and goes on from there', () => {
    const world = createMilestoneWorld();
    const insert = (note: string | null) =>
      world.db
        .insert(events)
        .values({
          kind: 'check_in',
          bodyId: world.bodyIds['EA-001'],
          occurredOn: '2018-12-01',
          recordedOn: '2018-12-01',
          recordedAt: '2018-12-01T08:00:00.000Z',
          side: 'body',
          actorName: 'x',
          note,
        })
        .run();
    insert('سوزن');
    for (let index = 0; index < 320; index += 1) insert(null);
    const query = { ...ALL, q: 'سوزن' };
    const first = listOwnHistory(world.as('liaison'), query);
    expect(first.rows).toEqual([]);
    expect(first.searchedTo).toBe('2018-12-01');
    const second = listOwnHistory(world.as('liaison'), { ...query, before: first.olderBefore });
    expect(second.rows.map(({ eventId }) => eventId)).toEqual([1]);
    expect([second.searchedTo, second.olderBefore]).toEqual([null, null]);
  });

  it('as a file has every row that the address asks for, and reading writes nothing', () => {
    const world = history();
    const before = auditTrail(world.db);
    const table = ownHistoryTable(world.as('liaison'), { ...ALL, kind: 'claim', before: 1 });
    expect(table.rows.map((row) => [row[0], row[8], row[9]])).toEqual([
      ['97-09-5', 'تأییدشده', null],
      ['97-09-3', 'عودت‌شده', 'ناخواناست'],
    ]);
    expect(auditTrail(world.db)).toEqual(before);
  });

  it('an address that asks for an unknown kind or a day that is none is refused with the parameter', () => {
    expect(refusalOf(() => parseOwnHistoryQuery({ kind: 'verify' })).details).toMatchObject({ field: 'kind' });
    expect(refusalOf(() => parseOwnHistoryQuery({ week: '1397/13/01' })).details).toMatchObject({ field: 'week' });
  });
});
