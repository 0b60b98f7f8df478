import type { Db, Executor } from '../client';

/**
 * A query that every request asks, compiled once for each open database. A transaction of Drizzle's compiles it anew.
 *
 * @param build makes the query; its parameters are placeholders
 */
export function prepared<E extends Executor | Db, Q>(build: (db: E) => Q): (db: E) => Q {
  const known = new WeakMap<E, Q>();
  return (db) => {
    let query = known.get(db);
    if (query === undefined) {
      query = build(db);
      known.set(db, query);
    }
    return query;
  };
}
