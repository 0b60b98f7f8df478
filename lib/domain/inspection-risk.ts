/**
 * Whom to visit next. The risk of a desk is a sum of named parts with a limit each, 100 points in all; every part grows with what it counts
 * and never falls. The page shows the same table.
 */
export const RISK_PARTS = ['time', 'unseen', 'last_result', 'returned', 'silence', 'satisfaction'] as const;
export type RiskPartName = (typeof RISK_PARTS)[number];

/** The most that each part gives. */
export const RISK_LIMITS: Readonly<Record<RiskPartName, number>> = {
  time: 30,
  unseen: 28,
  last_result: 20,
  returned: 9,
  silence: 6,
  satisfaction: 7,
};

/** Days since the last visit after which a desk is as good as never visited. */
export const DAYS_TO_FULL_TIME = 90;
export const POINTS_PER_UNSEEN = 4;
export const POINTS_PER_RETURN = 3;
/** Points for a last visit that was passed with less than `NARROW_MARGIN` percent to spare. */
export const NARROW_POINTS = 8;
export const NARROW_MARGIN = 10;
/** Below this satisfaction of clients, of 100, points are given, all of them at 0. */
export const SATISFACTION_WANTED = 70;

/** What is known of a desk on a day. */
export interface DeskFacts {
  /** Milestones of the desk that the body claims or the governorate has verified. */
  readonly claimed: number;
  /** Those of them whose claim no visit has seen. */
  readonly unseen: number;
  /** Null: never visited. */
  readonly lastVisit: {
    readonly days: number;
    readonly isReal: boolean;
    readonly percent: number | null;
    readonly passPercent: number;
  } | null;
  /** Claims of the desk that were returned or reopened. */
  readonly returned: number;
  /** Silent for longer than the threshold. */
  readonly silentDays: number | null;
  /** The newest satisfaction of clients, 0 to 100, if any was reported. */
  readonly satisfaction: number | null;
}

/** One part with its points and what it counted, for a sentence. */
export interface RiskPart {
  readonly name: RiskPartName;
  readonly points: number;
  /** What was counted: days, milestones, percent; null: never visited. */
  readonly count: number | null;
  readonly detail: 'never' | 'days' | 'failed' | 'narrow' | 'count';
}

export interface DeskRisk {
  /** 0 to 100. */
  readonly points: number;
  /** Only those that give points, the weightiest first. */
  readonly parts: readonly RiskPart[];
}

const capped = (name: RiskPartName, points: number) => Math.min(RISK_LIMITS[name], Math.max(0, points));

function timePart({ lastVisit }: DeskFacts): RiskPart {
  if (lastVisit === null) return { name: 'time', points: RISK_LIMITS.time, count: null, detail: 'never' };
  const points = capped('time', (RISK_LIMITS.time * lastVisit.days) / DAYS_TO_FULL_TIME);
  return { name: 'time', points, count: lastVisit.days, detail: 'days' };
}

function resultPart({ lastVisit }: DeskFacts): RiskPart {
  const part = (points: number, detail: RiskPart['detail']): RiskPart => ({
    name: 'last_result',
    points,
    count: lastVisit?.percent ?? null,
    detail,
  });
  if (lastVisit === null) return part(0, 'never');
  if (!lastVisit.isReal) return part(RISK_LIMITS.last_result, 'failed');
  const isNarrow = lastVisit.percent !== null && lastVisit.percent < lastVisit.passPercent + NARROW_MARGIN;
  return part(isNarrow ? NARROW_POINTS : 0, 'narrow');
}

/** The risk of a desk; null where nobody claims anything of it yet, since there is nothing to see. */
export function deskRisk(facts: DeskFacts): DeskRisk | null {
  if (facts.claimed === 0) return null;
  const counted = (name: RiskPartName, points: number, count: number): RiskPart => ({
    name,
    points: capped(name, points),
    count,
    detail: 'count',
  });
  const { satisfaction } = facts;
  const parts: RiskPart[] = [
    timePart(facts),
    counted('unseen', facts.unseen * POINTS_PER_UNSEEN, facts.unseen),
    resultPart(facts),
    counted('returned', facts.returned * POINTS_PER_RETURN, facts.returned),
    counted('silence', facts.silentDays === null ? 0 : RISK_LIMITS.silence, facts.silentDays ?? 0),
    counted(
      'satisfaction',
      satisfaction === null
        ? 0
        : (RISK_LIMITS.satisfaction * (SATISFACTION_WANTED - satisfaction)) / SATISFACTION_WANTED,
      satisfaction ?? 0,
    ),
  ];
  return {
    points: parts.reduce((sum, { points }) => sum + points, 0),
    parts: parts.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points),
  };
}
