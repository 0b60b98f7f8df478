import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { isAppError } from '@/lib/errors';
import { EXAMPLES } from '@/lib/messages/examples';
import { COMMON } from '@/lib/messages/common';
import { stepName } from '@/lib/messages/milestones';
import { REVIEW } from '@/lib/messages/review';
import { getDecision } from '@/lib/services/review-item';
import { mayDo, type ServiceContext } from '@/lib/services/service-context';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { queryId, reviewHref, reviewPlace, type ReviewQuery } from '@/lib/validation/review-query';
import { undo } from './actions';

export interface OutcomeProps {
  ctx: ServiceContext;
  params: QueryParams;
  query: ReviewQuery;
  currentId: number | null;
}

/** What the last decision was, with the way to take it back. */
export function Outcome({ ctx, params, query, currentId }: OutcomeProps) {
  const closeHref = reviewHref(query, { item: currentId });
  if (queryValue(params, 'undone') !== null) return <Toast closeHref={closeHref}>{REVIEW.undone}</Toast>;
  const done = queryId(params, 'done');
  const decision = done === null ? null : readDecision(ctx, done);
  if (decision === null) return null;
  const { event, body, milestone, trackName, canUndo } = decision;
  const step = milestone !== null && trackName !== null ? stepName(trackName, milestone.position) : '';
  const isOpen = queryValue(params, 'undo') === 'open';
  return (
    <Toast closeHref={closeHref}>
      <span>{REVIEW.done(event.kind, step, body.name)}</span>
      {event.kind === 'verify' && milestone !== null && mayDo(ctx, 'example.mark') && (
        <a
          href={`/review/decide?${new URLSearchParams({ body: body.code, milestone: milestone.code }).toString()}#examples`}
        >
          {EXAMPLES.afterVerify}
        </a>
      )}
      {canUndo && (
        <details className="undo" open={isOpen}>
          <summary>{REVIEW.undo}</summary>
          <ActionForm
            id="undo"
            action={undo}
            hidden={{
              place: reviewPlace(query),
              decision: String(event.id),
              claim: String(decision.claimEventId ?? ''),
            }}
          >
            <TextField
              name="note"
              label={REVIEW.undoReason}
              defaultValue={REVIEW.undoDefault}
              maxLength={500}
              autoFocus={isOpen}
            />
            <SubmitButton variant="default" size="sm">
              {REVIEW.undo}
            </SubmitButton>
          </ActionForm>
        </details>
      )}
    </Toast>
  );
}

/** The address may name anything; what the person may not see says nothing. */
function readDecision(ctx: ServiceContext, eventId: number) {
  try {
    return getDecision(ctx, eventId);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

function Toast({ closeHref, children }: { closeHref: string; children: ReactNode }) {
  return (
    <div className="toast review-toast" role="status">
      <Icon name="check" />
      {children}
      <a className="toast-close" href={closeHref} aria-label={COMMON.close}>
        <Icon name="close" />
      </a>
    </div>
  );
}
