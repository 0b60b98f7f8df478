import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { getDb } from '@/db/client';
import type { SessionCookie } from '@/lib/auth/session';
import { SESSION_COOKIE } from '@/lib/auth/session';
import { readSessionActor } from '@/lib/auth/session-actor';
import { getClock } from '@/lib/clock';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { namedActor, type AnonymousContext, type ServiceContext } from '@/lib/services/service-context';
import { requireTokenActor } from '@/lib/services/token-attempts';

interface RequestSession {
  readonly ctx: ServiceContext;
  readonly sessionToken: string;
}

/** The last address in the list is the one our own server or proxy wrote; those before it can be made up by the sender. */
function addressOf(requestHeaders: Headers): string | null {
  return requestHeaders.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? null;
}

function anonymousContext(requestHeaders: Headers): AnonymousContext {
  return { db: getDb(), clock: getClock(), dataDir: getEnv().dataDir, ipAddress: addressOf(requestHeaders) };
}

async function readRequestSession(requestHeaders: Headers): Promise<RequestSession | null> {
  const base = anonymousContext(requestHeaders);
  const found = await readSessionActor(base, requestHeaders);
  return found === null
    ? null
    : { ctx: { ...base, actor: found.actor, isSystem: false }, sessionToken: found.sessionToken };
}

const getRequestSession = cache(async () => readRequestSession(await headers()));

/** The context of the signed-in person, once a request. @throws AppError `signed_out` */
export async function getContext(): Promise<ServiceContext> {
  const session = await getRequestSession();
  if (session === null) throw new AppError('signed_out');
  return session.ctx;
}

/** As `getContext`, but null for somebody who has not signed in. */
export async function getOptionalContext(): Promise<ServiceContext | null> {
  return (await getRequestSession())?.ctx ?? null;
}

/** For sign-in, set-up and whatever else happens before anybody is known. */
export async function getAnonymousContext(): Promise<AnonymousContext> {
  return anonymousContext(await headers());
}

/** For public pages: may read what a viewer reads; the service decides what of it is public. */
export async function getPublicContext(): Promise<ServiceContext> {
  return { ...(await getAnonymousContext()), actor: namedActor('public', 'viewer'), isSystem: false };
}

/** The token of the running session, for sign-out and for keeping it on a change of password. */
export async function getSessionToken(): Promise<string | null> {
  return (await getRequestSession())?.sessionToken ?? null;
}

/**
 * The context of an API request: `Authorization: Bearer mzb_…` (reads only), else the session cookie.
 *
 * @throws AppError `signed_out` when there is neither, or the token is not valid; `too_many_attempts`
 */
export async function getApiContext(request: Request): Promise<ServiceContext> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) {
    const base = anonymousContext(request.headers);
    const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1] ?? null;
    return { ...base, actor: requireTokenActor(base, token), isSystem: false };
  }
  const session = await readRequestSession(request.headers);
  if (session === null) throw new AppError('signed_out');
  return session.ctx;
}

/** Whether the visitor's connection is encrypted, as the server or the proxy in front of it says. */
export async function isHttps(): Promise<boolean> {
  return (await headers()).get('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}

/**
 * Hands the browser its session, in an action or route. Without an age of its own: it goes when the browser closes, and the
 * database ends it after twelve quiet hours.
 */
export async function startBrowserSession(cookie: SessionCookie): Promise<void> {
  (await cookies()).set(cookie.name, cookie.value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: await isHttps(),
  });
}

/** Takes the session cookie back, in an action or route. */
export async function endBrowserSession(): Promise<void> {
  (await cookies()).delete(SESSION_COOKIE);
}
