import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { REPORT_FILES } from '@/lib/messages/report-files';
import { editionFilePath, editionPath, type EditionTableRow } from './edition-table';

export interface EditionFilesProps {
  edition: Pick<EditionTableRow, 'number' | 'programmeCode'>;
  /** The reader sees the summary only: it comes as tables, and is not printed. */
  isSummary: boolean;
  isOneOfSeveral: boolean;
}

/** An edition to take along: paper, and its figures to go on working with. */
export function EditionFiles({ edition, isSummary, isOneOfSeveral }: EditionFilesProps) {
  const tables = (['xlsx', 'csv'] as const).map((format) => (
    <LinkButton
      key={format}
      href={editionFilePath(edition, format, isOneOfSeveral)}
      aria-label={REPORT_FILES.of(REPORT_FILES[format], edition.number)}
    >
      <Icon name="download" />
      {REPORT_FILES[format]}
    </LinkButton>
  ));
  return (
    <div className="row no-print mt-4" role="group" aria-label={REPORT_FILES.label}>
      {!isSummary && (
        <>
          <LinkButton variant="primary" href={editionPath(edition, '/pdf', isOneOfSeveral)}>
            {REPORT_FILES.pdf}
          </LinkButton>
          <LinkButton href={editionPath(edition, '/print', isOneOfSeveral)}>{REPORT_FILES.print}</LinkButton>
        </>
      )}
      {tables}
      {!isSummary && (
        <LinkButton
          href={editionFilePath(edition, 'json', isOneOfSeveral)}
          title={REPORT_FILES.jsonHint}
          aria-label={REPORT_FILES.of(REPORT_FILES.json, edition.number)}
        >
          <Icon name="download" />
          {REPORT_FILES.json}
        </LinkButton>
      )}
    </div>
  );
}
