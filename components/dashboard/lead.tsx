import { CountLink, type CountedThing } from '@/components/ui/count-link';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { toJalali, WEEKDAY_NAMES } from '@/lib/calendar/jalali';
import { weekdayOf } from '@/lib/calendar/civil-date';
import { saturdayOf } from '@/lib/calendar/weeks';
import type { Countdown } from '@/lib/domain/deadline';
import type { GroupFigures } from '@/lib/domain/figures';
import { formatDayMonth } from '@/lib/format/dates';
import { formatDigits, formatInteger } from '@/lib/format/numbers';
import { DATE_FIELD } from '@/lib/messages/common';
import { changePoints, DASHBOARD, whyParts } from '@/lib/messages/dashboard';
import { dayNear } from '@/lib/messages/verdict';

export interface LeadFact {
  readonly figure: string;
  /** A signed number, which reads from left to right. */
  readonly isSigned?: boolean;
  readonly title: string;
  readonly href: string;
  readonly link: string;
  readonly text: string;
  /** What the figure counts, where it is a count. */
  readonly counts?: { readonly count: number; readonly of: CountedThing };
}

export interface LeadProps {
  eyebrow: string;
  verdict: string;
  total: GroupFigures;
  unverifiedHref: string;
  facts: readonly LeadFact[];
  countdown: Countdown | null;
  countdownDays: readonly { readonly day: CivilDate; readonly isWorkingDay: boolean }[];
  otherCountdowns: readonly Countdown[];
  asOf: CivilDate;
  today: CivilDate;
}

/** «+۶٫۲» or «–» for a change in points. */
export function changeFigure(before: number | null, now: number | null): string {
  return before === null || now === null ? '–' : changePoints(now - before);
}

function CountdownCalendar({
  countdown,
  days,
  asOf,
  today,
}: {
  countdown: Countdown;
  days: LeadProps['countdownDays'];
  asOf: CivilDate;
  today: CivilDate;
}) {
  const weeks = new Map<CivilDate, LeadProps['countdownDays'][number][]>();
  for (const item of days) {
    const saturday = saturdayOf(item.day);
    weeks.set(saturday, [...(weeks.get(saturday) ?? []), item]);
  }
  return (
    <table className="fort">
      <caption className="vh">{DASHBOARD.daysLeftCaption}</caption>
      <thead>
        <tr>
          {DATE_FIELD.weekdayInitials.map((initial, index) => (
            <th key={WEEKDAY_NAMES[index]} scope="col">
              <abbr title={WEEKDAY_NAMES[index]}>{initial}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...weeks.entries()].map(([saturday, items]) => (
          <tr key={saturday}>
            {Array.from({ length: weekdayOf((items[0] ?? { day: saturday }).day) }, (_, index) => (
              <td key={`blank-${index}`} className="blank" />
            ))}
            {items.map(({ day, isWorkingDay }) => {
              const word =
                day === countdown.deadlineOn
                  ? DASHBOARD.theDeadline
                  : day === asOf
                    ? asOf === today
                      ? DASHBOARD.today
                      : DASHBOARD.asOfDay
                    : day === countdown.lastWorkingDayOn
                      ? DASHBOARD.lastDay
                      : null;
              const look =
                day === countdown.deadlineOn
                  ? 'end'
                  : day === asOf
                    ? 'today'
                    : day === countdown.lastWorkingDayOn
                      ? 'last'
                      : isWorkingDay
                        ? undefined
                        : 'off';
              return (
                <td key={day} className={look}>
                  <span>{formatDigits(toJalali(day).day)}</span>
                  <small className={word === null ? 'vh' : undefined}>
                    {word ?? (isWorkingDay ? DASHBOARD.workingDay : DASHBOARD.holiday)}
                  </small>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DeadlineAside({ countdown, countdownDays, otherCountdowns, asOf, today }: LeadProps) {
  if (countdown === null) {
    return (
      <aside className="deadline" aria-label={DASHBOARD.deadline}>
        <p className="small muted">{DASHBOARD.severalDeadlines}</p>
        {otherCountdowns.map((other) => (
          <p key={other.deadlineOn} className="small">
            {DASHBOARD.otherDeadline(dayNear(other.deadlineOn, asOf), other.calendarDaysLeft, other.workingDaysLeft)}
          </p>
        ))}
      </aside>
    );
  }
  const hasPassed = countdown.calendarDaysLeft < 0;
  const day = dayNear(countdown.deadlineOn, asOf);
  return (
    <aside className="deadline" aria-label={DASHBOARD.deadline}>
      <h2>{hasPassed ? DASHBOARD.deadlinePassed(day) : DASHBOARD.untilDeadline(day)}</h2>
      <div className="figs">
        <p>
          <b>{formatInteger(Math.abs(countdown.calendarDaysLeft))}</b>
          <span>{hasPassed ? DASHBOARD.daysAgo : DASHBOARD.day}</span>
        </p>
        {!hasPassed && (
          <p>
            <b>{formatInteger(countdown.workingDaysLeft)}</b>
            <span>{DASHBOARD.workingDay}</span>
          </p>
        )}
      </div>
      {countdownDays.length > 0 && (
        <CountdownCalendar countdown={countdown} days={countdownDays} asOf={asOf} today={today} />
      )}
      <p className="small muted">
        {DASHBOARD.lastWorkingDay(countdown.deadlineOn, countdown.lastWorkingDayOn)}{' '}
        {otherCountdowns
          .map((other) =>
            DASHBOARD.otherDeadline(formatDayMonth(other.deadlineOn), other.calendarDaysLeft, other.workingDaysLeft),
          )
          .join(' ')}
      </p>
    </aside>
  );
}

/** Verdict, its grounds, and the deadline: the five minutes before a meeting. */
export function Lead(props: LeadProps) {
  const { eyebrow, verdict, total, unverifiedHref, facts } = props;
  const why = whyParts(total);
  return (
    <section className="lead" aria-labelledby="verdict">
      <div className="verdict">
        <p className="eyebrow">{eyebrow}</p>
        <h1 id="verdict">{verdict}</h1>
        {total.milestones > 0 && (
          <p className="why">
            {why.before}
            <CountLink href={unverifiedHref} count={total.unverifiedMilestones} of="rows">
              {DASHBOARD.unverified(total.unverifiedMilestones)}
            </CountLink>
            {why.after} {why.pace}
          </p>
        )}
        <ul className="acts">
          {facts.map((fact) => (
            <li key={fact.title}>
              <span className="k">{fact.isSigned ? <bdi className="ltr">{fact.figure}</bdi> : fact.figure}</span>
              <div>
                <h2>{fact.title}</h2>
                <a href={fact.href} data-count={fact.counts?.count} data-count-of={fact.counts?.of}>
                  {fact.link}
                </a>
                <p>{fact.text}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <DeadlineAside {...props} />
    </section>
  );
}
