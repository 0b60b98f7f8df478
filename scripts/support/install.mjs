import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { capture, npmCommand, Refusal } from './process.mjs';
import { withProgress } from './progress.mjs';

const STAMP = inRoot('node_modules', '.mizban-install.json');

/** Refuses a Node older than `engines.node` of package.json. */
export function checkNodeVersion(version = process.versions.node) {
  const { engines } = readJson(inRoot('package.json'));
  const wanted = engines.node
    .replace(/[^\d.]/g, '')
    .split('.')
    .map(Number);
  const found = version.split('.').map(Number);
  const firstDifference = wanted.findIndex((part, index) => part !== found[index]);
  if (firstDifference >= 0 && (found[firstDifference] ?? 0) < wanted[firstDifference]) {
    throw new Refusal(
      `Mizban needs Node ${wanted.join('.')} or newer; this is Node ${version}. Install a current version from https://nodejs.org.`,
    );
  }
}

/**
 * Brings node_modules in line with package-lock.json: nothing to do when the stamp of the last installation fits, or when npm's own
 * record of what it installed agrees with the lock file; else `npm ci`.
 */
export async function ensureInstalled() {
  checkNodeVersion();
  const wanted = {
    lock: createHash('sha256')
      .update(readFileSync(inRoot('package-lock.json')))
      .digest('hex'),
    platform: `${process.platform}-${process.arch}-${process.versions.modules}`,
  };
  const stamp = existsSync(STAMP) ? readJson(STAMP) : null;
  if (stamp?.lock === wanted.lock && stamp.platform === wanted.platform) return;

  const isSamePlatform = stamp === null || stamp.platform === wanted.platform;
  if (!isSamePlatform || !agreesWithLock()) await installPackages();
  writeFileSync(STAMP, `${JSON.stringify(wanted)}\n`);
}

function agreesWithLock() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages;
  const wanted = Object.entries(readJson(inRoot('package-lock.json')).packages);
  return wanted.every(([name, entry]) => name === '' || entry.optional || installed[name]?.version === entry.version);
}

async function installPackages() {
  const npm = npmCommand();
  const args = [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await withProgress('Installing packages', async () => {
    const { code, stdout, stderr } = await capture(npm.command, args, npm.options).catch((error) => {
      throw new Refusal(`npm could not be started (${error.message}). Install Node with npm from https://nodejs.org.`);
    });
    if (code !== 0) throw new Refusal(explainFailure(`${stderr}\n${stdout}`));
  });
}

function explainFailure(output) {
  const lines = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!)\s*/i, '').trim())
    .filter((line) => line && !/complete log of this run|^\s*\/.*debug-0\.log/i.test(line));
  const said = lines
    .slice(0, 12)
    .map((line) => `  ${line}`)
    .join('\n');
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|network/i.test(output)) {
    return `The packages could not be fetched: npm cannot reach its registry. Check the connection or npm's proxy and run the command again.\n${said}`;
  }
  if (/EPERM|EBUSY/.test(output)) {
    return `The packages could not be replaced because another program holds them open. Stop a running Mizban and run the command again.\n${said}`;
  }
  return `npm could not install the packages:\n${said}`;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
