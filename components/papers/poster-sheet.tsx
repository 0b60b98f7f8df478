import { PaperBullet, StatusIcon } from '@/components/reports/report-marks';
import { bodyName, percent } from '@/components/reports/report-text';
import { linesPerColumn, posterPages, type Poster, type PosterLine } from '@/lib/domain/posters';
import { formatInteger } from '@/lib/format/numbers';
import { SHEETS as W } from '@/lib/messages/letters';
import { PAIR_STATUS_DRAWING_ORDER, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { PaperPage } from './paper-page';
import { POSTER_COLUMNS, POSTER_LINES, POSTER_SCALE, posterCss, type PosterSize } from './poster-css';

/** Every body with a mark a track on one sheet; what does not fit goes on on further sheets with the same head. */
export function PosterSheets({ poster, size }: { poster: Poster; size: PosterSize }) {
  const lines = linesPerColumn(poster.groups, POSTER_COLUMNS, POSTER_LINES.least, POSTER_LINES.most);
  const pages = posterPages(poster.groups, POSTER_COLUMNS, lines);
  return (
    <PaperPage title={W.posterTitle} css={posterCss(size, lines)}>
      {pages.map((columns, page) => (
        <section className="poster" key={page} aria-labelledby={`poster-${page + 1}`}>
          <Head poster={poster} id={`poster-${page + 1}`} />
          <Tracks poster={poster} size={size} />
          <Legend poster={poster} />
          <div className="pc">
            {columns.map((column, index) => (
              <Column key={index} lines={column} poster={poster} />
            ))}
          </div>
          <p className="pf">
            <span>{W.marks}</span>
            <b>{poster.sampleNote}</b>
            {pages.length > 1 && <span>{W.page(page + 1, pages.length)}</span>}
          </p>
        </section>
      ))}
    </PaperPage>
  );
}

function Head({ poster, id }: { poster: Poster; id: string }) {
  const bodies = poster.groups.reduce((sum, group) => sum + group.bodies.length, 0);
  return (
    <header className="ph">
      <div>
        <p>{poster.office}</p>
        <h1 id={id}>{W.posterTitle}</h1>
      </div>
      <div className="day">
        <p>{W.posterLead(poster.programmeTitle, bodies)}</p>
        <p>{W.asOf(poster.asOf)}</p>
      </div>
    </header>
  );
}

function Tracks({ poster: { tracks }, size }: { poster: Poster; size: PosterSize }) {
  const widthMm = (273 / Math.max(1, tracks.length) - 8) * POSTER_SCALE[size];
  return (
    <div className="pt">
      {tracks.map((track, index) => (
        <div key={track.code}>
          <div className="tn">
            <span>{formatInteger(index + 1)}</span>
            <h2>{track.title}</h2>
          </div>
          <p>
            <b>{percent(track.verified)}</b> {W.percent}
          </p>
          <PaperBullet planned={track.planned} claimed={track.claimed} verified={track.verified} widthMm={widthMm} />
          <p>{W.figures(percent(track.planned), percent(track.claimed))}</p>
          <p>{W.deadline(track.deadlineOn)}</p>
        </div>
      ))}
    </div>
  );
}

/** Only what occurs is explained. */
function Legend({ poster: { groups } }: { poster: Poster }) {
  const used = new Set(groups.flatMap(({ bodies }) => bodies.flatMap(({ statuses }) => statuses)));
  return (
    <p className="pk">
      {PAIR_STATUS_DRAWING_ORDER.filter((status) => used.has(status)).map((status) => (
        <span key={status}>
          <StatusIcon status={status} /> {PAIR_STATUS_LABELS[status]}
        </span>
      ))}
      {used.has(null) && <span>{W.notForBody}</span>}
    </p>
  );
}

/** Long names are written smaller, and very long ones on two lines: the ends of names tell them apart. */
function lengthOf(name: string): string | undefined {
  return name.length > 34 ? 'very' : name.length > 27 ? 'long' : undefined;
}

function Column({ lines, poster }: { lines: readonly PosterLine[]; poster: Poster }) {
  return (
    <table>
      <colgroup>
        <col />
        {poster.tracks.map(({ code }) => (
          <col key={code} className="c" />
        ))}
      </colgroup>
      <tbody>
        {lines.map((line) =>
          line.kind === 'group' ? (
            <tr className="g" key={`group ${line.label}`}>
              <th scope="rowgroup">
                {line.label} <span>{line.isContinued ? W.continued : formatInteger(line.count)}</span>
              </th>
              {poster.tracks.map(({ code, title }, index) => (
                <td key={code} title={title}>
                  {formatInteger(index + 1)}
                </td>
              ))}
            </tr>
          ) : (
            <tr key={line.body.code}>
              <th scope="row" className={lengthOf(bodyName(line.body.name, poster))}>
                <span>{bodyName(line.body.name, poster)}</span>
              </th>
              {line.body.statuses.map((status, index) => (
                <td key={poster.tracks[index]?.code ?? index}>
                  {status === null ? '—' : <StatusIcon status={status} />}
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
