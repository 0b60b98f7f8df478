import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProblemList } from '@/components/imports/finding-lists';
import { RowsPreview } from '@/components/imports/rows-preview';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/form-fields';
import { isAppError } from '@/lib/errors';
import { IMPORT_SCREEN } from '@/lib/messages/import-screen';
import { INDICATOR_IMPORT as T } from '@/lib/messages/indicators';
import { getPageContext } from '@/lib/page-context';
import { previewImport } from '@/lib/services/imports/two-steps';
import type { ServiceContext } from '@/lib/services/service-context';
import { queryCount, queryValue, type QueryParams } from '@/lib/validation/progress';
import { confirmReadings, discardReadings } from '../actions';

export const metadata: Metadata = { title: `${IMPORT_SCREEN.preview}، ${T.title}` };

async function read(ctx: ServiceContext, id: string) {
  try {
    const preview = await previewImport(ctx, id);
    return preview.kind === 'readings' ? preview : notFound();
  } catch (error) {
    if (isAppError(error, 'not_found') || isAppError(error, 'forbidden')) notFound();
    throw error;
  }
}

function pageOf(query: QueryParams): number {
  try {
    return queryCount(query, 'page') ?? 1;
  } catch (error) {
    if (isAppError(error, 'invalid_input')) return 1;
    throw error;
  }
}

/** What a file would change, row by row, and the decision about it. */
export default async function ReadingsPreviewPage({ params, searchParams }: PageProps<'/indicators/import/[id]'>) {
  const ctx = await getPageContext();
  const { id } = await params;
  const query = await searchParams;
  const { fileNames, result } = await read(ctx, id);
  const { dataRows, created, updated, unchanged, blank, errors, rows } = result;
  const hasWork = created + updated > 0;
  const wrong = rows.filter(({ kind }) => kind === 'wrong').length;
  return (
    <div className="wrap page">
      <p className="crumb">
        <a href="/indicators/import">{T.title}</a>
      </p>
      <h1>
        <bdi>{fileNames.join('، ')}</bdi>
      </h1>
      <p className="take">{T.sentence(dataRows, created, updated, unchanged, blank, wrong)}</p>
      <div className="stacked">
        {errors.length === 0 && hasWork && (
          <ActionForm id="confirm" action={confirmReadings} hidden={{ id }} className="narrow">
            <SubmitButton>{T.confirm(created, updated)}</SubmitButton>
          </ActionForm>
        )}
        {errors.length === 0 && !hasWork && (
          <EmptyState tone="ok" level={2} title={unchanged > 0 ? IMPORT_SCREEN.nothingToDo : T.nothingFilled} />
        )}
        <div className="row">
          <ActionForm id="discard" action={discardReadings} hidden={{ id }}>
            <SubmitButton variant="quiet">{IMPORT_SCREEN.discard}</SubmitButton>
          </ActionForm>
          <LinkButton variant="quiet" href="/indicators/import">
            {IMPORT_SCREEN.back}
          </LinkButton>
        </div>
      </div>
      <ProblemList problems={errors} />
      {rows.length > 0 && (
        <RowsPreview
          path={`/indicators/import/${id}`}
          rows={rows}
          show={queryValue(query, 'show') ?? 'all'}
          page={pageOf(query)}
        />
      )}
    </div>
  );
}
