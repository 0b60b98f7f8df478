import type { Metadata } from 'next';
import { Command } from '@/components/admin/command';
import { DoneNote } from '@/components/admin/done-note';
import { SecretAnswer } from '@/components/admin/secret-answer';
import { TokensTable } from '@/components/admin/tokens-table';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Section } from '@/components/ui/section';
import { readDraft } from '@/lib/drafts';
import { TOKENS } from '@/lib/messages/admin';
import { listTokens } from '@/lib/services/tokens';
import { queryValue } from '@/lib/validation/progress';
import { getAdminContext } from '../admin-context';
import { createTokenAction, revokeTokenAction } from './actions';

export const metadata: Metadata = { title: TOKENS.title };

export default async function TokensPage({ searchParams }: PageProps<'/admin/tokens'>) {
  const ctx = await getAdminContext('token.manage');
  const tokens = listTokens(ctx);
  return (
    <div className="wrap page admin">
      <h1>{TOKENS.title}</h1>
      <p className="take">{TOKENS.take}</p>
      <DoneNote done={queryValue(await searchParams, 'done')} words={{ revoked: TOKENS.revokedDone }} />
      <Section id="create" title={TOKENS.create}>
        <ActionForm
          id="token"
          action={createTokenAction}
          initialState={await readDraft('/admin/tokens', 'token')}
          className="narrow"
        >
          <SecretAnswer />
          <TextField name="name" label={TOKENS.name} hint={TOKENS.nameHint} maxLength={80} autoComplete="off" />
          <SubmitButton>{TOKENS.create}</SubmitButton>
        </ActionForm>
        <p className="small muted usage">{TOKENS.usage}</p>
        <Command text="Authorization: Bearer mzb_…" />
      </Section>
      <Section id="list" title={TOKENS.list}>
        {tokens.length === 0 ? (
          <p className="small muted">{TOKENS.none}</p>
        ) : (
          <TokensTable tokens={tokens} revokeAction={revokeTokenAction} />
        )}
      </Section>
    </div>
  );
}
