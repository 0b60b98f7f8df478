import { isCivilDate } from '@/lib/calendar/civil-date';
import { apiDate } from '@/lib/format/dates';
import { getEdition, listEditions, type EditionRow } from './editions';
import type { ServiceContext } from './service-context';

export interface ReportParams {
  /** Programme code; needed for one edition where several programmes run. */
  readonly programme?: string | null;
}

function editionDocument(edition: EditionRow) {
  return {
    number: edition.number,
    programme: edition.programmeCode,
    weekStart: apiDate(edition.weekStartOn),
    weekEnd: apiDate(edition.weekEndOn),
    issuedOn: apiDate(edition.issuedOn),
    issuedAt: edition.issuedAt,
    issuedBy: edition.issuedByName,
    verificationCode: edition.verificationCode,
    sha256: edition.sha256,
  };
}

/** The document of `GET /api/v1/reports`: every edition, newest first. @throws AppError as `listEditions` */
export function getReportsDocument(ctx: ServiceContext, params: ReportParams = {}) {
  return { reports: listEditions(ctx, params).map(editionDocument) };
}

/** A frozen value with its days as the API writes days. */
function withApiDates(value: unknown): unknown {
  if (typeof value === 'string') return isCivilDate(value) ? apiDate(value) : value;
  if (Array.isArray(value)) return value.map(withApiDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withApiDates(inner)]));
}

/**
 * The document of `GET /api/v1/reports/NUMBER`: the edition as it was frozen; for a liaison the summary with the own rows.
 * @throws AppError as `getEdition`
 */
export function getReportDocument(ctx: ServiceContext, number: number, params: ReportParams = {}) {
  const { document, isSummary, ...edition } = getEdition(ctx, number, params);
  return { ...editionDocument(edition), isSummary, report: withApiDates(document) };
}
