import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { CheckboxField, SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { isAppError } from '@/lib/errors';
import { IMPORT_SCREEN as T } from '@/lib/messages/import-screen';
import { previewImport } from '@/lib/services/imports/two-steps';
import type { ServiceContext } from '@/lib/services/service-context';
import { queryCount, queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../../admin-context';
import { confirm, discard } from '../actions';
import { PreviewParts, summarise, type AdminPreview } from './preview-parts';

export const metadata: Metadata = { title: `${T.preview}، ${T.title}` };

async function read(ctx: ServiceContext, id: string): Promise<AdminPreview> {
  try {
    const preview = await previewImport(ctx, id);
    return preview.kind === 'readings' ? notFound() : preview;
  } catch (error) {
    if (isAppError(error, 'not_found') || isAppError(error, 'forbidden')) notFound();
    throw error;
  }
}

function pageOf(query: Record<string, string | string[] | undefined>): number {
  try {
    return queryCount(query, 'page') ?? 1;
  } catch (error) {
    if (isAppError(error, 'invalid_input')) return 1;
    throw error;
  }
}

function Decision({ preview }: { preview: AdminPreview }) {
  const { confirm: label, hasWork } = summarise(preview);
  const { errors } = preview.result;
  const maySkip = preview.kind === 'bodies' && errors.length > 0;
  if (!hasWork && errors.length === 0) return <EmptyState tone="ok" level={2} title={T.nothingToDo} />;
  return (
    <>
      {errors.length > 0 && <Note tone="bad">{T.fixFirst}</Note>}
      {hasWork && (errors.length === 0 || maySkip) && (
        <ActionForm id="confirm" action={confirm} hidden={{ id: preview.id }} className="narrow">
          {maySkip && <CheckboxField name="skipBadRows" label={T.skipBadRows} />}
          <SubmitButton>{label}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

export default async function ImportPreviewPage({ params, searchParams }: PageProps<'/admin/imports/[id]'>) {
  const ctx = await getAdminContext('import.run');
  const { id } = await params;
  const query = await searchParams;
  const preview = await read(ctx, id);
  return (
    <div className="wrap page admin">
      <p className="crumb">
        <a href="/admin/imports">{T.title}</a>
      </p>
      <h1>
        <bdi>{preview.fileNames.join('، ')}</bdi>
      </h1>
      <p className="take">{summarise(preview).sentence}</p>
      <div className="stacked">
        <Decision preview={preview} />
        <div className="row">
          <ActionForm id="discard" action={discard} hidden={{ id }}>
            <SubmitButton variant="quiet">{T.discard}</SubmitButton>
          </ActionForm>
          <LinkButton variant="quiet" href="/admin/imports">
            {T.back}
          </LinkButton>
        </div>
      </div>
      <PreviewParts preview={preview} show={queryValue(query, 'show') ?? 'all'} page={pageOf(query)} />
    </div>
  );
}
