import type { EditionDocument, EditionTrackRow } from '@/lib/domain/edition';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { paperWords } from '@/lib/messages/reports';
import { PaperCurve } from './report-curve';
import { BulletKey, PaperBullet } from './report-marks';
import { changeText, pace, percent, ratioText, shortDate, sinceText } from './report-text';

export function SectionTitle({ number, children }: { number: number | string; children: string }) {
  return (
    <h2>
      <span className="hn">{typeof number === 'number' ? formatInteger(number) : number}</span> {children}
    </h2>
  );
}

/** A change in points, with its sign in front in either direction of text. */
export function Change({ ratio }: { ratio: number | null }) {
  const text = changeText(ratio);
  return text === null ? '—' : <bdi dir="ltr">{text}</bdi>;
}

function TrackRow({ row, document }: { row: EditionTrackRow; document: EditionDocument }) {
  const className = row.kind === 'total' ? 'tot' : row.kind === 'deadline' ? 'sub' : undefined;
  return (
    <tr className={className}>
      <th scope="row">{row.label}</th>
      <td className="n">{shortDate(row.deadlineOn, document.header)}</td>
      <td className="n">{formatInteger(row.bodies)}</td>
      <td className="n">{percent(row.planned)}</td>
      <td className="n">{percent(row.claimed)}</td>
      <td className="n dl">
        <Change ratio={row.claimedChange} />
      </td>
      <td className="n b">{percent(row.verified)}</td>
      <td className="n dl">
        <Change ratio={row.verifiedChange} />
      </td>
      <td className="bar">
        <PaperBullet planned={row.planned} claimed={row.claimed} verified={row.verified} widthMm={27} />
      </td>
      <td className="n">{ratioText(row.spi)}</td>
      <td className="n">
        {row.forecastFinishOn === null ? (row.forecastNote ?? '—') : formatDate(row.forecastFinishOn)}
      </td>
      <td className="n">{pace(row.requiredPerWeek)}</td>
      <td className="n">{pace(row.recentPerWeek)}</td>
    </tr>
  );
}

function TrackTable({ document }: { document: EditionDocument }) {
  return (
    <table className="t sumt">
      <caption>{paperWords.tracksCaption(formatDate(document.header.asOf), sinceText(document.header))}</caption>
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            {paperWords.track}
          </th>
          <th rowSpan={2} scope="col">
            {paperWords.deadline}
          </th>
          <th rowSpan={2} scope="col">
            {paperWords.bodies}
          </th>
          <th rowSpan={2} scope="col">
            {paperWords.planned}
          </th>
          <th colSpan={2} scope="colgroup">
            {paperWords.claimedHead}
          </th>
          <th colSpan={2} scope="colgroup">
            {paperWords.verifiedHead}
          </th>
          <th rowSpan={2} scope="col" className="bar">
            {paperWords.bars}
          </th>
          <th rowSpan={2} scope="col">
            {paperWords.spi[0]}
            <br />
            {paperWords.spi[1]}
          </th>
          <th rowSpan={2} scope="col">
            {paperWords.forecast[0]}
            <br />
            {paperWords.forecast[1]}
          </th>
          <th colSpan={2} scope="colgroup">
            {paperWords.perWeek}
          </th>
        </tr>
        <tr>
          <th scope="col">{paperWords.percent}</th>
          <th scope="col" className="dl">
            {paperWords.change}
          </th>
          <th scope="col">{paperWords.percent}</th>
          <th scope="col" className="dl">
            {paperWords.change}
          </th>
          <th scope="col">{paperWords.required}</th>
          <th scope="col">{paperWords.recent}</th>
        </tr>
      </thead>
      <tbody>
        {document.trackRows.map((row) => (
          <TrackRow key={`${row.kind} ${row.key}`} row={row} document={document} />
        ))}
      </tbody>
    </table>
  );
}

/** One page that answers: will the deadline be met, who is the reason, what changed, who must do what. */
export function ReportSummary({ document }: { document: EditionDocument }) {
  return (
    <section className="pb">
      <SectionTitle number={1}>{paperWords.summary}</SectionTitle>
      <p className="verdict">
        <b>{document.verdict.lead}</b> {document.verdict.sentence}
      </p>
      <dl className="kpi">
        {document.keyFigures.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>
              <b>{figure.value}</b> {figure.unit}
            </dd>
            <dd className="k2">{figure.detail}</dd>
          </div>
        ))}
      </dl>
      <TrackTable document={document} />
      <p className="key">
        <BulletKey />
        <span className="note">{paperWords.spiNote}</span>
      </p>
      <figure>
        <figcaption>
          <b>{document.curve.title}</b> {document.curve.sentence}
        </figcaption>
        <PaperCurve curve={document.curve} />
      </figure>
      <div className="two">
        <div>
          <h3>{paperWords.changes}</h3>
          <ul>
            {document.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{paperWords.tasks}</h3>
          <ul>
            {document.tasks.map((task) => (
              <li key={task.who}>
                <b>{task.who}:</b> {task.what}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
