import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors';
import type { AnonymousContext } from './service-context';
import { findTokenActor } from './tokens';
import { countWrongAttempt } from './wrong-attempts';

/** Wrong tokens that one address may send before it has to wait. */
export const WRONG_TOKENS_PER_MINUTE = 30;

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
  countWrongAttempt(ctx, { kind: 'wrong_tokens', perMinute: WRONG_TOKENS_PER_MINUTE });
  throw new AppError('signed_out', { reason: 'invalid_token' });
}
