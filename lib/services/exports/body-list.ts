import { formatJalali } from '@/lib/calendar/jalali';
import type { BodyColumn } from '@/lib/domain/body-columns';
import { formatLongDate } from '@/lib/format/dates';
import { wholePercent } from '@/lib/format/numbers';
import { BODY_COLUMN_LABELS, BODY_LIST } from '@/lib/messages/body-list';
import { BODY_CATEGORY_LABELS, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { listBodies, type BodyListParams } from '../bodies';
import { bodyConditions, bodyOrderText } from '../body-conditions';
import type { BodyRow } from '../body-rows';
import type { Scope } from '../scope';
import type { ServiceContext } from '../service-context';
import { shownTracks, type ShownTrack } from '../track-names';
import { toTable, type ExportColumn, type ExportTable } from './table';

type Column = ExportColumn<BodyRow>;

const percent = (ratio: number | null) => (ratio === null ? null : wholePercent(ratio));

function text(column: BodyColumn, value: (row: BodyRow) => string | null): Column {
  return { heading: BODY_COLUMN_LABELS[column], kind: 'text', value };
}

function number(column: BodyColumn, value: (row: BodyRow) => number | null): Column {
  return { heading: BODY_COLUMN_LABELS[column], kind: 'number', value };
}

/** The bar of a track as what it draws: plan, claimed and verified as numbers, and the status beside it. */
function trackColumns({ code, title }: ShownTrack): Column[] {
  const cell = (row: BodyRow) => row.tracks.find(({ trackCode, status }) => trackCode === code && status !== 'exempt');
  const status = (row: BodyRow) => row.tracks.find(({ trackCode }) => trackCode === code)?.status;
  return [
    { heading: BODY_LIST.trackPlanned(title), kind: 'number', value: (row) => percent(cell(row)?.planned ?? null) },
    { heading: BODY_LIST.trackClaimed(title), kind: 'number', value: (row) => percent(cell(row)?.claimed ?? null) },
    { heading: BODY_LIST.trackVerified(title), kind: 'number', value: (row) => percent(cell(row)?.verified ?? null) },
    {
      heading: BODY_LIST.trackStatus(title),
      kind: 'text',
      value: (row) => {
        const known = status(row);
        return known === undefined ? null : PAIR_STATUS_LABELS[known];
      },
    },
  ];
}

const COLUMNS: Record<Exclude<BodyColumn, 'tracks'>, Column> = {
  code: text('code', ({ body }) => body.code),
  name: text('name', ({ body }) => body.name),
  category: text('category', ({ body }) => BODY_CATEGORY_LABELS[body.category]),
  district: text('district', ({ districtName }) => districtName),
  rural: text('rural', ({ ruralDistrictName }) => ruralDistrictName),
  status: text('status', ({ status }) => PAIR_STATUS_LABELS[status]),
  planned: number('planned', ({ planned }) => percent(planned)),
  claimed: number('claimed', ({ claimed }) => percent(claimed)),
  verified: number('verified', ({ verified }) => percent(verified)),
  gap: number('gap', ({ gap }) => percent(gap)),
  silence: number('silence', ({ silentDays }) => silentDays),
  report: {
    heading: BODY_COLUMN_LABELS.report,
    kind: 'day',
    value: ({ lastReportOn }) => (lastReportOn === null ? null : formatJalali(lastReportOn)),
  },
  desk: text('desk', (row) =>
    row.isRealDesk === null ? null : row.isRealDesk ? BODY_LIST.deskReal : BODY_LIST.deskNotReal,
  ),
  blockers: number('blockers', ({ blockers }) => blockers.length),
  waiting: number('waiting', ({ waitingCount }) => waitingCount),
  phone: text('phone', ({ body }) => body.phone),
  official: text('official', ({ body }) => body.officialCode),
};

function aboutList(params: BodyListParams, scope: Scope, rowCount: number): ExportTable['about'] {
  const conditions = bodyConditions(params, scope).map((condition) => condition.text);
  return [
    [BODY_LIST.aboutDay, formatLongDate(scope.asOf)],
    [BODY_LIST.aboutFilter, conditions.length === 0 ? BODY_LIST.unfiltered : conditions.join('؛ ')],
    [BODY_LIST.aboutOrder, bodyOrderText(params.sort ?? 'code', params.descending ?? false, scope)],
    [BODY_LIST.aboutRows, rowCount],
    [BODY_LIST.aboutUnits, BODY_LIST.aboutUnitsText],
  ];
}

/**
 * The list of bodies exactly as its page shows it: the same rows in the same order, the same columns, and a sheet that says how it was
 * narrowed. A liaison gets the own bodies, as on the page.
 * @throws AppError as `listBodies`
 */
export function exportBodyList(
  ctx: ServiceContext,
  params: BodyListParams,
  columns: readonly BodyColumn[],
): ExportTable {
  const { scope, rows } = listBodies(ctx, params);
  const tracks = shownTracks(scope, rows);
  const exported = columns.flatMap((column) => (column === 'tracks' ? tracks.flatMap(trackColumns) : COLUMNS[column]));
  return { ...toTable(BODY_LIST.exportName, exported, rows), about: aboutList(params, scope, rows.length) };
}
