import { normaliseForMatch } from './normalise';

/** Letters that sound alike in Persian, so that «گذیر» finds «گزیر». */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[ذضظ]/g, 'ز'],
  [/[ثص]/g, 'س'],
  [/ط/g, 'ت'],
  [/ح/g, 'ه'],
  [/غ/g, 'ق'],
  [/ع/g, 'ا'],
];

function soundWords(text: string): string[] {
  const sounded = SOUNDS.reduce((key, [letters, sound]) => key.replace(letters, sound), normaliseForMatch(text));
  return sounded.split(' ').filter(Boolean);
}

function letterPairs(word: string): Set<string> {
  const framed = ` ${word} `;
  return new Set(Array.from({ length: framed.length - 1 }, (_, index) => framed.slice(index, index + 2)));
}

/** Share of letter pairs two words have in common, from 0 to 1 (Dice's coefficient). */
function likeness(a: string, b: string): number {
  const [pairsOfA, pairsOfB] = [letterPairs(a), letterPairs(b)];
  const shared = [...pairsOfA].filter((pair) => pairsOfB.has(pair)).length;
  return (2 * shared) / (pairsOfA.size + pairsOfB.size);
}

/** Below this, a name is no help to somebody who mistyped. */
const LEAST_LIKENESS = 0.55;

/**
 * The names nearest to a search that found nothing, best first: each word of the search is held against the words of the name, by sound
 * and by letter pairs.
 */
export function suggestNames<T>(query: string, items: readonly T[], nameOf: (item: T) => string, limit = 3): T[] {
  const wanted = soundWords(query);
  if (wanted.length === 0) return [];
  return items
    .map((item) => {
      const own = soundWords(nameOf(item));
      const best = wanted.map((word) => Math.max(0, ...own.map((other) => likeness(word, other))));
      return { item, score: best.reduce((sum, value) => sum + value, 0) / best.length };
    })
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}
