import type { EditionDocument, EditionOutcomeRow } from '@/lib/domain/edition';
import { lastDayOf } from '@/lib/calendar/jalali-month';
import { formatMonth } from '@/lib/format/dates';
import { editionWords } from '@/lib/messages/edition-text';
import type { EditionScopes } from './edition-figures';
import { indicatorsOn, monthsOn } from './indicator-readings';
import { indicatorFigures } from './indicators';
import { outcomesAsOf } from './outcome-readings';

/**
 * Outcome indicators as of the report's day, each in the newest month that is over and has readings: in the first days of a month the one
 * before it still speaks. Nothing at all while nobody has reported.
 */
export function outcomesOf({ ctx, now }: EditionScopes): Pick<EditionDocument, 'outcomes'> {
  const months = monthsOn(now.programme, now.asOf).filter((month) => lastDayOf(month) < now.asOf);
  const [baselineMonth] = months;
  const newest = months.at(-1);
  if (baselineMonth === undefined || newest === undefined) return {};
  const outcomes = outcomesAsOf(ctx.db, now.asOf, { from: baselineMonth, to: newest });
  const bodies = [...new Map(now.reference.pairs.filter(now.includes).map(({ body }) => [body.id, body])).values()];
  const rows = indicatorsOn(ctx.db, now.asOf).flatMap((indicator): EditionOutcomeRow[] => {
    for (const month of months.toReversed()) {
      const range = { baselineMonth, month, trendMonths: [] };
      const { mean, expected, fromSurvey, change } = indicatorFigures(outcomes, indicator, bodies, range);
      if (mean === null) continue;
      const { code, title, unit } = indicator;
      return [
        {
          code,
          title,
          unit,
          month,
          mean: mean.value,
          bodies: mean.bodies,
          expected,
          fromSurvey,
          change: change?.change ?? null,
          changeBodies: change?.bodies ?? null,
          trend: change?.trend ?? null,
        },
      ];
    }
    return [];
  });
  if (rows.length === 0) return {};
  const count = (trend: EditionOutcomeRow['trend']) => rows.filter((row) => row.trend === trend).length;
  const counts = { better: count('better'), worse: count('worse'), same: count('same'), unknown: count(null) };
  return {
    outcomes: { sentence: editionWords.outcomesSentence(counts, formatMonth(baselineMonth)), baselineMonth, rows },
  };
}
