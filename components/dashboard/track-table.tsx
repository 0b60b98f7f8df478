import { Bullet } from '@/components/charts/bullet';
import { Section } from '@/components/ui/section';
import { CountLink } from '@/components/ui/count-link';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { GroupFigures } from '@/lib/domain/figures';
import { formatPercentValue, formatRatio } from '@/lib/format/numbers';
import { changePoints, DASHBOARD } from '@/lib/messages/dashboard';
import { dayNear, paceText } from '@/lib/messages/verdict';
import { listHref } from '@/components/lists/list-href';
import { progressHref, trackHref, type ProgressAddress } from './links';

export interface TrackTableLine {
  readonly code: string;
  readonly title: string;
  readonly deadlineOn: CivilDate;
  readonly figures: GroupFigures;
  readonly change: number | null;
}

const percent = (ratio: number | null) => (ratio === null ? '–' : formatPercentValue(ratio));

function Forecast({ line, asOf }: { line: TrackTableLine; asOf: CivilDate }) {
  const { forecastFinish, reason } = line.figures.earnedSchedule;
  if (forecastFinish === null)
    return <span className="muted">{reason === null ? '–' : DASHBOARD.noForecast[reason]}</span>;
  return (
    <>
      <b>{dayNear(forecastFinish, asOf)}</b>
      <small>
        {reason === 'complete' ? DASHBOARD.noForecast.complete : DASHBOARD.forecastGap(forecastFinish, line.deadlineOn)}
      </small>
    </>
  );
}

function Pace({ figures }: { figures: GroupFigures }) {
  const { requiredPerWeek, recentPerWeek } = figures;
  const isEnough = requiredPerWeek !== null && recentPerWeek !== null && requiredPerWeek <= recentPerWeek;
  return (
    <>
      <div>
        <b>{requiredPerWeek === null ? '–' : paceText(requiredPerWeek)}</b>
        <span>{DASHBOARD.required}</span>
      </div>
      <div>
        <b>{recentPerWeek === null ? '–' : paceText(recentPerWeek)}</b>
        <span>{DASHBOARD.recent}</span>
      </div>
      {isEnough && (
        <Tag tone="complete" icon="complete" line>
          {DASHBOARD.enough}
        </Tag>
      )}
      {!isEnough && requiredPerWeek !== null && recentPerWeek !== null && recentPerWeek > 0 && (
        <Tag tone="risk" icon="risk" line>
          {DASHBOARD.times(requiredPerWeek / recentPerWeek)}
        </Tag>
      )}
    </>
  );
}

function TrackRow({ line, asOf, address }: { line: TrackTableLine; asOf: CivilDate; address: ProgressAddress }) {
  const { figures } = line;
  const track = { ...address, deadline: null, track: line.code };
  const list = listHref('pairs', { ...track, since: null, sort: 'verified' });
  return (
    <tr>
      <th scope="row">
        <a href={trackHref(line.code, address)}>{line.title}</a>
        <small>
          <CountLink
            href={listHref('pairs', { ...track, since: null, status: 'counted' })}
            count={figures.bodies}
            of="bodies"
          >
            {DASHBOARD.bodiesCount(figures.bodies)}
          </CountLink>{' '}
          · {DASHBOARD.deadline} {dayNear(line.deadlineOn, asOf)}
        </small>
      </th>
      <td className="bl">
        <Bullet planned={figures.planned} claimed={figures.claimed} verified={figures.verified} />
      </td>
      <td className="n">{percent(figures.planned)}</td>
      <td className="n">{percent(figures.claimed)}</td>
      <td className="n v">
        <a href={list}>{percent(figures.verified)}</a>
      </td>
      <td className="n d">{line.change === null ? '–' : <bdi className="ltr">{changePoints(line.change)}</bdi>}</td>
      <td className="n">
        <abbr className="spi" title={DASHBOARD.spiTitle}>
          {figures.spi === null ? '–' : formatRatio(figures.spi)}
        </abbr>
      </td>
      <td className="fcst">
        <Forecast line={line} asOf={asOf} />
      </td>
      <td className="pace">
        <Pace figures={figures} />
      </td>
    </tr>
  );
}

function Legend() {
  return (
    <ul className="legend inl">
      <li>
        <svg width="14" height="12" aria-hidden="true">
          <path d="M7 0V12" stroke="var(--ink)" strokeWidth="2" strokeDasharray="3 2" />
        </svg>
        {DASHBOARD.planned}
      </li>
      <li>
        <i className="swatch claimed-mark" />
        {DASHBOARD.claimed}
      </li>
      <li>
        <i className="swatch verified-mark" />
        {DASHBOARD.verified}
      </li>
    </ul>
  );
}

/** Tracks of the chosen deadline, then those of the others. */
export function TrackTable({
  lines,
  otherLines,
  take,
  asOf,
  address,
}: {
  lines: readonly TrackTableLine[];
  otherLines: readonly TrackTableLine[];
  take: string;
  asOf: CivilDate;
  address: ProgressAddress;
}) {
  const otherDeadlines = [...new Set(otherLines.map(({ deadlineOn }) => deadlineOn))].sort();
  return (
    <Section id="tracks" title={DASHBOARD.tracksTitle} aside={<Legend />} take={take}>
      <div className="scroll">
        <table className="table tracks">
          <thead>
            <tr>
              <th scope="col">{DASHBOARD.track}</th>
              <th scope="col" className="bl">
                <div className="sc">
                  {DASHBOARD.percentScale.map((mark) => (
                    <span key={mark}>{mark}</span>
                  ))}
                </div>
              </th>
              <th className="n" scope="col">
                {DASHBOARD.planned}
              </th>
              <th className="n" scope="col">
                {DASHBOARD.claimed}
              </th>
              <th className="n" scope="col">
                {DASHBOARD.verified}
              </th>
              <th className="n" scope="col">
                {DASHBOARD.change}
              </th>
              <th className="n" scope="col">
                <abbr title={DASHBOARD.spiTitle}>SPI</abbr>
              </th>
              <th scope="col" className="fcst">
                {DASHBOARD.forecast}
              </th>
              <th scope="col" className="pace">
                {DASHBOARD.pace}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <TrackRow key={line.code} line={line} asOf={asOf} address={address} />
            ))}
            {otherDeadlines.flatMap((deadline) => [
              <tr key={deadline} className="oth">
                <th colSpan={9} scope="colgroup">
                  <a href={progressHref('/dashboard', { ...address, track: null, deadline })}>
                    {`${DASHBOARD.deadline} ${dayNear(deadline, asOf)}`}
                  </a>
                </th>
              </tr>,
              ...otherLines
                .filter((line) => line.deadlineOn === deadline)
                .map((line) => <TrackRow key={line.code} line={line} asOf={asOf} address={address} />),
            ])}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
