import { AppError } from '@/lib/errors';
import type { AnonymousContext } from './service-context';

const WINDOW_MS = 60_000;
/** More addresses than this are not remembered at once. */
const MOST_ADDRESSES = 10_000;

/** What somebody may get wrong only so often in a minute. */
export interface AttemptLimit {
  /** Also the `reason` of the refusal. */
  readonly kind: string;
  readonly perMinute: number;
}

interface Window {
  readonly startedAt: number;
  readonly count: number;
}

type Windows = Map<string, Window>;

// Kept on globalThis, since the server's bundles may hold this module more than once. A restart forgives.
const WINDOWS = Symbol.for('mizban.wrong-attempts');
type WithWindows = typeof globalThis & { [WINDOWS]?: WeakMap<object, Map<string, Windows>> };

function windowsOf(db: object, kind: string): Windows {
  const all = ((globalThis as WithWindows)[WINDOWS] ??= new WeakMap());
  let kinds = all.get(db);
  if (!kinds) all.set(db, (kinds = new Map()));
  let windows = kinds.get(kind);
  if (!windows) kinds.set(kind, (windows = new Map()));
  return windows;
}

/** Milliseconds of its minute that are left; none when it is over or the clock was put back. */
function millisecondsLeft(window: Window, now: number): number {
  const passed = now - window.startedAt;
  return passed < 0 || passed >= WINDOW_MS ? 0 : WINDOW_MS - passed;
}

/**
 * Refuses an address that has been wrong too often in its minute.
 * @throws AppError `too_many_attempts` with `retryAfterSeconds`
 */
export function refuseTooManyAttempts(ctx: AnonymousContext, { kind, perMinute }: AttemptLimit): void {
  const known = windowsOf(ctx.db, kind).get(ctx.ipAddress ?? '');
  const left = known === undefined ? 0 : millisecondsLeft(known, ctx.clock.now().getTime());
  if (known === undefined || left === 0 || known.count < perMinute) return;
  throw new AppError('too_many_attempts', { reason: kind, retryAfterSeconds: Math.ceil(left / 1000) });
}

/** Counts a wrong attempt of an address. @throws AppError `too_many_attempts` for one too many */
export function countWrongAttempt(ctx: AnonymousContext, limit: AttemptLimit): void {
  refuseTooManyAttempts(ctx, limit);
  const windows = windowsOf(ctx.db, limit.kind);
  const now = ctx.clock.now().getTime();
  const address = ctx.ipAddress ?? '';
  const known = windows.get(address);
  const current = known === undefined || millisecondsLeft(known, now) === 0 ? { startedAt: now, count: 0 } : known;
  if (windows.size >= MOST_ADDRESSES && !windows.has(address)) {
    for (const [other, window] of windows) if (millisecondsLeft(window, now) === 0) windows.delete(other);
    if (windows.size >= MOST_ADDRESSES) windows.clear();
  }
  windows.set(address, { ...current, count: current.count + 1 });
}
