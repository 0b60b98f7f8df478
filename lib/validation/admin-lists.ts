import { z } from 'zod';
import { EDITABLE_LISTS } from '@/lib/domain/editable-lists';
import { SURVEY_FEEDS } from '@/lib/domain/vocabulary';
import { LIST_ISSUES } from '@/lib/messages/admin-lists';
import { toLatinDigits } from '@/lib/text/digits';

/** Contents of list items as services take them. */
const line = (max: number) => z.string().trim().min(1).max(max);

export const checklistContentSchema = z.object({
  title: line(300),
  guidance: z.string().trim().max(1000),
  maxPoints: z.number().int().min(1).max(1000),
  isCritical: z.boolean(),
  contradicts: z.string().trim().max(200),
});

export const surveyContentSchema = z.object({
  axis: line(60),
  axisTitle: line(100),
  text: line(300),
  isReversed: z.boolean(),
  feeds: z
    .string()
    .trim()
    .refine((text) =>
      text
        .split(' ')
        .filter(Boolean)
        .every((word) => SURVEY_FEEDS.some((feed) => feed === word)),
    ),
});

export const deskSignContentSchema = z.object({
  milestoneCode: line(60),
  title: line(300),
  phrases: line(4000),
});

export const itemCodeSchema = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/);

/** The forms: text in any digits, boxes, a line a phrase. */
const latin = z.string().transform((text) => toLatinDigits(text).trim());
const upper = latin.transform((text) => text.toUpperCase());
const box = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');
const text = (max: number, message: string) => z.string({ error: message }).trim().min(1, message).max(max, message);
const several = <Schema extends z.ZodType<string>>(each: Schema) =>
  z
    .union([each, z.array(each)])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]));

const codes = upper
  .transform((value) => [...new Set(value.split(/[\s,;،؛|]+/).filter(Boolean))])
  .refine((list) => list.length <= 10, LIST_ISSUES.contradicts)
  .transform((list) => list.join(' '));

const phrases = z
  .string({ error: LIST_ISSUES.phrases })
  .transform((value) => [
    ...new Set(
      value
        .split(/\r?\n|\|/)
        .map((each) => each.trim())
        .filter(Boolean),
    ),
  ])
  .refine((list) => list.length > 0, LIST_ISSUES.phrases)
  .refine(
    (list) => list.length <= 30 && list.every(({ length }) => length >= 3 && length <= 100),
    LIST_ISSUES.phrasesLong,
  )
  .transform((list) => list.join('|'));

const points = latin
  .refine((value) => /^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= 1000, LIST_ISSUES.points)
  .transform(Number);

const versionId = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** `seen` is empty for an item that is added. */
const about = {
  code: upper.refine((code) => itemCodeSchema.safeParse(code).success, LIST_ISSUES.code),
  seen: versionId.optional(),
};

const checklistForm = z
  .object({
    list: z.literal('checklist'),
    ...about,
    title: text(300, LIST_ISSUES.title),
    guidance: z.string().trim().max(1000, LIST_ISSUES.guidance).default(''),
    maxPoints: points,
    isCritical: box,
    contradicts: codes.default(''),
  })
  .transform(({ list, code, seen, ...content }) => ({ list, code, seen, content }));

const surveyForm = z
  .object({
    list: z.literal('survey'),
    ...about,
    axis: latin.refine((value) => /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(value), LIST_ISSUES.axis),
    axisTitle: text(100, LIST_ISSUES.axisTitle),
    text: text(300, LIST_ISSUES.text),
    isReversed: box,
    feeds: several(z.enum(SURVEY_FEEDS)),
  })
  .transform(({ list, code, seen, feeds, ...content }) => ({
    list,
    code,
    seen,
    content: { ...content, feeds: SURVEY_FEEDS.filter((feed) => feeds.includes(feed)).join(' ') },
  }));

const deskSignForm = z
  .object({
    list: z.literal('desk-signs'),
    ...about,
    milestoneCode: text(60, LIST_ISSUES.milestone),
    title: text(300, LIST_ISSUES.title),
    phrases,
  })
  .transform(({ list, code, seen, ...content }) => ({ list, code, seen, content }));

/** An item of any of the lists as its form sends it. */
export const listItemForm = z.discriminatedUnion('list', [checklistForm, surveyForm, deskSignForm]);

const list = z.enum(EDITABLE_LISTS);

export const withdrawItemForm = z.object({
  list,
  code: itemCodeSchema,
  seen: versionId,
  isRetired: z.enum(['1', '0']).transform((value) => value === '1'),
});

export const moveItemForm = z.object({
  list,
  move: z
    .string()
    .regex(/^(up|down) [A-Z0-9-]{1,20}$/)
    .transform((value) => {
      const [direction = '', code = ''] = value.split(' ');
      return { direction: direction === 'up' ? ('up' as const) : ('down' as const), code };
    }),
});
