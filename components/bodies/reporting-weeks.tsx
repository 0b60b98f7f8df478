import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDayMonth } from '@/lib/format/dates';
import { BODY_PAGE } from '@/lib/messages/body-page';

export interface ReportingWeeksProps {
  weeks: readonly {
    readonly startOn: CivilDate;
    readonly outcome: 'not_expected' | 'on_time' | 'late' | 'missing';
  }[];
  expected: number;
  reported: number;
  onTime: number;
}

/** Full: in time; half: late; empty: nothing came; a line: nothing was expected. */
const LOOK = { on_time: 'u1', late: 'u2', missing: 'u3', not_expected: 'u0' } as const;

/** The last weeks of reporting as one mark each, read from right to left, with the count in words. */
export function ReportingWeeks({ weeks, expected, reported, onTime }: ReportingWeeksProps) {
  return (
    <Section id="reporting" title={BODY_PAGE.reportingTitle} take={BODY_PAGE.reportingTake(reported, expected, onTime)}>
      {weeks.length > 0 && (
        <>
          <ul className="weeks" aria-label={BODY_PAGE.earliestFirst}>
            {weeks.map(({ startOn, outcome }) => {
              const words = BODY_PAGE.week(formatDayMonth(startOn), BODY_PAGE.outcomes[outcome]);
              return (
                <li key={startOn} title={words}>
                  <i className={LOOK[outcome]} aria-hidden="true" />
                  <span className="vh">{words}</span>
                </li>
              );
            })}
          </ul>
          <ul className="legend weeks-key" aria-hidden="true">
            {(['on_time', 'late', 'missing'] as const).map((outcome) => (
              <li key={outcome}>
                <i className={LOOK[outcome]} /> {BODY_PAGE.outcomes[outcome]}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
