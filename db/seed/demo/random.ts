/**
 * Randomness of the sample history: seeded and keyed by text, so that the choice made for one milestone of one body never depends on how
 * many choices were made before it. The same seed gives the same history on every machine.
 */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  chance(probability: number): boolean;
  /** Whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Picks a value by its share; shares need not sum to 1. */
  weighted<T>(items: readonly [readonly [T, number], ...(readonly [T, number])[]]): T;
}

/** FNV-1a, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash ^= character.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A generator of its own for each key: mulberry32 on the hash of the key. */
export function randomFor(key: string): Random {
  let state = hashText(key);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    weighted: (items) => {
      const total = items.reduce((sum, [, share]) => sum + share, 0);
      let left = next() * total;
      for (const [value, share] of items) {
        left -= share;
        if (left < 0) return value;
      }
      return items[0][0];
    },
  };
}

/** The items in an order that depends on the key alone. */
export function shuffled<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...items]
    .map((item) => ({ item, rank: randomFor(keyOf(item)).next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
