import { toPersianDigits } from '@/lib/text/digits';

/**
 * Numbers as Persian text. They are computed with Latin digits and mapped at the end, because `Intl` adds invisible direction marks and
 * puts the percent sign on either side. Units stand in table heads or are written out («درصد»), never glued to the number.
 */
const THOUSANDS = '٬';
const DECIMAL_POINT = '٫';
/** The real minus sign; wrap signed numbers in `<bdi dir="ltr">`. */
const MINUS = '−';

/** Whole number with thousands: `۱٬۲۳۴`. Fractions are rounded. */
export function formatInteger(value: number): string {
  return formatDecimal(value, 0);
}

/** Number with a fixed count of decimals, rounded half away from zero: `۲۴۲٫۲`. */
export function formatDecimal(value: number, digits: number): string {
  const { isNegative, text } = roundToText(value, digits);
  return `${isNegative ? MINUS : ''}${text}`;
}

/** A ratio of 0..1 in percent, without the sign: 0.574 → `۵۷٫۴`. */
export function formatPercentValue(ratio: number, digits = 1): string {
  return formatDecimal(ratio * 100, digits);
}

/** A ratio of 0..1 as whole percent: the number that `formatPercentValue(ratio, 0)` writes. */
export function wholePercent(ratio: number): number {
  const rounded = Math.round(Number((Math.abs(ratio) * 100).toPrecision(15)));
  return ratio < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A change, with its sign in front: `+۳٫۲`, `−۱٫۰`, `۰٫۰`. For `<bdi dir="ltr">`. */
export function formatSigned(value: number, digits = 0): string {
  const { isNegative, isZero, text } = roundToText(value, digits);
  if (isZero) return text;
  return `${isNegative ? MINUS : '+'}${text}`;
}

/** An index such as SPI, with two decimals: `۰٫۶۶`. */
export function formatRatio(value: number): string {
  return formatDecimal(value, 2);
}

/** A file size: `۴۲۰ بایت`, `۳۴۲ کیلوبایت`, `۴٫۸ مگابایت`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${formatInteger(bytes)} بایت`;
  const kilobytes = bytes / 1024;
  if (Math.round(kilobytes) < 1024) return `${formatInteger(kilobytes)} کیلوبایت`;
  return `${formatDecimal(kilobytes / 1024, 1)} مگابایت`;
}

/** Absolute value as Persian text, with its sign apart; what rounds to zero has none. @throws RangeError for NaN and infinity */
function roundToText(value: number, digits: number): { isNegative: boolean; isZero: boolean; text: string } {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${value}`);
  // Fifteen significant digits drop the noise of binary fractions: 0.575 × 100 is 57.49999999999999.
  const scale = 10 ** digits;
  const rounded = Math.round(Number((Math.abs(value) * scale).toPrecision(15))) / scale;
  const [whole = '0', fraction] = rounded.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THOUSANDS);
  const text = toPersianDigits(fraction === undefined ? grouped : `${grouped}${DECIMAL_POINT}${fraction}`);
  return { isNegative: value < 0 && rounded !== 0, isZero: rounded === 0, text };
}

/** A code, telephone or phrase with its digits as Persian ones; nothing is grouped. */
export function formatDigits(textOrNumber: string | number): string {
  return toPersianDigits(textOrNumber);
}
