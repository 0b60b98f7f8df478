'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { userHref } from '@/components/admin/users-table';
import type { FormState } from '@/components/ui/form-state';
import { action, done } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { ADMIN_NOTIFICATIONS } from '@/lib/messages/admin-notifications';
import { SENDING_HOLDS } from '@/lib/messages/notifications';
import { setContact } from '@/lib/services/contact-settings';
import { changeNotificationSettings } from '@/lib/services/notification-settings';
import { retryDigest, sendTest } from '@/lib/services/notifications';
import { notificationsForm, retryForm, testForm, userContactForm } from '@/lib/validation/notifications';

const PATH = '/admin/notifications';

export const saveNotifications = action(notificationsForm, async (ctx, input): Promise<FormState> => {
  const hasChanged = changeNotificationSettings(ctx, input);
  await clearDraft(PATH);
  redirect(`${PATH}?done=${hasChanged ? 'saved' : 'unchanged'}`);
});

const refused = (message: string): FormState => ({ status: 'error', message, fieldErrors: {}, values: {} });

export const sendTestMessage = action(testForm, async (ctx, { channel }): Promise<FormState> => {
  const outcome = await sendTest(ctx, channel);
  if (outcome.status === 'held') return refused(SENDING_HOLDS[outcome.hold]);
  if (outcome.status === 'no_own_address') return refused(ADMIN_NOTIFICATIONS.noOwnAddress);
  if (outcome.status === 'refused') return refused(ADMIN_NOTIFICATIONS.testRefused(outcome.answer));
  return done(undefined, ADMIN_NOTIFICATIONS.testSent(outcome.answer));
});

export const retryAction = action(retryForm, (ctx, { id }): FormState => {
  retryDigest(ctx, id);
  revalidatePath(PATH);
  redirect(`${PATH}?done=retried#outbox`);
});

export const saveUserContact = action(userContactForm, async (ctx, { username, ...contact }): Promise<FormState> => {
  setContact(ctx, username, contact);
  const path = userHref(username);
  await clearDraft(path);
  redirect(`${path}?done=contact`);
});
