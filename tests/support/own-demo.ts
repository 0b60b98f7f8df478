import { cpSync } from 'node:fs';
import { afterAll, inject } from 'vitest';
import { demoEnvironment, startServer, temporaryFolder, type RunningServer } from './server';

let starting: Promise<RunningServer> | null = null;
let running: RunningServer | null = null;

/**
 * The demonstration of this test file: a server of its own on a copy of the sample, so that no file meets what another one changed, and
 * two files can run at the same time. Started when first asked for.
 */
export function ownDemo(): Promise<RunningServer> {
  starting ??= start();
  return starting;
}

/** The same, where something has been asked of it already. */
export function startedDemo(): RunningServer {
  if (!running) throw new Error('No page of the demonstration was opened yet.');
  return running;
}

async function start(): Promise<RunningServer> {
  const folder = temporaryFolder('demo');
  cpSync(inject('sampleDir'), folder.path, { recursive: true });
  running = await startServer(demoEnvironment(folder.path));
  return running;
}

// The folder goes with the folder of the whole run.
afterAll(() => running?.stop());
