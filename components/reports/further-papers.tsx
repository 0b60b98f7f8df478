import { LETTERS, SHEETS } from '@/lib/messages/letters';

export interface FurtherPapersProps {
  letters: boolean;
  districts: readonly { readonly code: string; readonly name: string }[];
  poster: boolean;
}

/** What else the office prints: letters, a page for each district, and the poster. Nothing for those who may see none of it. */
export function FurtherPapers({ letters, districts, poster }: FurtherPapersProps) {
  if (!letters && !poster && districts.length === 0) return null;
  return (
    <nav className="row small no-print" aria-label={SHEETS.furtherTitle}>
      {letters && <a href="/reports/letters">{LETTERS.title}</a>}
      {districts.length > 0 && <span className="muted">{SHEETS.districtPages}</span>}
      {districts.map(({ code, name }) => (
        <a key={code} href={`/reports/districts/${encodeURIComponent(code)}/print`}>
          {SHEETS.districtLink(name)}
        </a>
      ))}
      {districts.length > 1 && <a href="/reports/districts/print">{SHEETS.allDistricts}</a>}
      {poster && (
        <>
          <a href="/reports/poster/print">{SHEETS.poster}</a>
          <a href="/reports/poster/print?size=a4">{SHEETS.posterA4}</a>
          <a href="/reports/poster/pdf" aria-label={SHEETS.posterPdf}>
            {SHEETS.pdf}
          </a>
        </>
      )}
    </nav>
  );
}
