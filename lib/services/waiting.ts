import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { Body, Milestone, Track } from '@/lib/domain/reference';
import type { RequestKind } from '@/lib/domain/vocabulary';
import { resolveScope, type Scope, type ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

/** Something that waits for the governorate: a claim, one of its own steps, a request or an objection. */
export interface WaitingItem {
  readonly kind: 'claim' | 'own_step' | RequestKind | 'objection';
  readonly body: Body;
  readonly track: Track | null;
  readonly milestone: Milestone | null;
  /** Event to decide on; null for a step of the governorate's own. */
  readonly eventId: number | null;
  readonly sinceOn: CivilDate;
  /** Days it has waited: the governorate's age, never the body's. */
  readonly days: number;
}

export interface Waiting {
  readonly claims: readonly WaitingItem[];
  /** Due steps of the governorate whose body has done everything before them. */
  readonly ownSteps: readonly WaitingItem[];
  readonly requests: readonly WaitingItem[];
  readonly objections: readonly WaitingItem[];
  /** Everything that can be decided now, longest wait first. */
  readonly decidable: readonly WaitingItem[];
  /** Claims that have waited longer than the review target. */
  readonly overTarget: number;
}

const longestFirst = (a: WaitingItem, b: WaitingItem) => b.days - a.days || (a.body.code < b.body.code ? -1 : 1);

/** What waits for a decision of the governorate in a scope. */
export function waitingOf(scope: Scope): Waiting {
  return scope.ledger.view(scope.asOf, `waiting ${scope.key}`, () => {
    const { asOf, reference } = scope;
    const claims: WaitingItem[] = [];
    const ownSteps: WaitingItem[] = [];
    const pairOfMilestone = new Map<string, { body: Body; track: Track; milestone: Milestone }>();
    for (const { pair, milestones, status } of scope.figures) {
      const { body, track } = pair;
      for (const { milestone, state, effectiveDueOn } of milestones) {
        pairOfMilestone.set(`${body.id}:${milestone.id}`, { body, track, milestone });
        if (state.state === 'claimed' && state.claim) {
          const sinceOn = state.claim.recordedOn;
          const days = daysBetween(sinceOn, asOf);
          claims.push({ kind: 'claim', body, track, milestone, eventId: state.claim.eventId, sinceOn, days });
        }
        const isOwn = milestone.actor === 'governorate' && state.state !== 'verified' && state.state !== 'exempt';
        if (isOwn && status === 'awaiting_review' && effectiveDueOn <= asOf) {
          const days = daysBetween(effectiveDueOn, asOf);
          ownSteps.push({ kind: 'own_step', body, track, milestone, eventId: null, sinceOn: effectiveDueOn, days });
        }
      }
    }
    const bodiesInScope = new Map(scope.figures.map(({ pair }) => [pair.body.id, pair.body]));
    const requests: WaitingItem[] = [];
    const objections: WaitingItem[] = [];
    for (const event of scope.ledger.openMatters(asOf)) {
      const found =
        event.milestoneId === null ? undefined : pairOfMilestone.get(`${event.bodyId}:${event.milestoneId}`);
      const body = found?.body ?? (event.milestoneId === null ? bodiesInScope.get(event.bodyId) : undefined);
      if (!body) continue;
      const item = {
        body,
        track: found?.track ?? null,
        milestone: found?.milestone ?? null,
        eventId: event.id,
        sinceOn: event.recordedOn,
        days: daysBetween(event.recordedOn, asOf),
      };
      if (event.kind === 'objection') objections.push({ kind: 'objection', ...item });
      else requests.push({ kind: event.requestKind ?? 'extension', ...item });
    }
    return {
      claims: claims.sort(longestFirst),
      ownSteps: ownSteps.sort(longestFirst),
      requests: requests.sort(longestFirst),
      objections: objections.sort(longestFirst),
      decidable: [...claims, ...requests, ...objections].sort(longestFirst),
      overTarget: claims.filter(({ days }) => days > reference.thresholds.reviewTargetDays).length,
    };
  });
}

/** What waits for a decision of the governorate. */
export function getWaiting(ctx: ServiceContext, params: ScopeParams = {}): Waiting {
  return waitingOf(resolveScope(ctx, params));
}
