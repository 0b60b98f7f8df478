'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { changeReturnReasons } from '@/lib/services/return-reasons';
import { addReasonSchema, arrangeReasonSchema, replaceReasonSchema } from '@/lib/validation/return-reasons';

async function saved(): Promise<never> {
  await clearDraft('/review/reasons');
  redirect('/review/reasons?saved=1');
}

export const addReason = action(addReasonSchema, (ctx, { seen, text, track }) => {
  changeReturnReasons(ctx, { seen, change: { kind: 'add', reason: { text, trackCode: track } } });
  return saved();
});

export const replaceReason = action(replaceReasonSchema, (ctx, { seen, index, text, track }) => {
  changeReturnReasons(ctx, { seen, change: { kind: 'replace', index, reason: { text, trackCode: track } } });
  return saved();
});

export const arrangeReason = action(arrangeReasonSchema, (ctx, { seen, index, change }) => {
  changeReturnReasons(ctx, {
    seen,
    change: change === 'remove' ? { kind: 'remove', index } : { kind: 'move', index, by: change === 'up' ? -1 : 1 },
  });
  return saved();
});
