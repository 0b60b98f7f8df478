import type { CivilDate } from '@/lib/calendar/civil-date';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { BODY_CATEGORIES, PAIR_STATUSES, type BodyCategory, type PairStatus } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';

/** Query parameters by name; a repeated one counts once. */
export type QueryParams = Readonly<Record<string, string | readonly string[] | undefined>>;

export function queryValue(params: QueryParams, name: string): string | null {
  const value = params[name];
  const first = typeof value === 'string' ? value : value?.[0];
  const text = first?.trim() ?? '';
  return text === '' ? null : text;
}

/**
 * A Jalali day in any digits, as `1397/09/17` or `1397-09-17`.
 * @throws AppError `invalid_input` with the parameter and why
 */
export function queryDay(params: QueryParams, name: string): CivilDate | null {
  const text = queryValue(params, name);
  if (text === null) return null;
  const parsed = parseJalaliDate(text);
  if (!parsed.ok) throw new AppError('invalid_input', { field: name, value: text, failure: parsed });
  return parsed.date;
}

/**
 * One word of a closed list.
 * @throws AppError `invalid_input` with the words that are allowed
 */
export function queryWord<T extends string>(params: QueryParams, name: string, words: readonly T[]): T | null {
  const text = queryValue(params, name);
  if (text === null) return null;
  const word = words.find((known) => known === text);
  if (word === undefined) throw new AppError('invalid_input', { field: name, value: text, allowed: words });
  return word;
}

/** A whole number from 0. @throws AppError `invalid_input` */
export function queryCount(params: QueryParams, name: string): number | null {
  const text = queryValue(params, name);
  if (text === null) return null;
  if (!/^\d{1,12}$/.test(text)) throw new AppError('invalid_input', { field: name, value: text });
  return Number(text);
}

export interface ProgressQuery {
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
  readonly filter: {
    readonly deadlineOn: CivilDate | null;
    readonly trackCode: string | null;
    readonly category: BodyCategory | null;
    readonly districtCode: string | null;
  };
}

/** `asOf, programme, deadline, track, category, district`: what every question about progress may say. */
export function parseProgressQuery(params: QueryParams): ProgressQuery {
  return {
    asOf: queryDay(params, 'asOf'),
    programme: queryValue(params, 'programme'),
    filter: {
      deadlineOn: queryDay(params, 'deadline'),
      trackCode: queryValue(params, 'track'),
      category: queryWord(params, 'category', BODY_CATEGORIES),
      districtCode: queryValue(params, 'district'),
    },
  };
}

export const parseStatus = (params: QueryParams): PairStatus | null => queryWord(params, 'status', PAIR_STATUSES);
