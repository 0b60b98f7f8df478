'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions';
import { clearDraft } from '@/lib/drafts';
import { localPath } from '@/lib/paths';
import { setOwnContact } from '@/lib/services/contact-settings';
import { markAllRead, markRead } from '@/lib/services/inbox';
import { contactForm, markReadForm } from '@/lib/validation/inbox';

/** One message or all; the list comes back as it was filtered. */
export const readMessages = action(markReadForm, (ctx, { key, all, back }) => {
  if (all !== undefined) markAllRead(ctx);
  else if (key !== undefined) markRead(ctx, key);
  const path = localPath(back);
  const list = path?.startsWith('/my/inbox') ? path : '/my/inbox';
  redirect(`${list}${list.includes('?') ? '&' : '?'}done=${all === undefined ? 'one' : 'all'}`);
});

export const saveOwnContact = action(contactForm, async (ctx, input) => {
  setOwnContact(ctx, input);
  await clearDraft('/my/inbox');
  redirect('/my/inbox?done=contact#outside');
});
