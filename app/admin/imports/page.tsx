import type { Metadata } from 'next';
import { FileField } from '@/components/imports/file-field';
import { PastImports } from '@/components/imports/past-imports';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { importedSentence, IMPORT_SCREEN as T } from '@/lib/messages/import-screen';
import { listPastImports, type PastImport } from '@/lib/services/imports/two-steps';
import { getAdminContext } from '../admin-context';
import { sendFile, sendProgramme } from './actions';

export const metadata: Metadata = { title: T.title };

const TABLES = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function doneSentence(done: unknown, [latest]: readonly PastImport[]): string | null {
  if (done === 'discarded') return T.discarded;
  if (latest === undefined || latest.kind === null || latest.kind !== done) return null;
  return importedSentence(latest.kind, latest.fileName);
}

export default async function ImportsPage({ searchParams }: PageProps<'/admin/imports'>) {
  const ctx = await getAdminContext('import.run');
  const past = listPastImports(ctx);
  const sentence = doneSentence((await searchParams)['done'], past);
  return (
    <div className="wrap page admin">
      <h1>{T.title}</h1>
      <p className="take">{T.take}</p>
      {sentence !== null && (
        <Note tone="ok" role="status">
          {sentence}
        </Note>
      )}
      {(['bodies', 'history'] as const).map((kind) => (
        <Section key={kind} id={kind} title={T[kind].title} take={T[kind].take}>
          <ActionForm id={`send-${kind}`} action={sendFile} hidden={{ kind }} className="narrow">
            <FileField name="file" label={T[kind].field} accept={TABLES} />
            <SubmitButton>{T.check}</SubmitButton>
          </ActionForm>
        </Section>
      ))}
      <Section id="programme" title={T.programme.title} take={T.programme.take}>
        <ActionForm id="send-programme" action={sendProgramme} className="narrow">
          <FileField name="files" label={T.programme.field} accept=".csv,text/csv" multiple />
          <SubmitButton>{T.check}</SubmitButton>
        </ActionForm>
      </Section>
      <Section id="past" title={T.past}>
        <PastImports imports={past} />
      </Section>
    </div>
  );
}
