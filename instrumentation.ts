/**
 * Once a server process: marks the data folder as in use, so that nothing is restored under a working server, and opens the database,
 * which migrates it and refuses to start without its guards. A process that cannot serve should say so when it starts, not to the
 * first visitor. It also looks every minute whether somebody is to be told by e-mail or SMS, which is off unless set up,
 * and whether an electronic desk is to be looked at again, which is off unless the admin turns it on.
 */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { getDb } = await import('@/db/client');
  const { getEnv } = await import('@/lib/env');
  const { acquireServerLock } = await import('@/lib/services/server-lock');
  const { dataDir, port } = getEnv();
  const { startNotificationLoop } = await import('@/lib/services/notification-loop');
  const { startDeskCheckLoop } = await import('@/lib/services/desk-checks/weekly-loop');
  acquireServerLock(dataDir, port);
  getDb();
  startNotificationLoop();
  startDeskCheckLoop();
}
