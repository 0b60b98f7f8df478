'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { changeDeskCheckSettings } from '@/lib/services/desk-checks/settings';
import { deskSettingsForm } from '@/lib/validation/desk-checks';

const PATH = '/admin/desk-checks';

export const saveDeskSettings = action(deskSettingsForm, async (ctx, input): Promise<FormState> => {
  const hasChanged = changeDeskCheckSettings(ctx, input);
  await clearDraft(PATH);
  redirect(`${PATH}?done=${hasChanged ? 'saved' : 'unchanged'}`);
});
