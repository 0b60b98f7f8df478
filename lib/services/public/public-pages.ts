import { searchItems, searchText, type SearchText } from '@/lib/domain/name-search';
import type { PublicRow } from '@/lib/domain/public-data';
import { AppError } from '@/lib/errors';
import { comparePersian } from '@/lib/text/collation';
import { suggestNames } from '@/lib/text/name-suggestions';
import type { PublicQuery } from '@/lib/validation/public';
import { openPublicData, type OpenedPublicData, type PublicContext, type PublicData } from './public-data';

/** Rows of the list on one page. */
const PAGE_LENGTH = 30;
/** Months of outcomes on the page of a body; the files have all. */
const MONTHS_OF_A_BODY = 3;

/** A body of the list with its tracks. */
export interface PublicBodyLine {
  readonly body: PublicRow<'bodies'>;
  readonly tracks: readonly PublicRow<'body_tracks'>[];
}

export type PublicHead = Pick<PublicData, 'asOf' | 'programme' | 'county'>;

/** The first page: figures, and the bodies that fit what was asked. */
export interface PublicOverview extends PublicHead {
  readonly figures: readonly PublicRow<'figures'>[];
  /** Means over all bodies: of each measure, that of the newest month that has one. */
  readonly outcomes: readonly PublicRow<'outcomes'>[];
  readonly lines: readonly PublicBodyLine[];
  /** Bodies found, and on which of how many pages of them this is, from 1. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
  readonly firstOnPage: number;
  /** When a search finds nothing: the bodies with the nearest names. */
  readonly suggestions: readonly PublicRow<'bodies'>[];
}

interface KnownLine extends PublicBodyLine {
  readonly search: SearchText;
  /** Plain mean of its tracks, for sorting. */
  readonly verified: number | null;
}

/** The bodies by name with what a search looks at; kept for the day. */
function linesOf({ ledger }: OpenedPublicData, data: PublicData): readonly KnownLine[] {
  return ledger.view(data.asOf, 'public lines', () => {
    const tracks = new Map<string | null, PublicRow<'body_tracks'>[]>();
    for (const track of data.bodyTracks) tracks.set(track.body_code, [...(tracks.get(track.body_code) ?? []), track]);
    const lines = data.bodies.map((body) => {
      const own = tracks.get(body.body_code) ?? [];
      const sum = own.reduce((total, { verified }) => total + (verified ?? 0), 0);
      return {
        body,
        tracks: own,
        verified: own.length === 0 ? null : sum / own.length,
        search: searchText([body.name, body.body_code, body.district]),
      };
    });
    return lines.sort((a, b) => comparePersian(a.body.name ?? '', b.body.name ?? ''));
  });
}

/** Lines come by name, and equal ones stay so. */
function ordered(lines: readonly KnownLine[], { sort }: PublicQuery): readonly KnownLine[] {
  switch (sort) {
    case 'name':
      return lines;
    case 'most':
      return lines.toSorted((a, b) => (b.verified ?? -1) - (a.verified ?? -1));
    case 'least':
      return lines.toSorted((a, b) => (a.verified ?? 2) - (b.verified ?? 2));
  }
}

/**
 * What the first page shows; null before there is anything to publish.
 * @throws AppError `not_found` while the public page is off
 */
export function getPublicOverview(ctx: PublicContext, query: PublicQuery): PublicOverview | null {
  const opened = openPublicData(ctx);
  const { data } = opened;
  if (data === null) return null;
  const { asOf, programme, county, figures } = data;
  const all = linesOf(opened, data);
  const searched = searchItems(query.q, all, ({ search }) => search);
  const found = ordered(
    searched.filter(
      ({ body }) =>
        (query.category === null || body.category === query.category) &&
        (query.district === null || body.district_code === query.district),
    ),
    query,
  );
  const pages = Math.max(1, Math.ceil(found.length / PAGE_LENGTH));
  const page = Math.min(query.page, pages);
  const first = (page - 1) * PAGE_LENGTH;
  const named = (body: PublicRow<'bodies'>) => body.name ?? '';
  const shown = found.slice(first, first + PAGE_LENGTH);
  return {
    ...{ asOf, programme, county, figures },
    outcomes: newestMeans(data.outcomes),
    lines: shown.map(({ body, tracks }) => ({ body, tracks })),
    ...{ found: found.length, page, pages, firstOnPage: first + 1 },
    suggestions: searched.length === 0 ? suggestNames(query.q, data.bodies, named) : [],
  };
}

function newestMeans(rows: readonly PublicRow<'outcomes'>[]): PublicRow<'outcomes'>[] {
  // months come in their order, so the last one of a measure is its newest
  const means = rows.filter(({ body_code }) => body_code === null);
  return [...new Map(means.map((row) => [row.measure, row])).values()];
}

/** Rows of the last few months that have any, the newest first. */
function newestMonths(rows: readonly PublicRow<'outcomes'>[], count: number): PublicRow<'outcomes'>[] {
  const months = [...new Set(rows.map(({ month }) => month))].toSorted().toReversed().slice(0, count);
  return months.flatMap((month) => rows.filter((row) => row.month === month));
}

/** Everything that is published of one body; of its outcomes, the last months. */
export interface PublicBody extends PublicHead, PublicBodyLine {
  readonly milestones: readonly PublicRow<'milestones'>[];
  readonly outcomes: readonly PublicRow<'outcomes'>[];
}

/**
 * One body; one that is never public is answered like one that does not exist.
 * @throws AppError `not_found`, also while the public page is off
 */
export function getPublicBody(ctx: PublicContext, code: string): PublicBody {
  const opened = openPublicData(ctx);
  const { data } = opened;
  const line = data && linesOf(opened, data).find(({ body }) => body.body_code === code);
  if (!data || !line) throw new AppError('not_found', { subject: 'body', code });
  const { asOf, programme, county, milestones, outcomes } = data;
  const isOwn = ({ body_code }: { readonly body_code: string | null }) => body_code === code;
  return {
    ...{ asOf, programme, county },
    ...{ body: line.body, tracks: line.tracks },
    milestones: milestones.filter(isOwn),
    outcomes: newestMonths(outcomes.filter(isOwn), MONTHS_OF_A_BODY),
  };
}

/** What heads the page about the open data; null before there is anything to publish. @throws AppError `not_found` while it is off */
export function getPublicHead(ctx: PublicContext): PublicHead | null {
  const { data } = openPublicData(ctx);
  return data && { asOf: data.asOf, programme: data.programme, county: data.county };
}
