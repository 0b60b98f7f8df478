import { MILESTONE_STATE_LOOK } from '@/components/status/status-look';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { AnswerOutcome, EventKind, RequestKind } from '@/lib/domain/vocabulary';
import { formatDayMonth } from '@/lib/format/dates';
import { stepName } from '@/lib/messages/milestones';
import { inboxTitle, MY } from '@/lib/messages/my';

export interface Message {
  readonly eventId: number;
  readonly kind: EventKind;
  readonly requestKind: RequestKind | null;
  readonly outcome: AnswerOutcome | null;
  readonly recordedOn: CivilDate;
  readonly note: string | null;
  readonly dueOn: CivilDate | null;
  readonly body: { readonly code: string; readonly name: string };
  readonly milestone: { readonly code: string; readonly trackName: string; readonly position: number } | null;
  readonly isRecent: boolean;
}

const LOOK: Partial<Record<EventKind, { tone: string; icon: IconName }>> = {
  verify: MILESTONE_STATE_LOOK.verified,
  certify: MILESTONE_STATE_LOOK.verified,
  return: MILESTONE_STATE_LOOK.returned,
  reopen: MILESTONE_STATE_LOOK.returned,
  exempt: MILESTONE_STATE_LOOK.exempt,
  undo: MILESTONE_STATE_LOOK.claimed,
  extend: { tone: 'ontrack', icon: 'calendar' },
  letter_sent: { tone: 'ontrack', icon: 'letter' },
};

function href({ body, milestone }: Message): string {
  const code = encodeURIComponent(body.code);
  return milestone === null ? `/my?body=${code}` : `/my/${code}/${encodeURIComponent(milestone.code)}`;
}

/** News from the governorate, newest first. */
export function Inbox({ messages, showBody }: { messages: readonly Message[]; showBody: boolean }) {
  return (
    <section aria-labelledby="inbox-title" id="inbox">
      <h2 className="step-heading" id="inbox-title">
        {MY.inbox}
      </h2>
      {messages.length === 0 ? (
        <p className="small muted">{MY.noMessages}</p>
      ) : (
        <ul className="inbox">
          {messages.map((message) => {
            const look = LOOK[message.kind];
            const { milestone } = message;
            const step = milestone === null ? null : stepName(milestone.trackName, milestone.position);
            return (
              <li key={message.eventId} className={message.isRecent ? 'new' : undefined}>
                <Icon name={look?.icon ?? 'info'} className={look && `t-${look.tone}`} />
                <span>
                  <a className="plain" href={href(message)}>
                    {inboxTitle({ ...message, step })}
                  </a>
                  {message.note !== null && <small className="note-line">{message.note}</small>}
                  <small>
                    {formatDayMonth(message.recordedOn)}
                    {showBody && ` · ${message.body.name}`}
                    {message.isRecent && ` · ${MY.newMessage}`}
                  </small>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
