import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  delegationHolds,
  findNewestDelegation,
  findUserByUsername,
  insertDelegation,
  listDelegationRows,
} from '@/db/queries/users';
import { normaliseUsername } from '@/lib/auth/usernames';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { invalidInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { accountTransaction } from './write-transaction';

/** The deputy hands over the own authority; the admin may enter what was decided on paper. */
function authoriseDelegation(ctx: ServiceContext): void {
  if (!ctx.isSystem && ctx.actor.role === 'deputy' && !ctx.actor.mustChangePassword) return;
  authorise(ctx, 'user.manage');
}

export interface DelegationSummary {
  readonly username: string;
  readonly name: string;
  readonly fromOn: CivilDate;
  readonly untilOn: CivilDate;
  readonly grantedByName: string;
}

/**
 * Lets an expert act for the deputy from a day (default: today) until a day, both included. A newer delegation replaces the user's
 * older one. Everything done by it is marked so.
 *
 * @throws AppError `forbidden`, `not_found`; `invalid_input` with `not_an_expert`, `before_today` or `until_before_from`; `account_disabled`
 */
export function grantDelegation(
  ctx: ServiceContext,
  input: { readonly username: string; readonly untilOn: CivilDate; readonly fromOn?: CivilDate },
): void {
  authoriseDelegation(ctx);
  const today = ctx.clock.today();
  const fromOn = input.fromOn ?? today;
  if (fromOn < today) throw invalidInput([{ field: 'fromOn', reason: 'before_today' }]);
  if (input.untilOn < fromOn) throw invalidInput([{ field: 'untilOn', reason: 'until_before_from' }]);
  accountTransaction(ctx, (tx) => {
    const user = findUserByUsername(tx, normaliseUsername(input.username));
    if (user === undefined) throw new AppError('not_found', { subject: 'user', username: input.username });
    if (user.disabledAt !== null) throw new AppError('account_disabled', { username: user.username });
    if (user.role !== 'expert') throw invalidInput([{ field: 'username', reason: 'not_an_expert', role: user.role }]);
    insertDelegation(tx, {
      userId: user.id,
      fromOn,
      untilOn: input.untilOn,
      grantedBy: ctx.isSystem ? null : ctx.actor.id,
      grantedByName: ctx.actor.name,
      recordedOn: today,
      recordedAt: ctx.clock.now().toISOString(),
    });
    recordAudit(ctx, tx, {
      action: 'delegation.grant',
      subjectType: 'user',
      subjectKey: user.username,
      details: { fromOn, untilOn: input.untilOn },
    });
  });
}

/** Takes a running or coming delegation back, from now on. @throws AppError `forbidden`, `not_found` */
export function revokeDelegation(ctx: ServiceContext, username: string): void {
  authoriseDelegation(ctx);
  accountTransaction(ctx, (tx) => {
    const user = findUserByUsername(tx, normaliseUsername(username));
    const newest = user === undefined ? undefined : findNewestDelegation(tx, user.id);
    const today = ctx.clock.today();
    if (user === undefined || newest === undefined || newest.isRevocation || newest.untilOn < today) {
      throw new AppError('not_found', { subject: 'delegation', username });
    }
    insertDelegation(tx, {
      userId: user.id,
      fromOn: newest.fromOn,
      untilOn: newest.untilOn,
      isRevocation: true,
      grantedBy: ctx.isSystem ? null : ctx.actor.id,
      grantedByName: ctx.actor.name,
      recordedOn: today,
      recordedAt: ctx.clock.now().toISOString(),
    });
    recordAudit(ctx, tx, { action: 'delegation.revoke', subjectType: 'user', subjectKey: user.username });
  });
}

/** Delegations that stand today or will stand, one a user. @throws AppError `forbidden` */
export function listDelegations(ctx: ServiceContext): DelegationSummary[] {
  authoriseDelegation(ctx);
  const today = ctx.clock.today();
  const seen = new Set<string>();
  const current: DelegationSummary[] = [];
  for (const row of listDelegationRows(ctx.db)) {
    if (seen.has(row.userId)) continue;
    seen.add(row.userId);
    const isComing = !row.isRevocation && row.fromOn > today;
    if (delegationHolds(row, today) || isComing) {
      const { username, name, fromOn, untilOn, grantedByName } = row;
      current.push({ username, name, fromOn, untilOn, grantedByName });
    }
  }
  return current;
}
