import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { ReportFate, ReportFateName } from '@/lib/domain/report-fate';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind, RequestKind } from '@/lib/domain/vocabulary';
import { formatDate, formatTime } from '@/lib/format/dates';
import { MILESTONES } from '@/lib/messages/milestones';
import { receiptLabel } from '@/lib/messages/my';
import { fateText } from '@/lib/messages/own-history';
import { EVENT_KIND_LABELS, REQUEST_KIND_LABELS } from '@/lib/messages/vocabulary';

export interface OwnReportView {
  readonly eventId: number;
  readonly receiptNumber: string;
  readonly event: {
    readonly kind: EventKind;
    readonly requestKind: RequestKind | null;
    readonly recordedOn: CivilDate;
    readonly recordedAt: string;
    readonly note: string | null;
    readonly actorName: string;
    readonly onBehalf: boolean;
    /** It came with an import and has no hour. */
    readonly isImported: boolean;
  };
  readonly bodyName: string;
  readonly step: string | null;
  readonly evidence: readonly string[];
  readonly fate: ReportFate;
}

const LOOK: Record<ReportFateName, readonly [tone: string, icon: IconName]> = {
  waiting: ['awaiting', 'awaiting'],
  verified: ['complete', 'complete'],
  returned: ['late', 'returned'],
  withdrawn: ['', 'info'],
  exempt: ['', 'exempt'],
  accepted: ['complete', 'complete'],
  refused: ['late', 'info'],
  recorded: ['', 'check'],
};

/** What was sent, newest first: what it was, what went with it, and what became of it. */
export function OwnReports({ rows, showBody }: { rows: readonly OwnReportView[]; showBody: boolean }) {
  return (
    <ol className="own-reports">
      {rows.map(({ event, fate, ...row }) => {
        const [tone, icon] = LOOK[fate.fate];
        return (
          <li key={row.eventId}>
            <p>
              <b>
                {EVENT_KIND_LABELS[event.kind]}
                {event.requestKind !== null && `: ${REQUEST_KIND_LABELS[event.requestKind]}`}
              </b>
              {row.step !== null && ` · ${row.step}`}
            </p>
            <p className="small muted">
              {formatDate(event.recordedOn)}
              {event.isImported ? `، ${MILESTONES.imported}` : `، ساعت ${formatTime(event.recordedAt)}`}
              {showBody && ` · ${row.bodyName}`} · {event.actorName}
              {event.onBehalf && ` · ${MILESTONES.onBehalf}`}
            </p>
            {row.evidence.map((text) => (
              <p key={text} className="small own-sent">
                {text}
              </p>
            ))}
            {event.note !== null && <p className="small whitespace-pre-line">{event.note}</p>}
            <p className={tone === '' ? 'small' : `small t-${tone}`}>
              <Icon name={icon} className="inline" /> {fateText(fate)}
              {fate.reason !== null && `: «${fate.reason}»`}
            </p>
            <a className="own-receipt" href={`/my/receipts/${row.eventId}`}>
              {receiptLabel(row.receiptNumber)}
            </a>
          </li>
        );
      })}
    </ol>
  );
}
