import { matchKey } from './normalise';

/** Words that the name of a port carries in one list and drops in the next: «بندر چارک» is «چارک». */
const DROPPED_PREFIX = /^(?:بندر|بند)+(?=.{3})/;

/**
 * Keys under which a place or body may be known, from the strictest to the loosest. Beyond `matchKey`: each of the names between
 * slashes counts, «بندر» in front may be missing, a letter typed twice counts once, گ written as ک is ک.
 */
export function looseNameKeys(name: string): string[] {
  const keys = new Set<string>([matchKey(name)]);
  for (const part of name.split(/[/\\]/)) {
    const key = matchKey(part);
    // A part without a letter is a piece of a date or a number, not a name.
    if (!/\p{L}/u.test(key)) continue;
    keys.add(key);
    keys.add(simplify(key.replace(DROPPED_PREFIX, '')));
  }
  return [...keys].filter((key) => key !== '');
}

/** One loose key for a whole text: without «بندر» in front, doubled letters once, گ as ک. For finding it inside another loose key. */
export function looseNameKey(text: string): string {
  return simplify(matchKey(text).replace(DROPPED_PREFIX, ''));
}

/**
 * Whether two names may mean the same. Loose on purpose: good for a search and for a question («did you mean …?»), not for deciding
 * without a person that two rows are one body.
 */
export function mayBeSameName(a: string, b: string): boolean {
  const keys = new Set(looseNameKeys(a));
  return looseNameKeys(b).some((key) => keys.has(key));
}

function simplify(key: string): string {
  return key.replaceAll('گ', 'ک').replace(/(\p{L})\1+/gu, '$1');
}
