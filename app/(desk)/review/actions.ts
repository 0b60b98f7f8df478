'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { answerObjection } from '@/lib/services/objections';
import { decideRequest } from '@/lib/services/requests';
import { decideClaims, returnClaim, undoDecision, verifyClaim } from '@/lib/services/reviews';
import { evidenceOf } from '@/lib/validation/evidence';
import { parseReviewPlace, reviewHref } from '@/lib/validation/review-query';
import {
  answerSchema,
  decideSchema,
  returnSchema,
  severalSchema,
  undoSchema,
  verifySchema,
} from '@/lib/validation/reviews';
import { takeFile } from '../my/take-file';

/** The queue where the reviewer stood, and a word about what was just done. Words typed for this decision are not wanted for the next. */
async function goOn(place: string | undefined, done: Readonly<Record<string, string | number>>): Promise<never> {
  await clearDraft('/review');
  redirect(reviewHref(parseReviewPlace(place), done));
}

const reasonText = ({ preset, note }: { readonly preset: string | null; readonly note: string | null }) =>
  [preset, note].filter((part) => part !== null).join('\n');

export const verify = action(verifySchema, async (ctx, input) => {
  const { claim, seen, note } = input;
  const decided = verifyClaim(ctx, { claimEventId: claim, expectedLastEventId: seen, note });
  return goOn(input.place, { after: claim, done: decided.eventId });
});

export const sendBack = action(returnSchema, async (ctx, input) => {
  const { claim, seen, dueOn } = input;
  const note = reasonText(input);
  const decided = returnClaim(ctx, { claimEventId: claim, expectedLastEventId: seen, note, dueOn });
  return goOn(input.place, { after: claim, done: decided.eventId });
});

export const answerRequest = action(answerSchema, async (ctx, input) => {
  const { matter, outcome, note, dueOn } = input;
  const answered = decideRequest(ctx, { requestId: matter, outcome, note, dueOn });
  return goOn(input.place, { after: matter, done: answered.eventId });
});

export const answerObjectionForm = action(answerSchema, async (ctx, input) => {
  const { matter, outcome, note } = input;
  const answered = answerObjection(ctx, { objectionId: matter, outcome, note });
  return goOn(input.place, { after: matter, done: answered.eventId });
});

export const undo = action(undoSchema, async (ctx, input) => {
  undoDecision(ctx, { decisionEventId: input.decision, note: input.note });
  return goOn(input.place, { ...(input.claim === null ? {} : { item: input.claim }), undone: 1 });
});

export const decideSeveral = action(severalSchema, async (ctx, input) => {
  const { claims, dueOn } = input;
  const note = reasonText(input);
  await decideClaims(ctx, claims, input.do === 'verify' ? { kind: 'verify' } : { kind: 'return', note, dueOn });
  await clearDraft('/review/several');
  const done = { kind: input.do, claims: claims.map(({ claimEventId }) => claimEventId).join('.') };
  redirect(reviewHref(parseReviewPlace(input.place), done, '/review/several/result'));
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
