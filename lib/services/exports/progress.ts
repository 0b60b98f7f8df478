import { PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { EXPORT_WORDS } from '@/lib/messages/imports';
import { PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { getProgressDocument, type GroupsParams, type ProgressDocument } from '../progress';
import type { ServiceContext } from '../service-context';
import { toTable, type ExportColumn, type ExportTable } from './table';

type Group = ProgressDocument['groups'][number];

export interface ProgressExport {
  /** The document of `GET /api/v1/progress`. */
  readonly document: ProgressDocument;
  readonly table: ExportTable;
}

const W = EXPORT_WORDS;

const COLUMNS: readonly ExportColumn<Group>[] = [
  { heading: W.key, kind: 'text', value: (group) => group.key },
  { heading: W.label, kind: 'text', value: (group) => group.label },
  { heading: W.bodyCount, kind: 'number', value: (group) => group.bodies },
  { heading: W.bodyTracks, kind: 'number', value: (group) => group.bodyTracks },
  { heading: W.planned, kind: 'ratio', value: (group) => group.planned },
  { heading: W.claimed, kind: 'ratio', value: (group) => group.claimed },
  { heading: W.verified, kind: 'ratio', value: (group) => group.verified },
  { heading: W.spi, kind: 'number', value: (group) => group.spi },
  { heading: W.earnedSchedule, kind: 'number', value: (group) => group.earnedSchedule.es },
  { heading: W.actualTime, kind: 'number', value: (group) => group.earnedSchedule.at },
  { heading: W.spiT, kind: 'number', value: (group) => group.earnedSchedule.spiT },
  { heading: W.forecastFinish, kind: 'day', value: (group) => group.earnedSchedule.forecastFinish?.jalali ?? null },
  { heading: W.deadline, kind: 'day', value: (group) => group.deadline?.jalali ?? null },
  { heading: W.calendarDaysLeft, kind: 'number', value: (group) => group.calendarDaysLeft },
  { heading: W.workingDaysLeft, kind: 'number', value: (group) => group.workingDaysLeft },
  { heading: W.requiredPerWeek, kind: 'number', value: (group) => group.requiredPerWeek },
  { heading: W.recentPerWeek, kind: 'number', value: (group) => group.recentPerWeek },
  ...PAIR_STATUSES.map((status): ExportColumn<Group> => ({
    heading: PAIR_STATUS_LABELS[status],
    kind: 'number',
    value: (group) => group.status[status],
  })),
];

/**
 * Figures by group as of a day; JSON is the document of the API.
 * @throws AppError as `getProgressDocument`
 */
export function exportProgress(ctx: ServiceContext, params: GroupsParams): ProgressExport {
  const document = getProgressDocument(ctx, params);
  return { document, table: toTable(W.progress, COLUMNS, document.groups) };
}
