import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { editionPath } from '@/components/reports/edition-table';
import { PrintStopped } from '@/components/reports/print-stopped';
import { PrintWatch } from '@/components/reports/print-watch';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { readDraft } from '@/lib/drafts';
import { describeErrorInline } from '@/lib/messages/errors';
import { REPORT_FILES } from '@/lib/messages/report-files';
import { REPORTS } from '@/lib/messages/reports';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getEditionPrint } from '@/lib/services/edition-pdf';
import { queryValue } from '@/lib/validation/progress';
import { cancelPrint } from './actions';

export const metadata: Metadata = { title: REPORT_FILES.pdf };

/** How the print that this person asked for goes on. Without script the page comes again every other second. */
export default async function PrintProgressPage({ params, searchParams }: PageProps<'/reports/[number]/pdf/progress'>) {
  const ctx = await getPageContext();
  const { number } = await params;
  const query = await searchParams;
  const programme = queryValue(query, 'programme');
  const { edition, state } = readOrNotFound(() => getEditionPrint(ctx, Number(number), { programme }));
  const hrefOf = (part: Parameters<typeof editionPath>[1]) => editionPath(edition, part, programme !== null);
  if (state.name === 'done') redirect(hrefOf('/pdf'));
  return (
    <div className="wrap page">
      <p className="crumb">
        <a href={hrefOf('')}>{REPORTS.see(edition.number)}</a>
      </p>
      <h1>{REPORT_FILES.progressTitle(edition.number)}</h1>
      {state.name === 'idle' || state.name === 'failed' ? (
        <PrintStopped
          failure={state.name === 'failed' ? describeErrorInline(state.error) : null}
          isCancelled={queryValue(query, 'cancelled') === '1'}
          pdfHref={hrefOf('/pdf')}
          printHref={hrefOf('/print')}
        />
      ) : (
        <>
          <noscript>
            <meta httpEquiv="refresh" content="2" />
          </noscript>
          <PrintWatch
            state={state}
            stateHref={hrefOf('/pdf/state')}
            pdfHref={hrefOf('/pdf')}
            printHref={hrefOf('/print')}
          >
            <ActionForm
              id="cancel-print"
              action={cancelPrint}
              initialState={await readDraft(`/reports/${edition.number}/pdf/progress`, 'cancel-print')}
              hidden={{ number: String(edition.number), ...(programme === null ? {} : { programme }) }}
            >
              <SubmitButton variant="default">{REPORT_FILES.cancel}</SubmitButton>
            </ActionForm>
          </PrintWatch>
        </>
      )}
    </div>
  );
}
