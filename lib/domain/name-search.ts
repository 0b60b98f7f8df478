import { looseNameKey } from '@/lib/text/name-match';
import { matchKey, normaliseForMatch } from '@/lib/text/normalise';

/** What a search looks at in one thing: its words without spaces, as they are spelt and as they may be misspelt. */
export interface SearchText {
  readonly exact: string;
  readonly loose: string;
}

/** @param parts name, code, place …: everything a person may type to find the thing */
export function searchText(parts: readonly (string | null)[]): SearchText {
  const text = parts.filter((part) => part !== null && part !== '').join(' ');
  return { exact: matchKey(text), loose: looseNameKey(text) };
}

/** Words a name may carry or drop: «بندر چارک» is «چارک». They count only where nothing else is typed. */
const DROPPED_WORDS: ReadonlySet<string> = new Set(['بندر', 'بند']);

const holdsWords = (key: string, words: readonly string[]) =>
  words.length > 0 && words.every((word) => key.includes(word));

function findsExactly({ exact }: SearchText, query: string): boolean {
  return exact.includes(matchKey(query)) || holdsWords(exact, normaliseForMatch(query).split(' '));
}

/** One of the names between slashes is enough; a piece without a letter is of a date or a number and no name. */
function findsLoosely({ loose }: SearchText, query: string): boolean {
  return query.split(/[/\\]/).some((part) => {
    const whole = looseNameKey(part);
    if (!/\p{L}/u.test(whole)) return false;
    const words = normaliseForMatch(part).split(' ');
    const telling = words.filter((word) => !DROPPED_WORDS.has(word));
    return loose.includes(whole) || holdsWords(loose, telling.map(looseNameKey));
  });
}

/**
 * The things a search finds: those that hold the whole query or each of its words, whatever the spelling (ی ک, half-spaces, hamza, digits).
 * Only if none does: those that hold it once letters typed twice, گ for ک and a «بندر» in front are let pass, so that «بندر چارک» finds «چارک»
 * and never drowns what is spelt exactly. One rule for the list and for the browser.
 */
export function searchItems<T>(query: string, items: readonly T[], textOf: (item: T) => SearchText): T[] {
  if (normaliseForMatch(query) === '') return query.trim() === '' ? [...items] : [];
  const exact = items.filter((item) => findsExactly(textOf(item), query));
  if (exact.length > 0) return exact;
  return items.filter((item) => findsLoosely(textOf(item), query));
}

/** How near a name is to a query, 0 nearest: the whole name or its code, its beginning, a word's beginning, anywhere. For sorting hits. */
export function searchRank(query: string, name: string, code: string): number {
  const wanted = matchKey(query);
  const key = matchKey(name);
  if (key === wanted || (code !== '' && matchKey(code) === wanted)) return 0;
  if (key.startsWith(wanted)) return 1;
  const startsAWord = normaliseForMatch(name)
    .split(' ')
    .some((_, index, words) => words.slice(index).join('').startsWith(wanted));
  return startsAWord ? 2 : 3;
}
