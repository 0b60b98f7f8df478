import { describe, expect, it } from 'vitest';
import { sessions } from '@/db/schema/index';
import { loadActor } from '@/lib/auth/load-actor';
import { listAudit } from '@/lib/services/audit';
import { renderHandoverSheet } from '@/components/forms/handover-sheet';
import { storeUpload } from '@/lib/services/evidence';
import { getHandoverSheet, handOverBodies, listHandovers, listReceivers } from '@/lib/services/handovers';
import { listInbox } from '@/lib/services/inbox';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { getMyStep, listMySteps } from '@/lib/services/my-steps';
import { getReceipt } from '@/lib/services/receipts';
import { recordRequest } from '@/lib/services/requests';
import type { ServiceContext } from '@/lib/services/service-context';
import { addUser, disableUser, getUser } from '@/lib/services/users';
import { testContext } from '../support/database';
import { createMilestoneWorld, LETTER, refusalOf, TODAY, type MilestoneWorld } from '../support/milestone-world';

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const VILLAGES_OF = '220303';

interface Office {
  readonly world: MilestoneWorld;
  readonly admin: ServiceContext;
  /** Somebody as the database knows them now. */
  readonly person: (username: string) => ServiceContext;
}

async function office(): Promise<Office> {
  const world = createMilestoneWorld();
  const admin = testContext({ role: 'admin', db: world.db, dataDir: world.dataDir, today: TODAY });
  await addUser(admin, {
    username: 'rabet-old',
    name: 'رابط پیشین',
    role: 'liaison',
    bodyCodes: ['EA-001'],
    scopeDistrictCodes: [VILLAGES_OF],
  });
  await addUser(admin, { username: 'rabet-new', name: 'رابط تازه', role: 'liaison', bodyCodes: ['GV-001'] });
  await addUser(admin, { username: 'karshenas-1', name: 'کارشناس', role: 'expert' });
  const person = (username: string) => {
    const actor = loadActor(world.db, getUser(admin, username).id, TODAY);
    if (actor === null) throw new Error(`${username} cannot sign in`);
    const ctx = testContext({ role: actor.role, db: world.db, dataDir: world.dataDir, today: TODAY });
    return { ...ctx, actor: { ...actor, mustChangePassword: false } };
  };
  return { world, admin, person };
}

const HAND_OVER = { from: 'rabet-old', to: 'rabet-new' };

describe('handing all bodies of a liaison to another', () => {
  it('the new one has them besides own ones, the old one has none, and both have an audit row', async () => {
    const { world, admin, person } = await office();
    handOverBodies(admin, { ...HAND_OVER, onDay: '2018-12-05', note: 'بازنشستگی' });
    expect([...person('rabet-old').actor.bodyIds]).toEqual([]);
    expect([...person('rabet-new').actor.bodyIds].sort()).toEqual(Object.values(world.bodyIds).sort());
    const details = {
      fromUser: 'rabet-old',
      toUser: 'rabet-new',
      onDay: '2018-12-05',
      bodyCodes: ['EA-001'],
      scopeDistrictCodes: [VILLAGES_OF],
      note: 'بازنشستگی',
    };
    expect(listAudit(admin, { action: 'user.hand_over' }).rows).toMatchObject([{ subjectKey: 'rabet-old', details }]);
    expect(listAudit(admin, { action: 'user.take_over' }).rows).toMatchObject([{ subjectKey: 'rabet-new', details }]);
  });

  it('open sessions of the old one end at once, and the account can be closed with it', async () => {
    const { world, admin } = await office();
    const now = new Date();
    const session = {
      id: 's1',
      token: 't1',
      userId: getUser(admin, 'rabet-old').id,
      expiresAt: now,
      createdAt: now,
      updatedAt: now,
    };
    world.db.insert(sessions).values(session).run();
    handOverBodies(admin, { ...HAND_OVER, closesAccount: true });
    expect(world.db.select().from(sessions).all()).toEqual([]);
    expect(getUser(admin, 'rabet-old').isDisabled).toBe(true);
  });

  it('nothing is lost: history, receipts, waiting requests, messages and files that were not sent yet go on with the new one', async () => {
    const { world, admin, person } = await office();
    const old = person('rabet-old');
    const claim = recordMilestoneEvent(old, {
      bodyCode: 'EA-001',
      milestoneCode: 'HD1',
      kind: 'claim',
      evidence: [LETTER],
    });
    recordMilestoneEvent(world.as('expert'), {
      bodyCode: 'EA-001',
      milestoneCode: 'HD1',
      kind: 'return',
      note: 'خوانا نیست',
    });
    recordRequest(old, {
      bodyCode: 'VA-001',
      milestoneCode: 'NT3',
      requestKind: 'extension',
      dueOn: '2019-03-01',
      note: 'دکل',
    });
    const file = await storeUpload(old, { bodyCode: 'EA-001', content: JPEG, originalName: 'میز.jpg' });
    handOverBodies(admin, HAND_OVER);

    const fresh = person('rabet-new');
    expect(getReceipt(fresh, claim.eventId).actorName).toBe('رابط پیشین');
    expect(
      getMyStep(fresh, { bodyCode: 'EA-001', milestoneCode: 'HD1' }).receipts.map(({ eventId }) => eventId),
    ).toEqual([claim.eventId]);
    expect(getMyStep(fresh, { bodyCode: 'VA-001', milestoneCode: 'NT3' }).step.waitingRequests).toEqual(['extension']);
    expect(listInbox(fresh).rows.some(({ kind }) => kind === 'returned')).toBe(true);
    const again = recordMilestoneEvent(fresh, {
      bodyCode: 'EA-001',
      milestoneCode: 'HD2',
      kind: 'claim',
      evidence: [{ kind: 'upload', uploadId: file.id }],
    });
    expect(again.state).toBe('claimed');

    const before = person('rabet-old');
    expect(listMySteps(before).selected).toBeNull();
    expect(refusalOf(() => getReceipt(before, claim.eventId)).code).toBe('not_found');
    const attempt = { bodyCode: 'EA-001', milestoneCode: 'HD1', kind: 'start' } as const;
    expect(refusalOf(() => recordMilestoneEvent(before, attempt)).code).toBe('not_found');
  });

  it.each([
    ['to somebody unknown', { to: 'kasi' }, 'no_such_liaison'],
    ['to an expert', { to: 'karshenas-1' }, 'not_a_liaison'],
    ['to oneself', { to: 'rabet-old' }, 'same_liaison'],
    ['on a day to come', { onDay: '2018-12-09' }, 'after_today'],
    ['of an expert', { from: 'karshenas-1' }, 'not_a_liaison'],
  ] as const)('%s is refused, and nothing changes', async (_, change, reason) => {
    const { admin, person } = await office();
    const refused = refusalOf(() => handOverBodies(admin, { ...HAND_OVER, ...change }));
    expect(refused).toMatchObject({ code: 'invalid_input', details: { reason } });
    expect(person('rabet-old').actor.bodyIds.size).toBe(2);
    expect(listAudit(admin, { action: 'user.hand_over' }).rows).toEqual([]);
  });

  it('a closed account takes nothing over, one without bodies hands nothing over', async () => {
    const { admin } = await office();
    handOverBodies(admin, HAND_OVER);
    expect(refusalOf(() => handOverBodies(admin, HAND_OVER)).details).toMatchObject({ reason: 'nothing_to_hand_over' });
    disableUser(admin, 'rabet-old');
    const back = { from: 'rabet-new', to: 'rabet-old' };
    expect(refusalOf(() => handOverBodies(admin, back)).details).toMatchObject({ reason: 'liaison_closed' });
    expect(listReceivers(admin, 'rabet-new')).toEqual([]);
  });

  it.each(['deputy', 'expert', 'viewer', 'liaison'] as const)('%s may not', async (role) => {
    const { world, admin, person } = await office();
    const ctx = world.as(role);
    expect(refusalOf(() => handOverBodies(ctx, HAND_OVER)).code).toBe('forbidden');
    expect(refusalOf(() => listReceivers(ctx, 'rabet-old')).code).toBe('forbidden');
    expect(refusalOf(() => listHandovers(ctx, 'rabet-old')).code).toBe('forbidden');
    expect(refusalOf(() => getHandoverSheet(ctx, 1)).code).toBe('forbidden');
    expect(person('rabet-old').actor.bodyIds.size).toBe(2);
    expect(listAudit(admin, { action: 'user.hand_over' }).rows).toEqual([]);
  });
});

describe('the minutes of a handover', () => {
  it('list every body with what was open, and stay as they were', async () => {
    const { world, admin, person } = await office();
    recordRequest(person('rabet-old'), {
      bodyCode: 'VA-001',
      milestoneCode: 'NT3',
      requestKind: 'extension',
      dueOn: '2019-03-01',
      note: 'دکل',
    });
    handOverBodies(admin, { ...HAND_OVER, note: 'بازنشستگی' });
    const [handover] = listHandovers(admin, 'rabet-old');
    expect(handover).toMatchObject({ toName: 'رابط تازه', onDay: TODAY });
    const sheet = getHandoverSheet(admin, handover?.id ?? 0);
    expect(sheet).toMatchObject({ fromName: 'رابط پیشین', toName: 'رابط تازه', note: 'بازنشستگی' });
    // HD1 is past its due, HD2 is due on the day and HD3 within the week; NT3 is not near
    expect(sheet.bodies.map(({ code, counts, unanswered }) => ({ code, counts, unanswered }))).toEqual([
      { code: 'EA-001', counts: { returned: 0, late: 1, soon: 2, waiting: 0 }, unanswered: 0 },
      { code: 'VA-001', counts: { returned: 0, late: 1, soon: 2, waiting: 0 }, unanswered: 1 },
    ]);
    const html = renderHandoverSheet(sheet);
    expect(html).toContain('دهیاری گزیر');
    expect(html).not.toContain('<script');

    const later = testContext({ role: 'admin', db: world.db, dataDir: world.dataDir, today: '2018-12-10' });
    const expert = world.as('expert', { today: '2018-12-10' });
    recordMilestoneEvent(expert, { bodyCode: 'EA-001', milestoneCode: 'HD9', kind: 'certify', evidence: [LETTER] });
    expect(getHandoverSheet(later, sheet.id)).toEqual(sheet);
    expect(refusalOf(() => getHandoverSheet(admin, 999_999)).code).toBe('not_found');
  });
});
