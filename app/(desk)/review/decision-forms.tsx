import { ReturnFields } from '@/components/reviews/return-fields';
import { REVIEW_TARGETS } from '@/components/reviews/review-targets';
import { ActionForm } from '@/components/ui/action-form';
import { RadioField, SubmitButton, TextareaField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { JalaliDateField } from '@/components/ui/jalali-date-field';
import { reasonsForTrack } from '@/lib/domain/return-reasons';
import { ANSWER_OUTCOMES } from '@/lib/domain/vocabulary';
import { readDraft } from '@/lib/drafts';
import { formatJalaliInput } from '@/lib/format/dates';
import { REVIEW } from '@/lib/messages/review';
import { getReturnReasons } from '@/lib/services/return-reasons';
import type { ReviewItem } from '@/lib/services/review-item';
import type { ServiceContext } from '@/lib/services/service-context';
import { answerObjectionForm, answerRequest, sendBack, verify } from './actions';

export interface FormsProps {
  ctx: ServiceContext;
  item: ReviewItem;
  /** Where the reviewer stands in the queue. */
  hidden: Readonly<Record<string, string>>;
}

/** Verify, or send back with a reason. */
export async function ClaimForms({ ctx, item, hidden }: FormsProps) {
  const today = ctx.clock.today();
  const usual = getReturnReasons(ctx);
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
          <ReturnFields
            reasons={reasonsForTrack(usual.reasons, item.file?.track.code ?? null)}
            today={today}
            dueAfterReturnOn={item.dueAfterReturnOn}
          />
          <div className="row">
            <SubmitButton variant="danger">{REVIEW.returnWithReason}</SubmitButton>
            {usual.mayChange && <a href="/review/reasons">{REVIEW.changeReasons}</a>}
          </div>
        </ActionForm>
      </details>
    </section>
  );
}

/** The answer to a request or an objection. */
export async function AnswerForm({ ctx, item, hidden }: FormsProps) {
  const today = ctx.clock.today();
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
