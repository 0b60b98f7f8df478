import { formatJalali } from '@/lib/calendar/jalali';
import { DECISION_STATE_LABELS, DECISION_EXPORT } from '@/lib/messages/meeting';
import { listDecisions, type DecisionListParams, type DecisionView } from '../meeting';
import type { ServiceContext } from '../service-context';
import { toTable, type ExportColumn, type ExportTable } from './table';

const W = DECISION_EXPORT;

const COLUMNS: readonly ExportColumn<DecisionView>[] = [
  { heading: W.number, kind: 'number', value: ({ number }) => number },
  { heading: W.meeting, kind: 'day', value: ({ meetingOn }) => formatJalali(meetingOn) },
  { heading: W.text, kind: 'text', value: ({ text }) => text },
  { heading: W.owner, kind: 'text', value: ({ owner }) => owner },
  { heading: W.bodyCode, kind: 'text', value: ({ body }) => body?.code ?? null },
  { heading: W.body, kind: 'text', value: ({ body }) => body?.name ?? null },
  { heading: W.milestone, kind: 'text', value: ({ milestone }) => milestone?.title ?? null },
  { heading: W.promise, kind: 'day', value: ({ promisedOn }) => formatJalali(promisedOn) },
  { heading: W.state, kind: 'text', value: ({ state }) => DECISION_STATE_LABELS[state] },
  { heading: W.daysLate, kind: 'number', value: ({ daysLate }) => daysLate },
  {
    heading: W.occurred,
    kind: 'day',
    value: ({ outcome }) => (outcome === null ? null : formatJalali(outcome.occurredOn)),
  },
  { heading: W.note, kind: 'text', value: ({ outcome }) => outcome?.note ?? null },
];

/** The decisions of the list as a table, filtered and sorted as there. @throws AppError as `listDecisions` */
export function exportDecisions(ctx: ServiceContext, params: DecisionListParams): ExportTable {
  return toTable(W.sheet, COLUMNS, listDecisions(ctx, params).rows);
}
