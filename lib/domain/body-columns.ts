/** Everything the list of bodies can show, in the order of its columns. The name is always shown. */
export const BODY_COLUMNS = [
  'code',
  'name',
  'category',
  'district',
  'rural',
  'status',
  'tracks',
  'planned',
  'claimed',
  'verified',
  'gap',
  'silence',
  'report',
  'desk',
  'blockers',
  'waiting',
  'phone',
  'official',
] as const;
export type BodyColumn = (typeof BODY_COLUMNS)[number];

export const DEFAULT_BODY_COLUMNS: readonly BodyColumn[] = [
  'code',
  'name',
  'category',
  'district',
  'status',
  'tracks',
  'verified',
  'gap',
  'silence',
];

/** What the list is ordered by: a column, or the verified share of one track. */
export type BodySort = Exclude<BodyColumn, 'tracks'> | `track-${string}`;

/** Columns that are read from the most to the least unless the reader turns them round. */
const LARGEST_FIRST: ReadonlySet<string> = new Set(['gap', 'silence', 'blockers', 'waiting']);

export const beginsWithLargest = (sort: BodySort): boolean => LARGEST_FIRST.has(sort);

/** Code of the track a list is sorted by; null for any other order. */
export function trackOfSort(sort: BodySort): string | null {
  return sort.startsWith('track-') ? sort.slice('track-'.length) : null;
}

export function isBodySort(text: string): text is BodySort {
  if (text.startsWith('track-')) return text.length > 'track-'.length;
  return text !== 'tracks' && BODY_COLUMNS.some((column) => column === text);
}

/** Columns in their own order, with the name among them, each once. */
export function orderColumns(chosen: readonly BodyColumn[]): BodyColumn[] {
  return BODY_COLUMNS.filter((column) => column === 'name' || chosen.includes(column));
}

/** Whether a desk counts as real: a choice of the list's filter. */
export const DESK_KINDS = ['real', 'not_real'] as const;
export type DeskKind = (typeof DESK_KINDS)[number];
