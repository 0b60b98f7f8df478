import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { normaliseForStore } from '@/lib/text/normalise';
import type { Milestone, Reference } from './reference';
import { INSPECTION_GRADES, type InspectionGrade } from './vocabulary';

/** Share of an item's points that a grade gives. `not_applicable` takes the item out of sum and maximum. */
export const GRADE_SHARES: Readonly<Record<Exclude<InspectionGrade, 'not_applicable'>, number>> = {
  excellent: 1,
  good: 0.75,
  fair: 0.5,
  poor: 0,
};

/** Percent of the possible points from which a desk may be called real, where nobody has set another. */
export const DEFAULT_PASS_PERCENT = 70;

/** An item of the checklist as it holds on the day of a visit. */
export interface ChecklistItem {
  readonly code: string;
  readonly title: string;
  readonly guidance: string;
  readonly maxPoints: number;
  readonly isCritical: boolean;
  /** Codes of the milestones that a poor grade contradicts. */
  readonly contradicts: readonly string[];
}

/** How somebody found an item. */
export interface ItemGrade {
  readonly code: string;
  readonly grade: InspectionGrade | null;
  readonly remark: string | null;
}

export type GradeProblem = 'item_not_graded' | 'critical_must_apply' | 'remark_for_not_applicable';

/**
 * What keeps a visit from being recorded, by item, in the order of the checklist: every item is graded, a critical one always applies, and
 * one that does not apply says why.
 */
export function gradeProblems(
  items: readonly ChecklistItem[],
  grades: readonly ItemGrade[],
): { readonly code: string; readonly title: string; readonly problem: GradeProblem }[] {
  const byCode = new Map(grades.map((each) => [each.code, each]));
  return items.flatMap(({ code, title, isCritical }) => {
    const given = byCode.get(code);
    const problem = (name: GradeProblem) => [{ code, title, problem: name }];
    if (!given?.grade || !INSPECTION_GRADES.includes(given.grade)) return problem('item_not_graded');
    if (given.grade !== 'not_applicable') return [];
    if (isCritical) return problem('critical_must_apply');
    return normaliseForStore(given.remark ?? '') === '' ? problem('remark_for_not_applicable') : [];
  });
}

export interface ScoredItem {
  readonly code: string;
  readonly grade: InspectionGrade;
  readonly points: number;
  readonly maxPoints: number;
  readonly isCritical: boolean;
}

/** Why a desk is not real, or what its being real rests on. */
export type VerdictReason =
  | { readonly kind: 'score_reached' | 'score_missed'; readonly percent: number; readonly passPercent: number }
  | { readonly kind: 'critical_poor'; readonly codes: readonly string[] }
  | { readonly kind: 'nothing_applies' };

export interface InspectionScore {
  readonly points: number;
  readonly maxPoints: number;
  /** Points ÷ maximum; null where no item applies. */
  readonly share: number | null;
  readonly isReal: boolean;
  readonly reasons: readonly VerdictReason[];
}

/** An item's points for a grade; an item that does not apply has none, of none. */
export function scoreItem(
  { code, maxPoints, isCritical }: Pick<ChecklistItem, 'code' | 'maxPoints' | 'isCritical'>,
  grade: InspectionGrade,
): ScoredItem {
  const points = grade === 'not_applicable' ? 0 : maxPoints * GRADE_SHARES[grade];
  return { code, grade, points, maxPoints, isCritical };
}

/** Against rounding of sums of quarters of points. */
const TOLERANCE = 1e-9;

/** The sum of a visit and its verdict: real from the pass percent on, unless a critical item was found poor. */
export function scoreInspection(items: readonly ScoredItem[], passPercent: number): InspectionScore {
  const applying = items.filter(({ grade }) => grade !== 'not_applicable');
  const points = applying.reduce((sum, item) => sum + item.points, 0);
  const maxPoints = applying.reduce((sum, item) => sum + item.maxPoints, 0);
  if (maxPoints === 0) {
    return { points, maxPoints, share: null, isReal: false, reasons: [{ kind: 'nothing_applies' }] };
  }
  const share = points / maxPoints;
  const isReached = share * 100 >= passPercent - TOLERANCE;
  const criticalPoor = applying.filter(({ isCritical, grade }) => isCritical && grade === 'poor');
  const reasons: VerdictReason[] = [
    { kind: isReached ? 'score_reached' : 'score_missed', percent: share * 100, passPercent },
    ...(criticalPoor.length > 0
      ? [{ kind: 'critical_poor' as const, codes: criticalPoor.map(({ code }) => code) }]
      : []),
  ];
  return { points, maxPoints, share, isReal: isReached && criticalPoor.length === 0, reasons };
}

/**
 * Milestones that a visit contradicts: none if the desk was real; else the one that visits certify, and those that its poor items name. In
 * the order of the checklist, the certified one first.
 */
export function contradictedMilestones(
  isReal: boolean,
  items: readonly Pick<ChecklistItem, 'code' | 'contradicts'>[],
  grades: readonly Pick<ScoredItem, 'code' | 'grade'>[],
  certifiedCode: string | null,
): string[] {
  if (isReal) return [];
  const poor = new Set(grades.filter(({ grade }) => grade === 'poor').map(({ code }) => code));
  const named = items.filter(({ code }) => poor.has(code)).flatMap(({ contradicts }) => contradicts);
  return [...new Set([...(certifiedCode === null ? [] : [certifiedCode]), ...named])];
}

/** Codes in a text with spaces between, as the checklist keeps them. */
export function codesIn(text: string): string[] {
  return text.split(/\s+/).filter((code) => code !== '');
}

/** The milestone of a body that visits certify: of those of a real desk, the governorate's own. Null where the body has none. */
export function certifiedMilestone(
  reference: Pick<Reference, 'pairs' | 'thresholds'>,
  bodyId: number,
  programmeId: number,
): Milestone | null {
  for (const { body, track, milestones } of reference.pairs) {
    if (body.id !== bodyId || track.programmeId !== programmeId) continue;
    const found = milestones.find(
      ({ code, actor }) => actor === 'governorate' && reference.thresholds.realDeskMilestones.includes(code),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** A visit as far as the choice of the one that counts needs it. */
interface OrderedVisit {
  readonly id: number;
  readonly bodyId: number;
  readonly visitedOn: CivilDate;
}

/** The visits that counted last: of each body the newest by its day, of one day the one recorded last. */
export function newestVisits<T extends OrderedVisit>(visits: readonly T[]): Map<number, T> {
  const newest = new Map<number, T>();
  for (const visit of visits) {
    const known = newest.get(visit.bodyId);
    const isNewer =
      known === undefined ||
      visit.visitedOn > known.visitedOn ||
      (visit.visitedOn === known.visitedOn && visit.id > known.id);
    if (isNewer) newest.set(visit.bodyId, visit);
  }
  return newest;
}

/** How far before a programme's start a visit may lie. */
export const DAYS_BEFORE_PROGRAMME = 30;

export type VisitDayProblem = 'after_today' | 'before_programme';

/** Whether a visit may have been on a day. */
export function visitDayProblem(
  visitedOn: CivilDate,
  today: CivilDate,
  programmeStartOn: CivilDate,
): VisitDayProblem | null {
  if (visitedOn > today) return 'after_today';
  return daysBetween(visitedOn, programmeStartOn) > DAYS_BEFORE_PROGRAMME ? 'before_programme' : null;
}
