import { Icon } from '@/components/ui/icon';
import { DECISION_STATES, type DecisionCounts, type DecisionStateName } from '@/lib/domain/decisions';
import { formatInteger } from '@/lib/format/numbers';
import { DECISION_STATE_LABELS } from '@/lib/messages/meeting';
import { DECISION_LOOK } from './decision-look';

/** One count a state, each leading to exactly what it counted. A state without a decision is shown as a plain zero. */
export function DecisionCountList({
  counts,
  hrefOf,
  isRow = false,
}: {
  counts: DecisionCounts;
  hrefOf: (state: DecisionStateName) => string;
  /** Beside each other, above a table. */
  isRow?: boolean;
}) {
  return (
    <ul className={isRow ? 'dcs-counts in-row' : 'dcs-counts'}>
      {DECISION_STATES.map((state) => {
        const { tone, icon } = DECISION_LOOK[state];
        const inside = (
          <>
            <b>{formatInteger(counts[state])}</b>
            <span className={`t-${tone}`}>
              <Icon name={icon} />
              {DECISION_STATE_LABELS[state]}
            </span>
          </>
        );
        return (
          <li key={state}>
            {counts[state] === 0 ? (
              <span className="dcs-count">{inside}</span>
            ) : (
              <a className="dcs-count" href={hrefOf(state)} data-count={counts[state]} data-count-of="decisions">
                {inside}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
