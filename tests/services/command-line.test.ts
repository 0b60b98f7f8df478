import { spawn } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestFolder } from '@/tests/support/database';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const dataDir = path.join(createTestFolder(), 'data');
const userFolder = createTestFolder();

function mizban(
  args: readonly string[],
  options: { stdin?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('scripts', 'cli', 'main.ts'), ...args], {
    env: { ...process.env, MIZBAN_DATA_DIR: dataDir, MIZBAN_TODAY: '1397-09-17', INIT_CWD: userFolder, ...options.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(options.stdin ?? '');
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

beforeAll(async () => {
  expect(await mizban(['migrate'])).toMatchObject({ code: 0, stderr: '' });
});

describe('the command line', { timeout: 90_000 }, () => {
  test('lists its commands, and tells about each', async () => {
    const overview = await mizban(['--help']);
    expect(overview.code).toBe(0);
    expect(overview.stdout).toContain('  backup ');
    const help = await mizban(['user', 'delegate', '--help']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('--until 1397/10/15');
  });

  test('says in one sentence on stderr what is wrong, and prints nothing else', async () => {
    expect(await mizban(['fly'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'There is no command "fly"; "npm run mizban -- --help" lists them.\n',
    });
    expect(await mizban(['user', 'add', '--username', 'kas'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '--role is missing.\n',
    });
    expect(await mizban(['token', 'create', '--nom', 'x'])).toEqual({
      code: 1,
      stdout: '',
      stderr: "Unknown option '--nom'.\n",
    });
  });

  test('adds users with a given password or a made-up one, and lists them', async () => {
    const given = await mizban(
      ['user', 'add', '--username', 'karshenas', '--role', 'expert', '--password-stdin', '--json'],
      {
        stdin: 'نخل‌های لنگه\n',
      },
    );
    expect(JSON.parse(given.stdout)).toEqual({ username: 'karshenas', role: 'expert', temporaryPassword: null });
    const madeUp = await mizban(['user', 'add', '--username', 'rahbar', '--role', 'admin']);
    expect(madeUp.stdout).toMatch(
      /^Added rahbar \(admin\)\.\nTemporary password of rahbar, shown once: [a-z2-9-]{19}\n$/,
    );
    const short = await mizban(['user', 'add', '--username', 'kas', '--role', 'viewer', '--password-stdin'], {
      stdin: 'x',
    });
    expect(short).toMatchObject({ code: 1, stdout: '' });
    expect(short.stderr).toContain('too short');
    expect((await mizban(['user', 'list'])).stdout.split('\n').map((line) => line.split('\t')[0])).toEqual([
      'karshenas',
      'rahbar',
      '',
    ]);

    const delegate = await mizban(['user', 'delegate', '--username', 'karshenas', '--until', '۱۳۹۷/۱۰/۱۵', '--json']);
    expect(JSON.parse(delegate.stdout)).toEqual({
      username: 'karshenas',
      from: { jalali: '1397/09/17', iso: '2018-12-08' },
      until: { jalali: '1397/10/15', iso: '2019-01-05' },
    });
  });

  test('backs up to where the user stands, verifies, and restores', async () => {
    const backup = await mizban(['backup', 'b.tar.gz', '--json']);
    const file = path.join(userFolder, 'b.tar.gz');
    expect(JSON.parse(backup.stdout)).toMatchObject({ file, missingEvidence: [] });
    expect(existsSync(file)).toBe(true);
    const verified = await mizban(['verify', '--json']);
    expect(JSON.parse(verified.stdout)).toMatchObject({
      isSound: true,
      asOf: { jalali: '1397/09/17', iso: '2018-12-08' },
    });
    expect((await mizban(['verify', 'b.tar.gz'])).code).toBe(0);
    expect((await mizban(['restore', 'b.tar.gz', '--json'])).code).toBe(0);
    expect(await mizban(['restore', 'none.tar.gz'])).toMatchObject({ code: 1, stdout: '' });
  });

  test('archives the editions where the user stands, and names what it cannot do', async () => {
    const first = await mizban(['report', 'archive', 'reports', '--json']);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({ added: ['index.html'], changed: [] });
    appendFileSync(path.join(userFolder, 'reports', 'index.html'), ' ');
    const second = await mizban(['report', 'archive', 'reports']);
    expect(second).toMatchObject({ code: 1, stderr: 'Changed or of unknown origin: index.html\n' });
    expect(await mizban(['report', 'file', '1', '--format', 'doc', '--out', 'x'])).toEqual({
      code: 1,
      stdout: '',
      stderr: '--format must be one of: xlsx, csv, json.\n',
    });
  });
});
