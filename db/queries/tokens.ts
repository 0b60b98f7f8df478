import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Executor } from '../client';
import { apiTokens } from '../schema/users';

export type TokenRow = typeof apiTokens.$inferSelect;

export function insertToken(db: Executor, row: Omit<typeof apiTokens.$inferInsert, 'id'>): number {
  return db.insert(apiTokens).values(row).returning({ id: apiTokens.id }).get().id;
}

export function listTokenRows(db: Executor): Omit<TokenRow, 'sha256'>[] {
  return db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      prefix: apiTokens.prefix,
      createdAt: apiTokens.createdAt,
      createdBy: apiTokens.createdBy,
      createdByName: apiTokens.createdByName,
      lastUsedAt: apiTokens.lastUsedAt,
      revokedAt: apiTokens.revokedAt,
    })
    .from(apiTokens)
    .orderBy(desc(apiTokens.id))
    .all();
}

export function findTokenById(db: Executor, id: number): TokenRow | undefined {
  return db.select().from(apiTokens).where(eq(apiTokens.id, id)).get();
}

export function findLiveTokenBySha256(db: Executor, sha256: string): TokenRow | undefined {
  return db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.sha256, sha256), isNull(apiTokens.revokedAt)))
    .get();
}

export function markTokenUsed(db: Executor, id: number, at: string): void {
  db.update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, id)).run();
}

export function markTokenRevoked(db: Executor, id: number, at: string): void {
  db.update(apiTokens).set({ revokedAt: at }).where(eq(apiTokens.id, id)).run();
}

export function markAllTokensRevoked(db: Executor, at: string): number {
  return db.update(apiTokens).set({ revokedAt: at }).where(isNull(apiTokens.revokedAt)).run().changes;
}
