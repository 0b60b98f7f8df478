import type { CivilDate } from '@/lib/calendar/civil-date';
import type { GroupFigures } from './figures';

export const VERDICTS = ['no_data', 'complete', 'passed', 'on_course', 'doubtful', 'off_course'] as const;
export type VerdictName = (typeof VERDICTS)[number];

export interface Verdict {
  readonly verdict: VerdictName;
  /** Forecast finish on or before the deadline; a missing forecast is a ground not met. */
  readonly isForecastInTime: boolean;
  /** Required pace not above the recent pace; a missing pace is a ground not met. */
  readonly isPaceEnough: boolean;
}

/** Verdict of a group with one deadline, first that fits (DOMAIN §5). A group with several deadlines has none. */
export function calculateVerdict(figures: GroupFigures, asOf: CivilDate): Verdict | null {
  if (figures.deadlineReason === 'several_deadlines') return null;
  const { deadline, requiredPerWeek, recentPerWeek, earnedSchedule } = figures;
  const finish = earnedSchedule.forecastFinish;
  const isForecastInTime = finish !== null && deadline !== null && finish <= deadline;
  const isPaceEnough = requiredPerWeek !== null && recentPerWeek !== null && requiredPerWeek <= recentPerWeek;
  const name = (): VerdictName => {
    if (deadline === null || figures.verified === null) return 'no_data';
    if (earnedSchedule.reason === 'complete') return 'complete';
    if (deadline < asOf) return 'passed';
    if (isForecastInTime && isPaceEnough) return 'on_course';
    return isForecastInTime || isPaceEnough ? 'doubtful' : 'off_course';
  };
  return { verdict: name(), isForecastInTime, isPaceEnough };
}
