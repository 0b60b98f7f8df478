import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getContext } from '@/lib/context';
import { isAppError } from '@/lib/errors';
import { describeError } from '@/lib/messages/errors';
import { localPath, signInPath } from '@/lib/paths';
import type { ServiceContext } from '@/lib/services/service-context';
import type { QueryParams } from '@/lib/validation/progress';

/** Path of the page that is being drawn, as the proxy passes it on. */
export async function getPathname(): Promise<string> {
  return localPath((await headers()).get('x-pathname')) ?? '/';
}

/**
 * The context of a signed-in page. Leads to the sign-in page and back when nobody is signed in, and to the change of password while it
 * is a temporary one.
 */
export async function getPageContext(): Promise<ServiceContext> {
  const ctx = await contextOrSignIn();
  if (ctx.actor.mustChangePassword) redirect('/change-password');
  return ctx;
}

/** The same for the change of password itself. */
export async function contextOrSignIn(): Promise<ServiceContext> {
  try {
    return await getContext();
  } catch (error) {
    if (!isAppError(error, 'signed_out')) throw error;
    redirect(signInPath(await getPathname()));
  }
}

/** Reads for a page: what does not exist and what the reader may not see are the same page, "not found". */
export function readOrNotFound<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (isAppError(error, 'not_found') || isAppError(error, 'forbidden')) notFound();
    throw error;
  }
}

/**
 * Answers what an address asks for. Where it asks for something that cannot be (a day that its month does not have, a word that no list
 * knows), answers without it and hands on the reason in words.
 */
export function readOrExplain<T>(query: QueryParams, read: (query: QueryParams, problem: string | null) => T): T {
  try {
    return read(query, null);
  } catch (error) {
    if (!isAppError(error, 'invalid_input') && !isAppError(error, 'as_of_out_of_range')) throw error;
    return read({}, describeError(error).message);
  }
}
