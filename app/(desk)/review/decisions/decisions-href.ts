import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import type { DecisionKind } from '@/lib/services/review-pace';

/** The list of exactly the decisions that a figure of the pace counts. */
export function decisionsHref(
  from: CivilDate,
  to: CivilDate,
  kind: DecisionKind = 'decided',
  reviewer?: string | null,
  page?: number,
): string {
  const params = new URLSearchParams({ from: formatJalali(from, '-'), to: formatJalali(to, '-') });
  if (kind !== 'decided') params.set('kind', kind);
  if (reviewer) params.set('by', reviewer);
  if (page !== undefined && page > 1) params.set('page', String(page));
  return `/review/decisions?${params.toString()}`;
}
