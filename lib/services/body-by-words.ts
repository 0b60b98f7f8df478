import type { Body } from '@/lib/domain/reference';
import { suggestNames } from '@/lib/text/name-suggestions';
import { matchKey } from '@/lib/text/normalise';
import { matchesWords } from '@/lib/text/search-words';
import { invalidInput } from './parse-input';

/** Names of at most this many bodies fit into a sentence. */
const NAMES_SHOWN = 4;

/** The code at the end of «نام (EA-001)», as the field's own suggestions write it. */
const CODE_IN_BRACKETS = /\(([^()]+)\)\s*$/;

/**
 * The one body that somebody means who typed a code, a name in any spelling, or a part of a name that fits one body alone.
 * @throws AppError `invalid_input` of field `body`: `no_such_body_name` with the nearest names, or `several_bodies` with those that fit
 */
export function bodyByWords(bodies: readonly Body[], typed: string): Body {
  const code = matchKey(CODE_IN_BRACKETS.exec(typed)?.[1] ?? typed);
  const byCode = bodies.find((body) => matchKey(body.code) === code);
  if (byCode !== undefined) return byCode;
  const sameName = bodies.filter(({ name }) => matchKey(name) === matchKey(typed));
  const fitting = sameName.length > 0 ? sameName : bodies.filter(({ name }) => matchesWords(name, typed));
  const [first] = fitting;
  if (first !== undefined && fitting.length === 1) return first;
  const namesOf = (found: readonly Body[]) => found.slice(0, NAMES_SHOWN).map((body) => `${body.name} (${body.code})`);
  throw invalidInput([
    fitting.length > 1
      ? { field: 'body', reason: 'several_bodies', names: namesOf(fitting), count: fitting.length }
      : { field: 'body', reason: 'no_such_body_name', names: namesOf(suggestNames(typed, bodies, ({ name }) => name)) },
  ]);
}
