import { Bullet } from '@/components/charts/bullet';
import { describeCurve } from '@/components/charts/s-curve';
import { pointAsOf } from '@/components/charts/s-curve-points';
import { SCurveSvg, type SCurveLayout } from '@/components/charts/s-curve-svg';
import { formatInteger, formatPercentValue, formatRatio } from '@/lib/format/numbers';
import { DASHBOARD, whyParts } from '@/lib/messages/dashboard';
import { PRESENT } from '@/lib/messages/present';
import { dayNear, verdictSentence } from '@/lib/messages/verdict';
import type { Dashboard } from '@/lib/services/dashboard';

const percent = (ratio: number | null) => (ratio === null ? '–' : formatPercentValue(ratio));

function Figure({ figure, unit }: { figure: string; unit: string }) {
  return (
    <li>
      <b>{figure}</b>
      <span>{unit}</span>
    </li>
  );
}

export function VerdictTopic({ view }: { view: Dashboard }) {
  const { total, countdown, waiting, asOf } = view;
  const subjects = view.lines.map(({ track, figures, verdict }) => ({
    name: track.title,
    figures,
    verdict,
    ownStepsDue: waiting.ownSteps.filter((item) => item.track?.code === track.code).length,
  }));
  const day = countdown === null ? '' : dayNear(countdown.deadlineOn, asOf);
  return (
    <>
      <p className="p-verdict">{verdictSentence(subjects, asOf)}</p>
      <ul className="p-figures">
        {countdown !== null && (
          <Figure
            figure={formatInteger(Math.abs(countdown.calendarDaysLeft))}
            unit={countdown.calendarDaysLeft < 0 ? PRESENT.daysPassed(day) : PRESENT.daysLeft(day)}
          />
        )}
        {countdown !== null && countdown.calendarDaysLeft >= 0 && (
          <Figure figure={formatInteger(countdown.workingDaysLeft)} unit={PRESENT.workingDays} />
        )}
        <Figure figure={percent(total.verified)} unit={PRESENT.verifiedOf(percent(total.planned))} />
        <Figure figure={formatInteger(total.unverifiedMilestones)} unit={PRESENT.unverified} />
      </ul>
      <p className="p-note">
        {countdown === null
          ? PRESENT.severalDeadlines
          : DASHBOARD.lastWorkingDay(countdown.deadlineOn, countdown.lastWorkingDayOn)}{' '}
        {whyParts(total).pace}
      </p>
    </>
  );
}

export function TracksTopic({ view }: { view: Dashboard }) {
  return (
    <table className="p-table p-tracks">
      <thead>
        <tr>
          <th scope="col">{DASHBOARD.track}</th>
          <th scope="col" className="wide">
            <span className="vh">{DASHBOARD.tracksTitle}</span>
          </th>
          <th scope="col" className="n hide-s">
            {DASHBOARD.planned}
          </th>
          <th scope="col" className="n hide-s">
            {DASHBOARD.claimed}
          </th>
          <th scope="col" className="n">
            {DASHBOARD.verified}
          </th>
          <th scope="col" className="n hide-s">
            <abbr title={DASHBOARD.spiTitle}>SPI</abbr>
          </th>
          <th scope="col">{DASHBOARD.forecast}</th>
        </tr>
      </thead>
      <tbody>
        {[...view.lines, ...view.otherLines].map(({ track, figures }) => {
          const { forecastFinish, reason } = figures.earnedSchedule;
          return (
            <tr key={track.code}>
              <th scope="row">
                {track.title}
                <small>{DASHBOARD.bodiesAndDeadline(figures.bodies, dayNear(track.deadlineOn, view.asOf))}</small>
              </th>
              <td className="wide">
                <Bullet planned={figures.planned} claimed={figures.claimed} verified={figures.verified} />
              </td>
              <td className="n hide-s">{percent(figures.planned)}</td>
              <td className="n hide-s">{percent(figures.claimed)}</td>
              <td className="n v">{percent(figures.verified)}</td>
              <td className="n hide-s">{figures.spi === null ? '–' : formatRatio(figures.spi)}</td>
              <td>
                {forecastFinish === null ? (
                  reason === null ? (
                    '–'
                  ) : (
                    DASHBOARD.noForecast[reason]
                  )
                ) : (
                  <>
                    {dayNear(forecastFinish, view.asOf)}
                    <small>
                      {reason === 'complete'
                        ? DASHBOARD.noForecast.complete
                        : DASHBOARD.forecastGap(forecastFinish, track.deadlineOn)}
                    </small>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Wide and low, with lettering that can be read from the end of a room; and the same for a telephone. */
const ROOM: SCurveLayout = {
  width: 680,
  height: 268,
  box: { left: 10, right: 638, top: 40, bottom: 238 },
  hasKey: true,
};
const HAND: SCurveLayout = {
  width: 358,
  height: 280,
  box: { left: 4, right: 328, top: 44, bottom: 250 },
  hasKey: false,
};

export function CurveTopic({ view, title }: { view: Dashboard; title: string }) {
  const sentence = describeCurve(view.curve);
  if (pointAsOf(view.curve) === null) return <p className="p-note">{sentence}</p>;
  return (
    <figure className="p-curve">
      <div dir="ltr" className="hidden sm:block">
        <SCurveSvg data={view.curve} layout={ROOM} title={title} sentence={sentence} idPrefix="room" />
      </div>
      <div dir="ltr" className="sm:hidden">
        <SCurveSvg data={view.curve} layout={HAND} title={title} sentence={sentence} idPrefix="hand" />
      </div>
      <figcaption className="p-note">{sentence}</figcaption>
    </figure>
  );
}
