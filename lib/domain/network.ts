import type { CivilDate } from '@/lib/calendar/civil-date';
import type { PairFigures } from './figures';
import { meanRatios } from './group-figures';
import type { BlockCause } from './vocabulary';

/** The cause of a block that only the telecom can remove. */
export const TELECOM_CAUSE: BlockCause = 'no_telecom_coverage';

/** How far the bodies of an area are in a track, or in one of its milestones. */
export interface AreaCoverage {
  /** Bodies that count: wholly exempt ones do not. */
  readonly bodies: number;
  /** Weighted mean of the track, or of a milestone the part of the bodies in which it is verified; null without bodies. */
  readonly share: number | null;
  /** Bodies in which the milestone is verified; null where it is about the whole track. */
  readonly verified: number | null;
  /** Bodies with a milestone of the track that waits for coverage. */
  readonly blocked: number;
}

/** The coverage of some bodies in one track; `milestone` narrows it to one of its milestones. */
export function coverageOf(figures: readonly PairFigures[], milestone: string | null): AreaCoverage {
  const blocked = figures.filter(({ milestones }) =>
    milestones.some(({ state }) => state.blocker?.cause === TELECOM_CAUSE),
  ).length;
  if (milestone === null) {
    const bodies = figures.filter(({ isExempt }) => !isExempt).length;
    return { bodies, share: meanRatios(figures).verified, verified: null, blocked };
  }
  const states = figures.flatMap(({ milestones }) =>
    milestones
      .filter((item) => item.milestone.code === milestone && item.state.state !== 'exempt')
      .map(({ state }) => state.state),
  );
  const verified = states.filter((state) => state === 'verified').length;
  return { bodies: states.length, share: states.length === 0 ? null : verified / states.length, verified, blocked };
}

export const COVERAGE_LEVELS = ['none', 'low', 'half', 'high', 'full'] as const;
export type CoverageLevel = (typeof COVERAGE_LEVELS)[number];

/** A share as one of five words, so that no colour has to be told from another. Nothing and everything are exact. */
export function coverageLevel(share: number): CoverageLevel {
  if (share <= 0) return 'none';
  if (share >= 1) return 'full';
  if (share < 1 / 3) return 'low';
  return share < 2 / 3 ? 'half' : 'high';
}

/** A body without coverage in the list for the telecom. */
export interface TelecomRow {
  readonly code: string;
  readonly name: string;
  readonly ruralDistrict: string | null;
  readonly district: string;
  /** Steps that wait, in words. */
  readonly steps: readonly string[];
  /** Since when the first of them waits. */
  readonly sinceOn: CivilDate;
  readonly days: number;
  readonly note: string;
}

/** The list for the telecom as it is printed. */
export interface TelecomLetter {
  readonly office: string;
  readonly letterhead: readonly string[];
  readonly motto: string | null;
  readonly recipient: string;
  readonly subject: string;
  readonly opening: string;
  readonly request: string | null;
  readonly rows: readonly TelecomRow[];
  readonly steps: number;
  readonly signatory: string;
  readonly asOf: CivilDate;
  readonly sampleNote: string | null;
  readonly droppedSuffix: string | null;
}
