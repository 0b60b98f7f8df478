import type { Executor } from '@/db/client';
import { insertAuditRow } from '@/db/queries/audit-log';
import {
  deleteAttempt,
  deleteExpiredSessions,
  deleteOldAttempts,
  deleteSession,
  findAttempt,
  findUserById,
  findUserByUsername,
  saveAttempt,
  type UserRow,
} from '@/db/queries/users';
import { verifyAgainstNothing } from '@/lib/auth/passwords';
import { openSession, type SessionCookie } from '@/lib/auth/session';
import { isValidUsername, normaliseUsername } from '@/lib/auth/usernames';
import { AppError, isAppError } from '@/lib/errors';
import { signInSchema, type SignInInput } from '@/lib/validation/sign-in';
import { recordAudit } from './audit';
import { parseInput } from './parse-input';
import type { AnonymousContext, ServiceContext } from './service-context';
import { accountTransaction } from './write-transaction';

export const LOCK_MINUTES = 15;
export const FAILURES_PER_USERNAME = 5;
export const FAILURES_PER_ADDRESS = 30;

const LOCK_MS = LOCK_MINUTES * 60_000;

interface AttemptKey {
  readonly key: string;
  readonly limit: number;
}

export function usernameAttemptKey(username: string): string {
  return `user:${username}`;
}

function attemptKeys(username: string, ipAddress: string | null): AttemptKey[] {
  const keys = [{ key: usernameAttemptKey(username), limit: FAILURES_PER_USERNAME }];
  if (ipAddress !== null) keys.push({ key: `ip:${ipAddress}`, limit: FAILURES_PER_ADDRESS });
  return keys;
}

/** Minutes until a lock ends, rounded up; 0 without one. A lock further off than locks last comes from a clock that was put back. */
export function minutesLocked(lockedUntil: string | null | undefined, now: Date): number {
  if (lockedUntil === null || lockedUntil === undefined) return 0;
  const left = Date.parse(lockedUntil) - now.getTime();
  return left > 0 && left <= LOCK_MS ? Math.ceil(left / 60_000) : 0;
}

/**
 * Counts an attempt before the password is looked at: a hundred attempts at once get no more tries than five in a row. A success takes
 * it back. Returns the tries left for the user name after this one.
 */
function reserveAttempt(ctx: AnonymousContext, db: Executor, keys: readonly AttemptKey[]): number {
  const now = ctx.clock.now();
  const lockedMinutes = Math.max(...keys.map(({ key }) => minutesLocked(findAttempt(db, key)?.lockedUntil, now)));
  if (lockedMinutes > 0) throw new AppError('too_many_attempts', { minutesLeft: lockedMinutes });
  const left = keys.map(({ key, limit }) => {
    const known = findAttempt(db, key);
    const isRecent = known !== undefined && Math.abs(now.getTime() - Date.parse(known.lastFailedAt)) < LOCK_MS;
    const wasLocked = known !== undefined && known.lockedUntil !== null;
    const failureCount = isRecent && !wasLocked ? known.failureCount + 1 : 1;
    const lockedUntil = failureCount >= limit ? new Date(now.getTime() + LOCK_MS).toISOString() : null;
    saveAttempt(db, { key, failureCount, lastFailedAt: now.toISOString(), lockedUntil });
    return limit - failureCount;
  });
  deleteOldAttempts(db, new Date(now.getTime() - 2 * LOCK_MS).toISOString(), now.toISOString());
  return left[0] ?? 0;
}

function releaseAttempt(db: Executor, keys: readonly AttemptKey[]): void {
  for (const { key } of keys) {
    if (key.startsWith('user:')) deleteAttempt(db, key);
    else {
      // only this attempt: who knows one password must not get endless tries at others from the same place
      const known = findAttempt(db, key);
      if (known !== undefined) saveAttempt(db, { ...known, failureCount: known.failureCount - 1, lockedUntil: null });
    }
  }
}

function auditAttempt(
  ctx: AnonymousContext,
  tx: Executor,
  action: string,
  username: string,
  user: UserRow | undefined,
  details: Record<string, unknown> = {},
): void {
  insertAuditRow(tx, {
    recordedAt: ctx.clock.now().toISOString(),
    recordedOn: ctx.clock.today(),
    actorId: user?.id ?? null,
    actorName: username,
    actorRole: user?.role ?? 'unknown',
    action,
    subjectType: 'user',
    subjectKey: username,
    details,
    ipAddress: ctx.ipAddress,
  });
}

export interface SignedIn {
  readonly userId: string;
  readonly mustChangePassword: boolean;
  /** For `startBrowserSession`. */
  readonly cookie: SessionCookie;
}

/**
 * Signs somebody in by name and password. Success, failure and lock-out each leave an audit row. An unknown name takes as long and says
 * the same as a wrong password.
 *
 * @throws AppError `wrong_credentials` with `attemptsLeft`, `too_many_attempts` with `minutesLeft`, `account_disabled` (only after the
 *   right password), `invalid_input`
 */
export async function signIn(
  ctx: AnonymousContext,
  input: SignInInput & { readonly userAgent?: string | null },
): Promise<SignedIn> {
  const parsed = parseInput(signInSchema, input);
  const username = normaliseUsername(parsed.username).slice(0, 60);
  const keys = attemptKeys(username, ctx.ipAddress);
  const attemptsLeft = accountTransaction(ctx, (tx) => reserveAttempt(ctx, tx, keys));

  const known = isValidUsername(username) ? findUserByUsername(ctx.db, username) : undefined;
  const session =
    known === undefined
      ? await verifyAgainstNothing(parsed.password)
      : await openSession(ctx, { username, password: parsed.password, userAgent: input.userAgent ?? null });

  if (session === false || session === null) {
    accountTransaction(ctx, (tx) => {
      auditAttempt(ctx, tx, 'session.refuse', username, known, { attemptsLeft });
      if (attemptsLeft <= 0) auditAttempt(ctx, tx, 'session.lock', username, known, { minutes: LOCK_MINUTES });
    });
    if (attemptsLeft <= 0) throw new AppError('too_many_attempts', { minutesLeft: LOCK_MINUTES });
    throw new AppError('wrong_credentials', { attemptsLeft });
  }

  try {
    return accountTransaction(ctx, (tx) => {
      const user = findUserById(tx, session.userId);
      if (user === undefined || user.disabledAt !== null) throw new AppError('account_disabled');
      releaseAttempt(tx, keys);
      deleteExpiredSessions(tx, ctx.clock.isSimulated ? new Date(0) : ctx.clock.now());
      auditAttempt(ctx, tx, 'session.open', username, user);
      return { userId: user.id, mustChangePassword: user.mustChangePassword, cookie: session.cookie };
    });
  } catch (error) {
    // no session without its audit row
    accountTransaction(ctx, (tx) => {
      deleteSession(tx, session.token);
      if (isAppError(error, 'account_disabled'))
        auditAttempt(ctx, tx, 'session.refuse', username, known, { reason: error.code });
    });
    throw error;
  }
}

/** Ends the running session. Calling it again changes nothing. */
export function signOut(ctx: ServiceContext, sessionToken: string): void {
  accountTransaction(ctx, (tx) => {
    if (deleteSession(tx, sessionToken) === 0) return;
    recordAudit(ctx, tx, { action: 'session.close', subjectType: 'user', subjectKey: ctx.actor.username });
  });
}

/**
 * Counts a try at a password outside of sign-in (a change of password), with the same lock. Returns what to call after the right one.
 *
 * @throws AppError `too_many_attempts`
 */
export function reservePasswordTry(
  ctx: ServiceContext,
  username: string,
): { attemptsLeft: number; release: (tx: Executor) => void } {
  const keys = [{ key: usernameAttemptKey(username), limit: FAILURES_PER_USERNAME }];
  const attemptsLeft = accountTransaction(ctx, (tx) => reserveAttempt(ctx, tx, keys));
  return { attemptsLeft, release: (tx) => releaseAttempt(tx, keys) };
}
