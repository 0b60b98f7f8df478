import { randomInt } from 'node:crypto';
import { toLatinDigits } from '@/lib/text/digits';

/** Letters and digits that nobody mistakes for another when reading them from paper. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

export function createVerificationCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)] ?? '');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** A code as it is stored, however it was typed: digits of any script, small letters, with or without the dash. Null when it is none. */
export function normaliseVerificationCode(text: string): string | null {
  const letters = toLatinDigits(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return letters.length === CODE_LENGTH ? `${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}
