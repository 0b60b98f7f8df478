import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { capture, cliArguments, startNode, stopProcess } from '../../scripts/support/process.mjs';
import { serverArguments } from '../../scripts/support/server-arguments.mjs';

export interface RunningServer {
  /** Address without a slash at its end. */
  readonly url: string;
  readonly pid: number;
  readonly dataDir: string;
  /** What the server wrote to stdout and stderr so far. */
  log(): string;
  /** Ends the server as `kill -9` would, without a chance to tidy up. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly role: string;
}

/** Environment of a server or command on a demo data folder. */
export function demoEnvironment(dataDir: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    TZ: 'Asia/Tehran',
    MIZBAN_DATA_DIR: dataDir,
    MIZBAN_TODAY: '1397-09-17',
    MIZBAN_SAMPLE: '1',
  };
}

/** A fresh folder for data; `remove` takes it away again. */
export function temporaryFolder(name: string): { path: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), `mizban-${name}-`));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Runs one command of the product's command line to its end. */
export function runCommand(args: readonly string[], env: NodeJS.ProcessEnv) {
  return capture(process.execPath, cliArguments(...args), { env });
}

/** Fills a data folder with the demonstration's sample and returns its accounts. */
export async function seedDemo(dataDir: string): Promise<DemoAccount[]> {
  const env = demoEnvironment(dataDir);
  for (const args of [['migrate'], ['demo', 'seed']]) {
    const { code, stdout, stderr } = await runCommand(args, env);
    if (code !== 0) throw new Error(`mizban ${args.join(' ')} failed:\n${stderr}${stdout}`);
    if (args[0] === 'demo') return (JSON.parse(stdout) as { accounts: DemoAccount[] }).accounts;
  }
  return [];
}

/**
 * Starts a built application (this one, or the one in `root`) on a free port of this computer, or on the given one, and waits until it
 * answers.
 */
export async function startServer(
  env: NodeJS.ProcessEnv,
  root = process.cwd(),
  givenPort: number | null = null,
): Promise<RunningServer> {
  const port = givenPort ?? (await freePort());
  const child = startNode(serverArguments('127.0.0.1', port), {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (log += text));

  const url = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${log}`);
    if (performance.now() > deadline) {
      await stopProcess(child);
      throw new Error(`The server did not answer within a minute:\n${log}`);
    }
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer) {
      await answer.arrayBuffer();
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }

  return {
    url,
    pid: child.pid ?? 0,
    dataDir: env['MIZBAN_DATA_DIR'] ?? '',
    log: () => log,
    stop: () => stopProcess(child),
    kill: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** A port of this computer that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
