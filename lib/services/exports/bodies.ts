import { listBodiesAsOf, type BodyVersionRow } from '@/db/queries/bodies';
import { formatJalali } from '@/lib/calendar/jalali';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { EXPORT_WORDS, IMPORT_COLUMN_LABELS as LABELS } from '@/lib/messages/imports';
import { BODY_CATEGORY_LABELS, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { getBodiesDocument } from '../body-documents';
import type { BodyListParams } from '../bodies';
import { getLedger } from '../ledger';
import { authorise, type ServiceContext } from '../service-context';
import { toTable, type ExportColumn, type ExportTable } from './table';

type BodiesDocument = ReturnType<typeof getBodiesDocument>;

interface BodyExportRow {
  readonly body: BodiesDocument['bodies'][number];
  readonly version: BodyVersionRow | undefined;
  readonly ruralDistrict: string | null;
}

export interface BodiesExport {
  /** The document of `GET /api/v1/bodies`. */
  readonly document: BodiesDocument;
  readonly table: ExportTable;
}

const dayOrNull = (day: CivilDate | null | undefined) => (day ? formatJalali(day) : null);
const yesNo = (value: boolean | undefined) => (value === true ? EXPORT_WORDS.yes : EXPORT_WORDS.no);

/** The first columns are those of the import, so that a list that was exported, corrected and imported again comes home. */
const COLUMNS: readonly ExportColumn<BodyExportRow>[] = [
  { heading: LABELS.code, kind: 'text', value: ({ body }) => body.code },
  { heading: LABELS.name, kind: 'text', value: ({ body }) => body.name },
  { heading: LABELS.category, kind: 'text', value: ({ body }) => BODY_CATEGORY_LABELS[body.category] },
  { heading: LABELS.district, kind: 'text', value: ({ body }) => body.district.name },
  { heading: LABELS.ruralDistrict, kind: 'text', value: ({ ruralDistrict }) => ruralDistrict },
  { heading: LABELS.officialCode, kind: 'text', value: ({ body }) => body.officialCode },
  { heading: LABELS.providesPublicService, kind: 'text', value: ({ body }) => yesNo(body.providesPublicService) },
  { heading: LABELS.phone, kind: 'text', value: ({ version }) => version?.phone ?? null },
  { heading: LABELS.remarks, kind: 'text', value: ({ version }) => version?.remarks ?? null },
  { heading: LABELS.weight, kind: 'number', value: ({ version }) => version?.weightPoints ?? null },
  { heading: LABELS.existsFrom, kind: 'day', value: ({ version }) => dayOrNull(version?.existsFrom) },
  { heading: LABELS.dissolvedOn, kind: 'day', value: ({ version }) => dayOrNull(version?.dissolvedOn) },
  { heading: LABELS.coordinationOnly, kind: 'text', value: ({ version }) => yesNo(version?.coordinationOnly) },
  { heading: EXPORT_WORDS.status, kind: 'text', value: ({ body }) => PAIR_STATUS_LABELS[body.status] },
  { heading: EXPORT_WORDS.verified, kind: 'ratio', value: ({ body }) => body.verified },
  { heading: EXPORT_WORDS.silentDays, kind: 'number', value: ({ body }) => body.silentDays },
];

/**
 * The bodies of a scope as known on a day, with their status.
 * @throws AppError `forbidden`, and as `resolveScope`
 */
export function exportBodies(ctx: ServiceContext, params: BodyListParams = {}): BodiesExport {
  authorise(ctx, 'progress.read');
  const document = getBodiesDocument(ctx, params);
  const asOf = document.asOf.iso;
  const versions = new Map(listBodiesAsOf(ctx.db, asOf).map(({ code, version }) => [code, version]));
  const areas = new Map(
    getLedger(ctx.db)
      .reference(asOf)
      .areas.map(({ code, name }) => [code, name]),
  );
  const rows = document.bodies.map((body) => {
    const version = versions.get(body.code);
    return { body, version, ruralDistrict: areas.get(version?.ruralDistrictCode ?? '') ?? null };
  });
  return { document, table: toTable(EXPORT_WORDS.bodies, COLUMNS, rows) };
}
