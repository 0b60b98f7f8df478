import path from 'node:path';
import { defineConfig } from 'vitest/config';

const TEHRAN = { TZ: 'Asia/Tehran' };

/** Tests that need nothing but Node, in one folder of their own. */
function folderProject(name: string, folder: string, env: Record<string, string> = TEHRAN) {
  return { extends: true as const, test: { name, include: [`tests/${folder}/**/*.test.{ts,tsx}`], env } };
}

export default defineConfig({
  resolve: { alias: { '@': path.resolve(import.meta.dirname) } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    setupFiles: ['tests/support/quiet-console.ts'],
    globalSetup: ['tests/support/run-folder.ts'],
    projects: [
      folderProject('domain', 'domain'),
      // The same rules where the system's zone is not Tehran's: a day must not shift.
      folderProject('domain in UTC', 'domain', { TZ: 'UTC' }),
      folderProject('db', 'db'),
      folderProject('services', 'services'),
      folderProject('components', 'components'),
      folderProject('architecture', 'architecture'),
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          env: TEHRAN,
          globalSetup: ['tests/support/demo-sample.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
