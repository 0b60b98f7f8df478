import { z } from 'zod';
import { REPORT_SECTIONS } from '@/lib/domain/edition';

const days = (max: number) => z.number().int().min(0).max(max);
const line = z.string().trim().min(1).max(200);

/** Thresholds of the rules (`Thresholds`), one setting each; figures depend on them, so a change holds from the day it is made. */
export const thresholdSettings = {
  thursdayIsWorkingDay: z.boolean(),
  atRiskDueWithinDays: days(60),
  atRiskQuietDays: days(180),
  silentAfterDays: days(365),
  returnGraceWorkingDays: days(60),
  reviewTargetDays: days(180),
  lateEntryDays: days(365),
  reportingCutoffWeekday: z.number().int().min(0).max(6),
  reportingCutoffTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  realDeskMilestones: z.array(z.string().trim().min(1).max(20)).max(50),
} as const;

/** Who gets a copy of the report, and why. Copies that were entered before each had a reason are plain text. */
const copy = z.union([line, z.object({ to: line, reason: line })]);
export type OfficeCopy = z.infer<typeof copy>;

export const RECIPIENTS_MOST = 5;
export const COPIES_MOST = 8;

/** Words of the office on letters and reports; what is left out is formed from the county's name. */
export const officeSchema = z.object({
  name: line.optional(),
  letterhead: z.array(line).max(6).optional(),
  province: line.optional(),
  motto: line.optional(),
  /** one a line */
  recipient: z.string().trim().min(1).max(1000).optional(),
  signatory: line.optional(),
  /** posts under the report itself: who prepared it, and who confirmed it */
  preparedTitle: line.optional(),
  confirmedTitle: line.optional(),
  copies: z.array(copy).max(20).optional(),
  webAddress: z.url().max(200).optional(),
});

/** A change of settings: only what is named changes. */
export const settingsPatchSchema = z
  .strictObject({
    ...thresholdSettings,
    office: officeSchema,
    publicPage: z.boolean(),
    /** parts that the weekly report leaves out; parts that come with a newer program appear */
    sectionsLeftOut: z.array(z.enum(REPORT_SECTIONS)).max(REPORT_SECTIONS.length),
  })
  .partial();

export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
