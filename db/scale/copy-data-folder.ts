import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { DATABASE_FILE, openDatabase } from '../client';
import { multiplyEvents } from './multiply-events';

/**
 * Copies a data folder with all that lies in it, and multiplies the events of the copy. The original is only read.
 *
 * @param to a folder that does not exist yet, or is empty
 * @returns events before and after
 * @throws Error if there is no database, or the target holds something
 */
export function copyWithMoreEvents(
  from: string,
  to: string,
  factor: number,
): { readonly before: number; readonly after: number } {
  const original = path.join(from, DATABASE_FILE);
  if (!existsSync(original)) throw new Error(`There is no ${DATABASE_FILE} in ${from}.`);
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(`${to} is not empty.`);
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true, filter: (source) => !path.basename(source).startsWith(DATABASE_FILE) });

  const copy = path.join(to, DATABASE_FILE);
  const source = openDatabase(original, { readonly: true });
  const before =
    source.$client.prepare<[], { count: number }>('select count(*) as count from events').get()?.count ?? 0;
  source.$client.prepare('vacuum into ?').run(copy);
  source.$client.close();

  const db = openDatabase(copy);
  try {
    const after = multiplyEvents(db, factor);
    db.$client.pragma('wal_checkpoint(TRUNCATE)');
    db.$client.exec('analyze');
    return { before, after };
  } finally {
    db.$client.close();
  }
}
