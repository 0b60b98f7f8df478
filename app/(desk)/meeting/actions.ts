'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { concludeDecision, recordDecision } from '@/lib/services/decisions';
import { conclusionSchema, decisionSchema } from '@/lib/validation/decisions';

/** The meeting with a word about what was just done. */
async function backToMeeting(formPath: string, programme: string | null, done: Record<string, string>): Promise<never> {
  await clearDraft(formPath);
  redirect(`/meeting?${new URLSearchParams({ ...(programme === null ? {} : { programme }), ...done }).toString()}`);
}

export const record = action(decisionSchema, async (ctx, input) => {
  const { number } = recordDecision(ctx, input);
  return backToMeeting('/meeting', input.programme, { recorded: String(number) });
});

export const conclude = action(conclusionSchema, async (ctx, input) => {
  const { seen, ...rest } = input;
  concludeDecision(ctx, { ...rest, expectedOutcomeId: seen });
  return backToMeeting(`/meeting/${input.number}`, input.programme, { concluded: String(input.number) });
});
