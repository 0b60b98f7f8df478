'use client';

import { useFormContext } from '@/components/ui/action-form';
import { Note } from '@/components/ui/note';

/** What an action answers that made a password or a key: it is shown here and nowhere else. */
export interface Secret {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  readonly hint: string;
  readonly link?: { readonly href: string; readonly label: string };
}

function isSecret(data: unknown): data is Secret {
  return typeof data === 'object' && data !== null && 'secret' in data;
}

/** Inside an `ActionForm`: the secret of its last answer. */
export function SecretAnswer() {
  const { state } = useFormContext();
  if (state.status !== 'done' || !isSecret(state.data)) return null;
  const { title, label, secret, hint, link } = state.data;
  return (
    <Note tone="ok" role="status" className="secret">
      <p className="b">{title}</p>
      <p>
        {label}: <bdi className="ltr secret-text">{secret}</bdi>
      </p>
      <p className="small">{hint}</p>
      {link && (
        <p>
          <a href={link.href}>{link.label}</a>
        </p>
      )}
    </Note>
  );
}
