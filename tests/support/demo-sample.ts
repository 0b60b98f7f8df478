import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/support/browser.mjs';
import { ensureBuilt } from '../../scripts/support/build.mjs';
import { seedDemo, temporaryFolder, type DemoAccount } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder with the demonstration's data, of which every test file has a copy. */
    sampleDir: string;
    accounts: DemoAccount[];
    browserPath: string;
  }
}

/** A browser, a built application and the demonstration's data, made once for all browser tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  project.provide('browserPath', await ensureBrowser());
  await ensureBuilt();
  const folder = temporaryFolder('sample');
  project.provide('accounts', await seedDemo(folder.path));
  project.provide('sampleDir', folder.path);
  return folder.remove;
}
