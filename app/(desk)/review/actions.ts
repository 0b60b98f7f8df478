'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { answerObjection } from '@/lib/services/objections';
import { decideRequest } from '@/lib/services/requests';
import { returnClaim, undoDecision, verifyClaim, verifyClaims } from '@/lib/services/reviews';
import { evidenceOf } from '@/lib/validation/evidence';
import {
  answerSchema,
  bulkSchema,
  decideSchema,
  returnSchema,
  undoSchema,
  verifySchema,
} from '@/lib/validation/reviews';
import { takeFile } from '../my/take-file';

interface Place {
  readonly filter?: string | undefined;
  readonly next?: string | null;
}

/** The queue with the next item, and a word about what was just done. Words typed for this decision are not wanted for the next one. */
async function goOn({ filter, next }: Place, done: Readonly<Record<string, string>>): Promise<never> {
  await clearDraft('/review');
  const query = new URLSearchParams({
    ...(filter === undefined ? {} : { filter }),
    ...(next ? { item: next } : {}),
    ...done,
  });
  redirect(`/review?${query.toString()}`);
}

export const verify = action(verifySchema, async (ctx, input) => {
  const { claim, seen, note } = input;
  const decided = verifyClaim(ctx, { claimEventId: claim, expectedLastEventId: seen, note });
  return goOn(input, { done: String(decided.eventId) });
});

export const sendBack = action(returnSchema, async (ctx, input) => {
  const { claim, seen, preset, note, dueOn } = input;
  const reason = [preset, note].filter((part) => part !== null).join('\n');
  const decided = returnClaim(ctx, { claimEventId: claim, expectedLastEventId: seen, note: reason, dueOn });
  return goOn(input, { done: String(decided.eventId) });
});

export const answerRequest = action(answerSchema, async (ctx, input) => {
  const { matter, outcome, note, dueOn } = input;
  const answered = decideRequest(ctx, { requestId: matter, outcome, note, dueOn });
  return goOn(input, { done: String(answered.eventId) });
});

export const answerObjectionForm = action(answerSchema, async (ctx, input) => {
  const { matter, outcome, note } = input;
  const answered = answerObjection(ctx, { objectionId: matter, outcome, note });
  return goOn(input, { done: String(answered.eventId) });
});

export const undo = action(undoSchema, async (ctx, input) => {
  undoDecision(ctx, { decisionEventId: input.decision, note: input.note });
  return goOn(input, { undone: '1' });
});

export const verifyChosen = action(bulkSchema, async (ctx, input) => {
  const { verified, refused } = verifyClaims(ctx, input.claims);
  return goOn(input, {
    verified: String(verified.length),
    ...(refused.length === 0
      ? {}
      : { refused: refused.map(({ claimEventId, error }) => `${claimEventId}:${error.code}`).join(' ') }),
  });
});

const decideNow = action(decideSchema, async (ctx, input) => {
  const { body, milestone, programme, kind, seen, occurredOn, dueOn, note } = input;
  const takesEvidence = kind === 'claim' || kind === 'certify';
  recordMilestoneEvent(ctx, {
    bodyCode: body,
    milestoneCode: milestone,
    programmeCode: programme,
    kind,
    occurredOn,
    dueOn,
    note,
    evidence: takesEvidence ? evidenceOf(input) : [],
    expectedLastEventId: seen,
  });
  await clearDraft('/review/decide');
  redirect(`/review/decide?${new URLSearchParams({ body, milestone, programme, done: kind }).toString()}`);
});

/** A decision outside the queue; a file may come with the form when there is no script. */
export async function decide(state: FormState, data: FormData): Promise<FormState> {
  return (await takeFile(data)) ?? decideNow(state, data);
}
