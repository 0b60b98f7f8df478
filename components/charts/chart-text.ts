import type { CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import { formatDayMonth, formatDayMonthYear } from '@/lib/format/dates';
import { formatPercentValue } from '@/lib/format/numbers';

/** A ratio as percent without a sign; null is a dash. */
export function percentText(ratio: number | null, decimals = 1): string {
  return ratio === null ? '—' : formatPercentValue(ratio, decimals);
}

/** Day and month, with the year only where it is not the year of `reference`. */
export function dayTextNear(day: CivilDate, reference: CivilDate): string {
  return toJalali(day).year === toJalali(reference).year ? formatDayMonth(day) : formatDayMonthYear(day);
}
