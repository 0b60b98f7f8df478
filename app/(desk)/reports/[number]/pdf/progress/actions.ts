'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { cancelEditionPrint } from '@/lib/services/edition-pdf';
import { cancelPrintSchema } from '@/lib/validation/editions';

/** Takes back the wish for a PDF, and says so. */
export const cancelPrint = action(cancelPrintSchema, (ctx, { number, programme }) => {
  cancelEditionPrint(ctx, number, { programme });
  const query = new URLSearchParams({ ...(programme ? { programme } : {}), cancelled: '1' });
  redirect(`/reports/${number}/pdf/progress?${query.toString()}`);
});
