import { WAITING_BANDS } from './review-pace';

/** How many waiting claims are of an age; the last bucket has no upper end. */
export interface AgeBucket {
  readonly minDays: number;
  readonly maxDays: number | null;
  readonly count: number;
}

/** How many of the waiting times fall into each band of the review; every whole number of days ≥ 0 falls into exactly one. */
export function countByAge(waitingDays: readonly number[]): AgeBucket[] {
  return WAITING_BANDS.map(({ from, to }) => ({
    minDays: from,
    maxDays: to,
    count: waitingDays.filter((days) => days >= from && (to === null || days <= to)).length,
  }));
}
