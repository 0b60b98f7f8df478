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

function finds(key: string, query: string, keyOf: (text: string) => string): boolean {
  const whole = keyOf(query);
  if (whole === '') return false;
  if (key.includes(whole)) return true;
  return normaliseForMatch(query)
    .split(' ')
    .every((word) => key.includes(keyOf(word)));
}

/**
 * The things a search finds: those that hold the whole query or each of its words, whatever the spelling (ی ک, half-spaces, hamza, digits).
 * Only if none does: those that hold it once letters typed twice, گ for ک and a «بندر» in front are let pass, so that «بندر چارک» finds «چارک»
 * and never drowns what is spelt exactly. One rule for the list and for the browser.
 */
export function searchItems<T>(query: string, items: readonly T[], textOf: (item: T) => SearchText): T[] {
  if (normaliseForMatch(query) === '') return query.trim() === '' ? [...items] : [];
  const exact = items.filter((item) => finds(textOf(item).exact, query, matchKey));
  if (exact.length > 0) return exact;
  return items.filter((item) => finds(textOf(item).loose, query, looseNameKey));
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
