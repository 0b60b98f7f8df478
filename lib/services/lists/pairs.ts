import type { PairFigures } from '@/lib/domain/figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import { LISTS } from '@/lib/messages/lists';
import { isStatusOf, type DeskChoice } from '@/lib/domain/list-vocabulary';
import { latePairsOf } from '../lateness';
import type { Scope } from '../scope';
import { commonColumns } from './columns';
import type { ListDefinition, ListItem } from './list';

interface PairRow extends ListItem {
  readonly figures: PairFigures;
  /** Longest delay and consequence where it is late. */
  readonly daysLate: number | null;
  readonly consequence: number | null;
}

function deskOf(figures: PairFigures, scope: Scope): DeskChoice | null {
  const isReal = figures.isExempt ? null : isRealDesk(figures, scope.reference.thresholds.realDeskMilestones);
  if (isReal === null) return null;
  if (isReal) return 'real';
  return figures.status === 'awaiting_review' ? 'waiting' : 'other';
}

/** Bodies in tracks, by status, by how real the desk is, or those that are gravest. */
export const pairsList: ListDefinition<PairRow> = {
  rows: ({ scope, query }) => {
    const late = new Map(latePairsOf(scope).map((pair) => [`${pair.body.id}:${pair.track.id}`, pair]));
    const rows = scope.figures.map((figures): PairRow => {
      const { body, track } = figures.pair;
      const grave = late.get(`${body.id}:${track.id}`);
      return {
        key: `${body.code}-${track.code}`,
        body,
        track,
        milestone: null,
        eventId: null,
        figures,
        daysLate: grave?.daysLate ?? null,
        consequence: grave?.consequence ?? null,
      };
    });
    const wanted = rows.filter(
      ({ figures }) =>
        (query.status === null || isStatusOf(figures.status, query.status)) &&
        (query.desk === null || deskOf(figures, scope) === query.desk),
    );
    const isAboutLateness = query.status !== null && ['late', 'missed', 'behind'].includes(query.status);
    if (query.top === null && !isAboutLateness) return wanted;
    const gravest = wanted
      .filter(({ consequence }) => query.top === null || consequence !== null)
      .sort((a, b) => (b.consequence ?? 0) - (a.consequence ?? 0) || (a.body.code < b.body.code ? -1 : 1));
    return query.top === null ? gravest : gravest.slice(0, query.top);
  },
  columns: (input) => {
    const common = commonColumns<PairRow>(input);
    const words = LISTS.columns;
    return [
      common.body,
      common.track,
      { name: 'status', heading: words.status, kind: 'status', value: ({ figures }) => figures.status },
      { name: 'planned', heading: words.planned, kind: 'ratio', value: ({ figures }) => figures.plannedRatio },
      { name: 'claimed', heading: words.claimed, kind: 'ratio', value: ({ figures }) => figures.claimedRatio },
      { name: 'verified', heading: words.verified, kind: 'ratio', value: ({ figures }) => figures.verifiedRatio },
      { name: 'daysLate', heading: words.daysLate, kind: 'days', value: ({ daysLate }) => daysLate },
      { name: 'consequence', heading: words.consequence, kind: 'decimal', value: ({ consequence }) => consequence },
      common.category,
      common.district,
      common.code,
    ];
  },
};
