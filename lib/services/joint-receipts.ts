import { findEvent } from '@/db/queries/events';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, EventKind, MilestoneStateName } from '@/lib/domain/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { MOST_BODIES, ownBodies } from './joint-reports';
import { getLedger } from './ledger';
import { loadMilestone } from './milestone-subject';
import { getReceipt, type Receipt } from './receipts';
import { authorise, type ServiceContext } from './service-context';

/** A body for which a joint report recorded nothing, and how its step stands now. */
export interface LeftOutBody {
  readonly code: string;
  readonly name: string;
  /** Null where the step does not apply to the body. */
  readonly state: MilestoneStateName | null;
  /** The last thing recorded on the step. */
  readonly last: { readonly kind: EventKind; readonly actorName: string; readonly recordedOn: CivilDate } | null;
}

export interface JointReceipt {
  readonly receipts: readonly Receipt[];
  readonly leftOut: readonly LeftOutBody[];
  readonly categories: readonly BodyCategory[];
}

/**
 * The receipts of what was reported for many bodies in one go, read from the history: the page stays true whenever it is opened again.
 *
 * @throws AppError `not_found` if a single event or body is not the actor's, or nothing is named
 */
export function getJointReceipt(
  ctx: ServiceContext,
  asked: {
    readonly eventIds: readonly number[];
    readonly leftOut: readonly string[];
    readonly milestoneCode: string | null;
    readonly programmeCode: string | null;
  },
): JointReceipt {
  authorise(ctx, 'my.read');
  const ids = [...new Set(asked.eventIds)];
  if (ids.length + asked.leftOut.length === 0 || ids.length > MOST_BODIES) throw new AppError('not_found', {});
  const receipts = ids.map((id) => getReceipt(ctx, id));
  const leftOut = ownBodies(ctx, 'milestone.claim', [...new Set(asked.leftOut)].slice(0, MOST_BODIES));
  const named = new Set([...receipts.map(({ body }) => body.code), ...leftOut.map(({ code }) => code)]);
  const { bodies } = getLedger(ctx.db).reference(ctx.clock.today());
  return {
    receipts,
    leftOut: leftOut.map(({ code, name }) => ({ code, name, ...stateOf(ctx, code, asked) })),
    categories: bodies.filter(({ code }) => named.has(code)).map(({ category }) => category),
  };
}

function stateOf(
  ctx: ServiceContext,
  bodyCode: string,
  { milestoneCode, programmeCode }: { readonly milestoneCode: string | null; readonly programmeCode: string | null },
): Pick<LeftOutBody, 'state' | 'last'> {
  if (milestoneCode === null) return { state: null, last: null };
  try {
    const { state } = loadMilestone(ctx, ctx.db, { bodyCode, milestoneCode, programmeCode });
    const event = state.lastEventId === null ? null : findEvent(ctx.db, state.lastEventId);
    const last = event && { kind: event.kind, actorName: event.actorName, recordedOn: event.recordedOn };
    return { state: state.state, last };
  } catch (error) {
    if (!isAppError(error, 'not_found')) throw error;
    return { state: null, last: null };
  }
}
