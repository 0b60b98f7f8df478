'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { changeSettings, getSettings } from '@/lib/services/settings';
import { officeForm, publicPageForm, sectionsForm, thresholdsForm } from '@/lib/validation/admin';

async function back(changed: readonly string[]): Promise<never> {
  await clearDraft('/admin/settings');
  redirect(`/admin/settings?done=${changed.length > 0 ? 'saved' : 'unchanged'}`);
}

/** What differs from now; a form brings every field, and a default left as it is should not become a version. */
function changedOnly<Values extends object>(sent: Values, now: Values): Partial<Values> {
  const known = new Map<string, unknown>(Object.entries(now));
  const entries = Object.entries(sent).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known.get(name)),
  );
  return Object.fromEntries(entries) as Partial<Values>;
}

export const saveThresholdsAction = action(thresholdsForm, (ctx, input): Promise<FormState> => {
  const { realDeskMilestones, ...others } = getSettings(ctx).thresholds;
  return back(changeSettings(ctx, changedOnly(input, { ...others, realDeskMilestones: [...realDeskMilestones] })));
});

export const saveOfficeAction = action(officeForm, (ctx, office): Promise<FormState> => {
  return back(changeSettings(ctx, changedOnly({ office }, { office: getSettings(ctx).office })));
});

export const saveSectionsAction = action(sectionsForm, (ctx, sectionsLeftOut): Promise<FormState> => {
  return back(
    changeSettings(ctx, changedOnly({ sectionsLeftOut }, { sectionsLeftOut: [...getSettings(ctx).sectionsLeftOut] })),
  );
});

export const savePublicPageAction = action(publicPageForm, (ctx, publicPage): Promise<FormState> => {
  return back(changeSettings(ctx, changedOnly({ publicPage }, { publicPage: getSettings(ctx).publicPage })));
});
