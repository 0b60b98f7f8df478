import { addressDay } from '@/components/dashboard/links';
import type { PlanQuery, VisitsQuery } from '@/lib/validation/inspections';

function withQuery(path: string, parts: Readonly<Record<string, string | number | null>>): string {
  const text = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, String(value)]])),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}

const dayOf = (day: VisitsQuery['asOf']) => day && addressDay(day);

/** Address of the visits as the query says, but for what is changed; defaults are left out. */
export function visitsHref(
  query: VisitsQuery,
  change: Partial<VisitsQuery> = {},
  path = '/inspections',
  more = {},
): string {
  const { asOf, from, to, sort, order, page, ...rest } = { ...query, ...change };
  const isDefault = sort === 'visited' && order === 'desc';
  return withQuery(path, {
    asOf: dayOf(asOf),
    ...rest,
    from: dayOf(from),
    to: dayOf(to),
    sort: isDefault ? null : sort,
    order: isDefault ? null : order,
    page: page === 1 ? null : page,
    ...more,
  });
}

/** Address of the plan. */
export function planHref({ asOf, ...rest }: PlanQuery): string {
  return withQuery('/inspections/plan', { asOf: dayOf(asOf), ...rest });
}

/** Address of the form of a visit to a body. */
export const newVisitHref = (bodyCode: string) => withQuery('/inspections/new', { body: bodyCode });
