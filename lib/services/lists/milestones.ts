import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { MilestoneOnDay } from '@/lib/domain/figures';
import { recentPaceWindow } from '@/lib/domain/pair-figures';
import { isOverdueUnverified } from '@/lib/domain/recovery';
import { daysLate, isOpen } from '@/lib/domain/status';
import { LISTS } from '@/lib/messages/lists';
import type { MilestoneChoice } from '@/lib/domain/list-vocabulary';
import { commonColumns } from './columns';
import type { ListColumn, ListDefinition, ListItem } from './list';

interface MilestoneRow extends ListItem {
  readonly item: MilestoneOnDay;
  readonly daysLate: number | null;
}

/** Whether a milestone is among what a choice means on a day. Exempt ones count only where they are asked for. */
function isChosen(item: MilestoneOnDay, choice: MilestoneChoice | null, asOf: CivilDate): boolean {
  const { milestone, state } = item;
  if (state.state === 'exempt') return choice === 'exempt';
  switch (choice) {
    case null:
    case 'counted':
      return true;
    case 'unverified':
      return state.state !== 'verified';
    case 'open':
      return isOpen(item);
    case 'late':
      return daysLate(item, asOf) > 0;
    case 'overdue':
      return isOverdueUnverified(item, asOf);
    case 'due':
      return milestone.baselineDueOn <= asOf;
    case 'recent': {
      const window = recentPaceWindow(asOf);
      const on = state.state === 'verified' ? state.verifiedOn : null;
      return on !== null && window.from <= on && on <= window.to;
    }
    default:
      return state.state === choice;
  }
}

/** Milestones of bodies: those not verified, those blocked by one cause, those verified lately … */
export const milestonesList: ListDefinition<MilestoneRow> = {
  rows: ({ scope, query }) =>
    scope.figures.flatMap(({ pair, milestones }) =>
      milestones
        .filter(
          (item) =>
            isChosen(item, query.state, scope.asOf) &&
            (query.milestone === null || item.milestone.code === query.milestone) &&
            (query.cause === null || item.state.blocker?.cause === query.cause) &&
            (query.turn === null || item.state.blocker?.turn === query.turn),
        )
        .map((item) => ({
          key: `${pair.body.code}-${item.milestone.code}`,
          body: pair.body,
          track: pair.track,
          milestone: item.milestone,
          eventId: item.state.lastEventId,
          item,
          daysLate: isOverdueUnverified(item, scope.asOf) ? daysBetween(item.effectiveDueOn, scope.asOf) : null,
        })),
    ),
  columns: (input) => {
    const common = commonColumns<MilestoneRow>(input);
    const words = LISTS.columns;
    const { state, cause, turn } = input.query;
    const isAboutBlocks = state === 'blocked' || cause !== null || turn !== null;
    const blockColumns: readonly ListColumn<MilestoneRow>[] = [
      { name: 'cause', heading: words.cause, kind: 'cause', value: ({ item }) => item.state.blocker?.cause ?? null },
      { name: 'turn', heading: words.turn, kind: 'turn', value: ({ item }) => item.state.blocker?.turn ?? null },
      { name: 'note', heading: words.note, kind: 'text', value: ({ item }) => item.state.blocker?.note ?? null },
      { name: 'since', heading: words.since, kind: 'day', value: ({ item }) => item.state.blocker?.sinceOn ?? null },
    ];
    return [
      common.body,
      common.step,
      { name: 'state', heading: words.state, kind: 'state', value: ({ item }) => item.state.state },
      ...(isAboutBlocks ? blockColumns : []),
      { name: 'due', heading: words.due, kind: 'day', value: ({ item }) => item.effectiveDueOn },
      { name: 'daysLate', heading: words.daysPast, kind: 'days', value: ({ daysLate }) => daysLate },
      { name: 'verifiedOn', heading: words.verifiedOn, kind: 'day', value: ({ item }) => item.state.verifiedOn },
      { name: 'last', heading: words.lastRecorded, kind: 'day', value: ({ item }) => item.state.lastRecordedOn },
      common.district,
      common.code,
    ];
  },
};
