import type { CivilDate } from '@/lib/calendar/civil-date';
import { trackOfSort, type BodySort, type DeskKind } from '@/lib/domain/body-columns';
import { searchItems } from '@/lib/domain/name-search';
import type { PairFigures, StatusReason } from '@/lib/domain/figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import type { Body } from '@/lib/domain/reference';
import { explainStatus, worstStatus } from '@/lib/domain/status';
import type { BlockCause, PairStatus, Turn } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { suggestNames } from '@/lib/text/name-suggestions';
import { orderBodies } from './body-order';
import { areaName, bodyRowsOf, type BodyRow } from './body-rows';
import { openScope, type Scope, type ScopeParams } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { silenceOf } from './silence';

/** What the list may be narrowed to, besides the pairs of its scope. */
export interface BodyFacets {
  /** One of the body's tracks has this status. */
  readonly status?: PairStatus | null;
  readonly desk?: DeskKind | null;
  readonly silent?: boolean;
  readonly blocked?: boolean;
  /** It is blocked for this cause, or it is this side's turn. */
  readonly cause?: BlockCause | null;
  readonly turn?: Turn | null;
  /** Something of it waits for the governorate's decision. */
  readonly waiting?: boolean;
  readonly coordination?: boolean;
}

export interface BodyListParams extends ScopeParams, BodyFacets {
  readonly q?: string | null;
  /** Default: as in an official list. */
  readonly sort?: BodySort | null;
  readonly descending?: boolean;
}

export interface BodyList {
  readonly scope: Scope;
  readonly rows: readonly BodyRow[];
  /** Bodies in the scope before the search and the facets. */
  readonly total: number;
  /** Tracks of the rows that have the wanted status: what a count of the overview counted. */
  readonly pairs: number;
  /** When a search finds nothing: the names nearest to it. */
  readonly suggestions: readonly Body[];
}

/** A list behind a count holds exactly what was counted, so each facet asks for what its count counts. */
function matchesFacets(row: BodyRow, facets: BodyFacets): boolean {
  const { status, desk, cause, turn } = facets;
  const isBlocker = (blocker: BodyRow['blockers'][number]) =>
    (!cause || blocker.cause === cause) && (!turn || blocker.turn === turn);
  return (
    (!status || row.tracks.some((track) => track.status === status)) &&
    (!desk || row.isRealDesk === (desk === 'real')) &&
    (!facets.silent || row.isSilent) &&
    (!(facets.blocked || cause || turn) || row.blockers.some(isBlocker)) &&
    (!facets.waiting || row.waitingCount > 0) &&
    (!facets.coordination || row.body.coordinationOnly)
  );
}

/** Rows of a scope that this person may read. */
function readableRows(ctx: ServiceContext, scope: Scope): readonly BodyRow[] {
  return bodyRowsOf(scope).filter(({ body }) => mayDo(ctx, 'body.read', { body }));
}

function assertKnownSort(scope: Scope, sort: BodySort): void {
  const trackCode = trackOfSort(sort);
  if (trackCode !== null && !scope.tracks.some(({ code }) => code === trackCode)) {
    throw new AppError('invalid_input', { field: 'sort', value: sort });
  }
}

/**
 * Bodies of a scope with their tracks, searched, filtered and sorted. A liaison gets own bodies only.
 * @throws AppError as `openScope`, `invalid_input` for an order by a track that does not exist
 */
export function listBodies(ctx: ServiceContext, params: BodyListParams = {}): BodyList {
  authorise(ctx, 'body.list');
  const scope = openScope(ctx, params);
  const sort = params.sort ?? 'code';
  assertKnownSort(scope, sort);
  const rows = readableRows(ctx, scope);
  const query = params.q?.trim() ?? '';
  const searched = searchItems(query, rows, ({ search }) => search);
  const found = searched.filter((row) => matchesFacets(row, params));
  const pairs = found.reduce(
    (sum, row) => sum + row.tracks.filter(({ status }) => !params.status || status === params.status).length,
    0,
  );
  return {
    scope,
    rows: orderBodies(found, sort, params.descending ?? false),
    total: rows.length,
    pairs,
    suggestions:
      searched.length === 0 && query !== ''
        ? suggestNames(
            query,
            rows.map(({ body }) => body),
            ({ name }) => name,
          )
        : [],
  };
}

/**
 * How many bodies each of some ready-made views holds, on the day and in the programme of a scope.
 * @throws AppError as `listBodies`
 */
export function countBodyViews(
  ctx: ServiceContext,
  day: Pick<ScopeParams, 'asOf' | 'programme'>,
  views: readonly (BodyFacets & Pick<ScopeParams, 'filter'>)[],
): number[] {
  authorise(ctx, 'body.list');
  return views.map(({ filter, ...facets }) => {
    const rows = readableRows(ctx, openScope(ctx, { ...day, filter }));
    return rows.filter((row) => matchesFacets(row, facets)).length;
  });
}

export interface BodyTrack {
  readonly figures: PairFigures;
  readonly reason: StatusReason;
  readonly isRealDesk: boolean | null;
}

export interface BodyCard {
  readonly scope: Scope;
  readonly body: Body;
  readonly districtName: string;
  readonly ruralDistrictName: string | null;
  readonly status: PairStatus | null;
  readonly tracks: readonly BodyTrack[];
  readonly silence: { readonly days: number; readonly lastReportOn: CivilDate | null } | null;
}

/**
 * Everything figures say about one body as of a day.
 * @throws AppError `not_found` for an unknown code, a body that does not exist on that day, or one the actor may not see
 */
export function getBody(ctx: ServiceContext, code: string, params: Omit<ScopeParams, 'filter'> = {}): BodyCard {
  const scope = openScope(ctx, { ...params, filter: { bodyCode: code } });
  const body = scope.reference.bodies.find((known) => known.code === code);
  if (!body) throw new AppError('not_found', { subject: 'body', code });
  authorise(ctx, 'body.read', { body });
  const tracks = scope.figures.map((figures) => ({
    figures,
    reason: explainStatus(figures.milestones, figures.pair.track.deadlineOn, scope.asOf, scope.reference.thresholds),
    isRealDesk: isRealDesk(figures, scope.reference.thresholds.realDeskMilestones),
  }));
  return {
    scope,
    body,
    districtName: areaName(scope, body.districtCode),
    ruralDistrictName: body.ruralDistrictCode === null ? null : areaName(scope, body.ruralDistrictCode),
    status: worstStatus(tracks.map(({ figures }) => figures.status)),
    tracks,
    silence: silenceOf(scope, body.id),
  };
}
