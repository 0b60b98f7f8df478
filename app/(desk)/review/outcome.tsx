import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton, TextField } from '@/components/ui/form-fields';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { ERROR_CODES, isAppError } from '@/lib/errors';
import { describeErrorInline } from '@/lib/messages/errors';
import { stepName } from '@/lib/messages/milestones';
import { REVIEW } from '@/lib/messages/review';
import { getDecision } from '@/lib/services/review-item';
import type { ReviewFilter } from '@/lib/services/reviews';
import type { ServiceContext } from '@/lib/services/service-context';
import { queryValue, type QueryParams } from '@/lib/validation/progress';
import { undo } from './actions';

export interface OutcomeProps {
  ctx: ServiceContext;
  query: QueryParams;
  filter: ReviewFilter;
}

/** What the last decision was, with the way to take it back; and what several at once came to. */
export function Outcome({ ctx, query, filter }: OutcomeProps) {
  const verified = queryValue(query, 'verified');
  if (verified !== null && /^\d{1,4}$/.test(verified))
    return <BulkOutcome count={Number(verified)} refused={queryValue(query, 'refused')} />;
  if (queryValue(query, 'undone') !== null) return <Toast>{REVIEW.undone}</Toast>;
  const done = queryValue(query, 'done');
  const decision = done !== null && /^\d{1,12}$/.test(done) ? readDecision(ctx, Number(done)) : null;
  if (decision === null) return null;
  const { event, body, milestone, trackName, canUndo } = decision;
  const step = milestone !== null && trackName !== null ? stepName(trackName, milestone.position) : '';
  return (
    <Toast>
      <span>{REVIEW.done(event.kind, step, body.name)}</span>
      {canUndo && (
        <details className="undo">
          <summary>{REVIEW.undo}</summary>
          <ActionForm
            id="undo"
            action={undo}
            hidden={{ filter, decision: String(event.id), next: String(decision.claimEventId ?? '') }}
          >
            <TextField name="note" label={REVIEW.undoReason} defaultValue={REVIEW.undoDefault} maxLength={500} />
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

function Toast({ children }: { children: ReactNode }) {
  return (
    <div className="toast review-toast" role="status">
      <Icon name="check" />
      {children}
    </div>
  );
}

function BulkOutcome({ count, refused }: { count: number; refused: string | null }) {
  const problems = (refused ?? '').split(' ').filter((pair) => /^\d{1,12}:\w+$/.test(pair));
  return (
    <div className="review-notes">
      {count > 0 && (
        <Note tone="ok" role="status">
          {REVIEW.bulkDone(count)}
        </Note>
      )}
      {problems.length > 0 && (
        <Note tone="warn" role="alert">
          {REVIEW.bulkRefused(problems.length)}
          <ul>
            {problems.map((pair) => {
              const [id = '', problem = ''] = pair.split(':');
              const code = ERROR_CODES.find((known) => known === problem) ?? 'conflict';
              return (
                <li key={id}>
                  <a href={`/review?item=${id}`}>{REVIEW.open}</a>: {describeErrorInline({ code, details: {} })}
                </li>
              );
            })}
          </ul>
        </Note>
      )}
    </div>
  );
}
