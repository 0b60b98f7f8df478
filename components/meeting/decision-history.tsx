import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Decision, DecisionOutcomeRow } from '@/lib/domain/decisions';
import type { DecisionOutcome } from '@/lib/domain/vocabulary';
import { formatDate, formatDateTime } from '@/lib/format/dates';
import { DECISION_OUTCOME_LABELS, MEETING } from '@/lib/messages/meeting';

const ICONS: Record<DecisionOutcome, IconName> = {
  kept: 'complete',
  broken: 'missed',
  dropped: 'exempt',
  reopened: 'returned',
};

function Entry(props: {
  icon: IconName;
  title: string;
  day: CivilDate;
  recordedAt: string;
  name: string;
  byDelegate: boolean;
  note?: string | null;
}) {
  const { icon, title, day, recordedAt, name, byDelegate, note } = props;
  return (
    <li>
      <Icon name={icon} />
      <div>
        <b>{title}</b> <span className="num">{formatDate(day)}</span>
        {note && <p>{note}</p>}
        <small>
          {MEETING.recordedLine(formatDateTime(recordedAt), name)}
          {byDelegate && `، ${MEETING.byDelegate}`}
        </small>
      </div>
    </li>
  );
}

/** All that was recorded about a decision, newest first. */
export function DecisionHistory({
  decision,
  outcomes,
}: {
  decision: Decision;
  outcomes: readonly DecisionOutcomeRow[];
}) {
  return (
    <ol className="decision-history">
      {[...outcomes].reverse().map((row) => (
        <Entry
          key={row.id}
          icon={ICONS[row.outcome]}
          title={DECISION_OUTCOME_LABELS[row.outcome]}
          day={row.occurredOn}
          recordedAt={row.recordedAt}
          name={row.recordedByName}
          byDelegate={row.byDelegate}
          note={row.note}
        />
      ))}
      <Entry
        icon="flag"
        title={MEETING.historyRecorded}
        day={decision.meetingOn}
        recordedAt={decision.recordedAt}
        name={decision.recordedByName}
        byDelegate={decision.byDelegate}
      />
    </ol>
  );
}
