'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/ui/form-state';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { addListItem, changeListItem, moveListItem, setListItemRetired } from '@/lib/services/editable-lists';
import { addHoliday, changeBody, changeMilestone, changeTrack, removeHoliday } from '@/lib/services/reference-data';
import { addHolidayForm, bodyForm, milestoneForm, removeHolidayForm, trackForm } from '@/lib/validation/admin';
import { listItemForm, moveItemForm, withdrawItemForm } from '@/lib/validation/admin-lists';

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

const listPath = (list: string, code?: string) =>
  `/admin/reference/${list}${code === undefined ? '' : `/${encodeURIComponent(code)}`}`;

export const saveListItemAction = action(listItemForm, (ctx, { list, code, seen, content }): Promise<FormState> => {
  if (seen === undefined) {
    addListItem(ctx, list, code, content);
    return leadTo(listPath(list), listPath(list), 'added');
  }
  const path = listPath(list, code);
  return leadTo(path, path, word(changeListItem(ctx, list, code, seen, content)));
});

export const withdrawListItemAction = action(
  withdrawItemForm,
  (ctx, { list, code, seen, isRetired }): Promise<FormState> => {
    const hasChanged = setListItemRetired(ctx, list, code, seen, isRetired);
    const path = listPath(list, code);
    return leadTo(path, path, hasChanged ? (isRetired ? 'withdrawn' : 'restored') : 'unchanged');
  },
);

export const moveListItemAction = action(moveItemForm, (ctx, { list, move }): Promise<FormState> => {
  const hasMoved = moveListItem(ctx, list, move.code, move.direction);
  redirect(`${listPath(list)}?done=${hasMoved ? 'moved' : 'notMoved'}#item-${move.code}`);
});
