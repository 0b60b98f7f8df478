import type { Executor } from '@/db/client';
import { listMilestoneEvents } from '@/db/queries/events';
import { findBodyId, listMilestonesByCode, listVersionsAround } from '@/db/queries/reference-as-of';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { foldEvents, type DueContextOn } from '@/lib/domain/milestone-history';
import type { MilestoneEvent, MilestoneState } from '@/lib/domain/milestone-state';
import type { Body, Milestone, Programme, Reference, Track } from '@/lib/domain/reference';
import { referenceAsOf } from '@/lib/domain/reference-as-of';
import { effectiveDueOn } from '@/lib/domain/transitions';
import type { Resource } from '@/lib/domain/permissions';
import { AppError } from '@/lib/errors';
import { toReferenceHistory } from './reference-history';
import type { ServiceContext } from './service-context';

/** One milestone of one body, as people name it. Without a programme, the first one that gives the body this milestone. */
export interface MilestoneKey {
  readonly bodyCode: string;
  readonly milestoneCode: string;
  readonly programmeCode?: string | null;
}

/** One milestone of one body with everything a decision on it depends on, as known today. */
export interface MilestoneSubject {
  readonly body: Body;
  readonly programme: Programme;
  readonly track: Track;
  readonly milestone: Milestone;
  readonly reference: Reference;
  readonly events: readonly MilestoneEvent[];
  readonly state: MilestoneState;
  /** Effective due. */
  readonly dueOn: CivilDate;
  readonly contextOn: DueContextOn;
}

/** What the permission table has to know about a body. */
export function resourceOf(body: Body): Resource {
  return {
    body: { id: body.id, districtCode: body.districtCode, category: body.category },
    isGovernorateOwn: body.category === 'governorate',
  };
}

/** A body as it is known today. @throws AppError `not_found` if there is none, or not any more */
export function loadBody(ctx: Pick<ServiceContext, 'clock'>, db: Executor, bodyCode: string): Body {
  const bodyId = findBodyId(db, bodyCode);
  if (bodyId === null) throw new AppError('not_found', { bodyCode });
  const history = toReferenceHistory(listVersionsAround(db, bodyId, []));
  const body = referenceAsOf(history, ctx.clock.today()).bodies[0];
  if (body === undefined) throw new AppError('not_found', { bodyCode });
  return body;
}

/**
 * Reads a milestone of a body and folds its state from its own events. Pass the transaction of a write: the decision then rests on what
 * the write will follow.
 *
 * @throws AppError `not_found` if the body does not exist today or the milestone does not apply to it
 */
export function loadMilestone(ctx: Pick<ServiceContext, 'clock'>, db: Executor, key: MilestoneKey): MilestoneSubject {
  const bodyId = findBodyId(db, key.bodyCode);
  if (bodyId === null) throw new AppError('not_found', { bodyCode: key.bodyCode });
  const identities = listMilestonesByCode(db, key.milestoneCode, key.programmeCode ?? null);
  const history = toReferenceHistory(listVersionsAround(db, bodyId, identities));
  const reference = referenceAsOf(history, ctx.clock.today());
  const pair = reference.pairs[0];
  const milestone = pair?.milestones[0];
  const programme = reference.programmes.find(({ id }) => id === pair?.track.programmeId);
  if (pair === undefined || milestone === undefined || programme === undefined) {
    throw new AppError('not_found', { bodyCode: key.bodyCode, milestoneCode: key.milestoneCode });
  }
  const known = new Map<CivilDate, Reference>();
  const contextOn: DueContextOn = (day) => {
    const then = known.get(day) ?? referenceAsOf(history, day);
    known.set(day, then);
    return {
      // A milestone keeps the events from before it was changed; where it was not known on that day, today's due stands in.
      baselineDueOn: then.milestones.find(({ id }) => id === milestone.id)?.baselineDueOn ?? milestone.baselineDueOn,
      workCalendar: then.workCalendar,
      returnGraceWorkingDays: then.thresholds.returnGraceWorkingDays,
    };
  };
  const events = listMilestoneEvents(db, bodyId, milestone.id);
  const state = foldEvents(events, contextOn);
  return {
    body: pair.body,
    programme,
    track: pair.track,
    milestone,
    reference,
    events,
    state,
    dueOn: effectiveDueOn(state, milestone.baselineDueOn),
    contextOn,
  };
}
