import { evidenceLine, type EvidenceItem } from '@/components/evidence/evidence-list';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventFlags } from '@/lib/domain/event-flags';
import type { AnswerOutcome, BlockCause, EventKind, RequestKind, Turn } from '@/lib/domain/vocabulary';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { blockerText, MILESTONES } from '@/lib/messages/milestones';
import { ANSWER_OUTCOME_LABELS, EVENT_KIND_LABELS, REQUEST_KIND_LABELS } from '@/lib/messages/vocabulary';

export interface HistoryItem {
  readonly event: {
    readonly id: number;
    readonly kind: EventKind;
    readonly occurredOn: CivilDate;
    readonly recordedOn: CivilDate;
    readonly actorName: string;
    readonly byDelegate: boolean;
    readonly onBehalf: boolean;
    readonly selfDeclared: boolean;
    readonly isImported: boolean;
    readonly note: string | null;
    readonly cause: BlockCause | null;
    readonly turn: Turn | null;
    readonly dueOn: CivilDate | null;
    readonly requestKind: RequestKind | null;
    readonly outcome: AnswerOutcome | null;
  };
  readonly flags: EventFlags;
  readonly evidence: readonly EvidenceItem[];
}

function marks({ event, flags }: HistoryItem): string[] {
  return [
    event.selfDeclared ? MILESTONES.selfDeclared : '',
    event.onBehalf ? MILESTONES.onBehalf : '',
    event.byDelegate ? MILESTONES.byDelegate : '',
    event.isImported ? MILESTONES.imported : '',
    flags.isBeforeTrackStart ? MILESTONES.beforeStart : '',
    flags.isLateEntry ? MILESTONES.lateEntry(flags.entryDelayDays) : '',
  ].filter(Boolean);
}

function title({ event }: HistoryItem): string {
  const kind = event.requestKind === null ? '' : `: ${REQUEST_KIND_LABELS[event.requestKind]}`;
  const outcome = event.outcome === null ? '' : `، ${ANSWER_OUTCOME_LABELS[event.outcome]}`;
  return `${EVENT_KIND_LABELS[event.kind]}${kind}${outcome}`;
}

/** What happened with one step, newest first. */
export function MilestoneHistory({ items }: { items: readonly HistoryItem[] }) {
  return (
    <ol className="list history">
      {items.map((item) => {
        const { event, evidence } = item;
        return (
          <li key={event.id}>
            <p>
              <b>{title(item)}</b>{' '}
              <span className="small muted">
                {formatDate(event.recordedOn)}، {event.actorName}
                {event.occurredOn !== event.recordedOn && ` · ${formatDayMonth(event.occurredOn)}`}
              </span>
            </p>
            {event.cause !== null && event.turn !== null && (
              <p className="small">{blockerText(event.cause, event.turn)}</p>
            )}
            {event.note !== null && <p className="small whitespace-pre-line">{event.note}</p>}
            {event.dueOn !== null && <p className="small muted">{MILESTONES.due(event.dueOn)}</p>}
            {evidence.map((piece) => (
              <p key={piece.id} className="small muted">
                {piece.isHidden ? MILESTONES.hidden : evidenceLine({ ...piece, fileName: piece.file?.name ?? null })}
              </p>
            ))}
            {marks(item).length > 0 && (
              <p className="row">
                {marks(item).map((mark) => (
                  <Tag key={mark}>{mark}</Tag>
                ))}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
