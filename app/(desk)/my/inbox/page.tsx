import type { Metadata } from 'next';
import { DoneNote } from '@/components/admin/done-note';
import { InboxFilter, inboxHref, type InboxQuery } from '@/components/inbox/inbox-filter';
import { MessageList } from '@/components/inbox/message-list';
import { ActionForm } from '@/components/ui/action-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { INBOX, MESSAGE_KIND_LABELS } from '@/lib/messages/inbox';
import { MY } from '@/lib/messages/my';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { listInbox, MESSAGES_PER_PAGE, type InboxPage as InboxData } from '@/lib/services/inbox';
import { inboxQuerySchema } from '@/lib/validation/inbox';
import { queryValue } from '@/lib/validation/progress';
import '../my.css';
import { readMessages } from './actions';
import './inbox.css';
import { OutsideContact } from './outside-contact';

export const metadata: Metadata = { title: INBOX.title };

const DONE = { one: INBOX.marked, all: INBOX.markedAll, contact: INBOX.contactSaved, gone: INBOX.gone };

export default async function InboxPage({ searchParams }: PageProps<'/my/inbox'>) {
  const ctx = await getPageContext();
  const params = await searchParams;
  const asked = inboxQuerySchema.parse(
    Object.fromEntries(['q', 'kind', 'body', 'unread', 'page'].map((name) => [name, queryValue(params, name) ?? ''])),
  );
  const query: InboxQuery = { kind: asked.kind, body: asked.body, words: asked.q, isUnread: asked.unread };
  const inbox = readOrNotFound(() =>
    listInbox(ctx, {
      kind: asked.kind,
      bodyCode: asked.body,
      words: asked.q,
      isUnread: asked.unread,
      page: asked.page,
    }),
  );
  const isFiltered = query.kind !== null || query.body !== null || query.words !== null || query.isUnread;
  return (
    <div className="wrap page my inbox-page" data-total-messages={inbox.total}>
      <p className="crumb">
        <a href="/my">{MY.backToSteps}</a>
      </p>
      <h1>{INBOX.unreadHeading(inbox.unread)}</h1>
      <p className="muted">{INBOX.take}</p>
      <DoneNote done={queryValue(params, 'done')} words={DONE} />
      {inbox.all === 0 ? (
        <EmptyState title={INBOX.nothing}>{INBOX.nothingText}</EmptyState>
      ) : (
        <>
          <InboxFilter query={query} bodies={inbox.bodies} isFiltered={isFiltered} />
          {isFiltered && <p>{INBOX.filteredBy(inbox.total, inbox.all, filterWords(query, inbox))}</p>}
          {inbox.total === 0 ? (
            <EmptyState title={INBOX.nothingFits} />
          ) : (
            <Messages inbox={inbox} query={query} showBody={inbox.bodies.length > 1} />
          )}
        </>
      )}
      <OutsideContact ctx={ctx} />
    </div>
  );
}

function filterWords(query: InboxQuery, { bodies }: InboxData): string[] {
  const kind = Object.entries(MESSAGE_KIND_LABELS).find(([word]) => word === query.kind)?.[1];
  const body = bodies.find(({ code }) => code === query.body);
  return [
    ...(query.isUnread ? [INBOX.filterUnread] : []),
    ...(kind ? [INBOX.filterKind(kind)] : []),
    ...(query.body === null ? [] : [INBOX.filterBody(body?.name ?? query.body)]),
    ...(query.words === null ? [] : [INBOX.filterWords(query.words)]),
  ];
}

/** One form for all buttons: a message's own button sends its key. */
function Messages({ inbox, query, showBody }: { inbox: InboxData; query: InboxQuery; showBody: boolean }) {
  const { rows, page, pageCount, total, unread } = inbox;
  const first = (page - 1) * MESSAGES_PER_PAGE + 1;
  return (
    <>
      <ActionForm id="reads" action={readMessages} hidden={{ back: inboxHref(query, page) }} className="inbox-form">
        {unread > 0 && (
          <button className="btn" type="submit" name="all" value="1">
            {INBOX.markAll(unread)}
          </button>
        )}
        <MessageList messages={rows} showBody={showBody} />
      </ActionForm>
      {pageCount > 1 && (
        <Pagination
          label={INBOX.pages}
          summary={INBOX.pageOf(first, first + rows.length - 1, total)}
          previous={{ href: page > 1 ? inboxHref(query, page - 1) : null, label: INBOX.newer }}
          next={{ href: page < pageCount ? inboxHref(query, page + 1) : null, label: INBOX.older }}
        />
      )}
    </>
  );
}
