import type { EditionDocument, EditionGroupRow } from '@/lib/domain/edition';
import type { PairStatus } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { paperWords } from '@/lib/messages/reports';
import { PAIR_STATUS_DRAWING_ORDER, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { PaperBullet, PaperStack, StatusIcon } from './report-marks';
import { Change, SectionTitle } from './report-summary';
import { percent, ratioText } from './report-text';

function GroupRow({ row, isTotal = false }: { row: EditionGroupRow; isTotal?: boolean }) {
  return (
    <tr className={isTotal ? 'tot' : undefined}>
      <th scope="row">{row.label}</th>
      <td className="n">{formatInteger(row.bodies)}</td>
      <td className="n">{percent(row.planned)}</td>
      <td className="n">{percent(row.claimed)}</td>
      <td className="n b">{percent(row.verified)}</td>
      <td className="n dl">
        <Change ratio={row.verifiedChange} />
      </td>
      <td className="bar">
        <PaperBullet planned={row.planned} claimed={row.claimed} verified={row.verified} widthMm={42} />
      </td>
      <td className="n">{ratioText(row.spi)}</td>
      <td className="n">{formatInteger(row.lateBodies)}</td>
      <td className="n">{formatInteger(row.silentBodies)}</td>
    </tr>
  );
}

function GroupTable({
  head,
  caption,
  rows,
  total,
}: {
  head: string;
  caption: readonly [string, string];
  rows: readonly EditionGroupRow[];
  total: EditionGroupRow;
}) {
  return (
    <table className="t">
      <caption>
        <b>{caption[0]}</b> {caption[1]}
      </caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{paperWords.bodies}</th>
          <th scope="col">{paperWords.planned}</th>
          <th scope="col">{paperWords.claimedShort}</th>
          <th scope="col">{paperWords.verifiedShort}</th>
          <th scope="col" className="dl">
            {paperWords.weekChange}
          </th>
          <th scope="col" className="bar">
            {paperWords.bars}
          </th>
          <th scope="col">
            {paperWords.spi[0]}
            <br />
            {paperWords.spi[1]}
          </th>
          <th scope="col">{paperWords.lateShort}</th>
          <th scope="col">{paperWords.silentShort}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <GroupRow key={row.key} row={row} />
        ))}
        <GroupRow row={total} isTotal />
      </tbody>
    </table>
  );
}

function DistrictTrackTable({ document }: { document: EditionDocument }) {
  return (
    <table className="t">
      <caption>
        <b>{paperWords.districtTrackCaption[0]}</b> {paperWords.districtTrackCaption[1]}
      </caption>
      <thead>
        <tr>
          <th rowSpan={2} scope="col">
            {paperWords.district}
          </th>
          {document.tracks.map((track) => (
            <th key={track.code} colSpan={2} scope="colgroup">
              {track.title}
            </th>
          ))}
        </tr>
        <tr>
          {document.tracks.flatMap((track) => [
            <th key={`${track.code} verified`} scope="col">
              {paperWords.verifiedShort}
            </th>,
            <th key={`${track.code} late`} scope="col">
              {paperWords.lateShort}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody>
        {document.districtTracks.map((row) => (
          <tr key={row.label} className={row.isTotal ? 'tot' : undefined}>
            <th scope="row">{row.label}</th>
            {row.tracks.flatMap((cell, index) => [
              <td key={`${index} verified`} className="n b">
                {percent(cell.verified, 0)}
              </td>,
              <td key={`${index} late`} className="n">
                {cell.bodies === 0 ? '—' : paperWords.ofAll(cell.late, cell.bodies)}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StatusTable({ document }: { document: EditionDocument }) {
  // a column that is empty in every row, now and before, says nothing
  const shown = PAIR_STATUS_DRAWING_ORDER.filter(
    (status) =>
      status !== 'exempt' ||
      document.statusRows.some((row) => row.counts.exempt > 0 || (row.previous?.exempt ?? 0) > 0),
  );
  const cell = (
    counts: Readonly<Record<PairStatus, number>>,
    previous: Readonly<Record<PairStatus, number>> | null,
    status: PairStatus,
  ) =>
    counts[status] === 0 && (previous?.[status] ?? 0) === 0 ? (
      '—'
    ) : (
      <>
        {formatInteger(counts[status])}
        {previous !== null && <small>{paperWords.before(previous[status])}</small>}
      </>
    );
  return (
    <table className="t stt">
      <caption>
        <b>{paperWords.statusCaption[0]}</b> {paperWords.statusCaption[1]}
      </caption>
      <thead>
        <tr>
          <th scope="col">{paperWords.track}</th>
          {shown.map((status) => (
            <th key={status} scope="col">
              <StatusIcon status={status} />
              <br />
              {PAIR_STATUS_LABELS[status]}
            </th>
          ))}
          <th scope="col">{paperWords.sum}</th>
          <th scope="col" className="bar">
            {paperWords.mixture}
          </th>
        </tr>
      </thead>
      <tbody>
        {document.statusRows.map((row) => (
          <tr key={row.label} className={row.isTotal ? 'tot' : undefined}>
            <th scope="row">{row.label}</th>
            {shown.map((status) => (
              <td key={status} className="n">
                {cell(row.counts, row.previous, status)}
              </td>
            ))}
            <td className="n b">{formatInteger(shown.reduce((sum, status) => sum + row.counts[status], 0))}</td>
            <td className="bar">
              <PaperStack counts={row.counts} widthMm={33} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Progress by kind of body, by district, by district and track, and the status of all pairs. */
export function ReportGroups({ document, number }: { document: EditionDocument; number: number }) {
  return (
    <section className="pb">
      <SectionTitle number={number}>{paperWords.groups}</SectionTitle>
      <GroupTable
        head={paperWords.category}
        caption={paperWords.categoryCaption}
        rows={document.byCategory}
        total={document.totals}
      />
      <GroupTable
        head={paperWords.district}
        caption={paperWords.districtCaption}
        rows={document.byDistrict}
        total={document.totals}
      />
      <DistrictTrackTable document={document} />
      <StatusTable document={document} />
    </section>
  );
}
