import type { ReactNode } from 'react';
import { Bullet } from '@/components/charts/bullet';
import { SCurve } from '@/components/charts/s-curve';
import { SCurveEnhancer } from '@/components/charts/s-curve-enhancer';
import { StatusKey, StatusStack } from '@/components/charts/status-stack';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { hasSection, type EditionDocument, type EditionFigures } from '@/lib/domain/edition';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { issuedLate } from '@/lib/messages/edition-text';
import { paperWords, REPORTS } from '@/lib/messages/reports';
import { EditionFiles } from './edition-files';
import { EditionLists } from './edition-lists';
import { EditionProof } from './edition-proof';
import type { EditionTableRow } from './edition-table';
import { Change } from './report-summary';
import { pace, percent, ratioText, shortDate, sinceText } from './report-text';

export interface EditionViewProps {
  edition: EditionTableRow & {
    readonly sha256: string;
    readonly document: EditionDocument;
    readonly isSummary: boolean;
    readonly renderingSha256: string | null;
  };
  isOneOfSeveral: boolean;
  /** What has just been done. */
  done?: ReactNode;
  /** The form of the secretariat's number, for who may enter it. */
  registrationForm?: ReactNode;
}

function FigureCells({ row }: { row: EditionFigures }) {
  return (
    <>
      <td className="n">{percent(row.planned)}</td>
      <td className="n">{percent(row.claimed)}</td>
      <td className="n">
        <b>{percent(row.verified)}</b>
      </td>
      <td className="n">
        <Change ratio={row.verifiedChange} />
      </td>
      <td className="hide-s">
        <Bullet planned={row.planned} claimed={row.claimed} verified={row.verified} isSmall />
      </td>
      <td className="n hide-s">{ratioText(row.spi)}</td>
    </>
  );
}

function FigureHeads() {
  return (
    <>
      <th scope="col" className="n">
        {paperWords.planned}
      </th>
      <th scope="col" className="n">
        {paperWords.claimedShort}
      </th>
      <th scope="col" className="n">
        {paperWords.verifiedShort}
      </th>
      <th scope="col" className="n">
        {paperWords.change}
      </th>
      <th scope="col" className="hide-s">
        {paperWords.bars}
      </th>
      <th scope="col" className="n hide-s">
        {paperWords.spi.join(' ')}
      </th>
    </>
  );
}

function TrackSection({ document }: { document: EditionDocument }) {
  const { header } = document;
  return (
    <Section
      id="tracks"
      title={REPORTS.tracks}
      take={paperWords.tracksCaption(formatDate(header.asOf), sinceText(header))}
    >
      <Table caption={chartWords.tableName(REPORTS.tracks)}>
        <thead>
          <tr>
            <th scope="col">{paperWords.track}</th>
            <th scope="col">{paperWords.deadline}</th>
            <th scope="col" className="n">
              {paperWords.bodies}
            </th>
            <FigureHeads />
            <th scope="col">{paperWords.forecastFinish}</th>
            <th scope="col" className="n hide-s">
              {paperWords.required}
            </th>
            <th scope="col" className="n hide-s">
              {paperWords.recent}
            </th>
          </tr>
        </thead>
        <tbody>
          {document.trackRows.map((row) => (
            <tr key={`${row.kind} ${row.key}`}>
              <th scope="row">{row.label}</th>
              <td>{shortDate(row.deadlineOn, header)}</td>
              <td className="n">{formatInteger(row.bodies)}</td>
              <FigureCells row={row} />
              <td>{row.forecastFinishOn === null ? (row.forecastNote ?? '—') : formatDate(row.forecastFinishOn)}</td>
              <td className="n hide-s">{pace(row.requiredPerWeek)}</td>
              <td className="n hide-s">{pace(row.recentPerWeek)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function GroupSection({ document }: { document: EditionDocument }) {
  const tables = [
    { head: paperWords.category, caption: paperWords.categoryCaption, rows: document.byCategory },
    { head: paperWords.district, caption: paperWords.districtCaption, rows: document.byDistrict },
  ];
  return (
    <Section id="groups" title={REPORTS.groups} take={paperWords.categoryCaption[1]}>
      <div className="stacked">
        {tables.map(({ head, caption, rows }) => (
          <Table key={head} caption={caption[0]}>
            <thead>
              <tr>
                <th scope="col">{head}</th>
                <th scope="col" className="n">
                  {paperWords.bodies}
                </th>
                <FigureHeads />
                <th scope="col" className="n">
                  {paperWords.lateShort}
                </th>
                <th scope="col" className="n">
                  {paperWords.silentShort}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...rows, document.totals].map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.label}</th>
                  <td className="n">{formatInteger(row.bodies)}</td>
                  <FigureCells row={row} />
                  <td className="n">{formatInteger(row.lateBodies)}</td>
                  <td className="n">{formatInteger(row.silentBodies)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        ))}
      </div>
    </Section>
  );
}

function StatusSection({ document }: { document: EditionDocument }) {
  const total = document.statusRows.find(({ isTotal }) => isTotal);
  return (
    <Section id="status" title={REPORTS.status}>
      <StatusKey counts={total?.counts} />
      <dl className="kv edition-status">
        {document.statusRows.map((row) => (
          <div key={row.label} className="contents">
            <dt>{row.label}</dt>
            <dd>
              <StatusStack counts={row.counts} label={row.label} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Weekly({ document }: { document: EditionDocument }) {
  return (
    <div className="duo">
      <Section id="changes" title={paperWords.changes}>
        <ul className="list">
          {document.changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      </Section>
      <Section id="tasks" title={paperWords.tasks}>
        <ul className="list">
          {document.tasks.map((task) => (
            <li key={task.who}>
              <b>{task.who}:</b> {task.what}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** An issued report on the screen: the frozen document, drawn with the parts of the desk. */
export function EditionView({ edition, isOneOfSeveral, done, registrationForm }: EditionViewProps) {
  const { document, isSummary } = edition;
  const { header } = document;
  return (
    <div className="wrap page">
      <p className="crumb">
        <a href="/reports">{REPORTS.back}</a>
      </p>
      <h1>{REPORTS.editionTitle(edition.number)}</h1>
      <p className="take">
        {REPORTS.editionTake(formatDate(header.weekStartOn), formatDate(header.weekEndOn), formatDate(header.asOf))}
        {' · '}
        {REPORTS.issuedLine(formatDate(edition.issuedOn), edition.issuedByName)}
        {header.supersedes !== null && ` · ${REPORTS.correction(header.supersedes)}`}
        {edition.delayDays !== null && ` · ${issuedLate(edition.delayDays)}`}
      </p>
      {done}
      {isSummary && <Note>{REPORTS.summaryNote}</Note>}
      <EditionFiles edition={edition} isSummary={isSummary} isOneOfSeveral={isOneOfSeveral} />
      <p className="edition-verdict">
        <b>{document.verdict.lead}</b> {document.verdict.sentence}
      </p>
      <dl className="edition-figures">
        {document.keyFigures.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd>
              <b>{figure.value}</b> {figure.unit}
            </dd>
            <dd className="small">{figure.detail}</dd>
          </div>
        ))}
      </dl>
      <TrackSection document={document} />
      <Section id="curve" title={document.curve.title.replace(/\.$/, '')} take={document.curve.sentence}>
        <SCurve id="edition-curve" data={document.curve} title={document.curve.title} />
        <SCurveEnhancer />
      </Section>
      <Weekly document={document} />
      {hasSection(document, 'groups') && (
        <>
          <GroupSection document={document} />
          <StatusSection document={document} />
        </>
      )}
      <EditionLists document={document} isSummary={isSummary} />
      <EditionProof edition={edition} />
      {registrationForm}
    </div>
  );
}
