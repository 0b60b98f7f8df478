'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action, done, publicAction } from '@/lib/actions';
import { getAnonymousContext, getSessionToken, startBrowserSession } from '@/lib/context';
import { CHANGE_PASSWORD, SET_UP, SIGN_IN } from '@/lib/messages/auth';
import { localPath } from '@/lib/paths';
import { changeOwnPassword } from '@/lib/services/own-password';
import { createFirstAdmin } from '@/lib/services/set-up';
import { signIn } from '@/lib/services/sign-in';

const text = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(500);
/** As it was typed: a password may begin or end with a space. */
const password = (missing: string) => z.string({ error: missing }).min(1, missing).max(500);

const signInForm = z.object({
  username: text(SIGN_IN.usernameMissing),
  password: password(SIGN_IN.passwordMissing),
  next: z.string().optional(),
});

const changePasswordForm = z
  .object({
    currentPassword: password(CHANGE_PASSWORD.currentMissing),
    newPassword: password(CHANGE_PASSWORD.nextMissing),
    repeatPassword: z.string().optional(),
    next: z.string().optional(),
  })
  .refine((form) => form.newPassword === form.repeatPassword, {
    path: ['repeatPassword'],
    message: CHANGE_PASSWORD.repeatDiffers,
  });

const setUpForm = z
  .object({
    name: text(SET_UP.nameMissing),
    username: text(SIGN_IN.usernameMissing),
    password: password(SIGN_IN.passwordMissing),
    repeatPassword: z.string().optional(),
  })
  .refine((form) => form.password === form.repeatPassword, {
    path: ['repeatPassword'],
    message: CHANGE_PASSWORD.repeatDiffers,
  });

async function openBrowserSession(username: string, secret: string): Promise<{ mustChangePassword: boolean }> {
  const ctx = await getAnonymousContext();
  const userAgent = (await headers()).get('user-agent');
  const session = await signIn(ctx, { username, password: secret, userAgent });
  await startBrowserSession(session.cookie);
  return session;
}

export const signInAction = publicAction(signInForm, async (form) => {
  const { mustChangePassword } = await openBrowserSession(form.username, form.password);
  const next = localPath(form.next);
  if (!mustChangePassword) redirect(next ?? '/');
  redirect(next === null ? '/change-password' : `/change-password?${new URLSearchParams({ next }).toString()}`);
});

export const changePasswordAction = action(changePasswordForm, async (ctx, form) => {
  await changeOwnPassword(ctx, form, await getSessionToken());
  if (ctx.actor.mustChangePassword) redirect(localPath(form.next) ?? '/');
  return done(null, CHANGE_PASSWORD.done);
});

export const setUpAction = publicAction(setUpForm, async (form) => {
  await createFirstAdmin(await getAnonymousContext(), form);
  await openBrowserSession(form.username, form.password);
  redirect('/');
});
