import { countDecisionStates } from '@/lib/domain/decisions';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { PRESENT, type Topic } from '@/lib/messages/present';
import type { Dashboard } from '@/lib/services/dashboard';

/** How many bodies stand in a list of pairs or milestones. */
export const bodyCount = (items: readonly { readonly body: { readonly id: number } }[]) =>
  new Set(items.map(({ body }) => body.id)).size;

/** The conclusion of a topic in a few words, beside its name in the agenda. */
export function topicSummary(topic: Topic, view: Dashboard): string {
  const { total, countdown, waiting, meeting } = view;
  switch (topic) {
    case 'verdict':
      return PRESENT.deadlineSummary(total.deadline, countdown?.calendarDaysLeft ?? null, view.asOf);
    case 'tracks': {
      const worst = [...view.lines, ...view.otherLines]
        .map(({ track, figures }) => ({ name: track.title, gap: (figures.planned ?? 0) - (figures.verified ?? 0) }))
        .filter(({ gap }) => gap > 0.005)
        .sort((a, b) => b.gap - a.gap)[0];
      return DASHBOARD.tracksTake(worst ?? null, 0);
    }
    case 'curve':
      return PRESENT.curveSummary(total.planned, total.verified);
    case 'late':
      return PRESENT.lateSummary(view.late.length, bodyCount(view.late));
    case 'waiting':
      return PRESENT.waitingSummary(waiting.claims.length, waiting.ownSteps.length, waiting.requests.length);
    case 'blockers': {
      const blocked = view.blockers.flatMap(({ milestones }) => milestones);
      return PRESENT.blockersSummary(blocked.length, bodyCount(blocked));
    }
    case 'silent':
      return PRESENT.silentSummary(view.silent.length, view.silentAfterDays);
    case 'promises':
      return PRESENT.promisesSummary(countDecisionStates(meeting.due));
    case 'decided':
      return PRESENT.decidedSummary(meeting.fresh.length, meeting.ahead.length);
  }
}

/** The conclusion under the title on the projector: as in the agenda, with what a reader of the picture needs. */
export function topicTake(topic: Topic, view: Dashboard): string {
  const { waiting } = view;
  switch (topic) {
    case 'curve':
      return DASHBOARD.curveTake(view.total, waiting.claims.length);
    case 'waiting':
      return `${topicSummary(topic, view)} ${PRESENT.waitingTake(waiting.overTarget, view.reviewTargetDays)}`.trim();
    default:
      return topicSummary(topic, view);
  }
}
