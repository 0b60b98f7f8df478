import { toLatinDigits } from './digits';

const ZWNJ = '\u200c';
/** Letters of the old presentation blocks, left by legacy programs and PDF files. */
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/g;
/** Direction marks, zero-width spaces and byte order marks: invisible, and fatal to comparisons. */
const INVISIBLE = /[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const ARABIC_YE = /[\u064a\u0649]/g;
const ARABIC_KAF = /\u0643/g;

/**
 * One spelling for what is kept and shown: composed Unicode, Persian ی and ک, single spaces, no stray half-spaces. The writer's words,
 * half-spaces and digits stay. Line breaks become spaces.
 */
export function normaliseForStore(text: string): string {
  return tidyLine(foldLetters(text));
}

/** As `normaliseForStore`, for notes and reasons: line breaks stay, at most one empty line in a row. */
export function normaliseParagraphs(text: string): string {
  return foldLetters(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(tidyLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * The form in which two spellings of the same words are equal: for search and for matching imported rows, never for showing. Beyond
 * `normaliseForStore`: half-spaces and punctuation become spaces, digits are Latin, ة ۀ هٔ are ه, أ إ آ are ا, ئ is ی, a doubled ی
 * (رئیس, رییس) is one, ؤ is و, free hamza, vowel signs and tatweel go, Latin letters are small.
 */
export function normaliseForMatch(text: string): string {
  return (
    toLatinDigits(text)
      // Taking letters apart leaves hamza, madda and vowel signs as marks of their own, which then go together.
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(INVISIBLE, '')
      .replace(ARABIC_YE, 'ی')
      .replace(/[\u0643\u06aa]/g, 'ک')
      .replace(/[\u0629\u06c1\u06c3\u06d5\u06be]/g, 'ه')
      .replace(/\u0671/g, 'ا')
      .replace(/[\u0621\u0640]/g, '')
      .replace(/ی{2,}/g, 'ی')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}\u200c]+/gu, ' ')
      .trim()
  );
}

/** `normaliseForMatch` without any space, so that «بندر لنگه», «بندر‌لنگه» and «بندرلنگه» are one key. */
export function matchKey(text: string): string {
  return normaliseForMatch(text).replaceAll(' ', '');
}

function foldLetters(text: string): string {
  // Composition comes after everything that can bring a letter and its mark together.
  return text
    .replace(PRESENTATION_FORMS, (letter) => letter.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(ARABIC_YE, 'ی')
    .replace(ARABIC_KAF, 'ک');
}

function tidyLine(line: string): string {
  return line.replace(/[\s\u200c]+/g, (run) => (/\s/.test(run) ? ' ' : ZWNJ)).replace(/^[\u200c ]+|[\u200c ]+$/g, '');
}
