import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/errors';

export const SERVER_LOCK_FILE = 'server.lock';

const lockSchema = z.object({
  pid: z.number().int().positive(),
  /** null while a restore holds the folder */
  port: z.number().int().nullable(),
  /** When the process began, where the system tells: a number that is used again belongs to another process. */
  startTime: z.string().nullable(),
});
export type ServerLock = z.infer<typeof lockSchema>;

function lockPath(dataDir: string): string {
  return path.join(/* turbopackIgnore: true */ dataDir, SERVER_LOCK_FILE);
}

/** Start of a process in ticks since the machine's own start; null where there is no /proc. */
function startTimeOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name in brackets may hold spaces; the twenty-second field is counted from after it
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function isAlive(lock: ServerLock): boolean {
  try {
    process.kill(lock.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const startTime = startTimeOf(lock.pid);
  return lock.startTime === null || startTime === null || lock.startTime === startTime;
}

function readLock(dataDir: string): ServerLock | null {
  try {
    const parsed = lockSchema.safeParse(JSON.parse(readFileSync(lockPath(dataDir), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The process that serves, or restores, a data folder now; null when there is none. A file left by a killed process does not count. */
export function findRunningServer(dataDir: string): ServerLock | null {
  const lock = readLock(dataDir);
  return lock !== null && isAlive(lock) ? lock : null;
}

const held = new Set<string>();

let isListening = false;

function hold(dataDir: string): void {
  if (!isListening) process.once('exit', () => [...held].forEach(releaseServerLock));
  isListening = true;
  held.add(dataDir);
}

/**
 * Marks a data folder as in use by this process until it ends. Calling it again in the same process changes nothing.
 *
 * @throws AppError `server_running` with `pid` and `port` when another process has it
 */
export function acquireServerLock(dataDir: string, port: number | null): void {
  mkdirSync(dataDir, { recursive: true });
  const lock: ServerLock = { pid: process.pid, port, startTime: startTimeOf(process.pid) };
  const file = lockPath(dataDir);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(lock), { flag: 'wx' });
      hold(dataDir);
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const running = findRunningServer(dataDir);
    if (running?.pid === process.pid) return;
    if (running !== null) throw new AppError('server_running', { pid: running.pid, port: running.port });
    rmSync(file, { force: true });
  }
  throw new AppError('server_running', { pid: null, port: null });
}

/** Takes this process's mark away; another one's stays. */
export function releaseServerLock(dataDir: string): void {
  held.delete(dataDir);
  if (readLock(dataDir)?.pid === process.pid) rmSync(lockPath(dataDir), { force: true });
}
