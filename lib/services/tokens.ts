import { createHash, randomBytes } from 'node:crypto';
import {
  findLiveTokenBySha256,
  findTokenById,
  insertToken,
  listTokenRows,
  markTokenRevoked,
  markTokenUsed,
} from '@/db/queries/tokens';
import type { Actor } from '@/lib/auth/actor';
import { AppError, isAppError } from '@/lib/errors';
import { tokenSchema } from '@/lib/validation/users';
import { recordAudit } from './audit';
import { parseInput } from './parse-input';
import { authorise, namedActor, type AnonymousContext, type ServiceContext } from './service-context';
import { accountTransaction } from './write-transaction';

const PREFIX = 'mzb_';
/** How often the last use of a token is written down. */
const USE_NOTED_EVERY_MS = 3_600_000;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export type TokenSummary = ReturnType<typeof listTokenRows>[number];

/**
 * Makes a read-only key for a machine. Its text is in the answer and nowhere else: only the SHA-256 is kept.
 *
 * @throws AppError `forbidden`, `invalid_input`
 */
export function createToken(
  ctx: ServiceContext,
  input: { readonly name: string },
): { id: number; name: string; token: string } {
  authorise(ctx, 'token.manage');
  const { name } = parseInput(tokenSchema, input);
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const id = accountTransaction(ctx, (tx) => {
    const created = insertToken(tx, {
      name,
      prefix: token.slice(0, PREFIX.length + 4),
      sha256: sha256(token),
      createdAt: ctx.clock.now().toISOString(),
      createdBy: ctx.isSystem ? null : ctx.actor.id,
      createdByName: ctx.actor.name,
    });
    recordAudit(ctx, tx, {
      action: 'token.create',
      subjectType: 'token',
      subjectKey: String(created),
      details: { name },
    });
    return created;
  });
  return { id, name, token };
}

/** All tokens, newest first, revoked ones too; never their text. @throws AppError `forbidden` */
export function listTokens(ctx: ServiceContext): TokenSummary[] {
  authorise(ctx, 'token.manage');
  return listTokenRows(ctx.db);
}

/** Ends a token for good. Revoking one twice changes nothing. @throws AppError `forbidden`, `not_found` */
export function revokeToken(ctx: ServiceContext, id: number): void {
  authorise(ctx, 'token.manage');
  accountTransaction(ctx, (tx) => {
    const token = findTokenById(tx, id);
    if (token === undefined) throw new AppError('not_found', { subject: 'token', id });
    if (token.revokedAt !== null) return;
    markTokenRevoked(tx, id, ctx.clock.now().toISOString());
    recordAudit(ctx, tx, {
      action: 'token.revoke',
      subjectType: 'token',
      subjectKey: String(id),
      details: { name: token.name },
    });
  });
}

/** When a token was last used is good to know, but no reason to refuse a read: a full disk or a locked file leaves it unsaid. */
function noteUse(ctx: Pick<AnonymousContext, 'db'>, id: number, at: string): void {
  try {
    accountTransaction(ctx, (tx) => markTokenUsed(tx, id, at));
  } catch (error) {
    if (!isAppError(error, 'disk_full') && !isAppError(error, 'database_locked')) throw error;
  }
}

/** The actor behind a token, with a viewer's rights; null for an unknown or revoked one. */
export function findTokenActor(ctx: Pick<AnonymousContext, 'db' | 'clock'>, token: string): Actor | null {
  if (!token.startsWith(PREFIX)) return null;
  const row = findLiveTokenBySha256(ctx.db, sha256(token));
  if (row === undefined) return null;
  const now = ctx.clock.now();
  if (row.lastUsedAt === null || Math.abs(now.getTime() - Date.parse(row.lastUsedAt)) > USE_NOTED_EVERY_MS) {
    noteUse(ctx, row.id, now.toISOString());
  }
  return { ...namedActor(`token:${row.id}`, 'viewer'), name: row.name };
}
