import { MilestoneHistory } from '@/components/milestones/milestone-history';
import { REVIEW_TARGETS } from '@/components/reviews/review-targets';
import { ActionForm } from '@/components/ui/action-form';
import { LinkButton } from '@/components/ui/button';
import { RadioField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { Note } from '@/components/ui/note';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { ANSWER_OUTCOMES } from '@/lib/domain/vocabulary';
import { readDraft } from '@/lib/drafts';
import { formatDayMonth, formatJalaliInput } from '@/lib/format/dates';
import { MILESTONES, stepName } from '@/lib/messages/milestones';
import { REVIEW } from '@/lib/messages/review';
import type { ReviewItem } from '@/lib/services/review-item';
import type { ReviewFilter } from '@/lib/services/reviews';
import { answerObjectionForm, answerRequest, sendBack, verify } from './actions';

export interface DecisionPaneProps {
  today: CivilDate;
  item: ReviewItem;
  filter: ReviewFilter;
  nextId: number | null;
  place: { readonly index: number; readonly total: number } | null;
}

/** What a decision rests on, and the decision itself. */
export function DecisionPane({ today, item, filter, nextId, place }: DecisionPaneProps) {
  const { body, file, decided, obstacle } = item;
  const hidden = { filter, next: String(nextId ?? '') };
  return (
    <>
      <p className="small muted">
        {place !== null && `${REVIEW.place(place.index, place.total)} · `}
        {REVIEW.withUs(item.waitingDays)}
      </p>
      <h2>
        <a className="plain" href={`/bodies/${encodeURIComponent(body.code)}`}>
          {body.name}
        </a>
      </h2>
      <p className="b">
        {file === null
          ? REVIEW.wholeBody
          : `${stepName(file.trackName, file.milestone.position)}: ${file.milestone.title}`}
      </p>
      <Facts item={item} />
      {file !== null && (
        <section className="blk">
          <h3>{REVIEW.whatIsAccepted}</h3>
          <p className="small muted">{file.milestone.guidance}</p>
          <p className="small">
            <b>{MILESTONES.evidence}:</b> {file.milestone.evidenceText}
          </p>
        </section>
      )}
      {decided !== null ? (
        <Note tone="warn" role="status">
          {REVIEW.decidedMeanwhile(decided.actorName, decided.kind, decided.recordedOn)}
          {nextId !== null && (
            <p>
              <LinkButton
                size="sm"
                href={`/review?${new URLSearchParams({ filter, item: String(nextId) }).toString()}`}
              >
                {REVIEW.goOn}
              </LinkButton>
            </p>
          )}
        </Note>
      ) : obstacle !== null ? (
        <Note>{REVIEW.obstacles[obstacle]}</Note>
      ) : item.kind === 'claim' ? (
        <ClaimForms item={item} today={today} hidden={hidden} />
      ) : (
        <AnswerForm item={item} today={today} hidden={hidden} />
      )}
      {file !== null && (
        <details className="data">
          <summary>{MILESTONES.history}</summary>
          <MilestoneHistory items={file.history} />
        </details>
      )}
    </>
  );
}

function Facts({ item }: { item: ReviewItem }) {
  const { event, file, claim, flags } = item;
  const effect = item.kind === 'claim' ? (file?.effect ?? null) : null;
  return (
    <dl className="kv facts">
      <dt>{item.kind === 'claim' ? REVIEW.claimed : REVIEW.kinds[item.kind]}</dt>
      <dd>
        {formatDayMonth(event.occurredOn)}، {event.actorName}{' '}
        {item.isSelfDeclared && <Tag>{MILESTONES.selfDeclared}</Tag>}{' '}
        {event.onBehalf && <Tag>{MILESTONES.onBehalf}</Tag>}{' '}
        {flags?.isBeforeTrackStart && <Tag>{MILESTONES.beforeStart}</Tag>}{' '}
        {flags?.isLateEntry && <Tag>{MILESTONES.lateEntry(flags.entryDelayDays)}</Tag>}
      </dd>
      {claim !== null && (
        <>
          <dt>{REVIEW.due}</dt>
          <dd>
            {formatDayMonth(claim.dueOn)}{' '}
            <Tag line tone={claim.isOnTime ? 'complete' : 'late'} icon={claim.isOnTime ? 'complete' : 'late'}>
              {claim.isOnTime ? REVIEW.onTime : REVIEW.afterDue}
            </Tag>
          </dd>
        </>
      )}
      {claim === null && file !== null && (
        <>
          <dt>{REVIEW.due}</dt>
          <dd>{formatDayMonth(file.dueOn)}</dd>
        </>
      )}
      {event.dueOn !== null && (
        <>
          <dt>{REVIEW.asked}</dt>
          <dd>{formatDayMonth(event.dueOn)}</dd>
        </>
      )}
      {effect !== null && (
        <>
          <dt>{REVIEW.effect}</dt>
          <dd>{REVIEW.effectText(file?.trackName ?? '', effect.from, effect.to)}</dd>
        </>
      )}
      {file?.lastAccepted && (
        <>
          <dt>{REVIEW.lastAccepted}</dt>
          <dd>
            {stepName(file.trackName, file.lastAccepted.milestone.position)}، {formatDayMonth(file.lastAccepted.on)}
          </dd>
        </>
      )}
      {event.note !== null && (
        <>
          <dt>{REVIEW.note}</dt>
          <dd className="whitespace-pre-line">{event.note}</dd>
        </>
      )}
    </dl>
  );
}

interface FormsProps {
  item: ReviewItem;
  today: CivilDate;
  hidden: Readonly<Record<string, string>>;
}

async function ClaimForms({ item, today, hidden }: FormsProps) {
  const own = { ...hidden, claim: String(item.eventId), seen: String(item.file?.lastEventId ?? '') };
  const draft = await readDraft('/review', `return-${item.eventId}`);
  return (
    <section className="blk decision">
      <div id={REVIEW_TARGETS.verify}>
        <ActionForm id={`verify-${item.eventId}`} action={verify} hidden={own}>
          <SubmitButton>
            <Icon name="check" />
            {REVIEW.verify} <kbd className="kbd">V</kbd>
          </SubmitButton>
        </ActionForm>
      </div>
      <details id={REVIEW_TARGETS.return} className="return" open={draft.values !== undefined}>
        <summary className="btn danger">
          <Icon name="returned" />
          {REVIEW.return} <kbd className="kbd">R</kbd>
        </summary>
        <ActionForm
          id={`return-${item.eventId}`}
          action={sendBack}
          initialState={draft}
          hidden={own}
          className="return-form"
        >
          <RadioField
            name="preset"
            label={REVIEW.returnReason}
            options={[
              ...REVIEW.presets.map((reason) => ({ value: reason, label: reason })),
              { value: '', label: REVIEW.otherReason },
            ]}
          />
          <TextareaField name="note" label={REVIEW.moreWords} optional rows={2} maxLength={1500} />
          <JalaliDateField
            name="dueOn"
            label={REVIEW.newDue}
            hint={item.dueAfterReturnOn === null ? undefined : REVIEW.newDueHint(item.dueAfterReturnOn)}
            optional
            today={today}
            min={today}
          />
          <SubmitButton variant="danger">{REVIEW.returnWithReason}</SubmitButton>
        </ActionForm>
      </details>
    </section>
  );
}

async function AnswerForm({ item, today, hidden }: FormsProps) {
  const id = `answer-${item.eventId}`;
  return (
    <section className="blk decision" id={REVIEW_TARGETS.return}>
      <ActionForm
        id={id}
        action={item.kind === 'objection' ? answerObjectionForm : answerRequest}
        initialState={await readDraft('/review', id)}
        hidden={{ ...hidden, matter: String(item.eventId) }}
      >
        <RadioField
          name="outcome"
          label={REVIEW.answer}
          options={ANSWER_OUTCOMES.map((value) => ({
            value,
            label: value === 'accepted' ? REVIEW.accept : REVIEW.refuse,
          }))}
        />
        {item.kind === 'extension' && (
          <JalaliDateField
            name="dueOn"
            label={REVIEW.grantDue}
            hint={REVIEW.grantDueHint}
            optional
            defaultValue={formatJalaliInput(item.event.dueOn)}
            today={today}
            min={today}
          />
        )}
        <TextareaField name="note" label={REVIEW.answerReason} rows={2} maxLength={2000} />
        <SubmitButton>{REVIEW.send}</SubmitButton>
      </ActionForm>
    </section>
  );
}
