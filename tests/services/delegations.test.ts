import { expect, test } from 'vitest';
import { loadActor } from '@/lib/auth/load-actor';
import { can } from '@/lib/domain/permissions';
import { isAppError, type AppError } from '@/lib/errors';
import { listAudit } from '@/lib/services/audit';
import { grantDelegation, listDelegations, revokeDelegation } from '@/lib/services/delegations';
import { addUser } from '@/lib/services/users';
import { testContext } from '@/tests/support/database';

const TODAY = '2018-12-08';

function failure(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

async function office() {
  const system = testContext({ role: 'system', today: TODAY });
  const { id } = await addUser(system, { username: 'karshenas', name: 'ک', role: 'expert' });
  await addUser(system, { username: 'rabet', name: 'ر', role: 'liaison' });
  return { system, deputy: testContext({ role: 'deputy', db: system.db, today: TODAY }), id };
}

test('a delegate acts for the deputy on both the first and the last day, and on no other', async () => {
  const { deputy, system, id } = await office();
  grantDelegation(deputy, { username: 'karshenas', fromOn: '2018-12-10', untilOn: '2018-12-12' });
  const isDelegateOn = (day: `${number}-${number}-${number}`) => loadActor(system.db, id, day)?.isDelegate;
  expect([
    isDelegateOn('2018-12-09'),
    isDelegateOn('2018-12-10'),
    isDelegateOn('2018-12-12'),
    isDelegateOn('2018-12-13'),
  ]).toEqual([false, true, true, false]);
  const actor = loadActor(system.db, id, '2018-12-12');
  expect(actor).toMatchObject({ delegateUntil: '2018-12-12', mustChangePassword: true });
  expect(actor !== null && can(actor, 'milestone.reopen')).toBe(true);
  expect(listAudit(system, { action: 'delegation.grant' }).rows[0]).toMatchObject({
    actorRole: 'deputy',
    subjectKey: 'karshenas',
    details: { fromOn: '2018-12-10', untilOn: '2018-12-12' },
  });
});

test('the newest delegation of a person holds, and can be taken back', async () => {
  const { deputy, system, id } = await office();
  grantDelegation(deputy, { username: 'karshenas', untilOn: '2018-12-30' });
  grantDelegation(deputy, { username: 'karshenas', untilOn: '2018-12-09' });
  expect(listDelegations(deputy).map((each) => each.untilOn)).toEqual(['2018-12-09']);
  expect(loadActor(system.db, id, '2018-12-20')?.isDelegate).toBe(false);
  revokeDelegation(deputy, 'karshenas');
  expect(loadActor(system.db, id, TODAY)?.isDelegate).toBe(false);
  expect(listDelegations(deputy)).toEqual([]);
  expect(failure(() => revokeDelegation(deputy, 'karshenas')).code).toBe('not_found');
  expect(listAudit(system, { action: 'delegation.revoke' }).total).toBe(1);
});

test('only an expert can be a delegate, not before today, and not backwards', async () => {
  const { deputy } = await office();
  expect(failure(() => grantDelegation(deputy, { username: 'rabet', untilOn: TODAY })).details).toMatchObject({
    reason: 'not_an_expert',
  });
  expect(
    failure(() => grantDelegation(deputy, { username: 'karshenas', fromOn: '2018-12-07', untilOn: TODAY })).details,
  ).toMatchObject({
    reason: 'before_today',
  });
  expect(
    failure(() => grantDelegation(deputy, { username: 'karshenas', untilOn: '2018-12-07' })).details,
  ).toMatchObject({
    reason: 'until_before_from',
  });
  expect(failure(() => grantDelegation(deputy, { username: 'kasi', untilOn: TODAY })).code).toBe('not_found');
});

test.each(['expert', 'liaison', 'viewer'] as const)('a %s cannot delegate', async (role) => {
  const { system } = await office();
  const ctx = testContext({ role, db: system.db, today: TODAY, actor: { isDelegate: role === 'expert' } });
  expect(failure(() => grantDelegation(ctx, { username: 'karshenas', untilOn: TODAY })).code).toBe('forbidden');
  expect(listDelegations(system)).toEqual([]);
});
