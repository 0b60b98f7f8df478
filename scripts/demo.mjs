import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOfSources } from './support/build.mjs';
import { ROOT } from './support/paths.mjs';
import { Refusal, runMain } from './support/process.mjs';
import {
  browserEnvironment,
  dataFolder,
  explainReach,
  hasDatabase,
  prepare,
  readAddress,
  refuseTakenPort,
  runCli,
  serve,
  serverEnvironment,
} from './support/serve.mjs';

const HELP = `npm run demo: the same as npm start, on a demo database of its own with a sample history and a simulated today.

  PORT              port, default 3000
  MIZBAN_HOST       address to listen on, default 127.0.0.1 (this computer only)
  MIZBAN_DATA_DIR   demo data folder, default data-demo/; a folder with real data is refused
`;

/** What the sample history is made from: when it changes, the demo database is made anew. */
const SEED_SOURCES = [
  'db/seed',
  'lib/services/demo.ts',
  'lib/services/demo-meetings.ts',
  'scripts/cli/commands/demo.ts',
];

await runMain(async () => {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  const address = readAddress();
  const folder = dataFolder(ROOT, 'data-demo');
  const marker = path.join(folder, 'demo.json');
  const version = hashOfSources(ROOT, SEED_SOURCES);
  const known = existsSync(marker) ? JSON.parse(readFileSync(marker, 'utf8')) : null;
  if (!known && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refusal(`${folder} holds something that is not the demo. Choose another folder with MIZBAN_DATA_DIR.`);
  }

  await refuseTakenPort(address);
  const isStale = known?.version !== version || !hasDatabase(folder);
  if (isStale) {
    if (known) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // Stands there before the data do: a demo that was interrupted is made anew, not refused.
    writeFileSync(marker, '{}\n');
  }

  const env = serverEnvironment({ MIZBAN_DATA_DIR: folder, MIZBAN_TODAY: '1397-09-17', MIZBAN_SAMPLE: '1' });
  await prepare(address, env);
  const seed = isStale ? JSON.parse(await runCli(['demo', 'seed'], env, 'Writing the sample history')) : known.seed;
  if (isStale) writeFileSync(marker, `${JSON.stringify({ version, seed }, null, 2)}\n`);

  // Only the first time: without the internet each try would take long.
  const browser = await browserEnvironment({ mayInstall: isStale });
  return serve(address, { ...env, ...browser }, (url) => {
    process.stdout.write(`\nMizban demo is running: ${url}\n${explainReach(address)}\n`);
    process.stdout.write(
      `Today is taken to be 1397/09/17. Demo accounts:\n${describeAccounts(seed.accounts)}\nCtrl-C stops it.\n`,
    );
  });
});

function describeAccounts(accounts) {
  const width = (key) => Math.max(...accounts.map((account) => account[key].length));
  const [name, password] = [width('username'), width('password')];
  return accounts
    .map((account) => `  ${account.username.padEnd(name)}  ${account.password.padEnd(password)}  ${account.role}`)
    .join('\n');
}
