import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { hasSection, type EditionDocument, type EditionLateRow, type ReportSection } from '@/lib/domain/edition';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { paperWords, REPORTS } from '@/lib/messages/reports';
import { OutcomeSection } from './edition-outcomes';
import { PromiseSection } from './edition-promises';
import { bodyName } from './report-text';

/** Rows shown at once; the others open on demand. */
const LATE_SHOWN = 15;

function LateTable({
  rows,
  caption,
  document,
}: {
  rows: readonly EditionLateRow[];
  caption: string;
  document: EditionDocument;
}) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{paperWords.bodies}</th>
          <th scope="col" className="hide-s">
            {paperWords.district}
          </th>
          <th scope="col" className="n">
            {paperWords.lateSteps}
          </th>
          <th scope="col">{paperWords.oldestStep}</th>
          <th scope="col" className="n">
            {paperWords.days}
          </th>
          <th scope="col" className="hide-s">
            {paperWords.cause}
          </th>
          <th scope="col">{paperWords.turn}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.bodyCode}>
            <th scope="row">
              <a href={`/bodies/${row.bodyCode}`}>{bodyName(row.bodyName, document)}</a>
            </th>
            <td className="hide-s">{row.district}</td>
            <td className="n">{formatInteger(row.total)}</td>
            <td>{row.oldestMilestone}</td>
            <td className="n">{formatInteger(row.daysLate)}</td>
            <td className="hide-s">{row.cause}</td>
            <td>{row.turn}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function LateSection({ document, isSummary }: { document: EditionDocument; isSummary: boolean }) {
  const { rows, sentence } = document.late;
  const take = isSummary && rows.length === 0 ? REPORTS.noneLate : isSummary ? undefined : sentence;
  const title = isSummary ? REPORTS.ownLate : REPORTS.late;
  const rest = rows.slice(LATE_SHOWN);
  return (
    <Section id="late" title={title} take={take}>
      {rows.length > 0 && (
        <LateTable rows={rows.slice(0, LATE_SHOWN)} caption={chartWords.tableName(title)} document={document} />
      )}
      {rest.length > 0 && (
        <details className="data">
          <summary>{REPORTS.moreLate(rest.length)}</summary>
          <LateTable rows={rest} caption={REPORTS.moreLate(rest.length)} document={document} />
        </details>
      )}
    </Section>
  );
}

function SilentSection({ document }: { document: EditionDocument }) {
  const { rows, sentence } = document.silent;
  return (
    <Section id="silent" title={REPORTS.silent} take={sentence}>
      {rows.length > 0 && (
        <Table caption={chartWords.tableName(REPORTS.silent)}>
          <thead>
            <tr>
              <th scope="col">{paperWords.bodies}</th>
              <th scope="col" className="hide-s">
                {paperWords.kind}
              </th>
              <th scope="col">{paperWords.lastReport}</th>
              <th scope="col" className="n">
                {paperWords.silentDays}
              </th>
              <th scope="col">{paperWords.nextStep}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.bodyCode}>
                <th scope="row">
                  <a href={`/bodies/${row.bodyCode}`}>{bodyName(row.bodyName, document)}</a>
                </th>
                <td className="hide-s">{row.category}</td>
                <td>{row.lastReportOn === null ? paperWords.neverReported : formatDate(row.lastReportOn)}</td>
                <td className="n">{formatInteger(row.days)}</td>
                <td>{row.nextStep}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}

function BlockerSection({ document }: { document: EditionDocument }) {
  const { rows, sentence } = document.blockers;
  return (
    <Section id="blockers" title={REPORTS.blockers} take={sentence}>
      {rows.length > 0 && (
        <Table caption={chartWords.tableName(REPORTS.blockers)}>
          <thead>
            <tr>
              <th scope="col">{paperWords.cause}</th>
              <th scope="col" className="n">
                {paperWords.step}
              </th>
              <th scope="col" className="n">
                {paperWords.bodies}
              </th>
              <th scope="col">{paperWords.turn}</th>
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
        </Table>
      )}
    </Section>
  );
}

function DecisionSection({ document }: { document: EditionDocument }) {
  const { rows, sentence } = document.decisions;
  return (
    <Section id="decisions" title={REPORTS.decisions} take={sentence}>
      {rows.length > 0 && (
        <ul className="list">
          {rows.map((row) => (
            <li key={row.matter}>
              {row.matter}: <b>{formatInteger(row.count)}</b> <span className="small muted">{row.who}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The lists of a report; in a liaison's summary only the own rows are left of them. */
export function EditionLists({ document, isSummary }: { document: EditionDocument; isSummary: boolean }) {
  const has = (section: ReportSection) => hasSection(document, section);
  if (isSummary) return has('late') && <LateSection document={document} isSummary />;
  return (
    <>
      {has('late') && <LateSection document={document} isSummary={false} />}
      {has('silent') && <SilentSection document={document} />}
      <div className="duo">
        {has('blockers') && <BlockerSection document={document} />}
        {has('decisions') && <DecisionSection document={document} />}
      </div>
      <PromiseSection document={document} />
      <OutcomeSection document={document} />
      {document.remarks.length > 0 && (
        <Section id="remarks" title={REPORTS.remarksTitle}>
          {document.remarks.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Section>
      )}
    </>
  );
}
