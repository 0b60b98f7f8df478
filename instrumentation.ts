/**
 * Once a server process: opens the database, which migrates it and refuses to start without its guards. A process that cannot serve
 * should say so when it starts, not to the first visitor.
 */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { getDb } = await import('@/db/client');
  getDb();
}
