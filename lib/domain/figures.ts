import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Milestone, Pair } from './reference';
import type { MilestoneState } from './milestone-state';
import type { PairStatus } from './vocabulary';

/** One milestone of a pair on the as-of day. `effectiveDueOn` = what extensions and returns made of the baseline. */
export interface MilestoneOnDay {
  readonly milestone: Milestone;
  readonly state: MilestoneState;
  readonly effectiveDueOn: CivilDate;
}

/** Figures of one body in one track, as of one day. Ratios run from 0 to 1. */
export interface PairFigures {
  readonly pair: Pair;
  readonly isExempt: boolean;
  readonly plannedRatio: number;
  readonly claimedRatio: number;
  readonly verifiedRatio: number;
  readonly status: PairStatus;
  /** Milestones that count (not exempt) and are not verified. */
  readonly unverifiedCount: number;
  /** Milestones verified in the 28 days that end on the last Friday. */
  readonly recentlyVerifiedCount: number;
  /** `recordedOn` of the latest verification among the verified milestones. */
  readonly lastVerifiedOn: CivilDate | null;
  readonly milestones: readonly MilestoneOnDay[];
}

/** Why a status holds: the rule and the milestones that made it true. */
export interface StatusReason {
  readonly rule: PairStatus;
  readonly grounds: readonly {
    readonly milestoneCode: string;
    readonly ground:
      'overdue' | 'blocked' | 'due_soon' | 'quiet' | 'waits_for_review' | 'waits_for_governorate' | 'past_deadline';
    /** Days late for `overdue` and `past_deadline`, days to go for `due_soon`, days without an event for `quiet`. */
    readonly days: number | null;
  }[];
}

export const EARNED_SCHEDULE_REASONS = [
  'several_deadlines',
  'no_data',
  'complete',
  'not_started',
  'nothing_verified',
  'not_in_sight',
] as const;
export type EarnedScheduleReason = (typeof EARNED_SCHEDULE_REASONS)[number];

export interface EarnedSchedule {
  /** Earned schedule in weeks. */
  readonly es: number | null;
  /** Actual time in weeks since W0. */
  readonly at: number | null;
  readonly spiT: number | null;
  readonly forecastFinish: CivilDate | null;
  readonly reason: EarnedScheduleReason | null;
}

export type DeadlineReason = 'several_deadlines' | 'no_data';

/** Figures of a group of pairs, as of one day. Null ratios mean "no data", never zero. */
export interface GroupFigures {
  readonly key: string;
  readonly label: string;
  /** Bodies with at least one pair that is not wholly exempt. */
  readonly bodies: number;
  /** Pairs that are not wholly exempt. */
  readonly bodyTracks: number;
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
  /** verified ÷ planned; null while nothing is planned. */
  readonly spi: number | null;
  readonly earnedSchedule: EarnedSchedule;
  readonly deadline: CivilDate | null;
  readonly deadlineReason: DeadlineReason | null;
  readonly calendarDaysLeft: number | null;
  readonly workingDaysLeft: number | null;
  readonly requiredPerWeek: number | null;
  readonly recentPerWeek: number | null;
  /** Milestones of bodies that count, and those of them not verified. */
  readonly milestones: number;
  readonly unverifiedMilestones: number;
  readonly status: Readonly<Record<PairStatus, number>>;
}
