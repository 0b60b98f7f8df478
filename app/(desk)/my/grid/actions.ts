'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { jointReceiptHref } from '@/components/villages/links';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { checkInTogether, reportTogether, type JointOutcome } from '@/lib/services/joint-reports';
import { evidenceOf } from '@/lib/validation/evidence';
import { jointBlockSchema, jointCheckInSchema, jointClaimSchema } from '@/lib/validation/joint-reports';
import { takeFile } from '../take-file';

/** Leads to the joint receipt; the same form sent again leads to the same one. */
async function toReceipt(
  outcomes: readonly JointOutcome[],
  step: { readonly milestone: string; readonly programme: string } | null,
): Promise<never> {
  await clearDraft('/my/grid/report');
  redirect(
    jointReceiptHref({
      events: outcomes.flatMap(({ eventId }) => eventId ?? []),
      leftOut: outcomes.flatMap(({ eventId, bodyCode }) => (eventId === null ? bodyCode : [])),
      step,
      isRepeat:
        outcomes.some(({ isRepeat }) => isRepeat) && outcomes.every(({ isRepeat, refusal }) => isRepeat || refusal),
    }),
  );
}

const claim = action(jointClaimSchema, async (ctx, input) => {
  const { targets, body, milestone, programme, occurredOn, note } = input;
  const outcomes = await reportTogether(ctx, {
    kind: 'claim',
    milestoneCode: milestone,
    programmeCode: programme,
    targets,
    filesOf: body,
    occurredOn,
    note,
    evidence: evidenceOf(input),
  });
  return toReceipt(outcomes, input);
});

/** One step of many bodies. Without script a file may come with the form itself. */
export async function claimTogether(state: FormState, data: FormData): Promise<FormState> {
  return (await takeFile(data)) ?? claim(state, data);
}

export const blockTogether = action(jointBlockSchema, async (ctx, input) => {
  const { targets, body, milestone, programme, note, cause, turn } = input;
  const outcomes = await reportTogether(ctx, {
    kind: 'block',
    milestoneCode: milestone,
    programmeCode: programme,
    targets,
    filesOf: body,
    note,
    cause,
    turn,
  });
  return toReceipt(outcomes, input);
});

export const checkInAll = action(jointCheckInSchema, async (ctx, { targets }) =>
  toReceipt(
    await checkInTogether(
      ctx,
      targets.map(({ bodyCode }) => bodyCode),
    ),
    null,
  ),
);
