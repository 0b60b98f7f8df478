import { describe, expect, test, vi } from 'vitest';
import { loadActor } from '@/lib/auth/load-actor';
import { readSessionActor } from '@/lib/auth/session-actor';
import type { SessionCookie } from '@/lib/auth/session';
import { createClock, type Clock } from '@/lib/clock';
import { isAppError, type AppError } from '@/lib/errors';
import { changeOwnPassword } from '@/lib/services/own-password';
import type { ServiceContext } from '@/lib/services/service-context';
import { createFirstAdmin, isSetUpNeeded } from '@/lib/services/set-up';
import { signIn, signOut } from '@/lib/services/sign-in';
import {
  addUser,
  disableUser,
  enableUser,
  listUsers,
  resetPassword,
  revokeSessions,
  unlockUser,
} from '@/lib/services/users';
import { testContext } from '@/tests/support/database';

const PASSWORD = 'گذرواژهٔ درست ۱۲';

async function failure(promise: Promise<unknown>): Promise<AppError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!isAppError(error)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

async function withUser(username = 'رابط.یک'): Promise<ServiceContext> {
  const ctx = testContext({ role: 'system' });
  await addUser(ctx, { username, name: 'سارا', role: 'liaison' }, { password: PASSWORD, mustChangePassword: false });
  return ctx;
}

function headersWith(cookie: SessionCookie): Headers {
  return new Headers({ cookie: `${cookie.name}=${encodeURIComponent(cookie.value)}` });
}

function auditActions(ctx: ServiceContext): string[] {
  return ctx.db.$client
    .prepare<[], { action: string }>('select action from audit_log order by id')
    .all()
    .map((row) => row.action);
}

/** A clock that stands at an instant given by the test. */
function clockAt(state: { instant: string }): Clock {
  return createClock(null, () => new Date(state.instant));
}

describe('signing in', () => {
  test('the right name and password open a session that the cookie leads back to', async () => {
    const ctx = await withUser();
    const signedIn = await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
    expect(signedIn.mustChangePassword).toBe(false);
    const found = await readSessionActor(ctx, headersWith(signedIn.cookie));
    expect(found?.actor).toMatchObject({ username: 'رابط.یک', name: 'سارا', role: 'liaison', isDelegate: false });
    expect(auditActions(ctx)).toEqual(['user.add', 'session.open']);
  });

  test('a name is understood whatever the keyboard: Arabic letters, capitals, Persian digits', async () => {
    const ctx = await withUser('Ali.کریمی-12');
    await expect(signIn(ctx, { username: ' ALI.كريمي-۱۲ ', password: PASSWORD })).resolves.toMatchObject({
      mustChangePassword: false,
    });
  });

  test('a wrong password and an unknown name say the same, and both are audited', async () => {
    const ctx = await withUser();
    const wrong = await failure(signIn(ctx, { username: 'رابط.یک', password: 'نادرست نادرست' }));
    const unknown = await failure(signIn(ctx, { username: 'کسی', password: 'نادرست نادرست' }));
    expect([wrong.code, wrong.details]).toEqual(['wrong_credentials', { attemptsLeft: 4 }]);
    expect([unknown.code, unknown.details]).toEqual(['wrong_credentials', { attemptsLeft: 4 }]);
    expect(auditActions(ctx)).toEqual(['user.add', 'session.refuse', 'session.refuse']);
  });

  test('after five failures the name is locked for fifteen minutes, even for the right password; then it opens again', async () => {
    const state = { instant: '2018-12-08T06:00:00.000Z' };
    const ctx = { ...(await withUser()), clock: clockAt(state) };
    for (let attempt = 1; attempt <= 4; attempt += 1)
      await failure(signIn(ctx, { username: 'رابط.یک', password: 'نادرست' }));
    const fifth = await failure(signIn(ctx, { username: 'رابط.یک', password: 'نادرست' }));
    expect([fifth.code, fifth.details]).toEqual(['too_many_attempts', { minutesLeft: 15 }]);
    expect(auditActions(ctx).slice(-2)).toEqual(['session.refuse', 'session.lock']);
    state.instant = '2018-12-08T06:10:30.000Z';
    const locked = await failure(signIn(ctx, { username: 'رابط.یک', password: PASSWORD }));
    expect([locked.code, locked.details]).toEqual(['too_many_attempts', { minutesLeft: 5 }]);
    state.instant = '2018-12-08T06:15:01.000Z';
    await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
    expect((await failure(signIn(ctx, { username: 'رابط.یک', password: 'نادرست' }))).details).toEqual({
      attemptsLeft: 4,
    });
  });

  test('twenty attempts at the same time get no more than five tries', async () => {
    const ctx = await withUser();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => failure(signIn(ctx, { username: 'رابط.یک', password: 'نادرست' }))),
    );
    const tried = auditActions(ctx).filter((action) => action === 'session.refuse').length;
    expect(tried).toBe(5);
    expect(results.filter((error) => error.code === 'too_many_attempts')).toHaveLength(16);
  });

  test('an address that fails thirty times with different names is locked too; other addresses are not', async () => {
    const ctx = await withUser();
    for (let number = 0; number < 29; number += 1)
      await failure(signIn(ctx, { username: `name${number}`, password: 'نادرست' }));
    await failure(signIn(ctx, { username: 'another', password: 'نادرست' }));
    const locked = await failure(signIn(ctx, { username: 'رابط.یک', password: PASSWORD }));
    expect(locked.code).toBe('too_many_attempts');
    await signIn({ ...ctx, ipAddress: '192.0.2.8' }, { username: 'رابط.یک', password: PASSWORD });
  });

  test('an admin ends a lock', async () => {
    const ctx = await withUser();
    for (let attempt = 0; attempt < 5; attempt += 1)
      await failure(signIn(ctx, { username: 'رابط.یک', password: 'نادرست' }));
    expect(listUsers(ctx)[0]?.lockedMinutes).toBe(15);
    unlockUser(ctx, 'رابط.یک');
    await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
  });

  test('a disabled account is refused, and only who knows the password learns why', async () => {
    const ctx = await withUser();
    disableUser(ctx, 'رابط.یک');
    expect((await failure(signIn(ctx, { username: 'رابط.یک', password: PASSWORD }))).code).toBe('account_disabled');
    expect((await failure(signIn(ctx, { username: 'رابط.یک', password: 'نادرست' }))).code).toBe('wrong_credentials');
    expect(ctx.db.$client.prepare('select count(*) from sessions').pluck().get()).toBe(0);
  });

  test('without an audit row there is no session', async () => {
    const ctx = await withUser();
    ctx.db.$client.exec(
      "create trigger no_audit before insert on audit_log when new.action = 'session.open' begin select raise(abort, 'no audit'); end",
    );
    await expect(signIn(ctx, { username: 'رابط.یک', password: PASSWORD })).rejects.toThrow('no audit');
    expect(ctx.db.$client.prepare('select count(*) from sessions').pluck().get()).toBe(0);
  });
});

describe('a session', () => {
  test('ends with sign-out, disabling, a reset password and on the admin’s order', async () => {
    const ctx = await withUser();
    const open = async () => (await signIn(ctx, { username: 'رابط.یک', password: PASSWORD })).cookie;
    const isOpen = async (cookie: SessionCookie) => (await readSessionActor(ctx, headersWith(cookie))) !== null;

    const first = await open();
    const found = await readSessionActor(ctx, headersWith(first));
    signOut({ ...ctx, isSystem: false, actor: found?.actor ?? ctx.actor }, found?.sessionToken ?? '');
    expect(await isOpen(first)).toBe(false);
    expect(auditActions(ctx).at(-1)).toBe('session.close');

    const second = await open();
    disableUser(ctx, 'رابط.یک');
    expect(await isOpen(second)).toBe(false);
    enableUser(ctx, 'رابط.یک');
    expect(await isOpen(second)).toBe(false);

    const third = await open();
    expect(revokeSessions(ctx, 'رابط.یک')).toBe(1);
    expect(await isOpen(third)).toBe(false);

    const fourth = await open();
    await resetPassword(ctx, 'رابط.یک');
    expect(await isOpen(fourth)).toBe(false);
  });

  test('is not opened by a cookie with a wrong signature, nor by none', async () => {
    const ctx = await withUser();
    const { cookie } = await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
    const [token] = cookie.value.split('.');
    expect(await readSessionActor(ctx, headersWith({ ...cookie, value: `${token}.AAAA` }))).toBeNull();
    expect(await readSessionActor(ctx, headersWith({ ...cookie, value: token ?? '' }))).toBeNull();
    expect(await readSessionActor(ctx, new Headers())).toBeNull();
  });

  test('is ended at once also where its cookie was checked a moment ago, by whichever process ended it', async () => {
    const ctx = await withUser();
    const { cookie } = await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
    expect(await readSessionActor(ctx, headersWith(cookie))).not.toBeNull();
    expect(await readSessionActor(ctx, headersWith(cookie))).not.toBeNull();
    const [token] = cookie.value.split('.');
    expect(await readSessionActor(ctx, headersWith({ ...cookie, value: `${token}.AAAA` }))).toBeNull();
    ctx.db.$client.exec(`update sessions set expires_at = ${Date.now() - 1000}`);
    expect(await readSessionActor(ctx, headersWith(cookie))).toBeNull();
    ctx.db.$client.exec(`update sessions set expires_at = ${Date.now() + 60_000}`);
    expect(await readSessionActor(ctx, headersWith(cookie))).not.toBeNull();
    ctx.db.$client.exec('delete from sessions');
    expect(await readSessionActor(ctx, headersWith(cookie))).toBeNull();
  });

  test('is prolonged while requests keep coming', async () => {
    const ctx = await withUser();
    const { cookie } = await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    const expiresAt = () => Number(ctx.db.$client.prepare('select expires_at from sessions').pluck().get());
    await readSessionActor(ctx, headersWith(cookie));
    ctx.db.$client.exec('update sessions set expires_at = expires_at - 3600000');
    const before = expiresAt();
    now.mockReturnValue(59_999);
    await readSessionActor(ctx, headersWith(cookie));
    expect(expiresAt()).toBe(before);
    now.mockReturnValue(60_000);
    await readSessionActor(ctx, headersWith(cookie));
    expect(expiresAt()).toBeGreaterThan(before + 3_500_000);
  });

  test('runs out twelve hours after the last request', async () => {
    const ctx = await withUser();
    const { cookie } = await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
    const minutesLeft = () =>
      Math.round(
        (Number(ctx.db.$client.prepare('select expires_at from sessions').pluck().get()) - Date.now()) / 60_000,
      );
    expect(minutesLeft()).toBe(720);
    ctx.db.$client.exec('update sessions set expires_at = expires_at - 3600000');
    expect(await readSessionActor(ctx, headersWith(cookie))).not.toBeNull();
    expect(minutesLeft()).toBe(720);
    ctx.db.$client.exec(`update sessions set expires_at = ${Date.now() - 1000}`);
    expect(await readSessionActor(ctx, headersWith(cookie))).toBeNull();
  });
});

describe('a temporary password', () => {
  test('must be changed, and the change ends the other sessions but keeps the running one', async () => {
    const ctx = await withUser();
    const { temporaryPassword } = await resetPassword(ctx, 'رابط.یک');
    const given = temporaryPassword ?? '';
    const signedIn = await signIn(ctx, { username: 'رابط.یک', password: given });
    const other = await signIn(ctx, { username: 'رابط.یک', password: given });
    expect(signedIn.mustChangePassword).toBe(true);
    const found = await readSessionActor(ctx, headersWith(signedIn.cookie));
    if (found === null) throw new Error('no session');
    const own = { ...ctx, isSystem: false, actor: found.actor };

    const wrong = await failure(
      changeOwnPassword(own, { currentPassword: 'x', newPassword: PASSWORD }, found.sessionToken),
    );
    expect(wrong.code).toBe('wrong_credentials');
    const weak = await failure(
      changeOwnPassword(own, { currentPassword: given, newPassword: 'کوتاه' }, found.sessionToken),
    );
    expect(weak.details).toMatchObject({ field: 'newPassword', reason: 'too_short' });
    await changeOwnPassword(own, { currentPassword: given, newPassword: PASSWORD }, found.sessionToken);

    expect((await readSessionActor(ctx, headersWith(signedIn.cookie)))?.actor.mustChangePassword).toBe(false);
    expect(await readSessionActor(ctx, headersWith(other.cookie))).toBeNull();
    expect(auditActions(ctx)).toContain('user.change_password');
    await signIn(ctx, { username: 'رابط.یک', password: PASSWORD });
  });
});

describe('the first set-up', () => {
  test('makes one admin while there is nobody, and never a second one', async () => {
    const ctx = testContext({ role: 'system' });
    expect(isSetUpNeeded(ctx.db)).toBe(true);
    const input = { username: 'راهبر', name: 'راهبر سامانه', password: PASSWORD };
    const results = await Promise.allSettled([
      createFirstAdmin(ctx, input),
      createFirstAdmin(ctx, { ...input, username: 'دومی' }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(isSetUpNeeded(ctx.db)).toBe(false);
    expect((await failure(createFirstAdmin(ctx, { ...input, username: 'سومی' }))).details).toEqual({
      reason: 'already_set_up',
    });
    expect(auditActions(ctx)).toEqual(['user.add']);
    const [admin] = listUsers(ctx);
    expect(admin).toMatchObject({ role: 'admin', mustChangePassword: false });
    expect(loadActor(ctx.db, admin?.id ?? '', '2018-12-08')?.role).toBe('admin');
  });
});
