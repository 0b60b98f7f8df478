import { FilterSelect } from '@/components/ui/filter-select';
import { Icon } from '@/components/ui/icon';
import { MESSAGE_KINDS } from '@/lib/domain/inbox';
import { INBOX, MESSAGE_KIND_LABELS } from '@/lib/messages/inbox';

export interface InboxQuery {
  readonly kind: string | null;
  readonly body: string | null;
  readonly words: string | null;
  readonly isUnread: boolean;
}

/** The address of the list with these choices. */
export function inboxHref({ kind, body, words, isUnread }: InboxQuery, page = 1): string {
  const params = new URLSearchParams();
  if (words) params.set('q', words);
  if (kind) params.set('kind', kind);
  if (body) params.set('body', body);
  if (isUnread) params.set('unread', '1');
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? '/my/inbox' : `/my/inbox?${params.toString()}`;
}

/** Words, kind, body and «unread only»; folded on a phone until it is used. */
export function InboxFilter({
  query,
  bodies,
  isFiltered,
}: {
  query: InboxQuery;
  bodies: readonly { readonly code: string; readonly name: string }[];
  isFiltered: boolean;
}) {
  return (
    <details className="rest inbox-filter" open={isFiltered}>
      <summary>
        <span>{INBOX.filter}</span>
        <Icon name="chevron_down" />
      </summary>
      <form method="get" action="/my/inbox" className="form">
        <label className="field">
          <span>{INBOX.words}</span>
          <input
            key={query.words}
            className="input"
            type="search"
            name="q"
            defaultValue={query.words ?? ''}
            placeholder={INBOX.wordsHint}
            autoComplete="off"
          />
        </label>
        <FilterSelect
          className="field"
          name="kind"
          label={INBOX.kind}
          value={query.kind}
          options={MESSAGE_KINDS.map((kind) => [kind, MESSAGE_KIND_LABELS[kind]] as const)}
        />
        {bodies.length > 1 && (
          <FilterSelect
            className="field"
            name="body"
            label={INBOX.body}
            value={query.body}
            options={bodies.map(({ code, name }) => [code, name] as const)}
          />
        )}
        <FilterSelect
          className="field"
          name="unread"
          label={INBOX.state}
          value={query.isUnread ? '1' : null}
          options={[['1', INBOX.filterUnread]]}
        />
        <div className="row">
          <button type="submit" className="btn primary">
            {INBOX.show}
          </button>
          {isFiltered && (
            <a className="btn quiet" href="/my/inbox">
              {INBOX.clear}
            </a>
          )}
        </div>
      </form>
    </details>
  );
}
