import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const CODE_FOLDERS = ['app', 'components', 'db', 'lib', 'scripts', 'tests', 'eslint'];
const GENERATED = ['db/migrations', 'tests/.artifacts'];

/** Paths of all files under the folders, with `/`, without what is generated. */
function filesUnder(folders: readonly string[], pattern: RegExp): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, ...name.split(path.sep)),
      ),
    )
    .filter(
      (file) =>
        pattern.test(file) && statSync(file).isFile() && !GENERATED.some((folder) => file.startsWith(`${folder}/`)),
    );
}

const CODE = filesUnder(CODE_FOLDERS, /\.(?:ts|tsx|mjs|css)$/);
/** What is built into the product; scripts and tests are not. */
const PRODUCT = CODE.filter((file) => /^(?:app|components|lib|db)\//.test(file));

test('there is code to look at', () => {
  expect(CODE.length).toBeGreaterThan(20);
});

test('no file is longer than 500 lines', () => {
  expect(CODE.filter((file) => linesOf(file) > 500)).toEqual([]);
});

test('file names are kebab-case and say what is in them', () => {
  const isFine = (file: string) => {
    const name = path.posix.basename(file).replace(/(?:\.(?:test|config|d))?\.(?:ts|tsx|mjs|mts|css)$/, '');
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && !/^(?:utils?|helpers?|misc|manager)$/.test(name);
  };
  expect(CODE.filter((file) => !isFine(file))).toEqual([]);
});

test('no barrel hides where a thing comes from', () => {
  const isBarrel = (file: string) =>
    /\/index\.tsx?$/.test(file) && file !== 'db/schema/index.ts' && /^export \*/m.test(readFileSync(file, 'utf8'));
  expect(PRODUCT.filter(isBarrel)).toEqual([]);
});

test('the product loads nothing from another machine', () => {
  const loads =
    /(?:src|href|action|srcSet)=\{?["'`]https?:|url\(\s*["']?(?:https?:)?\/\/|@import\s+["']https?:|fetch\(\s*["'`]https?:|from ["']https?:|next\/font\/google/;
  expect(PRODUCT.filter((file) => loads.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('no test is skipped or run alone', () => {
  const tests = CODE.filter((file) => file.startsWith('tests/') && file.endsWith('.test.ts'));
  const skips = /\b(?:test|it|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/;
  expect(tests.filter((file) => skips.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('nothing is left for later in a comment', () => {
  const mark = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
  expect(CODE.filter((file) => mark.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('scripts that run before the installation use nothing but Node', () => {
  const early = filesUnder(['scripts'], /^scripts\/(?:support\/)?[a-z-]+\.mjs$/).filter(
    (file) => file !== 'scripts/bench.mjs',
  );
  const packages = early.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b.*?from '([^']+)';$/gm)]
      .map(([, source = '']) => source)
      .filter((source) => !source.startsWith('node:') && !source.startsWith('.'))
      .map((source) => `${file}: ${source}`),
  );
  expect(early.length).toBeGreaterThan(5);
  expect(packages).toEqual([]);
});

test('every command of the product prints help and ends well', () => {
  for (const script of ['start', 'demo', 'test']) {
    const help = execFileSync(process.execPath, [`scripts/${script}.mjs`, '--help'], { encoding: 'utf8' });
    expect(help).toContain('npm');
  }
});

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}
