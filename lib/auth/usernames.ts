import { toLatinDigits } from '@/lib/text/digits';
import { normaliseForStore } from '@/lib/text/normalise';

export const USERNAME_MIN_LENGTH = 3;
export const USERNAME_MAX_LENGTH = 40;

/** One spelling of a user name: Persian letters unified, digits Latin, small letters, no half-spaces. What is stored and compared. */
export function normaliseUsername(text: string): string {
  return toLatinDigits(normaliseForStore(text)).replaceAll('\u200c', '').toLowerCase();
}

/** Persian and Latin letters, digits, dot, dash and underscore; 3 to 40 characters. Expects a normalised name. */
export function isValidUsername(username: string): boolean {
  return (
    username.length >= USERNAME_MIN_LENGTH &&
    username.length <= USERNAME_MAX_LENGTH &&
    /^(?:\p{Script=Arabic}|[a-z0-9._-])+$/u.test(username) &&
    /[\p{L}0-9]/u.test(username)
  );
}
