import type { ReactNode } from 'react';
import { hasSection, type EditionDocument, type ReportSection } from '@/lib/domain/edition';
import { formatDate } from '@/lib/format/dates';
import { paperWords } from '@/lib/messages/reports';
import { ReportAttachment } from './report-attachment';
import { paperCss } from './report-css';
import { ReportGroups } from './report-groups';
import { ReportLetter } from './report-letter';
import { BlockerTable, DecisionTable, LateList, SilentList, WeekTable } from './report-lists';
import { OutcomeTable } from './report-outcomes';
import { PromiseTable } from './report-promises';
import { ReportSummary, SectionTitle } from './report-summary';
import { editionName } from './report-text';

function Closing({ document, number }: { document: EditionDocument; number: number }) {
  const { header, letter, remarks } = document;
  const issuer = header.issuerTitle === '' ? header.issuerName : `${header.issuerName}؛ ${header.issuerTitle}`;
  return (
    <>
      <section className="dep keep">
        <SectionTitle number={number}>{remarks.length > 0 ? paperWords.remarks : paperWords.signatures}</SectionTitle>
        {remarks.length > 0 && (
          <blockquote>
            {remarks.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </blockquote>
        )}
        <div className="sig2">
          <p>
            <span>{paperWords.preparedBy}</span>
            {letter.preparedTitle ?? issuer}
            <em>{paperWords.signAndDate}</em>
          </p>
          <p>
            <span>{paperWords.confirmedBy}</span>
            {letter.confirmedTitle ?? letter.signatory}
            <em>{paperWords.signAndDate}</em>
          </p>
        </div>
      </section>
      <section className="defs">
        <h3>{paperWords.rules}</h3>
        <p>{document.rules}</p>
      </section>
    </>
  );
}

interface PartProps {
  document: EditionDocument;
  number: number;
}

/** What an office may leave out, in the order of the paper; the numbers follow from what is there. The attachment comes after the signatures. */
const PARTS: readonly (readonly [ReportSection, (props: PartProps) => ReactNode])[] = [
  ['groups', ReportGroups],
  ['late', LateList],
  ['silent', SilentList],
  ['week', WeekTable],
  ['blockers', BlockerTable],
  ['decisions', DecisionTable],
  ['promises', PromiseTable],
  ['outcomes', OutcomeTable],
];

/** Paper needs its own style, fonts and drawn codes; nothing on it may run or be fetched from elsewhere. */
export const PAPER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self' data:; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The whole report as one HTML document of its own: no script, one style element, nothing but the edition's own content.
 * `codeImage` is the square code as a `data:` address.
 */
export function ReportDocument({ document, codeImage }: { document: EditionDocument; codeImage: string | null }) {
  const { header } = document;
  const parts = PARTS.filter(([section]) => hasSection(document, section));
  const name = editionName(header);
  const week = paperWords.weekLine(name, formatDate(header.weekStartOn), formatDate(header.weekEndOn));
  const number =
    header.number === null ? paperWords.draftEdition : paperWords.editionOfYear(header.number, header.year);
  const foot = [header.verificationCode === null ? number : `${number}؛ ${paperWords.code(header.verificationCode)}`];
  if (header.sampleNote !== null) foot.push(header.sampleNote);
  const css = paperCss({
    headRight: paperWords.runningHead(header.office, header.programmeTitle),
    headLeft: week,
    foot,
    pageWords: paperWords.pageWords,
    codeImage,
  });
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charSet="utf-8" />
        {/* a sheet is as wide as it is: small screens show the whole of it and let the reader zoom */}
        <meta name="viewport" content="width=830" />
        {/* said again here, so that it holds for a saved copy and under whatever header the page arrives with */}
        <meta httpEquiv="Content-Security-Policy" content={PAPER_POLICY} />
        {/* without it browsers ask for an icon that paper has no use for */}
        <link rel="icon" href="data:," />
        <title>{paperWords.title(header.office, name)}</title>
        <style dangerouslySetInnerHTML={{ __html: css }} />
      </head>
      <body>
        {header.isDraft && (
          <div className="draft" aria-hidden="true">
            <span>{paperWords.draftMark}</span>
          </div>
        )}
        <main>
          <ReportLetter document={document} />
          <ReportSummary document={document} />
          {parts.map(([section, Part], index) => (
            <Part key={section} document={document} number={index + 2} />
          ))}
          <Closing document={document} number={parts.length + 2} />
          {hasSection(document, 'attachment') && <ReportAttachment document={document} />}
        </main>
      </body>
    </html>
  );
}
