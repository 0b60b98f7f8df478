import { LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { REPORT_FILES } from '@/lib/messages/report-files';

export interface PrintStoppedProps {
  /** What went wrong; null where nothing did. */
  failure: string | null;
  isCancelled: boolean;
  pdfHref: string;
  printHref: string;
}

/** No print is on its way: it failed, was cancelled, or was never asked for. */
export function PrintStopped({ failure, isCancelled, pdfHref, printHref }: PrintStoppedProps) {
  return (
    <>
      {failure === null ? (
        <Note role="status">{isCancelled ? REPORT_FILES.cancelled : REPORT_FILES.idle}</Note>
      ) : (
        <Note tone="bad" role="alert">
          {failure}
        </Note>
      )}
      <div className="row mt-4">
        <LinkButton variant="primary" href={pdfHref}>
          {failure === null ? REPORT_FILES.start : REPORT_FILES.again}
        </LinkButton>
        <LinkButton href={printHref}>{REPORT_FILES.instead}</LinkButton>
      </div>
    </>
  );
}
