import type { ReactNode } from 'react';
import { BurnUp, type BurnUpPoint } from '@/components/charts/burn-up';
import { SCurve } from '@/components/charts/s-curve';
import type { SCurveData } from '@/components/charts/s-curve-points';
import { Sparkline } from '@/components/charts/sparkline';
import { Section } from '@/components/ui/section';
import { toJalali, JALALI_MONTH_NAMES } from '@/lib/calendar/jalali';
import type { GroupFigures } from '@/lib/domain/figures';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { FORECAST } from '@/lib/messages/forecast';
import { dayNear } from '@/lib/messages/verdict';

export interface MiniCurve {
  readonly code: string;
  readonly title: string;
  readonly href: string;
  readonly figures: GroupFigures;
  readonly data: SCurveData;
  readonly burnUp: readonly BurnUpPoint[];
}

function ForecastExplained({ total, data }: { total: GroupFigures; data: SCurveData }) {
  const { earnedSchedule } = total;
  const finish =
    earnedSchedule.forecastFinish === null
      ? DASHBOARD.endNotInSight
      : DASHBOARD.endsOn(dayNear(earnedSchedule.forecastFinish, data.asOf));
  const sentence = DASHBOARD.forecastExplained(earnedSchedule, finish);
  if (sentence === '') return null;
  return (
    <p className="small muted">
      <b>{DASHBOARD.howForecast}</b> {sentence}
    </p>
  );
}

/** The S-curve of the chosen scope and a small twin for each track. */
export function CurveSection({
  data,
  total,
  claims,
  minis,
  changes,
  recovery,
}: {
  data: SCurveData;
  total: GroupFigures;
  claims: number;
  minis: readonly MiniCurve[];
  /** Sentences on the days when the ground of the figures changed. */
  changes: readonly string[];
  recovery: ReactNode;
}) {
  const deadline = data.deadline === null ? null : dayNear(data.deadline, data.asOf);
  return (
    <Section
      id="curve"
      title={DASHBOARD.curveTitle}
      aside={<span className="small faint">{DASHBOARD.curveAside(deadline)}</span>}
      take={DASHBOARD.curveTake(total, claims)}
    >
      <SCurve id="s-curve" data={data} title={DASHBOARD.curveTitle} />
      <ul className="minis" aria-label={DASHBOARD.minis}>
        {minis.map((mini) => (
          <li key={mini.code}>
            <a href={mini.href} className="mini">
              <span className="mt">
                <b>{mini.title}</b>
                <span className="num">{DASHBOARD.outOf(mini.figures.verified, mini.figures.planned)}</span>
              </span>
              <Sparkline data={mini.data} title={mini.title} />
              <span className="ml">
                <span>
                  {mini.data.deadline === null ? '' : `${DASHBOARD.deadline} ${dayNear(mini.data.deadline, data.asOf)}`}
                </span>
                <span>{JALALI_MONTH_NAMES[toJalali(mini.data.start).month - 1]}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <ForecastExplained total={total} data={data} />
      {recovery}
      {changes.length > 0 && (
        <details className="data">
          <summary>{FORECAST.changesTitle}</summary>
          <ul className="plain">
            {changes.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <details className="data">
        <summary>{FORECAST.burnUpTitle}</summary>
        <p className="small muted">{FORECAST.burnUpTake}</p>
        <div className="burn-ups">
          {minis.map((mini) => (
            <section key={mini.code} aria-label={`${FORECAST.burnUpTitle}: ${mini.title}`}>
              <h3>
                <a href={mini.href}>{mini.title}</a>
              </h3>
              <BurnUp
                data={{ points: mini.burnUp, deadline: mini.data.deadline }}
                title={mini.title}
                tableHref={`${mini.href}#burn-up`}
              />
            </section>
          ))}
        </div>
      </details>
    </Section>
  );
}
