import { z } from 'zod';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { isJalaliMonth, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { INDICATORS } from '@/lib/messages/indicators';
import { toLatinDigits } from '@/lib/text/digits';
import { queryCount, queryDay, queryValue, queryWord, type QueryParams } from './progress';

/** A month as `1397-08` or `1397/08`, in any digits; null for what is none. */
export function readMonth(text: string): JalaliMonth | null {
  const month = toLatinDigits(text).trim().replace('/', '-');
  return isJalaliMonth(month) ? month : null;
}

/** A number as people type it: any digits, `٫` or `.` before decimals, `٬` or `,` between thousands. Null for what is none. */
export function readNumber(text: string): number | null {
  const clean = toLatinDigits(text)
    .replace(/[\s\u200c\u066c,]/g, '')
    .replace('\u066b', '.')
    .replace('\u2212', '-');
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(clean) ? Number(clean) : null;
}

const FIELD = /^(.{1,40})-(numerator|denominator|value|note)$/;

/** The month's form: `<code>-numerator`, `-denominator`, `-value` and `-note` of each indicator. */
export const readingsSchema = z
  .object({
    body: z.string().min(1).max(60),
    month: z.string().transform((text, check) => {
      const month = readMonth(text);
      if (month === null) check.addIssue({ code: 'custom', message: INDICATORS.notAMonth });
      return month ?? z.NEVER;
    }),
  })
  .catchall(z.unknown())
  .transform(({ body, month, ...rest }, check) => {
    const texts = new Map<string, Record<string, string>>();
    for (const [name, text] of Object.entries(rest)) {
      const [, code, field] = FIELD.exec(name) ?? [];
      if (code === undefined || field === undefined || typeof text !== 'string') continue;
      texts.set(code, { ...texts.get(code), [field]: text.trim() });
    }
    const entries = [...texts].map(([code, fields]) => {
      const number = (field: 'numerator' | 'denominator' | 'value') => {
        const text = fields[field] ?? '';
        if (text === '') return null;
        const value = readNumber(text);
        if (value === null) {
          check.addIssue({ code: 'custom', path: [`${code}-${field}`], message: INDICATORS.notANumber });
        }
        return value;
      };
      return {
        code,
        numerator: number('numerator'),
        denominator: number('denominator'),
        value: number('value'),
        note: fields['note'] ?? null,
      };
    });
    return { bodyCode: body, month, entries };
  });

const SORTS = ['name', 'value', 'before'] as const;

/** What the address of the indicators may say. */
export interface IndicatorsQuery {
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
  readonly month: JalaliMonth | null;
  readonly indicator: string | null;
  readonly category: BodyCategory | null;
  readonly district: string | null;
  /** Bodies with or without a reading. */
  readonly given: 'yes' | 'no' | null;
  readonly q: string;
  readonly sort: (typeof SORTS)[number];
  readonly order: 'asc' | 'desc';
  readonly page: number;
}

/** @throws AppError `invalid_input` */
export function parseMonth(params: QueryParams): JalaliMonth | null {
  const text = queryValue(params, 'month');
  if (text === null) return null;
  const month = readMonth(text);
  if (month === null) throw new AppError('invalid_input', { field: 'month', value: text });
  return month;
}

/** @throws AppError `invalid_input` with the parameter that cannot be */
export function parseIndicatorsQuery(params: QueryParams): IndicatorsQuery {
  return {
    asOf: queryDay(params, 'asOf'),
    programme: queryValue(params, 'programme'),
    month: parseMonth(params),
    indicator: queryValue(params, 'indicator'),
    category: queryWord(params, 'category', BODY_CATEGORIES),
    district: queryValue(params, 'district'),
    given: queryWord(params, 'given', ['yes', 'no']),
    q: queryValue(params, 'q') ?? '',
    sort: queryWord(params, 'sort', SORTS) ?? 'name',
    order: queryWord(params, 'order', ['asc', 'desc']) ?? 'asc',
    page: Math.max(1, queryCount(params, 'page') ?? 1),
  };
}
