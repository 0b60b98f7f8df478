import type { CivilDate } from '@/lib/calendar/civil-date';
import type { PairFigures, StatusReason } from '@/lib/domain/figures';
import { meanRatios } from '@/lib/domain/group-figures';
import { isRealDesk } from '@/lib/domain/pair-figures';
import type { Body } from '@/lib/domain/reference';
import { explainStatus, worstStatus } from '@/lib/domain/status';
import { BODY_CATEGORIES, PAIR_STATUSES, type PairStatus } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { suggestNames } from '@/lib/text/name-suggestions';
import { matchKey, normaliseForMatch } from '@/lib/text/normalise';
import { openScope, type Scope, type ScopeParams } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { silenceOf } from './silence';

export const BODY_SORTS = ['code', 'name', 'status', 'verified', 'silence'] as const;
export type BodySort = (typeof BODY_SORTS)[number];

export interface BodyListParams extends ScopeParams {
  readonly q?: string | null;
  readonly status?: PairStatus | null;
  readonly sort?: BodySort | null;
  readonly descending?: boolean;
}

export interface BodyTrackCell {
  readonly trackCode: string;
  readonly status: PairStatus;
  readonly planned: number;
  readonly claimed: number;
  readonly verified: number;
}

export interface BodyRow {
  readonly body: Body;
  readonly districtName: string;
  /** Worst of its tracks that pass the filter. */
  readonly status: PairStatus;
  /** Mean over the tracks that pass the filter; null when all are exempt. */
  readonly verified: number | null;
  readonly tracks: readonly BodyTrackCell[];
  readonly silentDays: number | null;
}

export interface BodyList {
  readonly scope: Scope;
  readonly rows: readonly BodyRow[];
  /** Bodies in the scope before the search and the status filter. */
  readonly total: number;
  /** Tracks of the rows that have the wanted status: what a count of the overview counted. */
  readonly pairs: number;
  /** When a search finds nothing: the names nearest to it. */
  readonly suggestions: readonly Body[];
}

function areaName(scope: Scope, code: string): string {
  return scope.reference.areas.find((area) => area.code === code)?.name ?? code;
}

function rowsOf(scope: Scope): BodyRow[] {
  return scope.ledger.view(scope.asOf, `bodies ${scope.key}`, () => {
    const byBody = new Map<number, PairFigures[]>();
    for (const figures of scope.figures) {
      const list = byBody.get(figures.pair.body.id);
      if (list) list.push(figures);
      else byBody.set(figures.pair.body.id, [figures]);
    }
    return [...byBody.values()].map((list) => {
      const { body } = (list[0] as PairFigures).pair;
      return {
        body,
        districtName: areaName(scope, body.districtCode),
        status: worstStatus(list.map(({ status }) => status)) ?? 'exempt',
        verified: meanRatios(list).verified,
        tracks: list.map(({ pair, status, plannedRatio, claimedRatio, verifiedRatio }) => ({
          trackCode: pair.track.code,
          status,
          planned: plannedRatio,
          claimed: claimedRatio,
          verified: verifiedRatio,
        })),
        silentDays: silenceOf(scope, body.id)?.days ?? null,
      };
    });
  });
}

/** Whether one of the body's tracks has a status: a list behind a count holds exactly what was counted. */
function hasStatus(row: BodyRow, wanted: PairStatus): boolean {
  return row.tracks.some(({ status }) => status === wanted);
}

/** Whether every word of a search stands in the body's name, code, official code or area, however it is spelt. */
function matchesSearch(row: BodyRow, query: string): boolean {
  const { body, districtName } = row;
  const haystack = normaliseForMatch(`${body.name} ${body.code} ${body.officialCode ?? ''} ${districtName}`);
  const joined = haystack.replaceAll(' ', '');
  return (
    joined.includes(matchKey(query)) ||
    normaliseForMatch(query)
      .split(' ')
      .every((word) => joined.includes(word))
  );
}

const ASCENDING: Record<BodySort, (a: BodyRow, b: BodyRow) => number> = {
  // In the order of an official list: the governorate first, each category by its codes.
  code: (a, b) =>
    BODY_CATEGORIES.indexOf(a.body.category) - BODY_CATEGORIES.indexOf(b.body.category) ||
    (a.body.code < b.body.code ? -1 : 1),
  name: (a, b) => comparePersian(a.body.name, b.body.name),
  status: (a, b) => PAIR_STATUSES.indexOf(a.status) - PAIR_STATUSES.indexOf(b.status),
  verified: (a, b) => (a.verified ?? 2) - (b.verified ?? 2),
  silence: (a, b) => (a.silentDays ?? -1) - (b.silentDays ?? -1),
};

/**
 * Bodies of a scope with their tracks, searched, filtered and sorted. A liaison gets own bodies only.
 * @throws AppError as `resolveScope`
 */
export function listBodies(ctx: ServiceContext, params: BodyListParams = {}): BodyList {
  authorise(ctx, 'body.list');
  const scope = openScope(ctx, params);
  const rows = rowsOf(scope).filter(({ body }) => mayDo(ctx, 'body.read', { body }));
  const query = params.q?.trim() ?? '';
  const found = rows.filter(
    (row) => (!params.status || hasStatus(row, params.status)) && (query === '' || matchesSearch(row, query)),
  );
  const pairs = found.reduce(
    (sum, row) => sum + row.tracks.filter(({ status }) => !params.status || status === params.status).length,
    0,
  );
  const compare = ASCENDING[params.sort ?? 'code'];
  const direction = params.descending ? -1 : 1;
  return {
    scope,
    rows: [...found].sort((a, b) => direction * compare(a, b) || ASCENDING.code(a, b)),
    total: rows.length,
    pairs,
    suggestions:
      found.length === 0 && query !== ''
        ? suggestNames(
            query,
            rows.map(({ body }) => body),
            ({ name }) => name,
          )
        : [],
  };
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
