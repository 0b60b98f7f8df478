import type { ReactNode } from 'react';
import { PaperBullet } from '@/components/reports/report-marks';
import { Change } from '@/components/reports/report-summary';
import { bodyName, percent, ratioText } from '@/components/reports/report-text';
import { NEXT_DUES_DAYS, type DistrictSheet, type SheetHead } from '@/lib/domain/posters';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { SHEETS as W } from '@/lib/messages/letters';
import { DISTRICT_CSS } from './district-css';
import { PaperPage } from './paper-page';

/** Rows that fit on the page beside each other; what is left out is counted. */
const SHOWN = { late: 14, silent: 8, blockers: 6, dues: 8, waiting: 6 } as const;
/** Rows of figures with which so many late bodies fit: each further track takes the room of one. */
const USUAL_TRACK_ROWS = 5;

export interface DistrictSheetsProps extends SheetHead {
  readonly sheets: readonly DistrictSheet[];
}

/** Districts, a page each, as one HTML document. */
export function DistrictSheets({ sheets, ...head }: DistrictSheetsProps) {
  const [first] = sheets;
  return (
    <PaperPage
      title={sheets.length === 1 && first ? W.district(first.name) : W.districts(sheets.length)}
      css={DISTRICT_CSS}
    >
      {sheets.map((sheet) => (
        <Sheet key={sheet.code} sheet={sheet} head={head} />
      ))}
    </PaperPage>
  );
}

function Sheet({ sheet, head }: { sheet: DistrictSheet; head: SheetHead }) {
  const id = `district-${sheet.code}`;
  return (
    <section className="sheet" aria-labelledby={id}>
      <header className="dh">
        <div>
          <p>{head.office}</p>
          <h1 id={id}>{W.district(sheet.name)}</h1>
        </div>
        <div className="day">
          <p>{W.asOf(head.asOf)}</p>
          <p>
            {W.bodies(sheet.bodies)}؛ {head.programmeTitle}
          </p>
        </div>
      </header>
      <Figures sheet={sheet} />
      <Late sheet={sheet} head={head} />
      <div className="pairs">
        <Silent sheet={sheet} head={head} />
        <Dues sheet={sheet} />
      </div>
      <div className="pairs">
        <Blockers sheet={sheet} />
        <Waiting sheet={sheet} />
      </div>
      <p className="df">
        <span>{W.tracksNote}</span>
        {head.sampleNote !== null && <b>{head.sampleNote}</b>}
      </p>
    </section>
  );
}

function Figures({ sheet: { tracks } }: { sheet: DistrictSheet }) {
  return (
    <>
      <h2>{W.tracks}</h2>
      <table className="t figures">
        <colgroup>
          <col style={{ width: '38mm' }} />
          <col />
          <col />
          <col />
          <col />
          <col style={{ width: '34mm' }} />
          <col />
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="w">
              {W.track}
            </th>
            <th rowSpan={2} scope="col">
              {W.body}
            </th>
            <th rowSpan={2} scope="col">
              {W.planned}
            </th>
            <th rowSpan={2} scope="col">
              {W.claimed}
            </th>
            <th rowSpan={2} scope="col">
              {W.verified}
            </th>
            <th rowSpan={2} scope="col">
              {W.bars}
            </th>
            <th rowSpan={2} scope="col">
              {W.spi}
            </th>
            <th colSpan={3} scope="colgroup">
              {W.county}
            </th>
          </tr>
          <tr>
            <th scope="col">{W.verified}</th>
            <th scope="col">{W.spi}</th>
            <th scope="col">{W.difference}</th>
          </tr>
        </thead>
        <tbody>
          {tracks.map((row) => (
            <tr key={row.code} className={row.isTotal ? 'tot' : undefined}>
              <th scope="row">{row.label}</th>
              <td className="n">{formatInteger(row.bodies)}</td>
              <td className="n">{percent(row.planned)}</td>
              <td className="n">{percent(row.claimed)}</td>
              <td className="n b">{percent(row.verified)}</td>
              <td className="bar">
                <PaperBullet planned={row.planned} claimed={row.claimed} verified={row.verified} widthMm={29} />
              </td>
              <td className="n">{ratioText(row.spi)}</td>
              <td className="n">{percent(row.countyVerified)}</td>
              <td className="n">{ratioText(row.countySpi)}</td>
              <td className="n">
                <Change
                  ratio={
                    row.verified === null || row.countyVerified === null ? null : row.verified - row.countyVerified
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A title, a table of the first rows, and how many are left. */
function List<Row>({
  title,
  aside = null,
  rows,
  shown,
  none,
  rest,
  children,
}: {
  title: string;
  /** Beside the title: figures do not belong into a heading, where the outline of a PDF would turn them round. */
  aside?: string | null;
  rows: readonly Row[];
  shown: number;
  none: string;
  rest: (count: number) => string;
  children: (rows: readonly Row[]) => ReactNode;
}) {
  // a line that says «و ۱ دستگاه دیگر» takes as much room as the one it counts
  const fits = rows.length <= shown + 1 ? rows : rows.slice(0, shown);
  return (
    <div>
      <div className="lhead">
        <h2>{title}</h2>
        {aside !== null && <p>{aside}</p>}
      </div>
      {rows.length === 0 ? <p className="none">{none}</p> : <table className="t">{children(fits)}</table>}
      {rows.length > fits.length && <p className="rest">{rest(rows.length - fits.length)}</p>}
    </div>
  );
}

type SheetProps = { readonly sheet: DistrictSheet };
type NamedProps = SheetProps & { readonly head: SheetHead };

function Late({ sheet: { late, tracks }, head }: NamedProps) {
  const shown = Math.max(1, SHOWN.late - Math.max(0, tracks.length - USUAL_TRACK_ROWS));
  return (
    <List
      title={W.late}
      aside={late.length === 0 ? null : W.bodies(late.length)}
      rows={late}
      shown={shown}
      none={W.noneLate}
      rest={W.more}
    >
      {(rows) => (
        <>
          <colgroup>
            <col style={{ width: '52mm' }} />
            <col style={{ width: '9mm' }} />
            <col />
            <col style={{ width: '10mm' }} />
            <col style={{ width: '36mm' }} />
            <col style={{ width: '24mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="w">
                {W.body}
              </th>
              <th scope="col">{W.steps}</th>
              <th scope="col" className="w">
                {W.oldest}
              </th>
              <th scope="col">{W.days}</th>
              <th scope="col" className="w">
                {W.reason}
              </th>
              <th scope="col" className="w">
                {W.turn}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.bodyCode}>
                <th scope="row">{bodyName(row.bodyName, head)}</th>
                <td className="n">{formatInteger(row.total)}</td>
                <td>{row.oldestMilestone}</td>
                <td className="n b">{formatInteger(row.daysLate)}</td>
                <td>{row.cause}</td>
                <td>{row.turn}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </List>
  );
}

function Silent({ sheet: { silent, silentAfterDays }, head }: NamedProps) {
  return (
    <List
      title={W.silent}
      aside={silent.length === 0 ? null : W.silentAside(silent.length, silentAfterDays)}
      rows={silent}
      shown={SHOWN.silent}
      none={W.noneSilent}
      rest={W.more}
    >
      {(rows) => (
        <>
          <colgroup>
            <col />
            <col style={{ width: '18mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="w">
                {W.body}
              </th>
              <th scope="col">{W.silentDays}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.bodyCode}>
                <th scope="row">{bodyName(row.bodyName, head)}</th>
                <td className="n">{formatInteger(row.days)}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </List>
  );
}

function Dues({ sheet: { dues } }: SheetProps) {
  return (
    <List
      title={W.dues}
      aside={W.duesAside(NEXT_DUES_DAYS)}
      rows={dues}
      shown={SHOWN.dues}
      none={W.noDues}
      rest={W.moreRows}
    >
      {(rows) => (
        <>
          <colgroup>
            <col style={{ width: '19mm' }} />
            <col />
            <col style={{ width: '13mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{W.due}</th>
              <th scope="col" className="w">
                {W.step}
              </th>
              <th scope="col">{W.body}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.dueOn} ${row.trackName} ${row.position}`}>
                <td className="n">{formatDate(row.dueOn)}</td>
                <th scope="row">
                  {row.trackName} {formatInteger(row.position)}؛ {row.title}
                </th>
                <td className="n">{formatInteger(row.bodies)}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </List>
  );
}

function Blockers({ sheet: { blockers } }: SheetProps) {
  return (
    <List title={W.blockers} rows={blockers} shown={SHOWN.blockers} none={W.noBlockers} rest={W.moreRows}>
      {(rows) => (
        <>
          <colgroup>
            <col />
            <col style={{ width: '9mm' }} />
            <col style={{ width: '13mm' }} />
            <col style={{ width: '26mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="w">
                {W.cause}
              </th>
              <th scope="col">{W.steps}</th>
              <th scope="col">{W.body}</th>
              <th scope="col" className="w">
                {W.turn}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.cause}>
                <th scope="row">{row.cause}</th>
                <td className="n">{formatInteger(row.milestones)}</td>
                <td className="n">{formatInteger(row.bodies)}</td>
                <td>{row.turn}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </List>
  );
}

function Waiting({ sheet: { decisions } }: SheetProps) {
  return (
    <List title={W.waiting} rows={decisions} shown={SHOWN.waiting} none={W.noneWaiting} rest={W.moreRows}>
      {(rows) => (
        <>
          <colgroup>
            <col />
            <col style={{ width: '11mm' }} />
            <col style={{ width: '20mm' }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="w">
                {W.matter}
              </th>
              <th scope="col">{W.count}</th>
              <th scope="col">{W.oldestDays}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.matter}>
                <th scope="row">{row.matter}</th>
                <td className="n">{formatInteger(row.count)}</td>
                <td className="n">{row.oldestDays === null ? '—' : formatInteger(row.oldestDays)}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </List>
  );
}
