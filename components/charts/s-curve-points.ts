import { addDays, asCivilDate, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { fromJalali, toJalali, JALALI_MONTH_NAMES } from '@/lib/calendar/jalali';
import { formatMonthYear } from '@/lib/format/dates';

/** One day or week of the curve. Ratios 0..1; days after the as-of day have only `planned`. */
export interface SCurvePoint {
  readonly date: CivilDate;
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
}

/** Finished points of one group. `start` and `end` bound the time axis. */
export interface SCurveData {
  readonly points: readonly SCurvePoint[];
  readonly asOf: CivilDate;
  readonly deadline: CivilDate | null;
  readonly forecastFinish: CivilDate | null;
  readonly start: CivilDate;
  readonly end: CivilDate;
  /** The day on which the page is read, where that is not the as-of day. */
  readonly today?: CivilDate | null;
  /** Days on which the ground of the figures changed: rules, programme, bodies. */
  readonly marks?: readonly CivilDate[];
}

export interface MonthTick {
  readonly label: string;
  /** First day of the month, or the chart's start inside it. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The month begins inside the chart, so its boundary is drawn. */
  readonly beginsInside: boolean;
}

/** Jalali months between two days; the first month of a year carries the year, since the axis then crosses Nowruz. */
export function monthTicks(start: CivilDate, end: CivilDate): MonthTick[] {
  const ticks: MonthTick[] = [];
  const first = toJalali(start);
  let { year, month } = first;
  for (;;) {
    const monthStart = fromJalali({ year, month, day: 1 });
    if (monthStart > end) break;
    const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
    const nextStart = fromJalali({ ...next, day: 1 });
    const name = JALALI_MONTH_NAMES[month - 1] ?? '';
    ticks.push({
      label: month === 1 && ticks.length > 0 ? formatMonthYear(monthStart) : name,
      from: monthStart > start ? monthStart : start,
      to: nextStart < end ? nextStart : end,
      beginsInside: monthStart > start,
    });
    ({ year, month } = next);
  }
  return ticks;
}

export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface CurvePaths {
  readonly planned: string;
  readonly claimed: string;
  readonly verified: string;
  /** Closed area between claimed and verified: what waits at the governorate. */
  readonly band: string;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Scales of a plot: time from left to right, ratio from bottom to top. */
export function scales(data: Pick<SCurveData, 'start' | 'end'>, box: PlotBox) {
  const days = Math.max(1, daysBetween(data.start, data.end));
  return {
    x: (day: CivilDate) => round(box.left + ((box.right - box.left) * daysBetween(data.start, day)) / days),
    y: (ratio: number) => round(box.bottom - (box.bottom - box.top) * ratio),
  };
}

/** Path data of the four shapes. The plan is a step: work is due on a day and not in between. */
export function curvePaths(data: SCurveData, box: PlotBox): CurvePaths {
  const { x, y } = scales(data, box);
  const inside = data.points.filter((point) => point.date >= data.start && point.date <= data.end);
  let planned = '';
  let level: number | null = null;
  for (const point of inside) {
    if (point.planned === null) continue;
    if (level === null) planned = `M${x(point.date)} ${y(point.planned)}`;
    else if (point.planned !== level) planned += `H${x(point.date)}V${y(point.planned)}`;
    level = point.planned;
  }
  const last = inside.at(-1);
  if (last !== undefined && planned !== '') planned += `H${x(last.date)}`;
  const known = inside.filter((point) => point.claimed !== null && point.verified !== null && point.date <= data.asOf);
  const line = (key: 'claimed' | 'verified', points = known) =>
    points.map((point) => `${x(point.date)} ${y(point[key] ?? 0)}`).join('L');
  const claimed = known.length > 1 ? `M${line('claimed')}` : '';
  const verified = known.length > 1 ? `M${line('verified')}` : '';
  const band = known.length > 1 ? `M${line('claimed')}L${line('verified', [...known].reverse())}Z` : '';
  return { planned, claimed, verified, band };
}

/** The point of the as-of day, or the last one before it. */
export function pointAsOf(data: SCurveData): SCurvePoint | null {
  return data.points.filter((point) => point.date <= data.asOf && point.verified !== null).at(-1) ?? null;
}

export interface ForecastLine {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** False when the finish lies beyond the axis: the line then runs out of the picture without an end mark. */
  readonly endsInside: boolean;
}

/**
 * Where the label of a forecast stands: right of its end where there is room, else left of it, below the line for its whole width, since the
 * line comes from the lower left.
 */
export function forecastLabelPlace(
  line: ForecastLine,
  box: PlotBox,
  label: { readonly width: number; readonly gap: number; readonly lineHeight: number },
): { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } {
  if (line.endsInside && line.toX + label.gap + label.width <= box.right) {
    return { x: line.toX + label.gap, y: line.toY + label.lineHeight * 0.3, anchor: 'start' };
  }
  const x = line.toX - label.gap;
  const slope = (line.fromY - line.toY) / Math.max(1, line.toX - line.fromX);
  const lowest = Math.min(line.fromY, line.toY + slope * (label.gap + label.width));
  return { x, y: round(lowest + label.lineHeight * 1.2), anchor: 'end' };
}

/** Straight line from the verified level of the as-of day to 100 % on the forecast finish, cut at the end of the axis. */
export function forecastLine(data: SCurveData, box: PlotBox): ForecastLine | null {
  const now = pointAsOf(data);
  if (now?.verified == null || data.forecastFinish === null || data.forecastFinish <= now.date) return null;
  const { x, y } = scales(data, box);
  if (data.forecastFinish <= data.end) {
    return { fromX: x(now.date), fromY: y(now.verified), toX: x(data.forecastFinish), toY: y(1), endsInside: true };
  }
  const share = daysBetween(now.date, data.end) / daysBetween(now.date, data.forecastFinish);
  const ratio = now.verified + (1 - now.verified) * share;
  return { fromX: x(now.date), fromY: y(now.verified), toX: x(data.end), toY: y(ratio), endsInside: false };
}

/** One point as four numbers: days since the start, then the ratios in ten-thousandths; empty where there is none. */
const encodeRatio = (ratio: number | null) => (ratio === null ? '' : String(Math.round(ratio * 1e4)));
const decodeRatio = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text) / 1e4);

/** The points as short text for an attribute of the page: a tenth of their JSON. */
export function encodeCurve(data: SCurveData): string {
  const points = data.points.map(({ date, planned, claimed, verified }) =>
    [daysBetween(data.start, date), encodeRatio(planned), encodeRatio(claimed), encodeRatio(verified)].join(','),
  );
  const days = [data.start, data.end, data.asOf, data.deadline ?? '', data.forecastFinish ?? '', data.today ?? ''];
  return [...days, (data.marks ?? []).join(','), ...points].join(';');
}

/** What `encodeCurve` wrote. @throws RangeError if it did not */
export function decodeCurve(text: string): SCurveData {
  const [start = '', end = '', asOf = '', deadline = '', forecastFinish = '', today = '', marks = '', ...points] =
    text.split(';');
  const first = asCivilDate(start);
  return {
    start: first,
    end: asCivilDate(end),
    asOf: asCivilDate(asOf),
    deadline: deadline === '' ? null : asCivilDate(deadline),
    forecastFinish: forecastFinish === '' ? null : asCivilDate(forecastFinish),
    today: today === '' ? null : asCivilDate(today),
    marks: marks === '' ? [] : marks.split(',').map(asCivilDate),
    points: points.map((point) => {
      const [offset, planned, claimed, verified] = point.split(',');
      return {
        date: addDays(first, Number(offset)),
        planned: decodeRatio(planned),
        claimed: decodeRatio(claimed),
        verified: decodeRatio(verified),
      };
    }),
  };
}
