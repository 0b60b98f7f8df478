import path from 'node:path';
import { ensureBrowser } from './support/browser.mjs';
import { ensureInstalled } from './support/install.mjs';
import { exitCodeOf, runMain, startNode } from './support/process.mjs';

const HELP = `npm run bench: how fast, as ratios that hold on any machine. Takes about ten minutes; leaves the working tree as it is.

Prints for each ratio what was measured, what is wanted, and whether that is kept. Exit code 1 if one falls short.

  npm run bench -- speed | memory | scripts     only that part
`;

await runMain(async () => {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  await ensureInstalled();
  const env = { ...process.env, MIZBAN_BROWSER: await ensureBrowser() };
  const args = ['--import', 'tsx', path.join('scripts', 'bench', 'main.ts'), ...process.argv.slice(2)];
  return exitCodeOf(startNode(args, { stdio: 'inherit', env }));
});
