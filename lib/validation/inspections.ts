import { z } from 'zod';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { BODY_CATEGORIES, INSPECTION_ANSWERS, INSPECTION_GRADES, type BodyCategory } from '@/lib/domain/vocabulary';
import { VISIT_FORM, VISIT_PAGE } from '@/lib/messages/inspections';
import { toLatinDigits } from '@/lib/text/digits';
import { eventId, lastEventId, optionalJalaliDay, optionalText, uploadTokens } from './evidence';
import { queryCount, queryDay, queryValue, queryWord, type QueryParams } from './progress';

const ITEM_FIELD = /^(grade|remark)-(.{1,40})$/;
/** `<item>:<token of uploadToken>`; without an item it is a photo of the whole desk. */
const PHOTO = /^([^:|]{0,40}):([0-9a-f]{32})(?:\||$)/;

/** A photo of a visit as a form field carries it. */
export function photoToken(itemCode: string | null, token: string): string {
  return `${itemCode ?? ''}:${token}`;
}

const photoTokens = z
  .array(z.string())
  .max(60)
  .default([])
  .transform((tokens) => {
    const photos = new Map<string, { uploadId: string; itemCode: string | null }>();
    for (const token of tokens) {
      const [, item, uploadId] = PHOTO.exec(token) ?? [];
      if (uploadId !== undefined) photos.set(uploadId, { uploadId, itemCode: item === '' ? null : (item ?? null) });
    }
    return [...photos.values()];
  });

/** The form of a visit: `grade-<code>` and `remark-<code>` for each item of the checklist. */
export const visitSchema = z
  .object({
    key: z.string().regex(/^[\w-]{16,64}$/),
    body: z.string().min(1).max(60),
    corrects: z
      .string()
      .regex(/^\d{0,12}$/)
      .default('')
      .transform((text) => (text === '' ? null : Number(text))),
    visitedOn: optionalJalaliDay,
    isAnnounced: z.enum(['no', 'yes'], { error: VISIT_FORM.chooseAnnounced }),
    inspectorPost: z.string().default(''),
    deskPost: z.string().default(''),
    remark: optionalText,
    photos: photoTokens,
  })
  .catchall(z.unknown())
  .transform(({ key, body, corrects, visitedOn, isAnnounced, inspectorPost, deskPost, remark, photos, ...rest }) => {
    const items = new Map<string, Record<string, string>>();
    for (const [name, text] of Object.entries(rest)) {
      const [, field, code] = ITEM_FIELD.exec(name) ?? [];
      if (field === undefined || code === undefined || typeof text !== 'string') continue;
      items.set(code, { ...items.get(code), [field]: text.trim() });
    }
    const grades = [...items].map(([code, { grade, remark: itemRemark = '' }]) => ({
      code,
      grade: INSPECTION_GRADES.find((known) => known === grade) ?? null,
      remark: itemRemark === '' ? null : itemRemark,
    }));
    return {
      key,
      bodyCode: body,
      corrects,
      visitedOn,
      isAnnounced: isAnnounced === 'yes',
      inspectorPost,
      deskPost,
      remark,
      photos,
      grades,
    };
  });

export const proposalAnswerSchema = z.object({
  inspection: eventId,
  milestone: z.string().min(1).max(60),
  outcome: z.enum(INSPECTION_ANSWERS, { error: VISIT_PAGE.chooseOutcome }),
  reason: z.string().default(''),
  dueOn: optionalJalaliDay,
  seen: lastEventId,
});

export const certifyVisitSchema = z.object({ inspection: eventId, seen: lastEventId, uploads: uploadTokens });

export const inspectionSettingsSchema = z.object({
  passPercent: z.string().transform((text) => Number(toLatinDigits(text).trim() || 'NaN')),
});

export const VISIT_SORTS = ['visited', 'number', 'body', 'district', 'score'] as const;
export type VisitSort = (typeof VISIT_SORTS)[number];

/** What the address of the visits may say. */
export interface VisitsQuery {
  readonly asOf: CivilDate | null;
  readonly q: string;
  readonly district: string | null;
  readonly category: BodyCategory | null;
  readonly result: 'real' | 'not_real' | null;
  readonly announced: 'yes' | 'no' | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly sort: VisitSort;
  readonly order: 'asc' | 'desc';
  /** From 1. */
  readonly page: number;
}

/** @throws AppError `invalid_input` with the parameter that cannot be */
export function parseVisitsQuery(params: QueryParams): VisitsQuery {
  const sort = queryWord(params, 'sort', VISIT_SORTS);
  return {
    asOf: queryDay(params, 'asOf'),
    q: queryValue(params, 'q') ?? '',
    district: queryValue(params, 'district'),
    category: queryWord(params, 'category', BODY_CATEGORIES),
    result: queryWord(params, 'result', ['real', 'not_real']),
    announced: queryWord(params, 'announced', ['yes', 'no']),
    from: queryDay(params, 'from'),
    to: queryDay(params, 'to'),
    sort: sort ?? 'visited',
    order: queryWord(params, 'order', ['asc', 'desc']) ?? (sort === null ? 'desc' : 'asc'),
    page: Math.max(1, queryCount(params, 'page') ?? 1),
  };
}

/** What the address of the plan may say. */
export interface PlanQuery {
  readonly asOf: CivilDate | null;
  readonly district: string | null;
  readonly category: BodyCategory | null;
}

/** @throws AppError `invalid_input` */
export function parsePlanQuery(params: QueryParams): PlanQuery {
  return {
    asOf: queryDay(params, 'asOf'),
    district: queryValue(params, 'district'),
    category: queryWord(params, 'category', BODY_CATEGORIES),
  };
}
