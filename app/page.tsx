import { redirect } from 'next/navigation';
import { getAnonymousContext, getOptionalContext } from '@/lib/context';
import { getFrameFacts } from '@/lib/services/frame';
import { isSetUpNeeded } from '@/lib/services/set-up';

/** The first page is the one this person works on. */
export default async function HomePage() {
  const anonymous = await getAnonymousContext();
  if (isSetUpNeeded(anonymous.db)) redirect('/set-up');
  const ctx = await getOptionalContext();
  if (ctx === null) redirect('/sign-in');
  if (ctx.actor.mustChangePassword) redirect('/change-password');
  if (ctx.actor.role === 'liaison') redirect('/my');
  const isBeforeImport = getFrameFacts(ctx).countyName === null;
  redirect(ctx.actor.role === 'admin' && isBeforeImport ? '/admin' : '/dashboard');
}
