import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneOnDay, StatusReason } from './figures';
import type { Thresholds } from './reference';
import { PAIR_STATUSES, type PairStatus } from './vocabulary';

/** Actor body and neither claimed, verified nor exempt: the body still has to act. */
export function isOpen({ milestone, state }: MilestoneOnDay): boolean {
  return (
    milestone.actor === 'body' && state.state !== 'claimed' && state.state !== 'verified' && state.state !== 'exempt'
  );
}

/** Days late of an open milestone: as-of day − effective due, 0 while not overdue. A milestone due today is not overdue today. */
export function daysLate(item: MilestoneOnDay, asOf: CivilDate): number {
  return isOpen(item) && item.effectiveDueOn < asOf ? daysBetween(item.effectiveDueOn, asOf) : 0;
}

type Ground = StatusReason['grounds'][number];

function riskGround(item: MilestoneOnDay, asOf: CivilDate, thresholds: Thresholds): Ground | null {
  const { state, milestone, effectiveDueOn } = item;
  const ground = (name: Ground['ground'], days: number | null): Ground => ({
    milestoneCode: milestone.code,
    ground: name,
    days,
  });
  if (state.state === 'blocked') {
    return ground('blocked', state.blocker ? daysBetween(state.blocker.sinceOn, asOf) : null);
  }
  const daysToGo = daysBetween(asOf, effectiveDueOn);
  if (daysToGo < 0 || daysToGo > thresholds.atRiskDueWithinDays) return null;
  if (state.state === 'not_started' || state.state === 'returned') return ground('due_soon', daysToGo);
  const quietDays = state.lastRecordedOn === null ? null : daysBetween(state.lastRecordedOn, asOf);
  return quietDays === null || quietDays > thresholds.atRiskQuietDays ? ground('quiet', quietDays) : null;
}

/** Status of a pair without the grounds, for the many pairs of which only the count is wanted. */
export function pairStatus(
  items: readonly MilestoneOnDay[],
  deadlineOn: CivilDate,
  asOf: CivilDate,
  thresholds: Thresholds,
): PairStatus {
  let counted = 0;
  let verified = 0;
  let hasOpen = false;
  let isOverdue = false;
  let isAtRisk = false;
  for (const item of items) {
    if (item.state.state === 'exempt') continue;
    counted += 1;
    if (item.state.state === 'verified') verified += 1;
    if (!isOpen(item)) continue;
    hasOpen = true;
    if (item.effectiveDueOn < asOf) isOverdue = true;
    else if (!isAtRisk) isAtRisk = riskGround(item, asOf, thresholds) !== null;
    if (item.state.state === 'blocked') isAtRisk = true;
  }
  if (counted === 0) return 'exempt';
  if (verified === counted) return 'complete';
  if (isOverdue) return deadlineOn < asOf ? 'missed' : 'late';
  if (!hasOpen) return 'awaiting_review';
  return isAtRisk ? 'at_risk' : 'on_track';
}

/**
 * Status of a pair with the milestones that made its rule true (DOMAIN §5, first rule that fits).
 * @param items all milestones of the pair on the day, exempt ones included
 */
export function explainStatus(
  items: readonly MilestoneOnDay[],
  deadlineOn: CivilDate,
  asOf: CivilDate,
  thresholds: Thresholds,
): StatusReason {
  const rule = pairStatus(items, deadlineOn, asOf, thresholds);
  const open = items.filter(isOpen);
  switch (rule) {
    case 'missed':
    case 'late':
      return {
        rule,
        grounds: open
          .filter((item) => item.effectiveDueOn < asOf)
          .map((item) => ({
            milestoneCode: item.milestone.code,
            ground: rule === 'missed' ? ('past_deadline' as const) : ('overdue' as const),
            days: daysLate(item, asOf),
          })),
      };
    case 'at_risk':
      return { rule, grounds: open.flatMap((item) => riskGround(item, asOf, thresholds) ?? []) };
    case 'awaiting_review':
      return {
        rule,
        grounds: items
          .filter(({ state }) => state.state !== 'verified' && state.state !== 'exempt')
          .map(({ milestone, state }) => ({
            milestoneCode: milestone.code,
            ground: state.state === 'claimed' ? ('waits_for_review' as const) : ('waits_for_governorate' as const),
            days: state.claim ? daysBetween(state.claim.recordedOn, asOf) : null,
          })),
      };
    default:
      return { rule, grounds: [] };
  }
}

/** Late by the rule of the milestone's due or of the track's deadline. */
export function isLateStatus(status: PairStatus): boolean {
  return status === 'late' || status === 'missed';
}

/** A body's own status: the worst of its tracks. Null when it has none. */
export function worstStatus(statuses: readonly PairStatus[]): PairStatus | null {
  return PAIR_STATUSES.find((status) => statuses.includes(status)) ?? null;
}
