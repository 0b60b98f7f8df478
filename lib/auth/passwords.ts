import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

export type PasswordRefusal = 'too_short' | 'too_long' | 'contains_username' | 'too_common' | 'too_few_characters';

/** argon2id (the library's default kind) with the parameters OWASP names for it: 19 MiB, two passes, one lane. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const COMMON = new Set([
  '1234567890',
  '0123456789',
  '0987654321',
  '12345678910',
  '123456789a',
  'qwertyuiop',
  'password12',
  'password123',
  'password1234',
  'iloveyou12',
  'bandarlengeh',
  'hormozgan1397',
  'mizban1397',
  'administrator',
]);

export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS);
}

/** False also for a hash that cannot be read. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password.normalize('NFC'));
  } catch {
    return false;
  }
}

let dummyHash: Promise<string> | null = null;

/** Takes as long as `verifyPassword`, for user names that do not exist: the time of an answer must not tell who has an account. */
export async function verifyAgainstNothing(password: string): Promise<false> {
  dummyHash ??= hashPassword('there is nobody with this password');
  await verifyPassword(await dummyHash, password);
  return false;
}

/** Every reason why a password cannot be accepted; empty when it can. Lengths count characters, as people do. */
export function refusePassword(password: string, username: string): PasswordRefusal[] {
  const characters = [...password.normalize('NFC')];
  const lower = password.toLowerCase();
  const reasons: PasswordRefusal[] = [];
  if (characters.length < PASSWORD_MIN_LENGTH) reasons.push('too_short');
  if (characters.length > PASSWORD_MAX_LENGTH) reasons.push('too_long');
  if (username.length > 0 && lower.includes(username.toLowerCase())) reasons.push('contains_username');
  if (COMMON.has(lower)) reasons.push('too_common');
  if (new Set(characters).size < 4) reasons.push('too_few_characters');
  return reasons;
}

/** Letters and digits that are not mistaken for one another when read out or written down. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to hand over once: 16 characters in groups of four, about 79 bits. */
export function generateTemporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
