'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { takeFile } from '@/app/(desk)/my/take-file';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { recordPaper } from '@/lib/services/papers';
import { paperSchema } from '@/lib/validation/papers';

const record = action(paperSchema, async (ctx, input) => {
  const { body, uploads, confidential, ...paper } = input;
  const classification = confidential === 'on' ? 'confidential' : 'ordinary';
  const recorded = recordPaper(ctx, {
    ...paper,
    bodyCode: body,
    files: uploads.map((uploadId) => ({ kind: 'upload', uploadId, classification })),
  });
  const path = `/bodies/${encodeURIComponent(body)}/paper`;
  await clearDraft(path);
  const said = new URLSearchParams({ new: '1' });
  if (recorded.isRepeat) said.set('again', '1');
  if (recorded.refused.length > 0)
    said.set('not', recorded.refused.map(({ milestoneCode }) => milestoneCode).join('.'));
  redirect(`${path}/${recorded.paperEventId}?${said.toString()}`);
});

/** Enters a paper; without script its scan may come with the form itself. */
export async function enterPaper(state: FormState, data: FormData): Promise<FormState> {
  return (await takeFile(data)) ?? record(state, data);
}
