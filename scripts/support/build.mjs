import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { distDirName, ROOT } from './paths.mjs';
import { capture, Refusal } from './process.mjs';
import { withProgress } from './progress.mjs';

/** Everything that the built application is made from. */
const SOURCES = [
  'app',
  'components',
  'db',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Builds the application unless the build that is there was made from the same sources. Returns whether it had to build. */
export async function ensureBuilt({ root = ROOT, distDir = distDirName(), label = 'Building the application' } = {}) {
  const stamp = path.join(root, distDir, 'mizban-build.txt');
  const hash = hashOfSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;

  rmSync(stamp, { force: true });
  const tsconfig = path.join(root, 'tsconfig.json');
  const settings = readFileSync(tsconfig, 'utf8');
  await withProgress(label, async (detail) => {
    const { code, stdout, stderr } = await capture(
      process.execPath,
      [path.join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
      {
        cwd: root,
        env: { ...process.env, MIZBAN_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
        onLine: detail,
      },
    );
    // The framework adds the folder of each build to the compiler's settings; the working tree stays as it was.
    if (readFileSync(tsconfig, 'utf8') !== settings) writeFileSync(tsconfig, settings);
    if (code !== 0) throw new Refusal(`The application could not be built:\n${`${stdout}\n${stderr}`.trim()}`);
  });
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** Hash of the names and contents of all sources: independent of modification times, which a fresh clone sets anew. */
export function hashOfSources(root = ROOT, sources = SOURCES) {
  const hash = createHash('sha256').update(`node ${process.versions.modules}\n`);
  for (const file of sources.flatMap((source) => filesUnder(root, source)).sort()) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(path.join(root, file)))
      .update('\n');
  }
  return hash.digest('hex');
}

function filesUnder(root, relative) {
  const full = path.join(root, relative);
  if (!existsSync(full)) return [];
  const entries = readdirSync(path.dirname(full), { withFileTypes: true });
  const self = entries.find((entry) => entry.name === path.basename(full));
  if (!self?.isDirectory()) return [relative];
  return readdirSync(full).flatMap((name) => filesUnder(root, path.posix.join(relative, name)));
}
