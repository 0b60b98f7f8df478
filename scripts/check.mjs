import { ensureInstalled } from './support/install.mjs';
import { inRoot } from './support/paths.mjs';
import { capture, runMain } from './support/process.mjs';
import { say, withProgress } from './support/progress.mjs';

const tool = (...parts) => inRoot('node_modules', ...parts);

/** Each check runs to its end even when an earlier one found something. */
const CHECKS = [
  {
    name: 'format',
    args: [tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '--cache', '.'],
  },
  {
    name: 'lint',
    // Without a cache: it would not notice a change of the project's own rules.
    args: [tool('eslint', 'bin', 'eslint.js'), '--max-warnings', '0', '.'],
  },
  // Pages name their parameters by types that Next writes.
  { name: 'route types', args: [tool('next', 'dist', 'bin', 'next'), 'typegen'] },
  { name: 'types', args: [tool('typescript', 'bin', 'tsc'), '--noEmit'] },
  {
    name: 'architecture',
    args: [tool('vitest', 'vitest.mjs'), 'run', '--project', 'architecture', '--reporter=dot', '--silent=passed-only'],
  },
];

await runMain(async () => {
  await ensureInstalled();
  const only = process.argv.slice(2);
  let failures = 0;
  for (const { name, args } of CHECKS.filter((check) => only.length === 0 || only.includes(check.name))) {
    const startedAt = performance.now();
    const { code, stdout, stderr } = await withProgress(`check ${name}`, () => capture(process.execPath, args));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (code !== 0) {
      failures += 1;
      say(`${stdout}${stderr}`.trim());
    }
    say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  }
  return failures === 0 ? 0 : 1;
});
