import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

/** A failure that is told to the person in one sentence, without a stack. */
export class Refusal extends Error {}

const ownChildren = new Set();
let isListening = false;

/**
 * Starts a program and remembers it, so that it ends when this process is told to end. Never through a shell unless asked: arguments with
 * spaces stay whole on every system.
 */
export function startProcess(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, windowsHide: true, ...options });
  ownChildren.add(child);
  const forget = () => ownChildren.delete(child);
  child.once('exit', forget);
  child.once('error', forget);
  passOnSignals();
  return child;
}

/** The same for a script run by this very Node. */
export function startNode(args, options = {}) {
  return startProcess(process.execPath, args, options);
}

function passOnSignals() {
  if (isListening) return;
  isListening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (ownChildren.size === 0) process.exit(130);
      // Ctrl-C at a terminal already reaches every process of the group.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      for (const child of ownChildren) child.kill(signal);
    });
  }
  process.on('exit', () => {
    for (const child of ownChildren) child.kill();
  });
}

/** Ends one of our own children with all it started, and waits until it is gone. */
export async function stopProcess(child, graceMs = 5000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
  } else {
    child.kill('SIGTERM');
  }
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}

/** Waits for a child and returns its exit code as a shell would report it. */
export function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** Runs a program to its end and keeps what it said. `onLine` sees each line as it comes. */
export async function capture(command, args, { onLine, ...options } = {}) {
  const child = startProcess(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    onLine?.(lastLineOf(text));
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
    onLine?.(lastLineOf(text));
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await exitCodeOf(child);
  await closed;
  return { code, stdout, stderr };
}

function lastLineOf(text) {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

/** How to call npm without a shell: by its script where it can be found, since `npm.cmd` cannot be spawned directly on Windows. */
export function npmCommand() {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath,
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file));
  if (script) return { command: process.execPath, args: [script], options: {} };
  return { command: 'npm', args: [], options: { shell: process.platform === 'win32' } };
}

/** The command line of the product, `scripts/cli/main.ts`, as arguments of Node. */
export function cliArguments(...args) {
  return ['--import', 'tsx', path.join('scripts', 'cli', 'main.ts'), ...args];
}

/** What is said about a failure: a refusal in its sentence, a bug with where it came from. */
export function explain(error) {
  return error instanceof Refusal ? error.message : `${error?.stack ?? error}`;
}

/** Runs the main function of a script; a refusal becomes its sentence on stderr and exit code 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
