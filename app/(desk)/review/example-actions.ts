'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { markExample as recordMark } from '@/lib/services/evidence-examples';
import { markExampleSchema } from '@/lib/validation/examples';

/** Shows a piece of accepted evidence to the bodies with the same step, or closes it again. */
export const markExample = action(markExampleSchema, (ctx, input) => {
  const { body, milestone, programme, evidence, mark } = input;
  recordMark(ctx, { evidenceId: evidence, isExample: mark === 'yes' });
  const query = new URLSearchParams({ body, milestone, programme, example: mark });
  redirect(`/review/decide?${query.toString()}#examples`);
});
