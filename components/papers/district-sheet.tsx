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

interface Column<Row> {
  readonly head: string;
  /** Left out: what the others leave. */
  readonly widthMm?: number;
  readonly kind: 'text' | 'name' | 'number' | 'key_number';
  readonly cell: (row: Row) => ReactNode;
}

/** Classes of a column's cells; a name is the head of its row. */
const CELL_CLASS = { text: undefined, number: 'n', key_number: 'n b' } as const;

function Cell<Row>({ column: { kind, cell }, row }: { column: Column<Row>; row: Row }) {
  return kind === 'name' ? <th scope="row">{cell(row)}</th> : <td className={CELL_CLASS[kind]}>{cell(row)}</td>;
}

interface ListProps<Row> {
  title: string;
  /** Beside the title: figures do not belong into a heading, where the outline of a PDF would turn them round. */
  aside?: string | null;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
  shown: number;
  none: string;
  rest: (count: number) => string;
}

/** A title, a table of the first rows, and how many are left. */
function List<Row>({ title, aside = null, rows, keyOf, columns, shown, none, rest }: ListProps<Row>) {
  // a line that says «و ۱ دستگاه دیگر» takes as much room as the one it counts
  const fits = rows.length <= shown + 1 ? rows : rows.slice(0, shown);
  return (
    <div>
      <div className="lhead">
        <h2>{title}</h2>
        {aside !== null && <p>{aside}</p>}
      </div>
      {rows.length === 0 ? (
        <p className="none">{none}</p>
      ) : (
        <table className="t">
          <colgroup>
            {columns.map(({ head, widthMm }) => (
              <col key={head} style={widthMm === undefined ? undefined : { width: `${widthMm}mm` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ head, kind }) => (
                <th key={head} scope="col" className={kind === 'text' || kind === 'name' ? 'w' : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fits.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column) => (
                  <Cell key={column.head} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > fits.length && <p className="rest">{rest(rows.length - fits.length)}</p>}
    </div>
  );
}

type SheetProps = { readonly sheet: DistrictSheet };
type NamedProps = SheetProps & { readonly head: SheetHead };

function Late({ sheet: { late, tracks }, head }: NamedProps) {
  return (
    <List
      title={W.late}
      aside={late.length === 0 ? null : W.bodies(late.length)}
      rows={late}
      keyOf={({ bodyCode }) => bodyCode}
      columns={[
        { head: W.body, widthMm: 52, kind: 'name', cell: ({ bodyName: name }) => bodyName(name, head) },
        { head: W.steps, widthMm: 9, kind: 'number', cell: ({ total }) => formatInteger(total) },
        { head: W.oldest, kind: 'text', cell: ({ oldestMilestone }) => oldestMilestone },
        { head: W.days, widthMm: 10, kind: 'key_number', cell: ({ daysLate }) => formatInteger(daysLate) },
        { head: W.reason, widthMm: 36, kind: 'text', cell: ({ cause }) => cause },
        { head: W.turn, widthMm: 24, kind: 'text', cell: ({ turn }) => turn },
      ]}
      shown={Math.max(1, SHOWN.late - Math.max(0, tracks.length - USUAL_TRACK_ROWS))}
      none={W.noneLate}
      rest={W.more}
    />
  );
}

function Silent({ sheet: { silent, silentAfterDays }, head }: NamedProps) {
  return (
    <List
      title={W.silent}
      aside={silent.length === 0 ? null : W.silentAside(silent.length, silentAfterDays)}
      rows={silent}
      keyOf={({ bodyCode }) => bodyCode}
      columns={[
        { head: W.body, kind: 'name', cell: ({ bodyName: name }) => bodyName(name, head) },
        { head: W.silentDays, widthMm: 18, kind: 'number', cell: ({ days }) => formatInteger(days) },
      ]}
      shown={SHOWN.silent}
      none={W.noneSilent}
      rest={W.more}
    />
  );
}

function Dues({ sheet: { dues } }: SheetProps) {
  return (
    <List
      title={W.dues}
      aside={W.duesAside(NEXT_DUES_DAYS)}
      rows={dues}
      keyOf={({ dueOn, trackName, position }) => `${dueOn} ${trackName} ${position}`}
      columns={[
        { head: W.due, widthMm: 19, kind: 'number', cell: ({ dueOn }) => formatDate(dueOn) },
        {
          head: W.step,
          kind: 'name',
          cell: ({ trackName, position, title }) => `${trackName} ${formatInteger(position)}؛ ${title}`,
        },
        { head: W.body, widthMm: 13, kind: 'number', cell: ({ bodies }) => formatInteger(bodies) },
      ]}
      shown={SHOWN.dues}
      none={W.noDues}
      rest={W.moreRows}
    />
  );
}

function Blockers({ sheet: { blockers } }: SheetProps) {
  return (
    <List
      title={W.blockers}
      rows={blockers}
      keyOf={({ cause }) => cause}
      columns={[
        { head: W.cause, kind: 'name', cell: ({ cause }) => cause },
        { head: W.steps, widthMm: 9, kind: 'number', cell: ({ milestones }) => formatInteger(milestones) },
        { head: W.body, widthMm: 13, kind: 'number', cell: ({ bodies }) => formatInteger(bodies) },
        { head: W.turn, widthMm: 26, kind: 'text', cell: ({ turn }) => turn },
      ]}
      shown={SHOWN.blockers}
      none={W.noBlockers}
      rest={W.moreRows}
    />
  );
}

function Waiting({ sheet: { decisions } }: SheetProps) {
  return (
    <List
      title={W.waiting}
      rows={decisions}
      keyOf={({ matter }) => matter}
      columns={[
        { head: W.matter, kind: 'name', cell: ({ matter }) => matter },
        { head: W.count, widthMm: 11, kind: 'number', cell: ({ count }) => formatInteger(count) },
        {
          head: W.oldestDays,
          widthMm: 20,
          kind: 'number',
          cell: ({ oldestDays }) => (oldestDays === null ? '—' : formatInteger(oldestDays)),
        },
      ]}
      shown={SHOWN.waiting}
      none={W.noneWaiting}
      rest={W.moreRows}
    />
  );
}
