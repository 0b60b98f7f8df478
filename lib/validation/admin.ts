import { z } from 'zod';
import { isCivilDate, type CivilDate } from '@/lib/calendar/civil-date';
import { BODY_CATEGORIES, ROLES } from '@/lib/domain/vocabulary';
import { REPORT_SECTIONS } from '@/lib/domain/edition';
import { ADMIN_ISSUES } from '@/lib/messages/admin-issues';
import { toLatinDigits } from '@/lib/text/digits';
import { optionalJalaliDay, optionalText } from './evidence';
import { COPIES_MOST, RECIPIENTS_MOST } from './settings';

/** Input of the admin's services, and of the forms that lead to them: forms bring text in any digits, services want values. */

const civilDay = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value));
const text = (max: number) => z.string().trim().min(1).max(max);
/** Shares of a mean: without weight there would be nothing to divide by. */
const points = z.number().positive().max(1000);

/** What an admin may change of a body. A rural district is dropped when the body moves to another district. */
export const bodyChangeSchema = z
  .object({
    name: text(200),
    category: z.enum(BODY_CATEGORIES),
    districtCode: z.string().min(1).max(20),
    providesPublicService: z.boolean(),
    weightPoints: points,
    existsFrom: civilDay.nullable(),
    dissolvedOn: civilDay.nullable(),
    coordinationOnly: z.boolean(),
    phone: text(60).nullable(),
  })
  .refine(({ existsFrom, dissolvedOn }) => existsFrom === null || dissolvedOn === null || existsFrom < dissolvedOn, {
    path: ['dissolvedOn'],
    message: ADMIN_ISSUES.dissolvedBeforeExists,
  });
export type BodyChange = z.output<typeof bodyChangeSchema>;

export const holidaySchema = z.object({ day: civilDay, title: text(120) });
export type HolidayInput = z.output<typeof holidaySchema>;

/** What an admin may change of a track. Its start and code stay. */
export const trackChangeSchema = z.object({
  title: text(120),
  deadlineOn: civilDay,
  deadlineSource: text(300),
  weightPoints: points,
});
export type TrackChange = z.output<typeof trackChangeSchema>;

/** What an admin may change of a milestone. */
export const milestoneChangeSchema = z.object({
  title: text(300),
  shortTitle: text(80),
  guidance: z.string().trim().max(2000),
  evidenceText: z.string().trim().max(500),
  weightPoints: points,
  baselineDueOn: civilDay,
});
export type MilestoneChange = z.output<typeof milestoneChangeSchema>;

/** A box: «on» when ticked, else absent. */
const box = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

const wholeNumber = (max: number) =>
  z
    .string()
    .transform((value) => toLatinDigits(value).trim())
    .refine((value) => /^\d{1,4}$/.test(value) && Number(value) <= max, ADMIN_ISSUES.wholeNumber(max))
    .transform(Number);

const decimal = z
  .string()
  .transform((value) =>
    toLatinDigits(value)
      .trim()
      .replace(/[٫,،/]/, '.'),
  )
  .refine((value) => /^\d{1,3}(\.\d{1,3})?$/.test(value) && Number(value) > 0, ADMIN_ISSUES.decimal)
  .transform(Number);

const clockTime = z
  .string()
  .transform((value) => toLatinDigits(value).trim())
  .refine((value) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(value), ADMIN_ISSUES.clockTime)
  .transform((value) => value.padStart(5, '0'));

/** Words between spaces, commas or new lines. */
const words = z
  .string()
  .default('')
  .transform((value) =>
    toLatinDigits(value)
      .split(/[\s,،؛;]+/)
      .filter(Boolean),
  );

/** One entry a line. */
const lines = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  );

const jalaliDay = optionalJalaliDay
  .refine((day) => day !== null, ADMIN_ISSUES.dayMissing)
  .transform((day, context) => {
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: ADMIN_ISSUES.dayMissing });
    return z.NEVER;
  });

const required = (message: string) => z.string({ error: message }).trim().min(1, message);
const versionId = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

export const bodyForm = z.object({
  code: z.string().min(1).max(60),
  seen: versionId,
  name: required(ADMIN_ISSUES.nameMissing),
  category: z.enum(BODY_CATEGORIES, { error: ADMIN_ISSUES.choose }),
  districtCode: required(ADMIN_ISSUES.choose),
  providesPublicService: box,
  weightPoints: decimal,
  existsFrom: optionalJalaliDay,
  dissolvedOn: optionalJalaliDay,
  coordinationOnly: box,
  phone: optionalText,
});

export const addHolidayForm = z.object({ day: jalaliDay, title: required(ADMIN_ISSUES.titleMissing) });
export const removeHolidayForm = z.object({ day: civilDay });

export const trackForm = z.object({
  programme: z.string().min(1).max(60),
  track: z.string().min(1).max(60),
  seen: versionId,
  title: required(ADMIN_ISSUES.titleMissing),
  deadlineOn: jalaliDay,
  deadlineSource: required(ADMIN_ISSUES.sourceMissing),
  weightPoints: decimal,
});

export const milestoneForm = z.object({
  programme: z.string().min(1).max(60),
  milestone: z.string().min(1).max(60),
  seen: versionId,
  title: required(ADMIN_ISSUES.titleMissing),
  shortTitle: required(ADMIN_ISSUES.titleMissing),
  guidance: z.string().default(''),
  evidenceText: z.string().default(''),
  weightPoints: decimal,
  baselineDueOn: jalaliDay,
});

/** Thresholds as the settings form sends them: numbers in any digits. */
export const thresholdsForm = z.object({
  thursdayIsWorkingDay: box,
  atRiskDueWithinDays: wholeNumber(60),
  atRiskQuietDays: wholeNumber(180),
  silentAfterDays: wholeNumber(365),
  returnGraceWorkingDays: wholeNumber(60),
  reviewTargetDays: wholeNumber(180),
  lateEntryDays: wholeNumber(365),
  reportingCutoffWeekday: z
    .string()
    .regex(/^[0-6]$/)
    .transform(Number),
  reportingCutoffTime: clockTime,
  realDeskMilestones: words,
});

const orAbsent = optionalText.transform((value) => value ?? undefined);
const textOf = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 200) : '');
const linesOrAbsent = (most: number) =>
  lines
    .refine((list) => list.length <= most && list.every((line) => line.length <= 200), ADMIN_ISSUES.lines(most))
    .transform((list) => (list.length === 0 ? undefined : list));

/** Fields of the copies: who gets one and why, in pairs that count from one. */
export const copyFieldNames = (index: number) => ({ to: `copyTo${index}`, reason: `copyReason${index}` }) as const;

const COPY_INDEXES = Array.from({ length: COPIES_MOST }, (_, index) => index + 1);

/** Words of the office; what stays empty is formed from the county's name. */
export const officeForm = z
  .looseObject({
    name: orAbsent,
    province: orAbsent,
    letterhead: linesOrAbsent(6),
    motto: orAbsent,
    recipient: linesOrAbsent(RECIPIENTS_MOST).transform((list) => list?.join('\n')),
    signatory: orAbsent,
    preparedTitle: orAbsent,
    confirmedTitle: orAbsent,
    webAddress: orAbsent.refine(
      (value) => value === undefined || /^https?:\/\/[^\s/]+/.test(value),
      ADMIN_ISSUES.address,
    ),
  })
  .transform((form, context) => {
    const { name, province, letterhead, motto, recipient, signatory, preparedTitle, confirmedTitle, webAddress } = form;
    const copies = COPY_INDEXES.flatMap((index) => {
      const names = copyFieldNames(index);
      const [to, reason] = [names.to, names.reason].map((field) => textOf(form[field]));
      if (!to && !reason) return [];
      if (!to) context.addIssue({ code: 'custom', path: [names.to], message: ADMIN_ISSUES.copyToMissing });
      if (!reason) context.addIssue({ code: 'custom', path: [names.reason], message: ADMIN_ISSUES.copyReasonMissing });
      return to && reason ? [{ to, reason }] : [];
    });
    const titles = { recipient, signatory, preparedTitle, confirmedTitle };
    const list = copies.length === 0 ? undefined : copies;
    return { name, province, letterhead, motto, ...titles, copies: list, webAddress };
  });

/** Parts of the weekly report: a box for each that may be left out. */
export const sectionsForm = z
  .object({ sections: z.array(z.enum(REPORT_SECTIONS)).default([]) })
  .transform(({ sections }) => REPORT_SECTIONS.filter((section) => !sections.includes(section)));

/** Whether anybody may see the public page; an empty box is not sent. */
export const publicPageForm = z
  .object({ publicPage: z.string().optional() })
  .transform(({ publicPage }) => publicPage !== undefined);

const role = z.enum(ROLES, { error: ADMIN_ISSUES.choose });
const codeList = z.array(z.string()).max(500).default([]);

const userFields = {
  name: required(ADMIN_ISSUES.fullNameMissing),
  role,
  phone: optionalText,
  districtCode: optionalText,
};

/** Fields of another role that were filled in before the role was chosen count for nothing. */
const expertDistrict = (form: { readonly role: string; readonly districtCode: string | null }) =>
  form.role === 'expert' ? form.districtCode : null;

export const addUserForm = z
  .object({
    ...userFields,
    username: required(ADMIN_ISSUES.usernameMissing),
    bodyCodes: codeList,
    scopeDistrictCodes: codeList,
  })
  .transform((form) => ({
    ...form,
    districtCode: expertDistrict(form),
    bodyCodes: form.role === 'liaison' ? form.bodyCodes : [],
    scopeDistrictCodes: form.role === 'liaison' ? form.scopeDistrictCodes : [],
  }));

const username = z.string().min(1).max(100);

export const editUserForm = z
  .object({ ...userFields, username })
  .transform((form) => ({ ...form, districtCode: expertDistrict(form) }));

export const scopesForm = z.object({ username, bodyCodes: codeList, scopeDistrictCodes: codeList });
export const usernameForm = z.object({ username });
export const delegationForm = z.object({ username, untilOn: jalaliDay });

export const tokenForm = z.object({ name: required(ADMIN_ISSUES.tokenNameMissing) });
export const tokenIdForm = z.object({ id: versionId });

/** All bodies of one liaison to another. */
export const handoverForm = z.object({
  username: z.string().min(1).max(100),
  to: z.string({ error: ADMIN_ISSUES.chooseReceiver }).min(1, ADMIN_ISSUES.chooseReceiver).max(100),
  onDay: optionalJalaliDay,
  note: optionalText,
  closesAccount: box,
});
