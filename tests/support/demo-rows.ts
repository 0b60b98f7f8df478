import Database from 'better-sqlite3';
import { startedDemo } from './own-demo';

/** What the database of the browser tests holds, read beside the running server. */
export function demoRows<T>(sql: string, ...values: readonly unknown[]): T[] {
  const db = new Database(`${startedDemo().dataDir}/mizban.db`, { readonly: true });
  try {
    return db.prepare(sql).all(...values) as T[];
  } finally {
    db.close();
  }
}
