import { MILESTONE_STATE_LOOK } from '@/components/status/status-look';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { MessageKind } from '@/lib/domain/inbox';
import { formatDateTime, formatDayMonth } from '@/lib/format/dates';
import { INBOX, inboxTitleOf, type TitledMessage } from '@/lib/messages/inbox';

export interface ListedMessage extends TitledMessage {
  readonly key: string;
  readonly note: string | null;
  readonly event: (NonNullable<TitledMessage['event']> & { readonly actorName: string }) | null;
  readonly lastWorkingDayOn: CivilDate | null;
  readonly bodies: readonly { readonly code: string; readonly name: string }[];
  readonly isOvertaken: boolean;
  readonly isUnread: boolean;
  readonly readAt: string | null;
}

const LOOK: Record<MessageKind, { tone: string; icon: IconName }> = {
  returned: MILESTONE_STATE_LOOK.returned,
  reopened: MILESTONE_STATE_LOOK.returned,
  overdue: { tone: 'late', icon: 'late' },
  due: { tone: 'risk', icon: 'calendar' },
  answered: { tone: 'ontrack', icon: 'letter' },
  verified: MILESTONE_STATE_LOOK.verified,
  undone: MILESTONE_STATE_LOOK.claimed,
  decided: { tone: 'ontrack', icon: 'calendar' },
  letter: { tone: 'ontrack', icon: 'letter' },
  guidance: { tone: 'ontrack', icon: 'info' },
};

/** The address that notes the message as read and leads to its step. */
export function openHref(key: string, bodyCode: string): string {
  return `/my/inbox/open?${new URLSearchParams({ key, body: bodyCode }).toString()}`;
}

/** Messages, newest first; unread ones are marked by a word and a dot, not by weight alone. */
export function MessageList({
  messages,
  showBody,
  isShort = false,
}: {
  messages: readonly ListedMessage[];
  showBody: boolean;
  /** Without whole notes and buttons: a few beside something else. */
  isShort?: boolean;
}) {
  return (
    <ul className="inbox">
      {messages.map((message) => (
        <MessageLine key={message.key} message={message} showBody={showBody} isShort={isShort} />
      ))}
    </ul>
  );
}

function MessageLine({ message, showBody, isShort }: { message: ListedMessage; showBody: boolean; isShort: boolean }) {
  const look = LOOK[message.kind];
  const title = inboxTitleOf(message);
  const [first, ...others] = message.bodies;
  const facts = [
    formatDayMonth(message.on),
    message.event?.actorName ?? '',
    showBody && first && others.length === 0 ? first.name : '',
    message.isOvertaken ? INBOX.overtaken : '',
  ].filter(Boolean);
  return (
    <li className={message.isUnread ? 'new' : undefined} id={`m-${message.key}`}>
      <Icon name={look.icon} className={`t-${look.tone}`} />
      <div>
        <a className="plain" href={openHref(message.key, first?.code ?? '')}>
          {title}
        </a>
        {message.isUnread && (
          <span className="unread-mark">
            <span className={isShort ? undefined : 'vh'}>{INBOX.unread}</span>
          </span>
        )}
        {message.note !== null && <p className={isShort ? 'note-line small' : 'inbox-note'}>{message.note}</p>}
        {message.lastWorkingDayOn !== null && message.lastWorkingDayOn !== message.dueOn && (
          <p className="small">{INBOX.lastWorkingDay(message.lastWorkingDayOn)}</p>
        )}
        <small>{facts.join(' · ')}</small>
        {others.length > 0 && first && (
          <SeveralBodies messageKey={message.key} bodies={message.bodies} isShort={isShort} />
        )}
        {!isShort && message.readAt !== null && <small>{INBOX.readAt(formatDateTime(message.readAt))}</small>}
      </div>
      {!isShort && message.isUnread && (
        <button className="btn sm" type="submit" name="key" value={message.key} aria-label={INBOX.markReadOf(title)}>
          {INBOX.markRead}
        </button>
      )}
    </li>
  );
}

function SeveralBodies({
  messageKey,
  bodies,
  isShort,
}: {
  messageKey: string;
  bodies: ListedMessage['bodies'];
  isShort: boolean;
}) {
  if (isShort) return <small>{INBOX.severalBodies(bodies.length)}</small>;
  return (
    <details className="inbox-bodies">
      <summary>{INBOX.severalBodies(bodies.length)}</summary>
      <ul>
        {bodies.map((body) => (
          <li key={body.code}>
            <a href={openHref(messageKey, body.code)}>{body.name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
