import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/support/browser.mjs';
import { ensureBuilt } from '../../scripts/support/build.mjs';
import { demoEnvironment, seedDemo, startServer, temporaryFolder, type DemoAccount } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    baseUrl: string;
    dataDir: string;
    accounts: DemoAccount[];
    browserPath: string;
  }
}

/** One built application with the demonstration's data for all browser tests; ended by its own process id. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browserPath', await ensureBrowser());
  await ensureBuilt();
  const folder = temporaryFolder('e2e');
  const accounts = await seedDemo(folder.path);
  const server = await startServer(demoEnvironment(folder.path));
  project.provide('baseUrl', server.url);
  project.provide('dataDir', folder.path);
  project.provide('accounts', accounts);
  return async () => {
    await server.stop();
    folder.remove();
  };
}
