import { randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import {
  countActiveAdmins,
  countLiveSessions,
  deleteAttempt,
  deleteSessionsOfUser,
  findAttempt,
  findBodyIdsByCode,
  findUserByUsername,
  insertCredential,
  insertUser,
  isDistrict,
  listLockedKeys,
  listScopes,
  listUserRows,
  replaceScopes,
  updatePasswordHash,
  updateUserRow,
  type UserRow,
} from '@/db/queries/users';
import { generateTemporaryPassword, hashPassword, refusePassword } from '@/lib/auth/passwords';
import { isValidUsername, normaliseUsername } from '@/lib/auth/usernames';
import type { Role } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';
import { comparePersian } from '@/lib/text/collation';
import {
  addUserSchema,
  scopesSchema,
  updateUserSchema,
  type AddUserInput,
  type ScopesInput,
  type UpdateUserInput,
} from '@/lib/validation/users';
import { recordAudit } from './audit';
import { invalidInput, parseInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { minutesLocked, usernameAttemptKey } from './sign-in';
import { accountTransaction } from './write-transaction';

export interface UserSummary {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly phone: string | null;
  readonly districtCode: string | null;
  readonly bodyCodes: readonly string[];
  readonly scopeDistrictCodes: readonly string[];
  readonly isDisabled: boolean;
  readonly mustChangePassword: boolean;
  readonly lockedMinutes: number;
  readonly sessionCount: number;
}

function userOf(tx: Tx, username: string): UserRow {
  const user = findUserByUsername(tx, normaliseUsername(username));
  if (user === undefined) throw new AppError('not_found', { subject: 'user', username });
  return user;
}

function auditUser(
  ctx: ServiceContext,
  tx: Tx,
  verb: string,
  username: string,
  details: Record<string, unknown> = {},
): void {
  recordAudit(ctx, tx, { action: `user.${verb}`, subjectType: 'user', subjectKey: username, details });
}

function checkDistricts(tx: Tx, field: string, codes: readonly string[]): void {
  const unknown = codes.filter((code) => !isDistrict(tx, code));
  if (unknown.length > 0) throw invalidInput([{ field, reason: 'no_such_district', codes: unknown }]);
}

function writeScopes(
  tx: Tx,
  user: { id: string; role: Role },
  scopes: { bodyCodes: string[]; scopeDistrictCodes: string[] },
): void {
  const bodyCodes = [...new Set(scopes.bodyCodes)];
  const districtCodes = [...new Set(scopes.scopeDistrictCodes)];
  if (user.role !== 'liaison' && bodyCodes.length + districtCodes.length > 0) {
    throw invalidInput([{ field: 'bodyCodes', reason: 'not_a_liaison', role: user.role }]);
  }
  const ids = findBodyIdsByCode(tx, bodyCodes);
  const unknown = bodyCodes.filter((code) => !ids.has(code));
  if (unknown.length > 0) throw invalidInput([{ field: 'bodyCodes', reason: 'no_such_body', codes: unknown }]);
  checkDistricts(tx, 'scopeDistrictCodes', districtCodes);
  replaceScopes(tx, user.id, { bodyIds: [...ids.values()], districtCodes });
}

function checkExpertDistrict(tx: Tx, role: Role, districtCode: string | null): void {
  if (districtCode === null) return;
  if (role !== 'expert') throw invalidInput([{ field: 'districtCode', reason: 'not_an_expert', role }]);
  checkDistricts(tx, 'districtCode', [districtCode]);
}

function assertAdminRemains(tx: Tx, user: UserRow): void {
  if (user.role === 'admin' && user.disabledAt === null && countActiveAdmins(tx, user.id) === 0) {
    throw new AppError('conflict', { reason: 'last_admin', username: user.username });
  }
}

export interface NewUser {
  readonly id: string;
  readonly username: string;
  /** To be handed over and then forgotten; null if the password was given. */
  readonly temporaryPassword: string | null;
}

/**
 * Adds a user. Without a password a temporary one is made up, which has to be changed at the first sign-in; so has a given one, unless
 * `mustChangePassword` is false.
 *
 * @throws AppError `forbidden`; `invalid_input` with `username_taken`, `username_shape`, a reason of `refusePassword`, `no_such_body`,
 *   `no_such_district`, `not_a_liaison`, `not_an_expert`
 */
export async function addUser(
  ctx: ServiceContext,
  input: AddUserInput,
  options: { readonly password?: string; readonly mustChangePassword?: boolean } = {},
): Promise<NewUser> {
  authorise(ctx, 'user.manage');
  const parsed = parseInput(addUserSchema, input);
  const username = normaliseUsername(parsed.username);
  if (!isValidUsername(username)) throw invalidInput([{ field: 'username', reason: 'username_shape' }]);
  if (options.password !== undefined) assertPassword('password', options.password, username);
  const temporaryPassword = options.password === undefined ? generateTemporaryPassword() : null;
  const passwordHash = await hashPassword(options.password ?? temporaryPassword ?? '');
  const id = randomUUID();
  accountTransaction(ctx, (tx) => {
    if (findUserByUsername(tx, username) !== undefined) {
      throw invalidInput([{ field: 'username', reason: 'username_taken', username }]);
    }
    checkExpertDistrict(tx, parsed.role, parsed.districtCode);
    const now = ctx.clock.now();
    insertUser(tx, {
      id,
      username,
      displayUsername: username,
      name: normaliseForStore(parsed.name),
      email: `${id}@local.invalid`,
      createdAt: now,
      updatedAt: now,
      role: parsed.role,
      phone: parsed.phone,
      districtCode: parsed.districtCode,
      mustChangePassword: options.mustChangePassword ?? true,
    });
    insertCredential(tx, { userId: id, passwordHash, at: now });
    writeScopes(tx, { id, role: parsed.role }, parsed);
    const { role, districtCode, bodyCodes, scopeDistrictCodes } = parsed;
    auditUser(ctx, tx, 'add', username, { role, districtCode, bodyCodes, scopeDistrictCodes });
  });
  return { id, username, temporaryPassword };
}

/** @throws AppError `invalid_input` naming every reason against the password */
export function assertPassword(field: string, password: string, username: string): void {
  const reasons = refusePassword(password, username);
  if (reasons.length > 0) throw invalidInput(reasons.map((reason) => ({ field, reason })));
}

/**
 * Changes name, role, telephone or an expert's district. Another role ends the sessions, takes scopes away that no longer fit, and is
 * refused for the last admin.
 *
 * @throws AppError `forbidden`, `not_found`, `invalid_input`, `conflict` with `last_admin`
 */
export function updateUser(ctx: ServiceContext, username: string, input: UpdateUserInput): void {
  authorise(ctx, 'user.manage');
  const parsed = parseInput(updateUserSchema, input);
  accountTransaction(ctx, (tx) => {
    const user = userOf(tx, username);
    if (parsed.role !== user.role) {
      assertAdminRemains(tx, user);
      deleteSessionsOfUser(tx, user.id);
      if (parsed.role !== 'liaison') replaceScopes(tx, user.id, { bodyIds: [], districtCodes: [] });
    }
    checkExpertDistrict(tx, parsed.role, parsed.districtCode);
    const values = { ...parsed, name: normaliseForStore(parsed.name) };
    updateUserRow(tx, user.id, { ...values, updatedAt: ctx.clock.now() });
    const before = { name: user.name, role: user.role, phone: user.phone, districtCode: user.districtCode };
    auditUser(ctx, tx, 'update', user.username, { before, after: values });
  });
}

/** Sets what a liaison reports for; what was there before goes. @throws AppError `forbidden`, `not_found`, `invalid_input` */
export function setScopes(ctx: ServiceContext, username: string, input: ScopesInput): void {
  authorise(ctx, 'user.manage');
  const parsed = parseInput(scopesSchema, input);
  accountTransaction(ctx, (tx) => {
    const user = userOf(tx, username);
    writeScopes(tx, user, parsed);
    auditUser(ctx, tx, 'set_scopes', user.username, { ...parsed });
  });
}

/**
 * Gives a temporary password, shown once, that has to be changed at the next sign-in; ends the user's sessions and lock.
 *
 * @throws AppError `forbidden`, `not_found`, `invalid_input`
 */
export async function resetPassword(
  ctx: ServiceContext,
  username: string,
  password?: string,
): Promise<{ username: string; temporaryPassword: string | null }> {
  authorise(ctx, 'user.manage');
  const key = normaliseUsername(username);
  if (password !== undefined) assertPassword('password', password, key);
  const temporaryPassword = password === undefined ? generateTemporaryPassword() : null;
  const passwordHash = await hashPassword(password ?? temporaryPassword ?? '');
  accountTransaction(ctx, (tx) => {
    const user = userOf(tx, key);
    const now = ctx.clock.now();
    updatePasswordHash(tx, user.id, passwordHash, now);
    updateUserRow(tx, user.id, { mustChangePassword: true, updatedAt: now });
    deleteSessionsOfUser(tx, user.id);
    deleteAttempt(tx, usernameAttemptKey(user.username));
    auditUser(ctx, tx, 'reset_password', user.username);
  });
  return { username: key, temporaryPassword };
}

/** Closes an account and ends its sessions; history keeps the name. @throws AppError `conflict` with `last_admin` or `own_account` */
export function disableUser(ctx: ServiceContext, username: string): void {
  authorise(ctx, 'user.manage');
  accountTransaction(ctx, (tx) => {
    const user = userOf(tx, username);
    if (user.disabledAt !== null) return;
    if (user.id === ctx.actor.id) throw new AppError('conflict', { reason: 'own_account', username: user.username });
    assertAdminRemains(tx, user);
    updateUserRow(tx, user.id, { disabledAt: ctx.clock.now().toISOString(), updatedAt: ctx.clock.now() });
    deleteSessionsOfUser(tx, user.id);
    auditUser(ctx, tx, 'disable', user.username);
  });
}

export function enableUser(ctx: ServiceContext, username: string): void {
  authorise(ctx, 'user.manage');
  accountTransaction(ctx, (tx) => {
    const user = userOf(tx, username);
    if (user.disabledAt === null) return;
    updateUserRow(tx, user.id, { disabledAt: null, updatedAt: ctx.clock.now() });
    auditUser(ctx, tx, 'enable', user.username);
  });
}

/** Ends all sessions of a user; returns how many. */
export function revokeSessions(ctx: ServiceContext, username: string): number {
  authorise(ctx, 'user.manage');
  return accountTransaction(ctx, (tx) => {
    const user = userOf(tx, username);
    const ended = deleteSessionsOfUser(tx, user.id);
    auditUser(ctx, tx, 'revoke_sessions', user.username, { ended });
    return ended;
  });
}

/** Ends a lock-out after too many failed sign-ins. */
export function unlockUser(ctx: ServiceContext, username: string): void {
  authorise(ctx, 'user.manage');
  accountTransaction(ctx, (tx) => {
    const user = userOf(tx, username);
    const key = usernameAttemptKey(user.username);
    if (findAttempt(tx, key) === undefined) return;
    deleteAttempt(tx, key);
    auditUser(ctx, tx, 'unlock', user.username);
  });
}

/** All users in the order of their names. @throws AppError `forbidden` */
export function listUsers(ctx: ServiceContext): UserSummary[] {
  authorise(ctx, 'user.manage');
  const now = ctx.clock.now();
  const scopes = listScopes(ctx.db);
  // sessions live by the real clock, and so does nothing else
  const sessionCounts = countLiveSessions(ctx.db, ctx.clock.isSimulated ? new Date(0) : now);
  const locks = new Map(listLockedKeys(ctx.db, now.toISOString()).map((row) => [row.key, row.lockedUntil]));
  return listUserRows(ctx.db)
    .map((user) => {
      const own = scopes.filter((scope) => scope.userId === user.id);
      return {
        id: user.id,
        username: user.username,
        name: user.name,
        role: user.role,
        phone: user.phone,
        districtCode: user.districtCode,
        bodyCodes: own.flatMap((scope) => scope.bodyCode ?? []),
        scopeDistrictCodes: own.flatMap((scope) => scope.districtCode ?? []),
        isDisabled: user.disabledAt !== null,
        mustChangePassword: user.mustChangePassword,
        lockedMinutes: minutesLocked(locks.get(usernameAttemptKey(user.username)), now),
        sessionCount: sessionCounts.get(user.id) ?? 0,
      };
    })
    .sort((a, b) => comparePersian(a.name, b.name));
}

/** One user. @throws AppError `forbidden`, `not_found` */
export function getUser(ctx: ServiceContext, username: string): UserSummary {
  const found = listUsers(ctx).find((user) => user.username === normaliseUsername(username));
  if (found === undefined) throw new AppError('not_found', { subject: 'user', username });
  return found;
}
