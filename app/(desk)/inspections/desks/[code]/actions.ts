'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { setDeskAddress } from '@/lib/services/desk-checks/desk-addresses';
import { beginDeskCheck } from '@/lib/services/desk-checks/run';
import { deskAddressForm, deskCheckForm } from '@/lib/validation/desk-checks';
import { deskHref } from '../desks-href';

export const saveDeskAddress = action(deskAddressForm, async (ctx, { body, url }): Promise<FormState> => {
  const hasChanged = setDeskAddress(ctx, { bodyCode: body, url });
  await clearDraft(deskHref(body));
  redirect(`${deskHref(body)}?done=${hasChanged ? 'saved' : 'unchanged'}`);
});

/** Begins a check and does not wait for it: the page says that it is under way. */
export const checkDeskNow = action(deskCheckForm, (ctx, { body }): FormState => {
  beginDeskCheck(ctx, body);
  redirect(`${deskHref(body)}?done=checked`);
});
