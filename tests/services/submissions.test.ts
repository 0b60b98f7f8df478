import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/client';
import { insertSubmission } from '@/db/queries/submissions';
import { auditLog, events, submissions } from '@/db/schema/index';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { recordCheckIn, recordContactChange } from '@/lib/services/check-ins';
import { storeUpload } from '@/lib/services/evidence';
import { recordMilestoneEvent, type MilestoneEventInput } from '@/lib/services/milestones';
import { recordObjection } from '@/lib/services/objections';
import { recordRequest } from '@/lib/services/requests';
import type { ServiceContext } from '@/lib/services/service-context';
import { newSubmissionKey } from '@/lib/services/submissions';
import { createMilestoneWorld, HD1, LETTER, refusalOf, type MilestoneWorld } from '../support/milestone-world';

const KEY = '0f0e0d0c-0b0a-4908-8706-050403020100';
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

const countsOf = ({ db }: MilestoneWorld) => ({
  events: db.select().from(events).all().length,
  audits: db.select().from(auditLog).all().length,
  submissions: db.select().from(submissions).all().length,
});

/** A world in which HD1 is in the state that the sending needs. */
function worldFor(kind: string): MilestoneWorld {
  const world = createMilestoneWorld();
  const before = {
    withdraw: [{ kind: 'claim', evidence: [LETTER] }],
    unblock: [{ kind: 'block', cause: 'no_telecom_coverage', turn: 'body', note: 'اعتبار' }],
  }[kind] as Pick<MilestoneEventInput, 'kind'>[] | undefined;
  for (const facts of before ?? []) recordMilestoneEvent(world.as('liaison'), { ...HD1, ...facts });
  return world;
}

const step = (facts: Omit<MilestoneEventInput, 'bodyCode' | 'milestoneCode'>) => (ctx: ServiceContext) =>
  recordMilestoneEvent(ctx, { ...HD1, submission: KEY, ...facts });

const SENDINGS: readonly (readonly [string, (ctx: ServiceContext) => { eventId: number; receiptNumber: string }])[] = [
  ['claim', step({ kind: 'claim', evidence: [LETTER], expectedLastEventId: null })],
  ['start', step({ kind: 'start', expectedLastEventId: null })],
  [
    'block',
    step({
      kind: 'block',
      cause: 'no_telecom_coverage',
      turn: 'body',
      note: 'اعتبار نرسیده است',
      expectedLastEventId: null,
    }),
  ],
  ['withdraw', step({ kind: 'withdraw', note: 'اشتباه شد', expectedLastEventId: 1 })],
  ['unblock', step({ kind: 'unblock', expectedLastEventId: 1 })],
  ['check-in', (ctx) => recordCheckIn(ctx, { bodyCode: 'EA-001', submission: KEY })],
  ['contact', (ctx) => recordContactChange(ctx, { bodyCode: 'EA-001', contact: 'علی رضایی', submission: KEY })],
  [
    'request',
    (ctx) =>
      recordRequest(ctx, { ...HD1, requestKind: 'extension', note: 'بارندگی', dueOn: '2018-12-20', submission: KEY }),
  ],
  ['objection', (ctx) => recordObjection(ctx, { ...HD1, note: 'نامه رسیده بود', submission: KEY })],
];

describe('a form that is sent twice', () => {
  it.each(SENDINGS)('%s: becomes one event, and both get the same receipt', (kind, send) => {
    const world = worldFor(kind);
    const first = send(world.as('liaison'));
    const counts = countsOf(world);
    const second = send(world.as('liaison'));
    expect(second).toMatchObject({ eventId: first.eventId, receiptNumber: first.receiptNumber });
    expect(countsOf(world)).toEqual(counts);
    expect(counts.submissions).toBe(1);
  });

  it('leads to the same receipt after somebody else has decided meanwhile', () => {
    const world = createMilestoneWorld();
    const claim = step({ kind: 'claim', evidence: [LETTER], expectedLastEventId: null });
    const first = claim(world.as('liaison'));
    recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'return', note: 'نامه خوانا نیست' });
    expect(claim(world.as('liaison'))).toMatchObject({ eventId: first.eventId, state: 'returned' });
    expect(countsOf(world).events).toBe(2);
  });

  it('a file that came with the form and is stored a second time is the same file', async () => {
    const world = createMilestoneWorld();
    const send = async () => {
      const ctx = world.as('liaison');
      const { id } = await storeUpload(ctx, { bodyCode: 'EA-001', content: JPEG, originalName: 'a.jpg' });
      return recordMilestoneEvent(ctx, {
        bodyCode: 'EA-001',
        milestoneCode: 'HD2',
        kind: 'claim',
        evidence: [{ kind: 'upload', uploadId: id }],
        expectedLastEventId: null,
        submission: KEY,
      }).eventId;
    };
    expect([await send(), await send()]).toEqual([1, 1]);
  });

  it('by two programs at the same time becomes one event', () => {
    const world = createMilestoneWorld();
    const other = openDatabase(world.db.$client.name);
    const send = step({ kind: 'claim', evidence: [LETTER], expectedLastEventId: null });
    other.$client.exec('begin immediate');
    world.db.$client.pragma('busy_timeout = 20');
    expect(refusalOf(() => send(world.as('liaison'))).code).toBe('database_locked');
    other.$client.exec('rollback');
    expect(send({ ...world.as('liaison'), db: other }).eventId).toBe(1);
    expect(send(world.as('liaison')).eventId).toBe(1);
    other.$client.close();
  });

  it('the database itself refuses a second event for one sending', () => {
    const world = createMilestoneWorld();
    recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001' });
    insertSubmission(world.db, { digest: 'a', eventId: 1 });
    expect(() => insertSubmission(world.db, { digest: 'a', eventId: 1 })).toThrow();
  });
});

describe('what counts as another sending', () => {
  const contact = (ctx: ServiceContext, words: string, submission?: string) =>
    recordContactChange(ctx, { bodyCode: 'EA-001', contact: words, submission }).eventId;

  it('other words under the same key: nothing that somebody wrote is lost', () => {
    const world = createMilestoneWorld();
    expect([contact(world.as('liaison'), 'یک', KEY), contact(world.as('liaison'), 'دو', KEY)]).toEqual([1, 2]);
  });

  it('the same words by somebody else, from another form, or without a key', () => {
    const world = createMilestoneWorld();
    const other = world.as('liaison', { id: 'other' });
    const sent = [
      contact(world.as('liaison'), 'یک', KEY),
      contact(other, 'یک', KEY),
      contact(world.as('liaison'), 'یک', newSubmissionKey()),
      contact(world.as('liaison'), 'یک'),
      contact(world.as('liaison'), 'یک'),
    ];
    expect(sent).toEqual([1, 2, 3, 4, 5]);
  });

  it('a page left open overnight checks in for the new day', () => {
    const world = createMilestoneWorld();
    const send = (today: CivilDate) =>
      recordCheckIn(world.as('liaison', { today }), { bodyCode: 'EA-001', submission: KEY }).eventId;
    expect([send('2018-12-08'), send('2018-12-08'), send('2018-12-09')]).toEqual([1, 1, 2]);
  });

  it('a form drawn after a newer event than the first sending: the step is reported anew', () => {
    const world = createMilestoneWorld();
    const claim = (expectedLastEventId: number | null) =>
      step({ kind: 'claim', evidence: [LETTER], expectedLastEventId })(world.as('liaison')).eventId;
    expect(claim(null)).toBe(1);
    recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'return', note: 'نامه خوانا نیست' });
    expect(claim(2)).toBe(3);
  });
});

describe('who may send again', () => {
  it.each(['deputy', 'viewer', 'admin'] as const)('a %s gets no receipt by a key', (role) => {
    const world = createMilestoneWorld();
    recordCheckIn(world.as('liaison'), { bodyCode: 'EA-001', submission: KEY });
    const again = () => recordCheckIn(world.as(role, { id: 'user-liaison' }), { bodyCode: 'EA-001', submission: KEY });
    expect(refusalOf(again).code).toBe('forbidden');
  });

  it('whoever no longer reports for the body finds nothing', () => {
    const world = createMilestoneWorld();
    const send = (ctx: ServiceContext) => recordCheckIn(ctx, { bodyCode: 'EA-001', submission: KEY });
    send(world.as('liaison'));
    expect(refusalOf(() => send(world.as('liaison', { bodies: ['VA-001'] }))).code).toBe('not_found');
  });
});
