import { getDb, mapDatabaseError } from '@/db/client';
import { getClock } from '@/lib/clock';
import { getEnv, getNotifierEnv } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { getNotificationSettings } from './notification-settings';
import { runNotifications } from './notifications';
import { systemContext } from './service-context';

const EVERY_MS = 60_000;

const holder = globalThis as typeof globalThis & { mizbanNotifications?: NodeJS.Timeout };

let plannedFor = '';
let isRunning = false;
let lastFault = '';

async function tick(): Promise<void> {
  const clock = getClock();
  const { email, sms } = getNotifierEnv();
  // nothing to do on most machines, and never in a demonstration
  if (clock.isSimulated || (email === null && sms === null)) return;
  const ctx = systemContext('system', { db: getDb(), clock, dataDir: getEnv().dataDir });
  const plan = JSON.stringify([clock.today(), getNotificationSettings(ctx)]);
  const report = await runNotifications(ctx, { makesDigests: plan !== plannedFor });
  if (report.hold !== null) return;
  // what was given up may be told anew
  plannedFor = report.givenUp > 0 ? '' : plan;
}

async function guardedTick(): Promise<void> {
  if (isRunning) return;
  isRunning = true;
  try {
    await tick();
    lastFault = '';
  } catch (caught) {
    const error = mapDatabaseError(caught);
    const fault = isAppError(error) ? error.code : String(error);
    // once, not every minute
    if (fault !== lastFault) console.error('Notifications:', isAppError(error) ? error.code : error);
    lastFault = fault;
  } finally {
    isRunning = false;
  }
}

/**
 * Looks once a minute whether something is to be told outside. Digests are made once a day, at the first look within the hours; whatever
 * is remembered only here may be forgotten by a restart, since the outbox knows what was told.
 */
export function startNotificationLoop(): void {
  if (holder.mizbanNotifications !== undefined) return;
  holder.mizbanNotifications = setInterval(() => void guardedTick(), EVERY_MS);
  holder.mizbanNotifications.unref();
}
