import type { CivilDate } from '@/lib/calendar/civil-date';
import { queryCount, queryDay, queryValue, queryWord, type QueryParams } from './progress';

/** What a liaison's own reports can be narrowed to. */
export const OWN_REPORT_KINDS = [
  'claim',
  'check_in',
  'start',
  'block',
  'unblock',
  'withdraw',
  'request',
  'objection',
  'contact_changed',
] as const;
export type OwnReportKind = (typeof OWN_REPORT_KINDS)[number];

export interface OwnHistoryQuery {
  readonly body: string | null;
  readonly kind: OwnReportKind | null;
  /** Any day of the week. */
  readonly week: CivilDate | null;
  readonly q: string;
  /** Older than this event. */
  readonly before: number | null;
}

/** @throws AppError `invalid_input` with the parameter that is not understood */
export function parseOwnHistoryQuery(params: QueryParams): OwnHistoryQuery {
  return {
    body: queryValue(params, 'body'),
    kind: queryWord(params, 'kind', OWN_REPORT_KINDS),
    week: queryDay(params, 'week'),
    q: queryValue(params, 'q') ?? '',
    before: queryCount(params, 'before'),
  };
}
