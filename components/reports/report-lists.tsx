import type { EditionDocument } from '@/lib/domain/edition';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { paperWords } from '@/lib/messages/reports';
import { PaperShare, StatusIcon } from './report-marks';
import { SectionTitle } from './report-summary';
import { bodyName } from './report-text';

function New({ isNew }: { isNew: boolean }) {
  return isNew ? <i className="new">{paperWords.isNew}</i> : null;
}

/** Heads of narrow columns: the first word, and of a long one the beginning, as in a printed ledger. */
function columnHead(title: string): string {
  const word = title.split(' ')[0] ?? title;
  return word.length > 8 ? `${word.slice(0, 6)}.` : word;
}

/** Late bodies, the gravest first; the head repeats on every page. */
export function LateList({ document, number }: { document: EditionDocument; number: number }) {
  const { rows, sentence } = document.late;
  const trackWidth = Math.max(7, Math.min(9, 36 / Math.max(1, document.tracks.length)));
  return (
    <section className="pb">
      <SectionTitle number={number}>{paperWords.late}</SectionTitle>
      <p className="lead">{sentence}</p>
      {rows.length > 0 && (
        <>
          <table className="t late">
            <colgroup>
              <col style={{ width: '6.5mm' }} />
              <col />
              <col style={{ width: '12.5mm' }} />
              {document.tracks.map((track) => (
                <col key={track.code} style={{ width: `${trackWidth}mm` }} />
              ))}
              <col style={{ width: '6.5mm' }} />
              <col style={{ width: '24mm' }} />
              <col style={{ width: '7mm' }} />
              <col style={{ width: '23.5mm' }} />
              <col style={{ width: '15mm' }} />
            </colgroup>
            <thead>
              <tr>
                <th rowSpan={2} scope="col">
                  {paperWords.row}
                </th>
                <th rowSpan={2} scope="col" className="w">
                  {paperWords.bodies}
                </th>
                <th rowSpan={2} scope="col">
                  {paperWords.district}
                </th>
                <th colSpan={document.tracks.length + 1} scope="colgroup">
                  {paperWords.lateSteps}
                </th>
                <th colSpan={3} scope="colgroup">
                  {paperWords.oldestStep}
                </th>
                <th rowSpan={2} scope="col">
                  {paperWords.turn}
                </th>
              </tr>
              <tr>
                {document.tracks.map((track) => (
                  <th key={track.code} scope="col">
                    {columnHead(track.shortTitle)}
                  </th>
                ))}
                <th scope="col">{paperWords.sum}</th>
                <th scope="col" className="w">
                  {paperWords.step}
                </th>
                <th scope="col">{paperWords.days}</th>
                <th scope="col" className="w">
                  {paperWords.cause}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={row.bodyCode}>
                  <td className="n">{formatInteger(index + 1)}</td>
                  <th scope="row">
                    {bodyName(row.bodyName, document)} <New isNew={row.isNew} />
                  </th>
                  <td>{row.district}</td>
                  {row.perTrack.map((count, track) => (
                    <td key={document.tracks[track]?.code ?? track} className="n">
                      {count === null ? (
                        <span className="no">—</span>
                      ) : count === 0 ? (
                        <span className="no">·</span>
                      ) : (
                        formatInteger(count)
                      )}
                    </td>
                  ))}
                  <td className="n b">{formatInteger(row.total)}</td>
                  <td className="one">{row.oldestMilestone}</td>
                  <td className="n b">{formatInteger(row.daysLate)}</td>
                  <td>{row.cause}</td>
                  <td>{row.turn}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="foot">
            {paperWords.lateNote(formatDate(document.header.asOf))}{' '}
            {document.droppedSuffix !== null && paperWords.suffixNote(document.droppedSuffix)}
          </p>
        </>
      )}
    </section>
  );
}

export function SilentList({ document, number }: { document: EditionDocument; number: number }) {
  const { rows, sentence } = document.silent;
  return (
    <section className={rows.length > 25 ? undefined : 'keep'}>
      <SectionTitle number={number}>{paperWords.silent}</SectionTitle>
      <p className="lead">{sentence}</p>
      {rows.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{paperWords.row}</th>
              <th scope="col" className="w">
                {paperWords.bodies}
              </th>
              <th scope="col" className="w">
                {paperWords.kind}
              </th>
              <th scope="col" className="w">
                {paperWords.district}
              </th>
              <th scope="col">{paperWords.lastReport}</th>
              <th scope="col">{paperWords.silentDays}</th>
              <th scope="col" className="w">
                {paperWords.lateShort}
              </th>
              <th scope="col" className="w">
                {paperWords.nextStep}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.bodyCode}>
                <td className="n">{formatInteger(index + 1)}</td>
                <th scope="row">
                  {bodyName(row.bodyName, document)} <New isNew={row.isNew} />
                </th>
                <td className="nw">{row.category}</td>
                <td>{row.district}</td>
                <td className="n">
                  {row.lastReportOn === null ? paperWords.neverReported : formatDate(row.lastReportOn)}
                </td>
                <td className="n b">{formatInteger(row.days)}</td>
                <td className="nw">
                  {row.isLate ? (
                    <>
                      <StatusIcon status="late" /> {paperWords.yes}
                    </>
                  ) : (
                    '—'
                  )}
                </td>
                <td className="nw">{row.nextStep}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function WeekTable({ document, number }: { document: EditionDocument; number: number }) {
  const { header, week } = document;
  return (
    <section className="keep">
      <SectionTitle number={number}>{paperWords.week}</SectionTitle>
      <table className="t">
        <caption>{paperWords.weekCaption(formatDate(header.weekStartOn), formatDate(header.asOf))}</caption>
        <thead>
          <tr>
            <th scope="col">{paperWords.track}</th>
            <th scope="col">{paperWords.claimedHead}</th>
            <th scope="col">{paperWords.verifiedShort}</th>
            <th scope="col">{paperWords.returns}</th>
            <th scope="col">{paperWords.blocks}</th>
            <th scope="col">{paperWords.extensions}</th>
            <th scope="col">{paperWords.completed}</th>
            <th scope="col">{paperWords.waitingReview}</th>
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row) => (
            <tr key={row.label} className={row.isTotal ? 'tot' : undefined}>
              <th scope="row">{row.label}</th>
              <td className="n">{formatInteger(row.claims)}</td>
              <td className="n">{formatInteger(row.verifications)}</td>
              <td className="n">{formatInteger(row.returns)}</td>
              <td className="n">{formatInteger(row.blocks)}</td>
              <td className="n">{formatInteger(row.extensions)}</td>
              <td className="n">{formatInteger(row.completedBodies)}</td>
              <td className="n">{formatInteger(row.awaitingReview)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {week.notes.map((note) => (
        <p key={note.who}>
          <b>{note.who}</b> {note.what}
        </p>
      ))}
    </section>
  );
}

export function BlockerTable({ document, number }: { document: EditionDocument; number: number }) {
  const { rows, sentence } = document.blockers;
  const all = rows.reduce((sum, row) => sum + row.milestones, 0);
  return (
    <section className="keep">
      <SectionTitle number={number}>{paperWords.blockers}</SectionTitle>
      <p className="lead">{sentence}</p>
      {rows.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th scope="col" className="w">
                {paperWords.cause}
              </th>
              <th scope="col">{paperWords.step}</th>
              <th scope="col">{paperWords.bodies}</th>
              <th scope="col" className="bar">
                {paperWords.share}
              </th>
              <th scope="col">{paperWords.oldestDays}</th>
              <th scope="col" className="w">
                {paperWords.turn}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.cause}>
                <th scope="row">{row.cause}</th>
                <td className="n b">{formatInteger(row.milestones)}</td>
                <td className="n">{formatInteger(row.bodies)}</td>
                <td className="bar">
                  <PaperShare share={row.milestones / all} widthMm={45} />
                </td>
                <td className="n">{formatInteger(row.oldestDays)}</td>
                <td>{row.turn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function DecisionTable({ document, number }: { document: EditionDocument; number: number }) {
  const { rows, sentence } = document.decisions;
  return (
    <section className="keep">
      <SectionTitle number={number}>{paperWords.decisions}</SectionTitle>
      <p className="lead">{sentence}</p>
      {rows.length > 0 && (
        <table className="t">
          <thead>
            <tr>
              <th scope="col" className="w">
                {paperWords.matter}
              </th>
              <th scope="col">{paperWords.count}</th>
              <th scope="col">{paperWords.oldestDays}</th>
              <th scope="col" className="w">
                {paperWords.who}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.matter}>
                <th scope="row">{row.matter}</th>
                <td className="n b">{formatInteger(row.count)}</td>
                <td className="n">{row.oldestDays === null ? '—' : formatInteger(row.oldestDays)}</td>
                <td>{row.who}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
