import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import type { AnonymousContext } from './service-context';
import { findTokenActor } from './tokens';

/** Wrong tokens that one address may send before it has to wait. */
export const WRONG_TOKENS_PER_MINUTE = 30;
const WINDOW_MS = 60_000;
/** More addresses than this are not remembered at once. */
const MOST_ADDRESSES = 10_000;

interface Window {
  readonly startedAt: number;
  readonly count: number;
}

// Kept on globalThis, since the server's bundles may hold this module more than once. A restart forgives.
const WINDOWS = Symbol.for('mizban.wrong-tokens');
type WithWindows = typeof globalThis & { [WINDOWS]?: WeakMap<object, Map<string, Window>> };

function windowsOf(db: object): Map<string, Window> {
  const all = ((globalThis as WithWindows)[WINDOWS] ??= new WeakMap());
  let windows = all.get(db);
  if (!windows) all.set(db, (windows = new Map()));
  return windows;
}

/** Milliseconds of its minute that are left; none when it is over or the clock was put back. */
function millisecondsLeft(window: Window, now: number): number {
  const passed = now - window.startedAt;
  return passed < 0 || passed >= WINDOW_MS ? 0 : WINDOW_MS - passed;
}

/** Counts a wrong token of an address. @throws AppError `too_many_attempts` with `retryAfterSeconds` */
function countWrongToken(ctx: AnonymousContext): void {
  const windows = windowsOf(ctx.db);
  const now = ctx.clock.now().getTime();
  const address = ctx.ipAddress ?? '';
  const known = windows.get(address);
  const left = known === undefined ? 0 : millisecondsLeft(known, now);
  const current = known === undefined || left === 0 ? { startedAt: now, count: 0 } : known;
  if (current.count >= WRONG_TOKENS_PER_MINUTE) {
    const retryAfterSeconds = Math.ceil(left / 1000);
    throw new AppError('too_many_attempts', { reason: 'wrong_tokens', retryAfterSeconds });
  }
  if (windows.size >= MOST_ADDRESSES && !windows.has(address)) {
    for (const [other, window] of windows) if (millisecondsLeft(window, now) === 0) windows.delete(other);
    if (windows.size >= MOST_ADDRESSES) windows.clear();
  }
  windows.set(address, { ...current, count: current.count + 1 });
}

/**
 * The actor behind the token of a request. Who holds a right token is let in even while others at the same address try wrong ones: a
 * whole office may share one address.
 *
 * @param token null when the request brought something that is no token at all
 * @throws AppError `signed_out` for a wrong token, `too_many_attempts` for one too many
 */
export function requireTokenActor(ctx: AnonymousContext, token: string | null): Actor {
  const actor = token === null ? null : findTokenActor(ctx, token);
  if (actor !== null) return actor;
  countWrongToken(ctx);
  throw new AppError('signed_out', { reason: 'invalid_token' });
}
