import type { Db } from '@/db/client';
import { getDb } from '@/db/client';
import { newestRecordedOn } from '@/db/queries/audit-log';
import type { Actor } from '@/lib/auth/actor';
import { getClock, type Clock } from '@/lib/clock';
import { can, type Action, type Resource } from '@/lib/domain/permissions';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';

/** Everything a use case needs from outside: who asks, when, and where the data lie. */
export interface ServiceContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  /** The command line, the first set-up and the program itself: every action is allowed, and the audit log says who it was. */
  readonly isSystem: boolean;
  readonly ipAddress: string | null;
  readonly dataDir: string;
}

/** What is needed before anybody is known: sign-in and the first set-up. */
export type AnonymousContext = Pick<ServiceContext, 'db' | 'clock' | 'ipAddress' | 'dataDir'>;

/** An actor without an account, under a name that the audit log shows. */
export function namedActor(label: string, role: Actor['role']): Actor {
  return {
    id: label,
    username: label,
    name: label,
    role,
    isDelegate: false,
    delegateUntil: null,
    districtCode: null,
    bodyIds: new Set(),
    mustChangePassword: false,
  };
}

export const CLI_ACTOR: Actor = namedActor('cli', 'admin');

/** A context with full rights. `label` stands in the audit log: `cli`, `set-up`, `system`. */
export function systemContext(
  label: string,
  base: Pick<ServiceContext, 'db' | 'clock' | 'dataDir'> & { ipAddress?: string | null },
): ServiceContext {
  return {
    db: base.db,
    clock: base.clock,
    dataDir: base.dataDir,
    actor: label === CLI_ACTOR.id ? CLI_ACTOR : namedActor(label, 'admin'),
    isSystem: true,
    ipAddress: base.ipAddress ?? null,
  };
}

/** The context of the command line: the process-wide database, the clock of the environment, full rights. */
export function cliContext(): ServiceContext {
  return systemContext(CLI_ACTOR.id, { db: getDb(), clock: getClock(), dataDir: getEnv().dataDir });
}

/** How far an action of the actor can reach at all: the own district of a limited expert, else the county. */
export function ownReach({ actor: { districtCode } }: Pick<ServiceContext, 'actor'>): Resource {
  return districtCode === null ? {} : { districtCode };
}

/** Whether the actor may do it; for hiding what would be refused. */
export function mayDo(ctx: Pick<ServiceContext, 'actor' | 'isSystem'>, action: Action, resource?: Resource): boolean {
  return ctx.isSystem || (!ctx.actor.mustChangePassword && can(ctx.actor, action, resource));
}

/**
 * Refuses what the permission table does not allow. Somebody who still has a temporary password may do nothing but change it.
 *
 * @throws AppError `not_found` for a body the actor may not even see, else `forbidden`
 */
export function authorise(ctx: Pick<ServiceContext, 'actor' | 'isSystem'>, action: Action, resource?: Resource): void {
  if (mayDo(ctx, action, resource)) return;
  if (ctx.actor.mustChangePassword) throw new AppError('forbidden', { action, reason: 'must_change_password' });
  if (resource?.body !== undefined && !can(ctx.actor, 'body.read', { body: resource.body })) {
    throw new AppError('not_found', { action });
  }
  throw new AppError('forbidden', { action });
}

/**
 * Refuses to write while the clock stands before what is already recorded: it must be wrong, and history never goes back.
 *
 * @throws AppError `read_only_clock` with `today` and `newestRecordedOn`
 */
export function assertWritable(ctx: Pick<ServiceContext, 'db' | 'clock'>): void {
  const newest = newestRecordedOn(ctx.db);
  const today = ctx.clock.today();
  if (newest !== null && today < newest) {
    throw new AppError('read_only_clock', { today, newestRecordedOn: newest });
  }
}
