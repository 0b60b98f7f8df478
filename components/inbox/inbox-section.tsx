import { CountLink } from '@/components/ui/count-link';
import { Icon } from '@/components/ui/icon';
import { INBOX } from '@/lib/messages/inbox';
import { type ListedMessage, MessageList } from './message-list';

/** The way to the unread messages, where there are any: on a phone the navigation is folded and the messages stand far below. */
export function UnreadLink({ unread }: { unread: number }) {
  if (unread === 0) return null;
  return (
    <p className="inbox-more">
      <CountLink href="/my/inbox?unread=1" count={unread} of="messages">
        <Icon name="bell" /> {INBOX.unreadCount(unread)}
      </CountLink>
    </p>
  );
}

/** The newest messages beside the steps, with the way to all of them. */
export function InboxSection({
  messages,
  all,
  showBody,
}: {
  messages: readonly ListedMessage[];
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
            <CountLink href="/my/inbox" count={all} of="messages">
              {INBOX.allMessages(all)}
            </CountLink>
          </p>
        </>
      )}
    </section>
  );
}
