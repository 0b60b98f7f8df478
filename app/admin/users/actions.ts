'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { Secret } from '@/components/admin/secret-answer';
import { userHref } from '@/components/admin/users-table';
import type { FormState } from '@/components/ui/form-state';
import { action, done, formValues } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { USER_FORM } from '@/lib/messages/admin';
import { grantDelegation, revokeDelegation } from '@/lib/services/delegations';
import { handOverBodies } from '@/lib/services/handovers';
import {
  addUser,
  disableUser,
  enableUser,
  resetPassword,
  revokeSessions,
  setScopes,
  unlockUser,
  updateUser,
} from '@/lib/services/users';
import {
  addUserForm,
  delegationForm,
  editUserForm,
  handoverForm,
  scopesForm,
  usernameForm,
} from '@/lib/validation/admin';

/** Leads back to the user's page, which says what happened. */
async function toUser(username: string, what: string): Promise<never> {
  const path = userHref(username);
  await clearDraft(path);
  redirect(`${path}?done=${what}`);
}

function searched(data: FormData): FormState<never> | null {
  return data.get('intent') === 'search' ? { status: 'idle', values: formValues(data) } : null;
}

const add = action(addUserForm, async (ctx, input) => {
  const user = await addUser(ctx, input);
  revalidatePath('/admin', 'layout');
  return done<Secret>({
    title: USER_FORM.created(input.name),
    label: USER_FORM.secretLabel,
    secret: user.temporaryPassword ?? '',
    hint: USER_FORM.secretHint,
    link: { href: userHref(user.username), label: USER_FORM.toUser },
  });
});

/** Without script the form is also sent for searching the list of bodies; it comes back as it was. */
export async function addUserAction(state: FormState<Secret>, data: FormData): Promise<FormState<Secret>> {
  return searched(data) ?? add(state, data);
}

const saveScopes = action(scopesForm, (ctx, { username, ...scopes }): Promise<FormState> => {
  setScopes(ctx, username, scopes);
  return toUser(username, 'scopes');
});

export async function saveScopesAction(state: FormState, data: FormData): Promise<FormState> {
  return searched(data) ?? saveScopes(state, data);
}

export const updateUserAction = action(editUserForm, (ctx, { username, ...input }): Promise<FormState> => {
  updateUser(ctx, username, input);
  return toUser(username, 'details');
});

export const resetPasswordAction = action(usernameForm, async (ctx, input) => {
  const { temporaryPassword } = await resetPassword(ctx, input.username);
  revalidatePath('/admin', 'layout');
  return done<Secret>({
    title: USER_FORM.passwordReset,
    label: USER_FORM.secretLabel,
    secret: temporaryPassword ?? '',
    hint: USER_FORM.secretHint,
  });
});

export const disableUserAction = action(usernameForm, (ctx, { username }): Promise<FormState> => {
  disableUser(ctx, username);
  return toUser(username, 'disabled');
});

export const enableUserAction = action(usernameForm, (ctx, { username }): Promise<FormState> => {
  enableUser(ctx, username);
  return toUser(username, 'enabled');
});

export const unlockUserAction = action(usernameForm, (ctx, { username }): Promise<FormState> => {
  unlockUser(ctx, username);
  return toUser(username, 'unlocked');
});

export const revokeSessionsAction = action(usernameForm, (ctx, { username }): Promise<FormState> => {
  revokeSessions(ctx, username);
  return toUser(username, 'sessions');
});

export const grantDelegationAction = action(delegationForm, (ctx, input): Promise<FormState> => {
  grantDelegation(ctx, input);
  return toUser(input.username, 'delegated');
});

export const revokeDelegationAction = action(usernameForm, (ctx, { username }): Promise<FormState> => {
  revokeDelegation(ctx, username);
  return toUser(username, 'delegationEnded');
});

export const handOverAction = action(handoverForm, (ctx, { username, ...input }): Promise<FormState> => {
  handOverBodies(ctx, { from: username, ...input });
  return toUser(username, 'handedOver');
});
