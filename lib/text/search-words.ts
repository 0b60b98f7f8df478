import { matchKey, normaliseForMatch } from './normalise';

/** Whether every word of a search stands in a text, however either is spelt. An empty search finds everything. */
export function matchesWords(text: string, query: string): boolean {
  const joined = matchKey(text);
  return (
    joined.includes(matchKey(query)) ||
    normaliseForMatch(query)
      .split(' ')
      .every((word) => joined.includes(word))
  );
}
