import { and, asc, desc, eq, gt, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Executor } from '../client';
import { accounts, delegations, sessions, signInAttempts, users, userScopes } from '../schema/users';
import { areaVersions, bodies, bodyVersions } from '../schema/bodies';
import { prepared } from './prepared';

export type UserRow = typeof users.$inferSelect;
export type NewUserRow = typeof users.$inferInsert;
export type DelegationRow = typeof delegations.$inferSelect;
export type AttemptRow = typeof signInAttempts.$inferSelect;

/** Name of the password provider in the session library's own tables. */
export const CREDENTIAL_PROVIDER = 'credential';

export function countUsers(db: Executor): number {
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(users)
      .get()?.count ?? 0
  );
}

const userById = prepared((db: Executor) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare(),
);

export function findUserById(db: Executor, id: string): UserRow | undefined {
  return userById(db).get({ id });
}

/** `username` must be normalised. */
export function findUserByUsername(db: Executor, username: string): UserRow | undefined {
  return db.select().from(users).where(eq(users.username, username)).get();
}

export function listUserRows(db: Executor): UserRow[] {
  return db.select().from(users).orderBy(asc(users.username)).all();
}

/** Admins who can sign in. */
export function countActiveAdmins(db: Executor, exceptUserId: string): number {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.disabledAt), ne(users.id, exceptUserId)))
    .get();
  return row?.count ?? 0;
}

export function insertUser(db: Executor, row: NewUserRow): void {
  db.insert(users).values(row).run();
}

export function updateUserRow(db: Executor, id: string, values: Partial<Omit<NewUserRow, 'id'>>): void {
  db.update(users).set(values).where(eq(users.id, id)).run();
}

export function insertCredential(db: Executor, row: { userId: string; passwordHash: string; at: Date }): void {
  db.insert(accounts)
    .values({
      id: row.userId,
      accountId: row.userId,
      providerId: CREDENTIAL_PROVIDER,
      userId: row.userId,
      password: row.passwordHash,
      createdAt: row.at,
      updatedAt: row.at,
    })
    .run();
}

export function findPasswordHash(db: Executor, userId: string): string | null {
  const row = db
    .select({ password: accounts.password })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, CREDENTIAL_PROVIDER)))
    .get();
  return row?.password ?? null;
}

export function updatePasswordHash(db: Executor, userId: string, passwordHash: string, at: Date): void {
  db.update(accounts)
    .set({ password: passwordHash, updatedAt: at })
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, CREDENTIAL_PROVIDER)))
    .run();
}

const liveSession = prepared((db: Executor) =>
  db
    .select({ userId: sessions.userId })
    .from(sessions)
    // sessions run on the machine's own time, whatever day a demonstration says it is
    .where(and(eq(sessions.token, sql.placeholder('token')), sql`${sessions.expiresAt} > unixepoch('subsec') * 1000`))
    .prepare(),
);

/** Whose session this is; undefined when it was ended or has run out. */
export function findSessionUserId(db: Executor, token: string): string | undefined {
  return liveSession(db).get({ token })?.userId;
}

/** Ends a user's sessions, but for one if its token is given. Returns how many ended. */
export function deleteSessionsOfUser(db: Executor, userId: string, exceptToken: string | null = null): number {
  const others = exceptToken === null ? undefined : ne(sessions.token, exceptToken);
  return db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), others))
    .run().changes;
}

export function deleteSession(db: Executor, token: string): number {
  return db.delete(sessions).where(eq(sessions.token, token)).run().changes;
}

export function deleteAllSessions(db: Executor): number {
  return db.delete(sessions).run().changes;
}

export function deleteExpiredSessions(db: Executor, now: Date): void {
  db.delete(sessions).where(lt(sessions.expiresAt, now)).run();
}

/** Sessions not run out, by user id. */
export function countLiveSessions(db: Executor, now: Date): Map<string, number> {
  const rows = db
    .select({ userId: sessions.userId, count: sql<number>`count(*)` })
    .from(sessions)
    .where(gt(sessions.expiresAt, now))
    .groupBy(sessions.userId)
    .all();
  return new Map(rows.map((row) => [row.userId, row.count]));
}

export interface ScopeRow {
  readonly userId: string;
  readonly bodyId: number | null;
  readonly bodyCode: string | null;
  readonly districtCode: string | null;
}

/** Scopes of one user, or of all. */
export function listScopes(db: Executor, userId?: string): ScopeRow[] {
  return db
    .select({
      userId: userScopes.userId,
      bodyId: userScopes.bodyId,
      bodyCode: bodies.code,
      districtCode: userScopes.districtCode,
    })
    .from(userScopes)
    .leftJoin(bodies, eq(bodies.id, userScopes.bodyId))
    .where(userId === undefined ? undefined : eq(userScopes.userId, userId))
    .orderBy(asc(userScopes.userId), asc(bodies.code), asc(userScopes.districtCode))
    .all();
}

export function replaceScopes(
  db: Executor,
  userId: string,
  scopes: { readonly bodyIds: readonly number[]; readonly districtCodes: readonly string[] },
): void {
  db.delete(userScopes).where(eq(userScopes.userId, userId)).run();
  for (const bodyId of scopes.bodyIds) db.insert(userScopes).values({ userId, bodyId }).run();
  for (const districtCode of scopes.districtCodes) db.insert(userScopes).values({ userId, districtCode }).run();
}

/** Ids of the bodies with these codes, by code. */
export function findBodyIdsByCode(db: Executor, codes: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const code of codes) {
    const row = db.select({ id: bodies.id }).from(bodies).where(eq(bodies.code, code)).get();
    if (row !== undefined) found.set(code, row.id);
  }
  return found;
}

/** The village administrations of a district, as the newest version of each body has it. */
export function listVillageBodyIds(db: Executor, districtCode: string): number[] {
  return db
    .select({ bodyId: bodyVersions.bodyId })
    .from(bodyVersions)
    .where(
      and(
        eq(bodyVersions.category, 'village_administration'),
        eq(bodyVersions.districtCode, districtCode),
        sql`${bodyVersions.id} = (select max(newer.id) from body_versions as newer where newer.body_id = ${bodyVersions.bodyId})`,
      ),
    )
    .all()
    .map((row) => row.bodyId);
}

/**
 * Names of the liaisons that can sign in and report for a body: by the body itself, or by the district of a village administration.
 * @param villageDistrict null for a body that is no village administration
 */
export function listLiaisonNames(db: Executor, bodyId: number, villageDistrict: string | null): string[] {
  return db
    .selectDistinct({ name: users.name })
    .from(userScopes)
    .innerJoin(users, eq(users.id, userScopes.userId))
    .where(
      and(
        eq(users.role, 'liaison'),
        isNull(users.disabledAt),
        or(
          eq(userScopes.bodyId, bodyId),
          villageDistrict === null ? undefined : eq(userScopes.districtCode, villageDistrict),
        ),
      ),
    )
    .orderBy(asc(users.name))
    .all()
    .map(({ name }) => name);
}

export function isDistrict(db: Executor, code: string): boolean {
  const newest = db
    .select({ kind: areaVersions.kind })
    .from(areaVersions)
    .where(eq(areaVersions.code, code))
    .orderBy(desc(areaVersions.id))
    .limit(1)
    .get();
  return newest?.kind === 'district';
}

/** The newest delegation row of a user: it holds, whatever older rows say. */
const newestDelegation = prepared((db: Executor) =>
  db
    .select()
    .from(delegations)
    .where(eq(delegations.userId, sql.placeholder('userId')))
    .orderBy(desc(delegations.id))
    .limit(1)
    .prepare(),
);

export function findNewestDelegation(db: Executor, userId: string): DelegationRow | undefined {
  return newestDelegation(db).get({ userId });
}

export function listDelegationRows(db: Executor): (DelegationRow & { username: string; name: string })[] {
  return db
    .select({ delegation: delegations, username: users.username, name: users.name })
    .from(delegations)
    .innerJoin(users, eq(users.id, delegations.userId))
    .orderBy(desc(delegations.id))
    .all()
    .map((row) => ({ ...row.delegation, username: row.username, name: row.name }));
}

export function insertDelegation(db: Executor, row: Omit<typeof delegations.$inferInsert, 'id'>): number {
  return db.insert(delegations).values(row).returning({ id: delegations.id }).get().id;
}

/** Whether a delegation row stands on a day: both ends count. */
export function delegationHolds(row: DelegationRow | undefined, day: CivilDate): row is DelegationRow {
  return row !== undefined && !row.isRevocation && row.fromOn <= day && day <= row.untilOn;
}

export function findAttempt(db: Executor, key: string): AttemptRow | undefined {
  return db.select().from(signInAttempts).where(eq(signInAttempts.key, key)).get();
}

export function saveAttempt(db: Executor, row: AttemptRow): void {
  db.insert(signInAttempts).values(row).onConflictDoUpdate({ target: signInAttempts.key, set: row }).run();
}

export function deleteAttempt(db: Executor, key: string): number {
  return db.delete(signInAttempts).where(eq(signInAttempts.key, key)).run().changes;
}

/** Forgets failures older than an instant whose lock, if any, has run out. */
export function deleteOldAttempts(db: Executor, failedBefore: string, now: string): void {
  db.delete(signInAttempts)
    .where(
      and(
        lt(signInAttempts.lastFailedAt, failedBefore),
        or(isNull(signInAttempts.lockedUntil), lt(signInAttempts.lockedUntil, now)),
      ),
    )
    .run();
}

export function listLockedKeys(db: Executor, now: string): AttemptRow[] {
  return db.select().from(signInAttempts).where(gt(signInAttempts.lockedUntil, now)).all();
}
