import { isMoveOfKind, type StatusMove } from '@/lib/domain/comparison';
import type { Regression } from '@/lib/domain/regression';
import { LISTS } from '@/lib/messages/lists';
import { movesOf, regressionsOf } from '../comparison';
import { commonColumns } from './columns';
import type { ListDefinition, ListItem } from './list';

interface MoveRow extends ListItem {
  readonly move: StatusMove;
}

/** Bodies in tracks whose status differs between the two days. */
export const movesList: ListDefinition<MoveRow> = {
  rows: ({ scope, query, since }) =>
    movesOf(scope, since)
      .filter(
        (move) =>
          (query.from === null || move.from === query.from) &&
          (query.to === null || move.to === query.to) &&
          (query.move === null || isMoveOfKind(move, query.move)),
      )
      .map((move) => ({
        key: `${move.pair.body.code}-${move.pair.track.code}`,
        body: move.pair.body,
        track: move.pair.track,
        milestone: null,
        eventId: null,
        move,
      })),
  columns: (input) => {
    const common = commonColumns<MoveRow>(input);
    const words = LISTS.columns;
    return [
      common.body,
      common.track,
      { name: 'from', heading: words.statusBefore, kind: 'status', value: ({ move }) => move.from },
      { name: 'to', heading: words.statusAfter, kind: 'status', value: ({ move }) => move.to },
      common.category,
      common.district,
      common.code,
    ];
  },
};

interface RegressionRow extends ListItem {
  readonly regression: Regression;
}

/** Milestones that went back between the two days. */
export const regressionsList: ListDefinition<RegressionRow> = {
  rows: ({ scope, since }) =>
    regressionsOf(scope, since).map((regression) => ({
      key: `${regression.pair.body.code}-${regression.item.milestone.code}`,
      body: regression.pair.body,
      track: regression.pair.track,
      milestone: regression.item.milestone,
      eventId: regression.item.state.lastEventId,
      regression,
    })),
  columns: (input) => {
    const common = commonColumns<RegressionRow>(input);
    const words = LISTS.columns;
    return [
      common.body,
      common.step,
      { name: 'from', heading: words.stateBefore, kind: 'state', value: ({ regression }) => regression.from },
      { name: 'to', heading: words.stateAfter, kind: 'state', value: ({ regression }) => regression.to },
      {
        name: 'reason',
        heading: words.reason,
        kind: 'text',
        value: ({ regression }) => regression.item.state.returned?.reason ?? null,
      },
      { name: 'last', heading: words.lastRecorded, kind: 'day', value: ({ regression }) => regression.on },
      common.district,
      common.code,
    ];
  },
};
