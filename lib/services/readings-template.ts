import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { addMonths } from '@/lib/calendar/jalali-month';
import { takesPair } from '@/lib/domain/indicators';
import { IMPORT_COLUMN_LABELS as L } from '@/lib/messages/imports';
import { indicatorNumber, INDICATOR_IMPORT as W, pairLabels } from '@/lib/messages/indicators';
import { officialOrder } from './body-order';
import { toTable, type ExportTable } from './exports/table';
import {
  assertMonth,
  authoriseReadings,
  indicatorsOn,
  monthsOn,
  newestMonth,
  runningProgramme,
} from './indicator-readings';
import { getLedger } from './ledger';
import { resourceOf } from './milestone-subject';
import { outcomesAsOf } from './outcome-readings';
import { mayDo, type ServiceContext } from './service-context';

/** Months that readings can be taken in for, newest first, and the one that a template is for unless another is asked for. */
export interface TemplateChoice {
  readonly months: readonly JalaliMonth[];
  readonly month: JalaliMonth | null;
}

/** @throws AppError `forbidden` for whoever may report for no body; `no_programme` */
export function templateChoice(ctx: ServiceContext): TemplateChoice {
  authoriseReadings(ctx);
  const today = ctx.clock.today();
  const months = monthsOn(runningProgramme(ctx), today);
  return { months: months.toReversed(), month: newestMonth(months, today) };
}

/**
 * A table to fill in and send back: every body that one reports for, with every indicator of the month, what stands there already, and last
 * month beside it.
 *
 * @throws AppError `forbidden`; `invalid_input` for a month that cannot be reported; `no_programme`
 */
export function readingsTemplate(ctx: ServiceContext, asked: JalaliMonth | null): ExportTable {
  const { months, month } = templateChoice(ctx);
  if (asked !== null) assertMonth(months.toReversed(), asked);
  const chosen = asked ?? month;
  const today = ctx.clock.today();
  const bodies = officialOrder(
    getLedger(ctx.db)
      .reference(today)
      .bodies.filter((body) => mayDo(ctx, 'indicator.record', resourceOf(body))),
  );
  const last = chosen && addMonths(chosen, -1);
  const outcomes = chosen && last && outcomesAsOf(ctx.db, today, { from: last, to: chosen });
  const rows =
    chosen === null
      ? []
      : bodies.flatMap((body) =>
          indicatorsOn(ctx.db, today).map((indicator) => {
            const of = (each: JalaliMonth | null) =>
              (each && outcomes && outcomes.readings(indicator.code, each).get(body.id)?.reported) ?? null;
            return { body, indicator, now: of(chosen), before: of(last) };
          }),
        );
  type Row = (typeof rows)[number];
  const text = (heading: string, value: (row: Row) => string | null) => ({ heading, kind: 'text' as const, value });
  const number = (heading: string, value: (row: Row) => number | null) => ({ heading, kind: 'number' as const, value });
  return toTable<Row>(
    W.sheet,
    [
      text(L.code, ({ body }) => body.code),
      text(L.name, ({ body }) => body.name),
      text(L.indicator, ({ indicator }) => indicator.code),
      text(W.indicatorTitle, ({ indicator }) => indicator.title),
      text(W.how, ({ indicator }) =>
        takesPair(indicator.input) ? W.pair(...pairLabels(indicator.code)) : W.value(indicator.unit),
      ),
      text(L.month, () => chosen),
      number(L.numerator, ({ now }) => now?.numerator ?? null),
      number(L.denominator, ({ now }) => now?.denominator ?? null),
      number(L.value, ({ indicator, now }) => (takesPair(indicator.input) ? null : (now?.value ?? null))),
      text(L.note, ({ now }) => now?.note ?? null),
      text(W.lastMonth, ({ before }) =>
        before === null
          ? null
          : before.numerator === null || before.denominator === null
            ? indicatorNumber(before.value)
            : W.fraction(before.numerator, before.denominator, before.value),
      ),
    ],
    rows,
  );
}
