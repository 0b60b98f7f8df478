import { getDb, mapDatabaseError } from '@/db/client';
import { getClock } from '@/lib/clock';
import { getEnv } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { systemContext } from '../service-context';
import { runDueDeskChecks } from './run';

const EVERY_MS = 10 * 60_000;

const holder = globalThis as typeof globalThis & { mizbanDeskLoop?: NodeJS.Timeout };

let isRunning = false;
let lastFault = '';

async function guardedTick(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    await runDueDeskChecks(systemContext('system', { db: getDb(), clock: getClock(), dataDir: getEnv().dataDir }));
    lastFault = '';
  } catch (caught) {
    const error = mapDatabaseError(caught);
    const fault = isAppError(error) ? error.code : String(error);
    // once, not every time
    if (fault !== lastFault) console.error('Desk checks:', isAppError(error) ? error.code : error);
    lastFault = fault;
  } finally {
    isRunning = false;
  }
}

/** Looks every ten minutes whether an electronic desk's week is over. What was checked stands in the database, so a restart repeats nothing. */
export function startDeskCheckLoop(): void {
  if (holder.mizbanDeskLoop !== undefined) return;
  holder.mizbanDeskLoop = setInterval(() => void guardedTick(), EVERY_MS);
  holder.mizbanDeskLoop.unref();
}
