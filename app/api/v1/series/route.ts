import { apiRoute } from '@/lib/api-route';
import { apiDate } from '@/lib/format/dates';
import { getSeries, SERIES_STEPS } from '@/lib/services/series';
import { parseProgressQuery, queryDay, queryWord } from '@/lib/validation/progress';

export const GET = apiRoute((ctx, query) => {
  const { programme, filter } = parseProgressQuery(query);
  const points = getSeries(ctx, {
    programme,
    filter,
    from: queryDay(query, 'from'),
    to: queryDay(query, 'to'),
    step: queryWord(query, 'step', SERIES_STEPS) ?? 'week',
  });
  return {
    document: points.map((point) => ({ ...point, date: apiDate(point.date) })),
    table: () => [
      ['date', 'planned', 'claimed', 'verified'],
      ...points.map(({ date, planned, claimed, verified }) => [apiDate(date).jalali, planned, claimed, verified]),
    ],
  };
});
