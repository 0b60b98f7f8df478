import { describe, expect, it } from 'vitest';
import { users } from '@/db/schema/users';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import type { Role } from '@/lib/domain/vocabulary';
import { getOwnContact, setOwnContact } from '@/lib/services/contact-settings';
import { countUnread, listInbox, markAllRead, markRead } from '@/lib/services/inbox';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { changeMilestone } from '@/lib/services/reference-data';
import { decideRequest, recordRequest } from '@/lib/services/requests';
import {
  auditTrail,
  createMilestoneWorld,
  HD1,
  LETTER,
  refusalOf,
  TODAY,
  type MilestoneWorld,
} from '@/tests/support/milestone-world';

const OTHER_ROLES = ['deputy', 'expert', 'viewer', 'admin'] as const satisfies readonly Role[];

function withUsers(): MilestoneWorld {
  const world = createMilestoneWorld();
  const at = new Date(0);
  for (const id of ['user-liaison', 'colleague']) {
    world.db
      .insert(users)
      .values({
        ...{ id, username: id, displayUsername: id, name: id, email: `${id}@local.invalid`, role: 'liaison' },
        ...{ createdAt: at, updatedAt: at, phone: null, mustChangePassword: false },
      })
      .run();
  }
  return world;
}

/** Claims and returns HD1 today. */
function returned(world: MilestoneWorld): void {
  recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
  recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'return', note: 'شمارهٔ نامه خوانا نیست' });
}

interface VersionRow {
  readonly id: number;
  readonly title: string;
  readonly short_title: string;
  readonly guidance: string;
  readonly evidence_text: string;
  readonly weight_points: number;
  readonly baseline_due_on: CivilDate;
}

/** What the admin writes of a milestone from today on. */
function changed(world: MilestoneWorld, code: string, words: { guidance?: string; shortTitle?: string }): void {
  const newest = world.db.$client
    .prepare<[string], VersionRow>(
      'select v.* from milestone_versions v join milestones m on m.id = v.milestone_id where m.code = ? order by v.id desc',
    )
    .get(code);
  if (newest === undefined) throw new Error(`no milestone ${code}`);
  const change = {
    ...{ title: newest.title, shortTitle: newest.short_title, guidance: newest.guidance, ...words },
    ...{ evidenceText: newest.evidence_text, weightPoints: newest.weight_points },
    baselineDueOn: newest.baseline_due_on,
  };
  changeMilestone(world.as('admin'), { programmeCode: 'desk', milestoneCode: code }, newest.id, change);
}

describe('the inbox', () => {
  it('tells what the governorate did about own bodies and which dues are near or past, newest first', () => {
    const world = createMilestoneWorld();
    returned(world);
    const { rows } = listInbox(world.as('liaison'));
    expect(rows.map(({ kind, milestone, on, threshold }) => [kind, milestone?.code, on, threshold])).toEqual([
      ['returned', 'HD1', TODAY, null],
      ['overdue', 'HD1', '2018-12-08', -7],
      // the day before HD2 is due is a Friday, so it is said on the day itself
      ['due', 'HD2', '2018-12-08', 1],
      ['due', 'HD3', '2018-12-08', 7],
      ['due', 'HD2', '2018-12-05', 3],
      ['overdue', 'HD1', '2018-12-02', -1],
      // one day before is a Friday as well: said on the due day
      ['due', 'HD1', '2018-12-01', 1],
      ['due', 'HD2', '2018-12-01', 7],
      ['due', 'HD1', '2018-11-28', 3],
      ['due', 'HD1', '2018-11-24', 7],
    ]);
  });

  it('tells a request’s answer and what it granted, and nothing of other bodies', () => {
    const world = createMilestoneWorld();
    const liaison = world.as('liaison');
    recordRequest(liaison, { ...HD1, requestKind: 'extension', note: 'خط', dueOn: '2018-12-24' });
    decideRequest(world.as('deputy'), { requestId: 1, outcome: 'accepted', note: 'موجه' });
    const other = { bodyCode: 'VA-001', milestoneCode: 'HD1' };
    recordMilestoneEvent(world.as('deputy'), { ...other, kind: 'exempt', note: 'ندارد' });
    const news = listInbox(liaison).rows.filter(({ event }) => event !== null);
    expect(news.map(({ event, note, bodies }) => [event?.kind, note, bodies[0]?.code])).toEqual([
      ['request_answer', 'موجه', 'EA-001'],
      ['extend', 'موجه', 'EA-001'],
    ]);
  });

  it('a reminder that a later one or a claim has overtaken is not unread', () => {
    const world = createMilestoneWorld();
    const unread = () =>
      listInbox(world.as('liaison'))
        .rows.filter(({ isUnread }) => isUnread)
        .map(({ milestone, threshold }) => [milestone?.code, threshold]);
    expect(unread()).toEqual([
      ['HD1', -7],
      ['HD2', 1],
      ['HD3', 7],
    ]);
    recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    expect(unread()).toEqual([
      ['HD2', 1],
      ['HD3', 7],
    ]);
  });

  it('one reminder speaks for all own bodies that have the same step with the same due date', () => {
    const world = createMilestoneWorld();
    const { rows } = listInbox(world.as('liaison', { bodies: ['EA-001', 'VA-001'] }), { kind: 'due', words: 'HD3' });
    expect(rows.map(({ bodies }) => bodies.map(({ code }) => code))).toEqual([['EA-001', 'VA-001']]);
  });

  it('tells of new guidance for a step of an own body', () => {
    const world = createMilestoneWorld();
    changed(world, 'HD3', { guidance: 'راهنمای دیگر' });
    changed(world, 'HD2', { shortTitle: 'نام دیگر' });
    const guidance = listInbox(world.as('liaison'), { kind: 'guidance' }).rows;
    expect(guidance.map(({ milestone, on, isUnread }) => [milestone?.code, on, isUnread])).toEqual([
      ['HD3', TODAY, true],
    ]);
  });

  it('looks ninety days back and no further', () => {
    const world = createMilestoneWorld();
    returned(world);
    const isThere = (today: CivilDate) => listInbox(world.as('liaison', { today }), { kind: 'returned' }).total === 1;
    expect(isThere(addDays(TODAY, 90))).toBe(true);
    expect(isThere(addDays(TODAY, 91))).toBe(false);
  });

  it('is filtered by kind, body, words and what is unread, and says how many fit', () => {
    const world = withUsers();
    returned(world);
    const liaison = world.as('liaison', { bodies: ['EA-001', 'VA-001'] });
    const { all } = listInbox(liaison);
    expect(listInbox(liaison, { kind: 'returned' })).toMatchObject({ total: 1, all });
    expect(listInbox(liaison, { bodyCode: 'VA-001', kind: 'returned' }).total).toBe(0);
    expect(listInbox(liaison, { words: 'خوانا نيست' }).rows.map(({ kind }) => kind)).toEqual(['returned']);
    const { unread } = listInbox(liaison);
    expect(listInbox(liaison, { isUnread: true }).total).toBe(unread);
    expect(listInbox(liaison, { page: 99 })).toMatchObject({ page: 1, pageCount: 1 });
  });
});

describe('reading', () => {
  it('is noted once, with the instant, for this person alone, and audited', () => {
    const world = withUsers();
    returned(world);
    const liaison = world.as('liaison', { id: 'user-liaison' });
    const [first] = listInbox(liaison).rows;
    const key = first?.key ?? '';
    const before = countUnread(liaison) ?? 0;
    markRead(liaison, key);
    const readAt = listInbox(liaison).rows[0]?.readAt;
    expect(toTehranTime(readAt ?? '').day).toBe(TODAY);
    expect(countUnread(liaison)).toBe(before - 1);
    expect(auditTrail(world.db).at(-1)).toBe('inbox.read liaison liaison');
    const rows = auditTrail(world.db).length;
    markRead(liaison, key);
    expect(listInbox(liaison).rows[0]?.readAt).toBe(readAt);
    expect(auditTrail(world.db)).toHaveLength(rows);
    expect(countUnread(world.as('liaison', { id: 'colleague' }))).toBe(before);
  });

  it('of all leaves none unread, with one audit row', () => {
    const world = withUsers();
    returned(world);
    const liaison = world.as('liaison', { id: 'user-liaison' });
    const rows = auditTrail(world.db).length;
    expect(markAllRead(liaison)).toBe(4);
    expect(countUnread(liaison)).toBe(0);
    expect(markAllRead(liaison)).toBe(0);
    expect(auditTrail(world.db)).toHaveLength(rows + 1);
  });

  it('of somebody else’s message is not found and noted nowhere', () => {
    const world = withUsers();
    returned(world);
    const key = listInbox(world.as('liaison')).rows[0]?.key ?? '';
    const stranger = world.as('liaison', { id: 'colleague', bodies: ['VA-001'] });
    expect(refusalOf(() => markRead(stranger, key)).code).toBe('not_found');
    expect(world.db.$client.prepare('select count(*) from message_reads').pluck().get()).toBe(0);
  });

  it.each(OTHER_ROLES)('a %s has no inbox', (role) => {
    const world = createMilestoneWorld();
    const ctx = world.as(role);
    expect(refusalOf(() => listInbox(ctx)).code).toBe('forbidden');
    expect(refusalOf(() => markRead(ctx, 'e:1')).code).toBe('forbidden');
    expect(refusalOf(() => markAllRead(ctx)).code).toBe('forbidden');
    expect(refusalOf(() => getOwnContact(ctx)).code).toBe('forbidden');
    expect(refusalOf(() => setOwnContact(ctx, { email: 'a@b.ir' })).code).toBe('forbidden');
    expect(countUnread(ctx)).toBeNull();
  });
});

describe('own addresses', () => {
  it('are kept as typed by the liaison, audited with what was before, and the desk telephone stays', () => {
    const world = withUsers();
    const liaison = world.as('liaison', { id: 'user-liaison' });
    setOwnContact(liaison, { email: ' Rabet@Example.ir ', mobile: '۰۹۱۷۱۲۳۴۵۶۷', wantsEmail: false, wantsSms: true });
    expect(getOwnContact(liaison)).toEqual({
      email: 'rabet@example.ir',
      phone: '09171234567',
      wantsEmail: false,
      wantsSms: true,
      isSendingOn: false,
    });
    expect(auditTrail(world.db).at(-1)).toBe('user.set_contact user-liaison liaison');
    world.db.$client.exec("update users set phone = '07644000001' where id = 'user-liaison'");
    setOwnContact(liaison, { mobile: '' });
    expect(getOwnContact(liaison).phone).toBe('07644000001');
    expect(refusalOf(() => setOwnContact(liaison, { email: 'بی‌نشانی' })).code).toBe('invalid_input');
    expect(refusalOf(() => setOwnContact(liaison, { mobile: '0764' })).code).toBe('invalid_input');
  });
});
