import { CountLink } from '@/components/ui/count-link';
import { INBOX } from '@/lib/messages/inbox';
import { type ListedMessage, MessageList } from './message-list';

/** The newest messages beside the steps, with the way to all of them. */
export function InboxSection({
  messages,
  unread,
  all,
  showBody,
}: {
  messages: readonly ListedMessage[];
  unread: number;
  all: number;
  showBody: boolean;
}) {
  return (
    <section aria-labelledby="inbox-title" id="inbox">
      <h2 className="step-heading" id="inbox-title">
        {INBOX.title}
      </h2>
      {all === 0 ? (
        <p className="small muted">{INBOX.nothing}</p>
      ) : (
        <>
          <MessageList messages={messages} showBody={showBody} isShort />
          <p className="row inbox-more">
            {unread > 0 && (
              <CountLink href="/my/inbox?unread=1" count={unread} of="messages">
                {INBOX.unreadCount(unread)}
              </CountLink>
            )}
            <CountLink href="/my/inbox" count={all} of="messages">
              {INBOX.allMessages(all)}
            </CountLink>
          </p>
        </>
      )}
    </section>
  );
}
