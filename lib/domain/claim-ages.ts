/** Ages of what waits for the governorate, in days; the last bucket has no upper end. */
export const AGE_BUCKETS = [
  { minDays: 0, maxDays: 3 },
  { minDays: 4, maxDays: 7 },
  { minDays: 8, maxDays: 14 },
  { minDays: 15, maxDays: 30 },
  { minDays: 31, maxDays: null },
] as const;

export interface AgeBucket {
  readonly minDays: number;
  readonly maxDays: number | null;
  readonly count: number;
}

/** How many of the waiting times fall into each bucket; every whole number of days ≥ 0 falls into exactly one. */
export function countByAge(waitingDays: readonly number[]): AgeBucket[] {
  return AGE_BUCKETS.map(({ minDays, maxDays }) => ({
    minDays,
    maxDays,
    count: waitingDays.filter((days) => days >= minDays && (maxDays === null || days <= maxDays)).length,
  }));
}
