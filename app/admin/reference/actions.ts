'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { addHoliday, changeBody, changeMilestone, changeTrack, removeHoliday } from '@/lib/services/reference-data';
import { addHolidayForm, bodyForm, milestoneForm, removeHolidayForm, trackForm } from '@/lib/validation/admin';

const HOLIDAYS = '/admin/reference/holidays';

/** Leads to the page that says what happened; a draft of the form is not wanted any more. */
async function leadTo(form: string, target: string, done: string): Promise<never> {
  await clearDraft(form);
  redirect(`${target}?done=${done}`);
}

const word = (hasChanged: boolean) => (hasChanged ? 'saved' : 'unchanged');

export const changeBodyAction = action(bodyForm, (ctx, { code, seen, ...change }): Promise<FormState> => {
  const hasChanged = changeBody(ctx, code, seen, change);
  const path = `/admin/reference/bodies/${encodeURIComponent(code)}`;
  return leadTo(path, path, word(hasChanged));
});

export const addHolidayAction = action(addHolidayForm, (ctx, input): Promise<FormState> => {
  return leadTo(HOLIDAYS, HOLIDAYS, addHoliday(ctx, input) ? 'added' : 'known');
});

export const removeHolidayAction = action(removeHolidayForm, (ctx, { day }): Promise<FormState> => {
  removeHoliday(ctx, day);
  return leadTo(HOLIDAYS, HOLIDAYS, 'removed');
});

export const changeTrackAction = action(trackForm, (ctx, { programme, track, seen, ...change }): Promise<FormState> => {
  const hasChanged = changeTrack(ctx, { programmeCode: programme, trackCode: track }, seen, change);
  return leadTo('/admin/reference', '/admin/reference', word(hasChanged));
});

export const changeMilestoneAction = action(
  milestoneForm,
  (ctx, { programme, milestone, seen, ...change }): Promise<FormState> => {
    const hasChanged = changeMilestone(ctx, { programmeCode: programme, milestoneCode: milestone }, seen, change);
    return leadTo('/admin/reference', '/admin/reference', word(hasChanged));
  },
);
