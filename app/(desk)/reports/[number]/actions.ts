'use server';

import { redirect } from 'next/navigation';
import { editionPath } from '@/components/reports/edition-table';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { registerPaper } from '@/lib/services/registrations';
import { editionRegistrationSchema } from '@/lib/validation/registrations';

/** Keeps the number that the secretariat gave the signed report. */
export const registerEdition = action(editionRegistrationSchema, async (ctx, input) => {
  const { number, programme, paperId, registryNumber, registeredOn, seen } = input;
  registerPaper(ctx, { paper: 'edition', paperId, registryNumber, registeredOn, expectedRegistrationId: seen });
  await clearDraft(`/reports/${number}`);
  const path = editionPath({ number, programmeCode: programme ?? '' }, '', programme !== null);
  redirect(`${path}${path.includes('?') ? '&' : '?'}done=registered`);
});
