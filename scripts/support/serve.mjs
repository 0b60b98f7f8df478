import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { ensureBrowser, findBrowser, HOW_TO_GET_A_BROWSER } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { distDirName } from './paths.mjs';
import { capture, cliArguments, exitCodeOf, Refusal, startNode } from './process.mjs';
import { say, withProgress } from './progress.mjs';
import { serverArguments } from './server-arguments.mjs';

const READY_WITHIN_MS = 60_000;

/** Address and port to serve on. Only this computer is let in unless MIZBAN_HOST says otherwise. */
export function readAddress(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT is «${env.PORT}»; it must be a number from 1 to 65535.`);
  }
  return { host: env.MIZBAN_HOST || '127.0.0.1', port };
}

/** Environment of the server: production, Tehran's civil day for whatever formats a date by the system's zone. */
export function serverEnvironment(extra = {}) {
  return {
    ...process.env,
    TZ: process.env.TZ || 'Asia/Tehran',
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    MIZBAN_DIST_DIR: distDirName(),
    ...extra,
  };
}

/** Packages, build and database schema, each only when needed. */
export async function prepare(address, env) {
  await ensureInstalled();
  await refuseTakenPort(address);
  await ensureBuilt();
  await runCli(['migrate'], env, 'Preparing the database');
}

/**
 * The browser that makes PDF files, as environment of the server. Without one everything else works, so it is only said.
 * @param mayInstall whether to get one where there is none; a real installation leaves that to the technician
 */
export async function browserEnvironment({ mayInstall }) {
  const browser = mayInstall ? await ensureBrowser().catch(() => null) : findBrowser();
  if (browser) return { MIZBAN_BROWSER: browser };
  say(`${HOW_TO_GET_A_BROWSER} Until then reports are printed from the page, not saved as PDF.`);
  return {};
}

/** Runs one command of the product's command line and returns what it printed on stdout. */
export async function runCli(args, env, label) {
  return withProgress(label, async (detail) => {
    const { code, stdout, stderr } = await capture(process.execPath, cliArguments(...args), { env, onLine: detail });
    if (code !== 0) throw new Refusal(stderr.trim() || stdout.trim() || `${label}: failed with exit code ${code}.`);
    return stdout;
  });
}

/** Serves until told to stop; `onReady` is called with the address once the application answers. Returns the exit code. */
export async function serve(address, env, onReady) {
  const server = startNode(serverArguments(address.host, address.port), {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  passOnAfterBanner(server.stdout);
  const exit = exitCodeOf(server);
  const ready = await Promise.race([
    withProgress('Starting', () => waitUntilItAnswers(localUrl(address), server)),
    exit.then(() => false),
  ]);
  if (ready) onReady(localUrl(address));
  return exit;
}

/** Address under which this computer reaches the server. */
export function localUrl({ host, port }) {
  const name = host === '0.0.0.0' || host === '::' || host === '127.0.0.1' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Who can open the address, and how to change that. */
export function explainReach({ host }) {
  return host === '127.0.0.1' || host === 'localhost' || host === '::1'
    ? 'Only this computer can open it. Set MIZBAN_HOST=0.0.0.0 to serve the office network.'
    : `It listens on ${host}: other computers of the network can open it.`;
}

/** Refuses before anything long is done. */
export function refuseTakenPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) =>
      reject(
        new Refusal(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use by another program. Stop it, or choose another: PORT=${port + 1}.`
            : `Mizban cannot listen on ${host}:${port} (${error.code}).`,
        ),
      ),
    );
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

async function waitUntilItAnswers(url, server) {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url.replace('localhost', '127.0.0.1')}/api/health`).catch(() => null);
    if (answer) {
      await answer.arrayBuffer();
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  if (server.exitCode === null) say('The server does not answer yet; it is still running.');
  return server.exitCode === null;
}

/** The framework announces itself before it is ready; what the application says later is passed on. */
function passOnAfterBanner(stream) {
  let isReady = false;
  stream.setEncoding('utf8').on('data', (text) => {
    for (const line of text.split(/(?<=\n)/)) {
      // Its note on reading the settings comes a moment after it is ready.
      if (/next\.config/.test(line)) continue;
      if (isReady) process.stdout.write(line);
      else if (/Ready in/.test(line)) isReady = true;
    }
  });
}

/** Data folder as an absolute path, from MIZBAN_DATA_DIR or the given default. */
export function dataFolder(root, fallback) {
  return path.resolve(root, process.env.MIZBAN_DATA_DIR || fallback);
}

export function hasDatabase(folder) {
  return existsSync(path.join(folder, 'mizban.db'));
}
