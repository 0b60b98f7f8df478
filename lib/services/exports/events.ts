import { formatJalali } from '@/lib/calendar/jalali';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { apiDate } from '@/lib/format/dates';
import { EXPORT_WORDS, IMPORT_COLUMN_LABELS as LABELS } from '@/lib/messages/imports';
import { BLOCK_CAUSE_LABELS, EVENT_KIND_LABELS, TURN_LABELS } from '@/lib/messages/vocabulary';
import { toEventDocument, type EventDocument } from '../event-documents';
import { listEvents, type LoggedEvent } from '../event-log';
import { openScope, type ScopeParams } from '../scope';
import { authorise, type ServiceContext } from '../service-context';
import { toTable, type ExportColumn, type ExportTable } from './table';

const dayOrNull = (day: CivilDate | null) => (day === null ? null : formatJalali(day));

/** The columns of the history import come first, under its headings. */
const COLUMNS: readonly ExportColumn<LoggedEvent>[] = [
  { heading: LABELS.code, kind: 'text', value: ({ bodyCode }) => bodyCode },
  { heading: LABELS.milestone, kind: 'text', value: ({ milestoneCode }) => milestoneCode },
  { heading: LABELS.event, kind: 'text', value: ({ event }) => EVENT_KIND_LABELS[event.kind] },
  { heading: LABELS.occurredOn, kind: 'day', value: ({ event }) => formatJalali(event.occurredOn) },
  { heading: LABELS.recordedOn, kind: 'day', value: ({ event }) => formatJalali(event.recordedOn) },
  { heading: LABELS.note, kind: 'text', value: ({ event }) => event.note },
  { heading: LABELS.cause, kind: 'text', value: ({ event }) => event.cause && BLOCK_CAUSE_LABELS[event.cause] },
  { heading: LABELS.turn, kind: 'text', value: ({ event }) => event.turn && TURN_LABELS[event.turn] },
  { heading: LABELS.dueOn, kind: 'day', value: ({ event }) => dayOrNull(event.dueOn) },
  {
    heading: EXPORT_WORDS.onPaper,
    kind: 'text',
    value: ({ event }) => (event.onBehalf ? EXPORT_WORDS.isOnPaper : null),
  },
  { heading: EXPORT_WORDS.actor, kind: 'text', value: ({ event }) => event.actorName },
  { heading: EXPORT_WORDS.programme, kind: 'text', value: ({ programmeCode }) => programmeCode },
  { heading: EXPORT_WORDS.eventNumber, kind: 'number', value: ({ event }) => event.id },
];

export interface EventsExport {
  /** Events as `GET /api/v1/events` gives them, all at once. */
  readonly document: {
    readonly asOf: { jalali: string; iso: CivilDate };
    readonly events: EventDocument[];
  };
  readonly table: ExportTable;
}

/**
 * Everything recorded on or before a day, in the order of recording; under a filter only what concerns its bodies and milestones.
 * @throws AppError `forbidden`, and as `openScope` for a day or filter that does not exist
 */
export function exportEvents(ctx: ServiceContext, params: ScopeParams = {}): EventsExport {
  authorise(ctx, 'progress.read');
  const scope = openScope(ctx, params);
  const isFiltered = Object.values(params.filter ?? {}).some((value) => value !== null && value !== undefined);
  const bodyIds = new Set(scope.figures.map(({ pair }) => pair.body.id));
  const steps = new Set(
    scope.figures.flatMap(({ pair }) => pair.milestones.map((milestone) => `${pair.body.id}:${milestone.id}`)),
  );
  const isWanted = ({ event: { recordedOn, bodyId, milestoneId } }: LoggedEvent) =>
    recordedOn <= scope.asOf &&
    (!isFiltered || (milestoneId === null ? bodyIds.has(bodyId) : steps.has(`${bodyId}:${milestoneId}`)));
  const logged: LoggedEvent[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: ReturnType<typeof listEvents> = listEvents(ctx, { after });
    logged.push(...page.events.filter(isWanted));
    after = page.next;
  }
  return {
    document: { asOf: apiDate(scope.asOf), events: logged.map(toEventDocument) },
    table: toTable(EXPORT_WORDS.events, COLUMNS, logged),
  };
}
