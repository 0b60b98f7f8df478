import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/form-fields';
import type { FormState } from '@/components/ui/form-state';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/format/dates';
import { TOKENS } from '@/lib/messages/admin';

export interface TokenRow {
  readonly id: number;
  readonly name: string;
  readonly prefix: string;
  readonly createdAt: string;
  readonly createdByName: string;
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** Tokens, never their text; revoking one asks once more, without script too. */
export function TokensTable({
  tokens,
  revokeAction,
}: {
  tokens: readonly TokenRow[];
  revokeAction: (state: FormState, data: FormData) => Promise<FormState>;
}) {
  return (
    <Table caption={TOKENS.caption}>
      <thead>
        <tr>
          <th scope="col">{TOKENS.name}</th>
          <th scope="col" className="hide-s">
            {TOKENS.begins}
          </th>
          <th scope="col" className="hide-s">
            {TOKENS.createdAt}
          </th>
          <th scope="col" className="hide-s">
            {TOKENS.lastUsed}
          </th>
          <th scope="col">{TOKENS.state}</th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.name}</th>
            <td className="hide-s">
              <bdi className="ltr">{token.prefix}…</bdi>
            </td>
            <td className="hide-s">
              {formatDateTime(token.createdAt)}
              <small>{token.createdByName}</small>
            </td>
            <td className="hide-s">{token.lastUsedAt === null ? TOKENS.never : formatDateTime(token.lastUsedAt)}</td>
            <td>
              {token.revokedAt !== null ? (
                <>
                  <Tag tone="exempt" icon="bar">
                    {TOKENS.revoked}
                  </Tag>
                  <small>{formatDateTime(token.revokedAt)}</small>
                </>
              ) : (
                <>
                  <Tag tone="complete" icon="check">
                    {TOKENS.live}
                  </Tag>
                  <details className="data confirm">
                    <summary>{TOKENS.revoke}</summary>
                    <p className="small muted">{TOKENS.revokeConfirm}</p>
                    <ActionForm id={`revoke-${token.id}`} action={revokeAction} hidden={{ id: String(token.id) }}>
                      <SubmitButton variant="danger" size="sm">
                        {TOKENS.revokeButton}
                      </SubmitButton>
                    </ActionForm>
                  </details>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
