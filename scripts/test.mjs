import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './support/browser.mjs';
import { ensureBuilt } from './support/build.mjs';
import { ensureInstalled } from './support/install.mjs';
import { ensurePaperTools } from './support/paper-tools.mjs';
import { inRoot } from './support/paths.mjs';
import { exitCodeOf, explain, runMain, startNode } from './support/process.mjs';
import { say } from './support/progress.mjs';

const HELP = `npm test: installs what is missing (a browser included), builds if needed and runs every test.

  npm test -- tests/domain            only the tests under a path
  npm test -- --project services      only one project: domain, db, services, components, architecture, e2e
  npm run e2e                         the browser tests alone

Other arguments are passed on to Vitest.
`;

const RESULT = inRoot('tests', '.artifacts', 'vitest.json');

await runMain(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    return await runTests(args);
  } catch (error) {
    say(explain(error));
    return conclude({ passed: 0, failed: 0 }, 1);
  }
});

async function runTests(args) {
  const env = await prepare(args);
  mkdirSync(path.dirname(RESULT), { recursive: true });
  rmSync(RESULT, { force: true });
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULT}`];
  const code = await exitCodeOf(startNode([vitest, 'run', ...reporters, ...args], { stdio: 'inherit', env }));

  const counted = countTests();
  if (counted.passed + counted.failed === 0) say('No test ran.');
  else if (code !== 0 && counted.failed === 0)
    say('Every test passed, but Vitest reports errors outside the tests (see above).');
  return conclude(counted, code);
}

/** Packages, a browser and the build, as far as the chosen tests need them. Returns the environment of the tests. */
async function prepare(args) {
  await ensureInstalled();
  if (!mayReach(args, /e2e|services|bench/)) return { ...process.env };
  const browser = await ensureBrowser();
  if (mayReach(args, /e2e/)) await ensurePaperTools();
  await ensureBuilt();
  return { ...process.env, MIZBAN_BROWSER: browser };
}

/** The last line of stdout and the exit code agree: what kept the tests from running, or failed beside them, is one failure. */
function conclude({ passed, failed }, code) {
  const isBad = code !== 0 || failed > 0 || passed === 0;
  process.stdout.write(`${passed} passed, ${isBad ? Math.max(failed, 1) : 0} failed\n`);
  return isBad ? 1 : 0;
}

/** Whether a chosen project or path has one of these names, or nothing was chosen. */
function mayReach(args, names) {
  const projects = args.flatMap((arg, index) =>
    arg === '--project' ? [args[index + 1]] : (/^--project=(.+)/.exec(arg)?.[1] ?? []),
  );
  const paths = args.filter(
    (arg, index) => !arg.startsWith('-') && args[index - 1] !== '--project' && args[index - 1] !== '-t',
  );
  const isNamed = (word) => names.test(word);
  if (projects.length > 0 && !projects.some(isNamed)) return false;
  return paths.length === 0 || paths.some(isNamed);
}

/** A file that cannot even be loaded counts as one failed test: its tests did not run. */
function countTests() {
  if (!existsSync(RESULT)) return { passed: 0, failed: 0 };
  const result = JSON.parse(readFileSync(RESULT, 'utf8'));
  const unloaded = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: result.numPassedTests, failed: result.numFailedTests + unloaded.length };
}
