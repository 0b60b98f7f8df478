import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import { Section } from '@/components/ui/section';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind } from '@/lib/domain/vocabulary';
import { formatDayMonth } from '@/lib/format/dates';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_PAGE } from '@/lib/messages/body-page';
import { dayNear } from '@/lib/messages/verdict';
import { EVENT_KIND_LABELS } from '@/lib/messages/vocabulary';

export interface HistoryItem {
  readonly id: number;
  readonly kind: EventKind;
  readonly recordedOn: CivilDate;
  readonly occurredOn: CivilDate;
  readonly actorName: string;
  readonly note: string | null;
  readonly dueOn: CivilDate | null;
  readonly byDelegate: boolean;
  readonly onBehalf: boolean;
  readonly selfDeclared: boolean;
  readonly isImported: boolean;
  /** «الکترونیکی ۶», empty for what is about the body. */
  readonly step: string;
  /** It happened before its track began. */
  readonly isBeforeStart: boolean;
  /** The letter that it is, for those who may read it. */
  readonly letterHref: string | null;
}

const LOOK: Partial<Record<EventKind, { readonly icon: IconName; readonly tone: string }>> = {
  start: { icon: 'in_progress', tone: 'ontrack' },
  claim: { icon: 'awaiting', tone: 'awaiting' },
  verify: { icon: 'complete', tone: 'complete' },
  certify: { icon: 'complete', tone: 'complete' },
  return: { icon: 'returned', tone: 'late' },
  reopen: { icon: 'returned', tone: 'late' },
  block: { icon: 'blocked', tone: 'blocked' },
  unblock: { icon: 'in_progress', tone: 'ontrack' },
  extend: { icon: 'calendar', tone: '' },
  exempt: { icon: 'exempt', tone: '' },
  request: { icon: 'flag', tone: '' },
  objection: { icon: 'flag', tone: '' },
  check_in: { icon: 'bar', tone: '' },
  letter_sent: { icon: 'letter', tone: '' },
};

function detailsOf(item: HistoryItem): string {
  return [
    item.actorName,
    item.byDelegate ? BODIES.delegate : '',
    item.onBehalf ? BODIES.onBehalf : '',
    item.selfDeclared ? BODIES.selfDeclared : '',
    item.isBeforeStart ? BODIES.beforeStart : '',
    item.occurredOn === item.recordedOn
      ? ''
      : `${formatDayMonth(item.occurredOn)}، ${BODIES.recordedLater(formatDayMonth(item.recordedOn))}`,
    item.note ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What was recorded, newest first, grouped by the day on which the office learned it. */
export function HistoryList({
  items,
  asOf,
  olderHref,
  newestHref,
  filter,
  isFiltered = false,
}: {
  items: readonly HistoryItem[];
  asOf: CivilDate;
  olderHref: string | null;
  newestHref: string | null;
  /** What narrows it, over the list. */
  filter?: ReactNode;
  isFiltered?: boolean;
}) {
  const days = [...new Set(items.map(({ recordedOn }) => recordedOn))];
  return (
    <Section id="history" title={BODIES.historyTitle}>
      {filter}
      {items.length === 0 && <p className="muted small">{isFiltered ? BODY_PAGE.historyNone : BODIES.historyEmpty}</p>}
      <ol className="tl">
        {days.map((day) => (
          <li key={day}>
            <h3>{dayNear(day, asOf)}</h3>
            <ul>
              {items
                .filter(({ recordedOn }) => recordedOn === day)
                .map((item) => {
                  const look = LOOK[item.kind] ?? { icon: 'info' as const, tone: '' };
                  return (
                    <li key={item.id}>
                      <span className={`ic ${look.tone}`}>
                        <Icon name={look.icon} />
                      </span>
                      <span>
                        {EVENT_KIND_LABELS[item.kind]} {item.step}{' '}
                        {item.dueOn !== null && BODIES.requestDue(dayNear(item.dueOn, asOf))}
                        <small>{detailsOf(item)}</small>
                        {item.letterHref !== null && (
                          <small>
                            <a href={item.letterHref}>{BODY_PAGE.openLetter}</a>
                          </small>
                        )}
                      </span>
                    </li>
                  );
                })}
            </ul>
          </li>
        ))}
      </ol>
      <p className="row small">
        {newestHref !== null && <a href={newestHref}>{BODIES.historyNewest}</a>}
        {olderHref !== null && <a href={olderHref}>{BODIES.historyMore}</a>}
      </p>
    </Section>
  );
}
