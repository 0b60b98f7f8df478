import { createElement } from 'react';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDate } from '@/lib/format/dates';
import { REPORT_FILES as W } from '@/lib/messages/report-files';
import { REPORTS } from '@/lib/messages/reports';
import { renderPaper } from './render-report';

export interface ArchiveIndexRow {
  readonly programmeCode: string;
  readonly number: number;
  readonly weekStartOn: CivilDate;
  readonly weekEndOn: CivilDate;
  readonly issuedOn: CivilDate;
  readonly issuedByName: string;
  readonly verificationCode: string;
  readonly sha256: string;
  readonly replacedBy: number | null;
  readonly files: Readonly<Partial<Record<'html' | 'pdf' | 'xlsx' | 'json', string>>>;
}

export interface ArchiveHead {
  readonly office: string;
  /** Said on the page when the data are a demonstration. */
  readonly sampleNote: string | null;
}

const CSS = `
body{margin:0;font:1rem/1.8 Vazirmatn,Tahoma,sans-serif;color:#15181b;background:#fff}
main{max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.5rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.4rem .75rem;border-bottom:1px solid #c9ced2}
bdi{font:0.85em ui-monospace,Consolas,monospace;word-break:break-all}
small{color:#3a4147;display:block}
a{color:#0c4a5b}
@media (prefers-color-scheme:dark){body{color:#e8eaec;background:#15181b}small{color:#aab2b8}a{color:#8fc7d6}th,td{border-color:#3a4147}}`;

function Files({ files }: { files: ArchiveIndexRow['files'] }) {
  const named = [
    [W.indexHtml, files.html],
    [W.pdf, files.pdf],
    [W.xlsx, files.xlsx],
    [W.json, files.json],
  ] as const;
  return (
    <>
      {named.map(
        ([label, href]) =>
          href !== undefined && (
            <span key={label}>
              <a href={href}>{label}</a>{' '}
            </span>
          ),
      )}
      {files.pdf === undefined && <small>{W.indexNoPdf}</small>}
    </>
  );
}

function ArchiveIndex({ rows, head }: { rows: readonly ArchiveIndexRow[]; head: ArchiveHead }) {
  const isOneOfSeveral = new Set(rows.map(({ programmeCode }) => programmeCode)).size > 1;
  return (
    <html lang="fa" dir="rtl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <title>{W.indexTitle(head.office)}</title>
        <style dangerouslySetInnerHTML={{ __html: CSS }} />
      </head>
      <body>
        <main>
          <h1>{W.indexTitle(head.office)}</h1>
          {head.sampleNote !== null && (
            <p>
              <b>{head.sampleNote}</b>
            </p>
          )}
          <p>{rows.length === 0 ? W.indexEmpty : W.indexTake(rows.length)}</p>
          <div className="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">{REPORTS.number}</th>
                  {isOneOfSeveral && <th scope="col">{REPORTS.programme}</th>}
                  <th scope="col">{REPORTS.week}</th>
                  <th scope="col">{REPORTS.issued}</th>
                  <th scope="col">{W.indexFiles}</th>
                  <th scope="col">{REPORTS.fingerprint}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.programmeCode} ${row.number}`}>
                    <th scope="row">
                      {REPORTS.see(row.number)}
                      {row.replacedBy !== null && <small>{REPORTS.replaced(row.replacedBy)}</small>}
                    </th>
                    {isOneOfSeveral && <td>{row.programmeCode}</td>}
                    <td>{REPORTS.weekOf(formatDate(row.weekStartOn), formatDate(row.weekEndOn))}</td>
                    <td>{REPORTS.issuedBy(formatDate(row.issuedOn), row.issuedByName)}</td>
                    <td>
                      <Files files={row.files} />
                    </td>
                    <td>
                      <bdi dir="ltr">{row.verificationCode}</bdi>
                      <br />
                      <bdi dir="ltr">{row.sha256}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p>{W.indexCheck}</p>
        </main>
      </body>
    </html>
  );
}

/** The index of an archive as an HTML document of its own, readable without a server. */
export function renderArchiveIndex(rows: readonly ArchiveIndexRow[], head: ArchiveHead): string {
  return renderPaper(createElement(ArchiveIndex, { rows, head }));
}
