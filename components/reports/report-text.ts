import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EditionDocument, EditionHeader } from '@/lib/domain/edition';
import { formatDate, formatDayMonth } from '@/lib/format/dates';
import { formatPercentValue, formatRatio, formatSigned } from '@/lib/format/numbers';
import { paceText } from '@/lib/messages/verdict';
import { paperWords } from '@/lib/messages/reports';

const NONE = '—';

export const percent = (ratio: number | null, digits = 1) =>
  ratio === null ? NONE : formatPercentValue(ratio, digits);
export const ratioText = (value: number | null) => (value === null ? NONE : formatRatio(value));
export const pace = (value: number | null) => (value === null ? NONE : paceText(value));
export const changeText = (ratio: number | null) => (ratio === null ? null : formatSigned(ratio * 100, 1));
/** `۰۹/۳۰`: day inside the year of the report; the whole date elsewhere. */
export function shortDate(day: CivilDate | null, header: EditionHeader): string {
  if (day === null) return NONE;
  const whole = formatDate(day);
  return whole.startsWith(formatDate(header.weekEndOn).slice(0, 5)) ? whole.slice(5) : whole;
}

/** Body names without what every name of the county carries. */
export function bodyName(name: string, document: Pick<EditionDocument, 'droppedSuffix'>): string {
  const suffix = document.droppedSuffix;
  if (suffix === null || !name.endsWith(suffix)) return name;
  const rest = name.slice(0, -suffix.length).trim();
  return rest === '' ? name : rest;
}

export function editionName(header: EditionHeader): string {
  return header.number === null ? paperWords.draftEdition : paperWords.edition(header.number);
}

export function sinceText(header: EditionHeader): string {
  if (header.comparedWith === null) return '';
  const { number, asOf } = header.comparedWith;
  return number === null ? paperWords.sinceDay(formatDayMonth(asOf)) : paperWords.since(number);
}
