import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import type { CheckTone } from '@/lib/domain/edition-check';
import { EDITION_CHECK } from '@/lib/messages/edition-check';

export interface EditionCheckRow {
  readonly key: string;
  readonly tone: CheckTone;
  readonly sentence: string;
  /** What exactly is wrong, one thing a line. */
  readonly details?: readonly string[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

function Links({ links }: Pick<EditionCheckRow, 'links'>) {
  return links.map(({ href, label }, index) => (
    <span key={href}>
      {index === 0 ? ' ' : ' · '}
      <a href={href}>{label}</a>
    </span>
  ));
}

/** What was looked at before a report is printed: first what somebody should mend, each with the place where it is mended. */
export function EditionChecks({ rows }: { rows: readonly EditionCheckRow[] }) {
  const open = rows.filter(({ tone }) => tone !== 'ok');
  const inOrder = rows.filter(({ tone }) => tone === 'ok');
  return (
    <div className="stacked">
      {open
        .toSorted((a, b) => Number(b.tone === 'warn') - Number(a.tone === 'warn'))
        .map(({ key, tone, sentence, details = [], links }) => (
          <Note key={key} tone={tone}>
            {sentence}
            <Links links={links} />
            {details.length > 0 && (
              <ul className="small">
                {details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            )}
          </Note>
        ))}
      {inOrder.length > 0 && (
        <ul className="edition-ok small" aria-label={EDITION_CHECK.inOrder}>
          {inOrder.map(({ key, sentence, links }) => (
            <li key={key}>
              <Icon name="complete" />
              <span>
                {sentence}
                <Links links={links} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
