import Database from 'better-sqlite3';
import { inject } from 'vitest';

/** What the database of the browser tests holds, read beside the running server. */
export function demoRows<T>(sql: string, ...values: readonly unknown[]): T[] {
  const db = new Database(`${inject('dataDir')}/mizban.db`, { readonly: true });
  try {
    return db.prepare(sql).all(...values) as T[];
  } finally {
    db.close();
  }
}
