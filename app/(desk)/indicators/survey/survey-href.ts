import { addressDay } from '@/components/dashboard/links';
import type { SurveyQuery } from '@/lib/validation/survey';

/** Address of the results as the query says, but for what is changed; defaults are left out. */
export function surveyHref(
  query: SurveyQuery,
  change: Partial<SurveyQuery>,
  path = '/indicators/survey',
  more: Readonly<Record<string, string>> = {},
): string {
  const { asOf, given, sort, order, ...rest } = { ...query, ...change };
  const parts = {
    asOf: asOf && addressDay(asOf),
    ...rest,
    given: given === 'yes' ? null : given,
    sort: sort === 'name' ? null : sort,
    order: order === 'asc' ? null : order,
    ...more,
  };
  const text = new URLSearchParams(
    Object.entries(parts).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  ).toString();
  return text === '' ? path : `${path}?${text}`;
}
