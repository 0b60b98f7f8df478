'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { recordReadings } from '@/lib/services/indicator-readings';
import { readingsSchema } from '@/lib/validation/indicators';

/** The month's form: all readings of one body, or none. */
export const saveReadings = action(readingsSchema, async (ctx, input) => {
  const { written } = recordReadings(ctx, input);
  await clearDraft('/my/indicators');
  const address = new URLSearchParams({
    body: input.bodyCode,
    month: input.month,
    saved: String(written.length),
  });
  redirect(`/my/indicators?${address.toString()}`);
});
