import { findMovedDues, type MovedDue } from '@/lib/domain/moved-dues';
import { LISTS } from '@/lib/messages/lists';
import { commonColumns } from './columns';
import type { ListDefinition, ListItem } from './list';

interface MovedDueRow extends ListItem {
  readonly moved: MovedDue;
}

/** Milestones whose due in force is not the programme's: how far, how often, and whether past the directive's deadline. */
export const movedDuesList: ListDefinition<MovedDueRow> = {
  rows: ({ scope }) =>
    findMovedDues(scope.figures).map((moved) => ({
      key: `${moved.pair.body.code}-${moved.item.milestone.code}`,
      body: moved.pair.body,
      track: moved.pair.track,
      milestone: moved.item.milestone,
      eventId: moved.item.state.lastEventId,
      moved,
    })),
  columns: (input) => {
    const common = commonColumns<MovedDueRow>(input);
    const words = LISTS.columns;
    return [
      common.body,
      common.step,
      { name: 'state', heading: words.state, kind: 'state', value: ({ moved }) => moved.item.state.state },
      {
        name: 'baseline',
        heading: words.baselineDue,
        kind: 'day',
        value: ({ moved }) => moved.item.milestone.baselineDueOn,
      },
      { name: 'due', heading: words.due, kind: 'day', value: ({ moved }) => moved.item.effectiveDueOn },
      { name: 'days', heading: words.movedDays, kind: 'days', value: ({ moved }) => moved.days },
      { name: 'times', heading: words.movedTimes, kind: 'number', value: ({ moved }) => moved.item.state.dueMoveCount },
      {
        name: 'past',
        heading: words.pastDeadline,
        kind: 'text',
        value: ({ moved }) => (moved.isPastDeadline ? LISTS.internalDue : null),
      },
      common.district,
      common.code,
    ];
  },
};
