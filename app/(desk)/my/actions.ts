'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { isAppError } from '@/lib/errors';
import { recordCheckIn, recordContactChange } from '@/lib/services/check-ins';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { recordObjection } from '@/lib/services/objections';
import { recordRequest } from '@/lib/services/requests';
import { evidenceOf } from '@/lib/validation/evidence';
import {
  blockSchema,
  checkInSchema,
  claimSchema,
  contactSchema,
  requestSchema,
  startSchema,
  withNoteSchema,
} from '@/lib/validation/milestones';
import { takeFile } from './take-file';

interface Subject {
  readonly body: string;
  readonly milestone: string;
  readonly programme: string;
  readonly submission?: string | undefined;
}

/** Which milestone it is about, and the key under which the form counts once. */
const keyOf = ({ body, milestone, programme, submission }: Subject) => ({
  bodyCode: body,
  milestoneCode: milestone,
  programmeCode: programme,
  submission,
});

/** Leads to the receipt; what was kept of the form is not wanted any more. */
async function toReceipt(subject: Subject, eventId: number): Promise<never> {
  await clearDraft(`/my/${subject.body}/${subject.milestone}`);
  redirect(`/my/receipts/${eventId}?new=1`);
}

const claim = action(claimSchema, async (ctx, input) => {
  const { seen, occurredOn, note } = input;
  const recorded = recordMilestoneEvent(ctx, {
    ...keyOf(input),
    kind: 'claim',
    occurredOn,
    note,
    evidence: evidenceOf(input),
    expectedLastEventId: seen,
  });
  return toReceipt(input, recorded.eventId);
});

/** A claim. Without script a file may come with the form itself; it is taken in first, so that no mistake in another field loses it. */
export async function claimStep(state: FormState, data: FormData): Promise<FormState> {
  return (await takeFile(data)) ?? claim(state, data);
}

export const startStep = action(startSchema, async (ctx, input) => {
  const recorded = recordMilestoneEvent(ctx, { ...keyOf(input), kind: 'start', expectedLastEventId: input.seen });
  return toReceipt(input, recorded.eventId);
});

export const unblockStep = action(withNoteSchema, async (ctx, input) => {
  const { seen, note } = input;
  const recorded = recordMilestoneEvent(ctx, { ...keyOf(input), kind: 'unblock', note, expectedLastEventId: seen });
  return toReceipt(input, recorded.eventId);
});

export const withdrawStep = action(withNoteSchema, async (ctx, input) => {
  const { seen, note } = input;
  const recorded = recordMilestoneEvent(ctx, { ...keyOf(input), kind: 'withdraw', note, expectedLastEventId: seen });
  return toReceipt(input, recorded.eventId);
});

export const blockStep = action(blockSchema, async (ctx, input) => {
  const { seen, cause, turn, note } = input;
  const recorded = recordMilestoneEvent(ctx, {
    ...keyOf(input),
    kind: 'block',
    cause,
    turn,
    note,
    expectedLastEventId: seen,
  });
  return toReceipt(input, recorded.eventId);
});

export const askDeputy = action(requestSchema, async (ctx, input) => {
  const { requestKind, note, dueOn } = input;
  return toReceipt(input, recordRequest(ctx, { ...keyOf(input), requestKind, note, dueOn }).eventId);
});

export const objectToReturn = action(withNoteSchema, async (ctx, input) => {
  return toReceipt(input, recordObjection(ctx, { ...keyOf(input), note: input.note }).eventId);
});

/** One tap. A second one on the same day leads to the first one's receipt, kindly. */
export const checkIn = action(checkInSchema, (ctx, input) => {
  const address = (name: string) => `/my?${new URLSearchParams({ body: input.body, checkedIn: name }).toString()}`;
  try {
    recordCheckIn(ctx, { bodyCode: input.body, submission: input.submission });
  } catch (error) {
    if (!isAppError(error, 'conflict')) throw error;
    redirect(address('before'));
  }
  redirect(address('now'));
});

export const changeContact = action(contactSchema, async (ctx, input) => {
  const recorded = recordContactChange(ctx, {
    bodyCode: input.body,
    contact: input.contact,
    submission: input.submission,
  });
  await clearDraft('/my');
  redirect(`/my/receipts/${recorded.eventId}?new=1`);
});
