'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { changeSettings } from '@/lib/services/settings';
import { officeForm, thresholdsForm } from '@/lib/validation/admin';

async function back(changed: readonly string[]): Promise<never> {
  await clearDraft('/admin/settings');
  redirect(`/admin/settings?done=${changed.length > 0 ? 'saved' : 'unchanged'}`);
}

export const saveThresholdsAction = action(thresholdsForm, (ctx, input): Promise<FormState> => {
  return back(changeSettings(ctx, input));
});

export const saveOfficeAction = action(officeForm, (ctx, office): Promise<FormState> => {
  return back(changeSettings(ctx, { office }));
});
