import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { capture } from '@/scripts/support/process.mjs';
import { createTestFolder } from '@/tests/support/database';

const ROOT = process.cwd();

/** A project that has nothing but the scripts, so that each thing they prepare can truly fail. */
function projectWithScripts(): string {
  const root = createTestFolder();
  cpSync(path.join(ROOT, 'scripts'), path.join(root, 'scripts'), { recursive: true });
  mkdirSync(path.join(root, 'lib'));
  cpSync(path.join(ROOT, 'lib', 'installed-browser.mjs'), path.join(root, 'lib', 'installed-browser.mjs'));
  return root;
}

/** The project with this one's packages. */
function withPackages(): string {
  const root = projectWithScripts();
  for (const file of ['package.json', 'package-lock.json']) cpSync(path.join(ROOT, file), path.join(root, file));
  mkdirSync(path.join(root, 'node_modules'));
  cpSync(path.join(ROOT, 'node_modules', '.package-lock.json'), path.join(root, 'node_modules', '.package-lock.json'));
  symlinkSync(path.join(ROOT, 'node_modules', 'next'), path.join(root, 'node_modules', 'next'), 'junction');
  return root;
}

function npmTest(root: string, env: Record<string, string>) {
  return capture(process.execPath, [path.join(root, 'scripts', 'test.mjs'), '--project', 'e2e'], {
    cwd: root,
    env: { ...process.env, ...env },
  });
}

describe('npm test, where the tests cannot begin,', { timeout: 90_000 }, () => {
  test('says why and counts one failure when the packages cannot be fetched', async () => {
    const root = projectWithScripts();
    const facts = { name: 'x', version: '1.0.0', engines: { node: '>=20.19.0' }, dependencies: { zod: '4.6.7' } };
    writeFileSync(path.join(root, 'package.json'), JSON.stringify(facts));
    const resolved = 'http://127.0.0.1:9/zod/-/zod-4.6.7.tgz';
    const packages = { '': facts, 'node_modules/zod': { version: '4.6.7', resolved } };
    writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
    const { code, stdout, stderr } = await npmTest(root, {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_cache: path.join(root, 'npm-cache'),
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '0 passed, 1 failed\n' });
    expect(stderr).toContain('npm cannot reach its registry');
  });

  test('says why and counts one failure when there is no browser', async () => {
    const { code, stdout, stderr } = await npmTest(withPackages(), { MIZBAN_BROWSER: path.resolve('no-such-browser') });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '0 passed, 1 failed\n' });
    expect(stderr).toContain('no-such-browser, which does not exist.');
  });

  test('says why and counts one failure when the application cannot be built', async () => {
    const root = withPackages();
    mkdirSync(path.join(root, 'app'));
    writeFileSync(path.join(root, 'app', 'page.tsx'), 'export default function Page( {');
    writeFileSync(path.join(root, 'tsconfig.json'), '{}');
    // any file will do: the build fails before a browser is started
    const { code, stdout, stderr } = await npmTest(root, { MIZBAN_BROWSER: process.execPath });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '0 passed, 1 failed\n' });
    expect(stderr).toContain('The application could not be built:');
  });
});
