import { formatJalali } from '@/lib/calendar/jalali';
import type { LettersQuery } from '@/lib/validation/letters';

/** The address of a list of letters, or of its file. */
export function lettersHref(
  path: string,
  query: Partial<LettersQuery>,
  more: Readonly<Record<string, string>> = {},
): string {
  const { q, district, body, from, to, reported, sort, isDescending, page } = query;
  const parts = {
    q,
    district,
    body,
    from: from && formatJalali(from, '-'),
    to: to && formatJalali(to, '-'),
    reported,
    sort,
    order: isDescending == null ? null : isDescending ? 'desc' : 'asc',
    page: page === undefined || page === 1 ? null : String(page),
    ...more,
  };
  const search = new URLSearchParams(Object.entries(parts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
