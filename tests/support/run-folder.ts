import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What systems call the folder for temporary files. */
const NAMES = ['TMPDIR', 'TEMP', 'TMP'] as const;

interface RunFolder {
  readonly path: string;
  readonly before: readonly (string | undefined)[];
  users: number;
}

const shared = globalThis as typeof globalThis & { mizbanRunFolder?: RunFolder };

/**
 * One folder for all that a run of the tests writes: workers, servers, commands and browsers inherit it as their folder for temporary
 * files. It goes away with the run, so a worker that is ended without warning leaves nothing behind. Every project asks for it; the
 * first one makes it, the last one removes it.
 */
export default function setup(): () => void {
  const folder = (shared.mizbanRunFolder ??= makeFolder());
  folder.users += 1;
  return () => {
    folder.users -= 1;
    if (folder.users === 0) removeFolder(folder);
  };
}

function makeFolder(): RunFolder {
  const before = NAMES.map((name) => process.env[name]);
  const folder = { path: mkdtempSync(path.join(tmpdir(), 'mizban-tests-')), before, users: 0 };
  for (const name of NAMES) process.env[name] = folder.path;
  // For a run that ends before its projects are taken down.
  process.once('exit', () => removeFolder(folder));
  return folder;
}

function removeFolder(folder: RunFolder): void {
  rmSync(folder.path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  if (shared.mizbanRunFolder !== folder) return;
  delete shared.mizbanRunFolder;
  NAMES.forEach((name, index) => {
    const value = folder.before[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  });
}
