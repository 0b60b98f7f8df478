import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, test } from 'vitest';
import { NOUNS } from '@/scripts/cli/registry';

const ROOT = process.cwd();
const GUIDES = ['README.md', ...readdirSync(path.join(ROOT, 'docs', 'fa')).map((name) => `docs/fa/${name}`)];
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** All source text of some folders, without the half-spaces and spaces that a sentence may have otherwise. */
const folded = (text: string) => text.replace(/[\u200c\s]/g, '');
function sourceOf(...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsx|mjs)$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  return folded(files.map(textOf).join('\n'));
}

/** `npm run mizban -- …` with its arguments, wherever a guide tells people to type it. */
function commandsIn(file: string): string[] {
  const found = textOf(file).matchAll(/npm run mizban -- ([^\n`#]+)/g);
  // README explains a command in a second column
  return [...found].map(([, line = '']) => (line.split(/ {3,}/)[0] ?? '').trim()).filter((line) => line !== '…');
}

function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('the guides', () => {
  test.each(GUIDES.flatMap((file) => commandsIn(file).map((line) => [file, line] as const)))(
    '%s names a command that exists, with options that it has: %s',
    async (_, line) => {
      const [noun = '', ...rest] = words(line);
      if (noun === '--help') return;
      const { commands } = (await NOUNS[noun]?.load()) ?? { commands: {} };
      const [verb = '', ...args] = commands[''] === undefined ? rest : ['', ...rest];
      const command = commands[verb];
      expect(command, `mizban ${noun} ${verb}`).toBeDefined();
      const options = { ...command?.options, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
      expect(() => parseArgs({ args, options, allowPositionals: true, strict: true })).not.toThrow();
    },
  );

  test('name scripts that package.json has', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = GUIDES.flatMap((file) => [...textOf(file).matchAll(/npm (?:run )?([a-z0-9]+)/g)])
      .map(([, name = '']) => name)
      .filter((name) => name !== 'run');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test('call buttons and pages what the screens call them', () => {
    const screens = sourceOf('lib/messages', 'components');
    const quoted = ['docs/fa/liaison.md', 'docs/fa/technician.md', 'docs/fa/letters.md'].flatMap((file) =>
      [...textOf(file).matchAll(/«([^»]+)»/g)].map(([, words = '']) => words),
    );
    expect(quoted.filter((words) => !screens.includes(folded(words)))).toEqual([]);
  });

  test('quote failures as the program words them', () => {
    const program = sourceOf('scripts');
    const quoted = [...textOf('docs/fa/technician.md').matchAll(/^\| `([^`]+)` \|.*\|$/gm)]
      .map(([, message = '']) => message)
      .filter((message) => /^[A-Z][a-z]+ .* /.test(message))
      .flatMap((message) => message.split(/…|\d[\d.]*/))
      .map((part) => folded(part))
      .filter((part) => part.length > 8);
    expect(quoted.length).toBeGreaterThan(8);
    expect(quoted.filter((part) => !program.includes(part))).toEqual([]);
  });
});
