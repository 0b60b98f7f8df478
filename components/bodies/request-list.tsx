import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { AnswerOutcome, RequestKind } from '@/lib/domain/vocabulary';
import { BODIES } from '@/lib/messages/bodies';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { dayNear } from '@/lib/messages/verdict';
import { ANSWER_OUTCOME_LABELS } from '@/lib/messages/vocabulary';

export interface RequestItem {
  readonly id: number;
  readonly kind: RequestKind;
  readonly step: string;
  readonly recordedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly note: string | null;
  readonly outcome: AnswerOutcome | null;
  readonly answerNote: string | null;
  /** Where it can be decided; null for those who do not decide, or once it was. */
  readonly decideHref: string | null;
}

/** Requests of a body and what became of them. */
export function RequestList({ items, asOf }: { items: readonly RequestItem[]; asOf: CivilDate }) {
  return (
    <Section id="requests" title={BODIES.requestsTitle}>
      {items.length === 0 ? (
        <p className="muted small">{BODIES.noRequests}</p>
      ) : (
        <ul className="list rq">
          {items.map((item) => {
            const title = `${DASHBOARD.requestOf[item.kind]} ${item.step}`;
            return (
              <li key={item.id}>
                <div>
                  <b>{item.decideHref === null ? title : <a href={item.decideHref}>{title}</a>}</b>
                  {item.outcome === null ? (
                    <Tag tone="awaiting" icon="awaiting">
                      {BODIES.waitingDecision}
                    </Tag>
                  ) : (
                    <Tag
                      tone={item.outcome === 'accepted' ? 'complete' : 'late'}
                      icon={item.outcome === 'accepted' ? 'complete' : 'returned'}
                    >
                      {ANSWER_OUTCOME_LABELS[item.outcome]}
                    </Tag>
                  )}
                </div>
                <p className="small muted">
                  {dayNear(item.recordedOn, asOf)}
                  {item.dueOn !== null && `، ${BODIES.requestDue(dayNear(item.dueOn, asOf))}`}
                  {item.note !== null && `: «${item.note}»`}
                  {item.answerNote !== null && ` – ${item.answerNote}`}
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
