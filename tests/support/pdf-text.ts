import { spawnSync } from 'node:child_process';

/**
 * The text of a PDF as somebody copies it out of a reader, one space between words; null on a machine without poppler, where only the rules
 * that keep the text in order can be checked. Direction marks are taken out, and spaces beside figures, which the program sets as it likes.
 */
export function pdfText(pdf: Uint8Array): string | null {
  const { error, stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  if (error !== undefined) return null;
  return stdout
    .replace(/[\u202a-\u202e\u2066-\u2069\u200c]/g, '')
    .replace(/\s*([۰-۹/]+)\s*/g, '$1')
    .replace(/\s+/g, ' ');
}

/** The same of an expected sentence. */
export const asPdfText = (sentence: string): string =>
  sentence
    .replace(/\u200c/g, '')
    .replace(/\s*([۰-۹/]+)\s*/g, '$1')
    .replace(/\s+/g, ' ');

/**
 * What text taken out of a PDF turns round: a heh with hamza as two characters, short vowels, and a comma, colon, stop or bracket that
 * follows a figure directly.
 */
export const TURNED_ROUND = /[\u0647\u06d5]\u0654|[\u064b-\u0652\u0670]|[۰-۹][،:.)](?![۰-۹])/u;
