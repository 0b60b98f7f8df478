import { z } from 'zod';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import { SURVEY_MEASURES, type SurveyAnswers } from '@/lib/domain/survey';
import { BODY_CATEGORIES, type BodyCategory } from '@/lib/domain/vocabulary';
import { INDICATORS } from '@/lib/messages/indicators';
import { SURVEY } from '@/lib/messages/survey';
import { toLatinDigits } from '@/lib/text/digits';
import { parseMonth, readMonth } from './indicators';
import { queryDay, queryValue, queryWord, type QueryParams } from './progress';

/** How the answer to an item is called in a form. */
export const answerField = (code: string) => `answer-${code}`;

const KEY = /^[0-9a-zA-Z-]{16,64}$/;
const ANSWER = /^answer-(.{1,40})$/;

function answersIn(entries: Iterable<readonly [string, unknown]>): SurveyAnswers {
  const answers: Record<string, number> = {};
  for (const [name, value] of entries) {
    const code = ANSWER.exec(name)?.[1];
    if (code !== undefined && typeof value === 'string' && value !== '') answers[code] = Number(value);
  }
  return answers;
}

/** What a client sent: `key` and `answer-<code>`. Null where it is no form of ours. */
export function readClientAnswers(
  form: URLSearchParams,
): { readonly key: string; readonly answers: SurveyAnswers } | null {
  const key = form.get('key') ?? '';
  return KEY.test(key) ? { key, answers: answersIn(form) } : null;
}

/** A digit an item, in the order of the paper; 0 or a dash for one that was left empty. */
const QUICK = /^[0-5-]*$/;

/** A paper that is typed in: radio buttons by item, or all digits in one field. `items` are the codes in the order of the paper. */
export const paperSchema = z
  .object({
    body: z.string().min(1).max(60),
    month: z.string().transform((text, check) => {
      const month = readMonth(text);
      if (month === null) check.addIssue({ code: 'custom', message: INDICATORS.notAMonth });
      return month ?? z.NEVER;
    }),
    key: z.string().regex(KEY),
    items: z.string().max(2000),
    quick: z.string().max(200).default(''),
  })
  .catchall(z.unknown())
  .transform(({ body, month, key, items, quick, ...rest }, check) => {
    const codes = items.split(' ');
    const digits = toLatinDigits(quick).replace(/[\s\u200c_–−]/g, (sign) => (/\s|\u200c/.test(sign) ? '' : '-'));
    if (digits === '') return { bodyCode: body, month, key, answers: answersIn(Object.entries(rest)) };
    if (!QUICK.test(digits) || digits.length !== codes.length) {
      check.addIssue({ code: 'custom', path: ['quick'], message: SURVEY.quickWrong(codes.length) });
      return z.NEVER;
    }
    const answers = Object.fromEntries(
      codes.flatMap((code, index) => {
        const digit = Number(digits[index]);
        return digit > 0 ? [[code, digit]] : [];
      }),
    );
    return { bodyCode: body, month, key, answers };
  });

export const surveyLinkSchema = z.object({
  body: z.string().min(1).max(60),
  deed: z.enum(['open', 'renew', 'close']),
  link: z.string().transform((text) => (text === '' ? null : Number(text))),
});

export const tabletSchema = z.object({ body: z.string().min(1).max(60) });

const GIVEN = ['yes', 'few', 'no', 'all'] as const;
const SORTS = ['name', 'responses', ...SURVEY_MEASURES, 'change'] as const;
export type SurveySort = (typeof SORTS)[number];

/** What the address of the survey's results may say. */
export interface SurveyQuery {
  readonly asOf: CivilDate | null;
  readonly programme: string | null;
  readonly month: JalaliMonth | null;
  readonly category: BodyCategory | null;
  readonly district: string | null;
  /** One body: its items and axes. */
  readonly body: string | null;
  /** Bodies with responses, with few of them, without, or all. */
  readonly given: (typeof GIVEN)[number];
  readonly q: string;
  readonly sort: SurveySort;
  readonly order: 'asc' | 'desc';
}

/** @throws AppError `invalid_input` with the parameter that cannot be */
export function parseSurveyQuery(params: QueryParams): SurveyQuery {
  return {
    asOf: queryDay(params, 'asOf'),
    programme: queryValue(params, 'programme'),
    month: parseMonth(params),
    category: queryWord(params, 'category', BODY_CATEGORIES),
    district: queryValue(params, 'district'),
    body: queryValue(params, 'body'),
    given: queryWord(params, 'given', GIVEN) ?? 'yes',
    q: queryValue(params, 'q') ?? '',
    sort: queryWord(params, 'sort', SORTS) ?? 'name',
    order: queryWord(params, 'order', ['asc', 'desc']) ?? 'asc',
  };
}
