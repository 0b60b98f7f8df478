import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { JalaliMonth } from '@/lib/calendar/jalali-month';
import type { DecisionStateName } from './decisions';
import type { Trend } from './indicators';
import type { BodyCategory, PairStatus } from './vocabulary';

/**
 * The frozen weekly report. Everything a page of the report shows stands in this document, figures raw and sentences as text, so that a
 * reprint years later needs no query and no rule. It is stored as JSON; a field is added with a higher `format`, never changed in meaning.
 * Format 2 brought `promises`; format 3 `sections`, the motto, the delay of issue and the posts of the two signatures; format 4 `outcomes`.
 */
export const EDITION_FORMAT = 4;

/**
 * Parts of a report that an office may leave out, in the order in which they stand. The letter, the one-page summary and the signatures are
 * always there.
 */
export const REPORT_SECTIONS = [
  'groups',
  'late',
  'silent',
  'week',
  'blockers',
  'decisions',
  'promises',
  'outcomes',
  'attachment',
] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Days after its week within which a report counts as issued in time: until the following week has ended. */
const ISSUED_IN_TIME_DAYS = 7;

/** Days between the end of a week and the issue of its report; null for one that was issued in time. */
export function issueDelay(edition: { readonly weekEndOn: CivilDate; readonly issuedOn: CivilDate }): number | null {
  const days = daysBetween(edition.weekEndOn, edition.issuedOn);
  return days > ISSUED_IN_TIME_DAYS ? days : null;
}

/** What a step of a body looked like on the day of the report, one letter each, in the order of the track's milestones. */
export const STEP_MARKS = {
  /** accepted by the governorate */
  verified: 'v',
  /** reported by the body, waits for review */
  claimed: 'c',
  /** open, due later */
  notDue: 'n',
  /** open, due passed */
  late: 'l',
  /** open, due passed, blocked */
  lateBlocked: 'b',
  /** open, due later, blocked */
  blocked: 'k',
  /** only the governorate can do it, and its day has passed */
  governorate: 'g',
  exempt: 'x',
  /** the step is not asked of this body */
  none: '-',
} as const;
export type StepMark = (typeof STEP_MARKS)[keyof typeof STEP_MARKS];

export interface EditionHeader {
  readonly office: string;
  /** Lines of the letterhead above the office's own name. */
  readonly letterhead: readonly string[];
  readonly county: string;
  readonly programmeCode: string;
  readonly programmeTitle: string;
  readonly legalReference: string;
  /** Null in a draft. */
  readonly number: number | null;
  /** Jalali year of the week's last day. */
  readonly year: number;
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  /** The day whose knowledge every figure shows; in a draft of an unfinished week an earlier day than `weekEndOn`. */
  readonly asOf: CivilDate;
  readonly issuedOn: CivilDate;
  readonly isDraft: boolean;
  readonly verificationCode: string | null;
  /** What the printed square code holds. */
  readonly verificationText: string | null;
  /** Said on every page when the data are a demonstration. */
  readonly sampleNote: string | null;
  readonly issuerName: string;
  readonly issuerTitle: string;
  /** The edition the changes are counted from; null number = an earlier Friday without an edition. */
  readonly comparedWith: { readonly number: number | null; readonly asOf: CivilDate } | null;
  /** Number of the edition of the same week that this one corrects. */
  readonly supersedes: number | null;
  /** The motto of the year, under the letterhead. Since format 3. */
  readonly motto?: string | null;
  /** `issueDelay` of the edition. Since format 3. */
  readonly delayDays?: number | null;
}

export interface EditionFigures {
  /** Ratios 0..1; null = no data. Changes in ratio points since the compared edition. */
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
  readonly claimedChange: number | null;
  readonly verifiedChange: number | null;
  readonly spi: number | null;
}

export interface EditionTrackRow extends EditionFigures {
  /** `deadline`: all tracks that share the nearest deadline; `total`: the whole programme. */
  readonly kind: 'track' | 'deadline' | 'total';
  readonly key: string;
  readonly label: string;
  readonly shortLabel: string;
  readonly bodies: number;
  readonly deadlineOn: CivilDate | null;
  readonly forecastFinishOn: CivilDate | null;
  /** Shown where there is no forecast. */
  readonly forecastNote: string | null;
  readonly requiredPerWeek: number | null;
  readonly recentPerWeek: number | null;
}

export interface EditionGroupRow extends EditionFigures {
  readonly key: string;
  readonly label: string;
  readonly bodies: number;
  readonly lateBodies: number;
  readonly silentBodies: number;
}

export interface EditionDistrictTrackRow {
  readonly label: string;
  readonly isTotal: boolean;
  readonly tracks: readonly { readonly verified: number | null; readonly late: number; readonly bodies: number }[];
}

export interface EditionStatusRow {
  readonly label: string;
  readonly isTotal: boolean;
  readonly counts: Readonly<Record<PairStatus, number>>;
  readonly previous: Readonly<Record<PairStatus, number>> | null;
}

export interface EditionLateRow {
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly district: string;
  /** Late milestones per track, in the order of `tracks`; null = the body does not have the track. */
  readonly perTrack: readonly (number | null)[];
  readonly total: number;
  readonly consequence: number;
  readonly oldestMilestone: string;
  readonly daysLate: number;
  readonly cause: string;
  readonly turn: string;
  readonly isNew: boolean;
}

export interface EditionSilentRow {
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly category: string;
  readonly district: string;
  readonly lastReportOn: CivilDate | null;
  readonly days: number;
  readonly isLate: boolean;
  readonly isNew: boolean;
  readonly nextStep: string;
}

export interface EditionBlockerRow {
  readonly cause: string;
  readonly milestones: number;
  readonly bodies: number;
  readonly oldestDays: number;
  readonly turn: string;
}

export interface EditionWeekRow {
  readonly label: string;
  readonly isTotal: boolean;
  readonly claims: number;
  readonly verifications: number;
  readonly returns: number;
  readonly blocks: number;
  readonly extensions: number;
  readonly completedBodies: number;
  readonly awaitingReview: number;
}

export interface EditionDecisionRow {
  readonly matter: string;
  readonly count: number;
  readonly oldestDays: number | null;
  readonly who: string;
}

/** A decision that was kept or broken since the compared edition, or has no outcome yet. */
export interface EditionPromiseRow {
  readonly number: number;
  readonly meetingOn: CivilDate;
  readonly text: string;
  readonly owner: string;
  readonly bodyCode: string | null;
  readonly bodyName: string | null;
  readonly promisedOn: CivilDate;
  readonly state: DecisionStateName;
  /** «۳ روز گذشته», «به‌موقع»; may be empty. */
  readonly timing: string;
  readonly note: string | null;
}

/** An outcome indicator in the newest month that is over and has readings. */
export interface EditionOutcomeRow {
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly month: JalaliMonth;
  /** In the unit, never without the number of bodies it rests on. */
  readonly mean: number;
  readonly bodies: number;
  /** Bodies of the programme. */
  readonly expected: number;
  /** Bodies whose reading is from the clients' survey. */
  readonly fromSurvey: number;
  /** Since the baseline month, over the bodies that have both; null where none has, and in that month itself. */
  readonly change: number | null;
  readonly changeBodies: number | null;
  readonly trend: Trend | null;
}

export interface EditionTask {
  readonly who: string;
  readonly what: string;
}

export interface EditionCurve {
  readonly title: string;
  readonly sentence: string;
  readonly start: CivilDate;
  readonly end: CivilDate;
  readonly asOf: CivilDate;
  readonly deadline: CivilDate | null;
  readonly deadlineLabel: string | null;
  readonly forecastFinish: CivilDate | null;
  readonly points: readonly {
    readonly date: CivilDate;
    readonly planned: number | null;
    readonly claimed: number | null;
    readonly verified: number | null;
  }[];
}

export interface EditionAttachmentBody {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly daysSilent: number | null;
  /** In the order of `tracks`; null = the body does not have the track. */
  readonly tracks: readonly (null | {
    readonly status: PairStatus;
    readonly verified: number;
    /** One `StepMark` per milestone of the track. */
    readonly marks: string;
  })[];
}

export interface EditionAttachmentGroup {
  readonly category: BodyCategory;
  readonly label: string;
  readonly summary: string;
  readonly bodies: readonly EditionAttachmentBody[];
}

export interface EditionLetter {
  /** Recipients by post, one a line. */
  readonly recipient: string;
  readonly subject: string;
  readonly subjectDetail: string;
  readonly opening: string;
  readonly points: readonly string[];
  readonly request: string | null;
  readonly signatory: string;
  /** Posts of who prepared and who confirmed the report; null: the issuer, and the signatory. Since format 3. */
  readonly preparedTitle?: string | null;
  readonly confirmedTitle?: string | null;
  readonly copies: readonly string[];
}

export interface EditionKeyFigure {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly detail: string;
}

export interface EditionDocument {
  readonly format: 1 | 2 | 3 | typeof EDITION_FORMAT;
  /** Which of the optional parts the edition has; the fields of the others are empty. Absent before format 3: it has all. */
  readonly sections?: readonly ReportSection[];
  readonly header: EditionHeader;
  readonly letter: EditionLetter;
  readonly verdict: { readonly lead: string; readonly sentence: string };
  readonly keyFigures: readonly EditionKeyFigure[];
  readonly tracks: readonly {
    readonly code: string;
    readonly title: string;
    readonly shortTitle: string;
    readonly milestones: number;
  }[];
  readonly trackRows: readonly EditionTrackRow[];
  readonly curve: EditionCurve;
  readonly changes: readonly string[];
  readonly tasks: readonly EditionTask[];
  readonly byCategory: readonly EditionGroupRow[];
  readonly byDistrict: readonly EditionGroupRow[];
  readonly totals: EditionGroupRow;
  readonly districtTracks: readonly EditionDistrictTrackRow[];
  readonly statusRows: readonly EditionStatusRow[];
  readonly late: { readonly sentence: string; readonly rows: readonly EditionLateRow[] };
  readonly silent: { readonly sentence: string; readonly rows: readonly EditionSilentRow[] };
  readonly week: { readonly rows: readonly EditionWeekRow[]; readonly notes: readonly EditionTask[] };
  readonly blockers: { readonly sentence: string; readonly rows: readonly EditionBlockerRow[] };
  readonly decisions: { readonly sentence: string; readonly rows: readonly EditionDecisionRow[] };
  /** Decisions of meetings; absent from format 1, and while no meeting has decided anything. */
  readonly promises?: { readonly sentence: string; readonly rows: readonly EditionPromiseRow[] };
  /** Absent before format 4, and while nobody has reported an outcome. */
  readonly outcomes?: {
    readonly sentence: string;
    readonly baselineMonth: JalaliMonth;
    readonly rows: readonly EditionOutcomeRow[];
  };
  /** Words of the signatory, as written when the edition was issued. */
  readonly remarks: readonly string[];
  readonly rules: string;
  readonly attachment: { readonly sentence: string; readonly groups: readonly EditionAttachmentGroup[] };
  /** Left out of body names on paper because every name of the county carries it. */
  readonly droppedSuffix: string | null;
}

/** Whether an edition has one of the optional parts. */
export function hasSection(
  document: Pick<EditionDocument, 'sections' | 'promises' | 'outcomes'>,
  section: ReportSection,
): boolean {
  if ((section === 'promises' || section === 'outcomes') && document[section] === undefined) return false;
  return document.sections?.includes(section) ?? true;
}

/** A report without the parts that an office leaves out: their fields are emptied, so that nobody finds them in the frozen text either. */
export function leaveOutSections(document: EditionDocument, leftOut: readonly ReportSection[]): EditionDocument {
  const isOut = (section: ReportSection) => leftOut.includes(section);
  const { promises, outcomes, ...rest } = document;
  const nothing = { sentence: '', rows: [] };
  return {
    ...rest,
    sections: REPORT_SECTIONS.filter((section) => !isOut(section)),
    ...(isOut('groups') && { byCategory: [], byDistrict: [], districtTracks: [], statusRows: [] }),
    ...(isOut('late') && { late: nothing }),
    ...(isOut('silent') && { silent: nothing }),
    ...(isOut('week') && { week: { rows: [], notes: [] } }),
    ...(isOut('blockers') && { blockers: nothing }),
    ...(isOut('decisions') && { decisions: nothing }),
    ...(promises !== undefined && !isOut('promises') && { promises }),
    ...(outcomes !== undefined && !isOut('outcomes') && { outcomes }),
    ...(isOut('attachment') && { attachment: { sentence: '', groups: [] } }),
  };
}

/** What somebody who holds a printed page may learn without signing in: no body is named. */
export interface EditionVerification {
  readonly number: number;
  readonly programmeTitle: string;
  readonly office: string;
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  readonly issuedOn: CivilDate;
  readonly delayDays: number | null;
  readonly asOf: CivilDate;
  readonly sha256: string;
  readonly renderingSha256: string | null;
  readonly verdict: EditionDocument['verdict'];
  /** The deadline the report opens on, with its days; null when there is none. */
  readonly deadline: EditionKeyFigure | null;
  readonly tracks: readonly Pick<
    EditionTrackRow,
    'key' | 'label' | 'deadlineOn' | 'planned' | 'claimed' | 'verified'
  >[];
  /** The secretariat's number, once it was entered. */
  readonly registration: { readonly registryNumber: string; readonly registeredOn: CivilDate } | null;
  /** Number of the edition of the same week that this one corrects. */
  readonly supersedes: number | null;
  /** Number of a later edition of the same week, if there is one. */
  readonly supersededBy: number | null;
}
