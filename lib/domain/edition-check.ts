import type { CivilDate } from '@/lib/calendar/civil-date';
import type { TotalsProblem } from './edition-totals';

/** What is looked at before a week's report is printed, in the order in which it is shown. */
export const EDITION_CHECKS = [
  'week',
  'existing',
  'missed',
  'totals',
  'office',
  'remarks',
  'claims',
  'notReported',
  'silent',
  'late',
] as const;
export type EditionCheckKey = (typeof EDITION_CHECKS)[number];

export type CheckTone = 'ok' | 'info' | 'warn';

/** Words of the office that a letter needs and that an admin can set. */
export const NEEDED_OFFICE_WORDS = ['letterhead', 'recipient', 'signatory'] as const;
export type NeededOfficeWord = (typeof NEEDED_OFFICE_WORDS)[number];

export interface WeekSpan {
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
}

/** What is known about a week before its report is issued. */
export interface EditionFacts {
  readonly isFinished: boolean;
  /** `issueDelay` if it were issued today. */
  readonly delayDays: number | null;
  /** Number of the edition that the week has already. */
  readonly existingNumber: number | null;
  /** Earlier weeks of the programme without an edition, newest first. */
  readonly missedBefore: readonly WeekSpan[];
  readonly totalsProblems: readonly TotalsProblem[];
  /** Words that nobody has set: the report takes them from the county's name. */
  readonly unsetWords: readonly NeededOfficeWord[];
  readonly hasRemarks: boolean;
  readonly claims: number;
  readonly claimsOverTarget: number;
  readonly notReported: number;
  readonly expected: number;
  readonly silentBodies: number;
  readonly lateBodies: number;
}

const TONES: Readonly<Record<EditionCheckKey, (facts: EditionFacts) => CheckTone>> = {
  week: ({ isFinished, delayDays }) => (!isFinished ? 'warn' : delayDays === null ? 'ok' : 'info'),
  existing: ({ existingNumber }) => (existingNumber === null ? 'ok' : 'warn'),
  missed: ({ missedBefore }) => (missedBefore.length === 0 ? 'ok' : 'warn'),
  totals: ({ totalsProblems }) => (totalsProblems.length === 0 ? 'ok' : 'warn'),
  office: ({ unsetWords }) => (unsetWords.length === 0 ? 'ok' : 'warn'),
  remarks: ({ hasRemarks }) => (hasRemarks ? 'ok' : 'info'),
  claims: ({ claims, claimsOverTarget }) => (claimsOverTarget > 0 ? 'warn' : claims > 0 ? 'info' : 'ok'),
  notReported: ({ notReported }) => (notReported === 0 ? 'ok' : 'info'),
  silent: ({ silentBodies }) => (silentBodies === 0 ? 'ok' : 'warn'),
  late: ({ lateBodies }) => (lateBodies === 0 ? 'ok' : 'info'),
};

export interface CheckItem {
  readonly key: EditionCheckKey;
  readonly tone: CheckTone;
}

/**
 * How serious each thing is: `warn` what somebody should mend or decide on first, `info` what the report will tell, `ok` what is in order. None
 * of them forbids to issue, since a report that waits for the last claim is never sent.
 */
export function judgeEdition(facts: EditionFacts): CheckItem[] {
  return EDITION_CHECKS.map((key) => ({ key, tone: TONES[key](facts) }));
}
