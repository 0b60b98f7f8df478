import { describe, expect, test } from 'vitest';
import { loadActor } from '@/lib/auth/load-actor';
import { generateTemporaryPassword, refusePassword } from '@/lib/auth/passwords';
import { isValidUsername, normaliseUsername } from '@/lib/auth/usernames';
import { ROLES } from '@/lib/domain/vocabulary';
import { isAppError, type AppError } from '@/lib/errors';
import { listAudit } from '@/lib/services/audit';
import { addUser, disableUser, getUser, listUsers, setScopes, updateUser } from '@/lib/services/users';
import { assertWritable, authorise } from '@/lib/services/service-context';
import { testContext } from '@/tests/support/database';
import { insertBody, insertDistrict, insertEvent } from '@/tests/support/reference-rows';

const TODAY = '2018-12-08';

async function failure(run: () => unknown): Promise<AppError> {
  try {
    await run();
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

function office() {
  const ctx = testContext({ role: 'system', today: TODAY });
  insertDistrict(ctx.db, '221001', 'مرکزی');
  insertDistrict(ctx.db, '221002', 'شیبکوه');
  const bodyIds = {
    agency: insertBody(ctx.db, 'EA-001'),
    central: insertBody(ctx.db, 'VA-001', { category: 'village_administration', districtCode: '221001' }),
    shibkuh: insertBody(ctx.db, 'VA-002', { category: 'village_administration', districtCode: '221002' }),
    shibkuhOffice: insertBody(ctx.db, 'DO-002', { category: 'district_office', districtCode: '221002' }),
  };
  return { ctx, bodyIds };
}

describe('adding a user', () => {
  test('leaves an audit row that holds role and scopes, and no password', async () => {
    const { ctx } = office();
    const added = await addUser(ctx, { username: 'Rabet', name: 'علي کریمی', role: 'liaison', bodyCodes: ['EA-001'] });
    expect(added.temporaryPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(getUser(ctx, 'rabet')).toMatchObject({
      username: 'rabet',
      name: 'علی کریمی',
      bodyCodes: ['EA-001'],
      mustChangePassword: true,
    });
    const [row] = listAudit(ctx, { action: 'user.add' }).rows;
    expect(row).toMatchObject({ actorName: 'system', subjectKey: 'rabet', ipAddress: '192.0.2.7', recordedOn: TODAY });
    expect(row?.details).toEqual({
      role: 'liaison',
      districtCode: null,
      bodyCodes: ['EA-001'],
      scopeDistrictCodes: [],
    });
    expect(JSON.stringify(row)).not.toContain(added.temporaryPassword);
  });

  test('a name that is taken, in whatever spelling, is refused and nothing is written', async () => {
    const { ctx } = office();
    await addUser(ctx, { username: 'علی', name: 'الف', role: 'viewer' });
    const error = await failure(() => addUser(ctx, { username: 'علي', name: 'ب', role: 'viewer' }));
    expect(error.details).toMatchObject({ field: 'username', reason: 'username_taken' });
    expect(listUsers(ctx)).toHaveLength(1);
    expect(listAudit(ctx, { action: 'user.add' }).total).toBe(1);
  });

  test('unknown bodies and districts, and scopes that do not fit the role, are refused with their codes', async () => {
    const { ctx } = office();
    const base = { username: 'kas', name: 'ک', role: 'liaison' as const };
    const noBody = await failure(() => addUser(ctx, { ...base, bodyCodes: ['EA-001', 'EA-999'] }));
    expect(noBody.details).toMatchObject({ field: 'bodyCodes', reason: 'no_such_body', codes: ['EA-999'] });
    const noDistrict = await failure(() => addUser(ctx, { ...base, scopeDistrictCodes: ['2299'] }));
    expect(noDistrict.details).toMatchObject({ reason: 'no_such_district', codes: ['2299'] });
    const viewer = await failure(() => addUser(ctx, { ...base, role: 'viewer', bodyCodes: ['EA-001'] }));
    expect(viewer.details).toMatchObject({ reason: 'not_a_liaison' });
    const deputy = await failure(() => addUser(ctx, { ...base, role: 'deputy', districtCode: '221001' }));
    expect(deputy.details).toMatchObject({ reason: 'not_an_expert' });
    expect(listUsers(ctx)).toEqual([]);
  });

  test.each([
    ['rabet', true],
    ['رابط-۱', true],
    ['ab', false],
    ['الف', true],
    ['two words', false],
    ['...', false],
    ['a'.repeat(41), false],
    ['<b>x</b>', false],
  ])('the name %s: %s', (name, isValid) => {
    expect(isValidUsername(normaliseUsername(name))).toBe(isValid);
  });

  test.each(ROLES.filter((role) => role !== 'admin'))('a %s may not manage users; nothing is written', async (role) => {
    const { ctx } = office();
    const own = testContext({ role, db: ctx.db, dataDir: ctx.dataDir });
    expect((await failure(() => addUser(own, { username: 'kas', name: 'ک', role: 'admin' }))).code).toBe('forbidden');
    expect((await failure(() => listUsers(own))).code).toBe('forbidden');
    expect((await failure(() => listAudit(own))).code).toBe('forbidden');
    expect(listUsers(ctx)).toEqual([]);
  });

  test('an admin may', async () => {
    const { ctx } = office();
    const admin = testContext({ role: 'admin', db: ctx.db, dataDir: ctx.dataDir });
    await addUser(admin, { username: 'kas', name: 'ک', role: 'viewer' });
    expect(listAudit(admin, { action: 'user.' }).rows[0]).toMatchObject({ actorId: 'user-admin', actorRole: 'admin' });
  });
});

describe('what a liaison reports for', () => {
  test('is one body, several, or the village administrations of a district, also of villages founded later', async () => {
    const { ctx, bodyIds } = office();
    const { id } = await addUser(ctx, {
      username: 'bakhsh',
      name: 'ب',
      role: 'liaison',
      scopeDistrictCodes: ['221002'],
    });
    expect(loadActor(ctx.db, id, TODAY)?.bodyIds).toEqual(new Set([bodyIds.shibkuh]));
    const later = insertBody(ctx.db, 'VA-003', { category: 'village_administration', districtCode: '221002' });
    expect(loadActor(ctx.db, id, TODAY)?.bodyIds).toEqual(new Set([bodyIds.shibkuh, later]));
    setScopes(ctx, 'bakhsh', { bodyCodes: ['EA-001', 'DO-002'], scopeDistrictCodes: [] });
    expect(loadActor(ctx.db, id, TODAY)?.bodyIds).toEqual(new Set([bodyIds.agency, bodyIds.shibkuhOffice]));
    expect(listAudit(ctx, { action: 'user.set_scopes' }).rows[0]?.details).toEqual({
      bodyCodes: ['EA-001', 'DO-002'],
      scopeDistrictCodes: [],
    });
  });

  test('goes when the person gets another role', async () => {
    const { ctx } = office();
    const { id } = await addUser(ctx, { username: 'rabet', name: 'ر', role: 'liaison', bodyCodes: ['EA-001'] });
    updateUser(ctx, 'rabet', { name: 'ر', role: 'expert', phone: null, districtCode: '221001' });
    expect(loadActor(ctx.db, id, TODAY)).toMatchObject({ role: 'expert', districtCode: '221001', bodyIds: new Set() });
    expect(getUser(ctx, 'rabet').bodyCodes).toEqual([]);
  });
});

test('the last admin can neither be disabled nor lose the role', async () => {
  const { ctx } = office();
  await addUser(ctx, { username: 'rahbar', name: 'ر', role: 'admin' });
  const change = { name: 'ر', role: 'viewer' as const, phone: null, districtCode: null };
  expect((await failure(() => disableUser(ctx, 'rahbar'))).details).toMatchObject({ reason: 'last_admin' });
  expect((await failure(() => updateUser(ctx, 'rahbar', change))).details).toMatchObject({ reason: 'last_admin' });
  await addUser(ctx, { username: 'dovom', name: 'د', role: 'admin' });
  disableUser(ctx, 'rahbar');
  expect(getUser(ctx, 'rahbar').isDisabled).toBe(true);
  expect((await failure(() => disableUser(ctx, 'dovom'))).details).toMatchObject({ reason: 'last_admin' });
});

test.each([
  ['short', 'rabet', ['too_short']],
  ['1234567890', 'rabet', ['too_common']],
  ['my-rabet-2018', 'rabet', ['contains_username']],
  ['aaaaaaaaaaaa', 'rabet', ['too_few_characters']],
  ['نخل‌های بندر لنگه', 'rabet', []],
])('the password %s of %s is refused for %j', (password, username, reasons) => {
  expect(refusePassword(password, username)).toEqual(reasons);
});

test('a made-up password always passes the policy', () => {
  for (let number = 0; number < 50; number += 1)
    expect(refusePassword(generateTemporaryPassword(), 'rabet')).toEqual([]);
});

describe('authorisation', () => {
  test('with a temporary password nothing is allowed', async () => {
    const ctx = testContext({ role: 'deputy', actor: { mustChangePassword: true } });
    expect((await failure(() => authorise(ctx, 'progress.read'))).details).toEqual({
      action: 'progress.read',
      reason: 'must_change_password',
    });
  });

  test('a body out of scope looks as if it did not exist; an action out of reach is forbidden', async () => {
    const ctx = testContext({ role: 'liaison', actor: { bodyIds: new Set([1]) } });
    const other = { body: { id: 2, districtCode: '221001' } };
    expect((await failure(() => authorise(ctx, 'milestone.claim', other))).code).toBe('not_found');
    expect(
      (await failure(() => authorise(ctx, 'milestone.verify', { body: { id: 1, districtCode: '221001' } }))).code,
    ).toBe('forbidden');
    authorise(ctx, 'milestone.claim', { body: { id: 1, districtCode: '221001' } });
  });

  test('while the clock stands before what is recorded, nothing may be written', async () => {
    const ctx = testContext({ role: 'deputy', today: TODAY });
    const bodyId = insertBody(ctx.db, 'EA-001');
    insertEvent(ctx.db, { kind: 'check_in', bodyId, recordedOn: TODAY });
    assertWritable(ctx);
    insertEvent(ctx.db, { kind: 'check_in', bodyId, recordedOn: '2018-12-09' });
    const error = await failure(() => assertWritable(ctx));
    expect([error.code, error.details]).toEqual(['read_only_clock', { today: TODAY, newestRecordedOn: '2018-12-09' }]);
  });
});

test('the audit log is read page by page, newest first, and filtered', async () => {
  const { ctx } = office();
  for (const username of ['yek', 'dow', 'seh']) await addUser(ctx, { username, name: username, role: 'viewer' });
  disableUser(ctx, 'dow');
  const first = listAudit(ctx, {}, 3);
  expect(first.rows.map((row) => `${row.action} ${row.subjectKey}`)).toEqual([
    'user.disable dow',
    'user.add seh',
    'user.add dow',
  ]);
  expect(first.total).toBe(4);
  const second = listAudit(ctx, { beforeId: first.nextBeforeId ?? 0 }, 3);
  expect(second.rows.map((row) => row.subjectKey)).toEqual(['yek']);
  expect(second.nextBeforeId).toBeNull();
  expect(listAudit(ctx, { subjectType: 'user', subjectKey: 'dow' }).total).toBe(2);
  expect(listAudit(ctx, { fromOn: '2018-12-09' }).total).toBe(0);
});
