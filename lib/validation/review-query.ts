import { WAITING_BANDS, type WaitingBandKey } from '@/lib/domain/review-pace';
import { BODY_CATEGORIES, EVIDENCE_KINDS, type BodyCategory, type EvidenceKind } from '@/lib/domain/vocabulary';
import { queryValue, type QueryParams } from './progress';

/** What the queue can be narrowed to; `requests` are extensions and exemptions together. */
export const REVIEW_FILTERS = ['all', 'claims', 'requests', 'extensions', 'exemptions', 'objections'] as const;
export type ReviewFilter = (typeof REVIEW_FILTERS)[number];

export const REVIEW_SORTS = ['waiting', 'name', 'step'] as const;
export type ReviewSort = (typeof REVIEW_SORTS)[number];

export const REVIEW_DUES = ['on_time', 'after_due'] as const;
export type ReviewDue = (typeof REVIEW_DUES)[number];

/** Which list of the queue, and in which order: everything that the address says besides the place in it. */
export interface ReviewQuery {
  readonly filter: ReviewFilter;
  readonly q: string;
  readonly trackCode: string | null;
  readonly category: BodyCategory | null;
  readonly districtCode: string | null;
  readonly waiting: WaitingBandKey | null;
  readonly evidence: EvidenceKind | null;
  readonly due: ReviewDue | null;
  readonly sort: ReviewSort;
}

export const WHOLE_QUEUE: ReviewQuery = {
  filter: 'all',
  q: '',
  trackCode: null,
  category: null,
  districtCode: null,
  waiting: null,
  evidence: null,
  due: null,
  sort: 'waiting',
};

/** Names in the address, in the order in which they stand there. */
const NAMES = {
  filter: 'filter',
  q: 'q',
  trackCode: 'track',
  category: 'category',
  districtCode: 'district',
  waiting: 'waiting',
  evidence: 'evidence',
  due: 'due',
  sort: 'sort',
} as const satisfies Record<keyof ReviewQuery, string>;

function wordOf<T extends string>(params: QueryParams, name: string, words: readonly T[]): T | null {
  const text = queryValue(params, name);
  return words.find((known) => known === text) ?? null;
}

function codeOf(params: QueryParams, name: string): string | null {
  const text = queryValue(params, name);
  return text !== null && /^[\w-]{1,20}$/.test(text) ? text : null;
}

/** The list an address asks for. Words it does not know are left out: an old link still leads to the queue. */
export function parseReviewQuery(params: QueryParams): ReviewQuery {
  return {
    filter: wordOf(params, NAMES.filter, REVIEW_FILTERS) ?? 'all',
    q: (queryValue(params, NAMES.q) ?? '').slice(0, 100),
    trackCode: codeOf(params, NAMES.trackCode),
    category: wordOf(params, NAMES.category, BODY_CATEGORIES),
    districtCode: codeOf(params, NAMES.districtCode),
    waiting: wordOf(
      params,
      NAMES.waiting,
      WAITING_BANDS.map(({ key }) => key),
    ),
    evidence: wordOf(params, NAMES.evidence, EVIDENCE_KINDS),
    due: wordOf(params, NAMES.due, REVIEW_DUES),
    sort: wordOf(params, NAMES.sort, REVIEW_SORTS) ?? 'waiting',
  };
}

/** The same from the text a form carried along. */
export function parseReviewPlace(place: string | null | undefined): ReviewQuery {
  return parseReviewQuery(Object.fromEntries(new URLSearchParams(place ?? '')));
}

/** The list as part of an address; what is as in the whole queue is left out. */
export function reviewPlace(query: ReviewQuery): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(NAMES) as (keyof ReviewQuery)[]) {
    const value = query[key];
    if (value !== null && value !== WHOLE_QUEUE[key]) params.set(NAMES[key], value);
  }
  return params.toString();
}

/** The address of the queue, or of another page about the same list. */
export function reviewHref(
  query: ReviewQuery,
  more: Readonly<Record<string, string | number | null | undefined>> = {},
  path = '/review',
): string {
  const params = new URLSearchParams(reviewPlace(query));
  for (const [name, value] of Object.entries(more)) {
    if (value !== null && value !== undefined) params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A whole number of the address, or null. */
export function queryId(params: QueryParams, name: string): number | null {
  const text = queryValue(params, name);
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
