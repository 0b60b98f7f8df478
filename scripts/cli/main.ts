import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeDb, mapDatabaseError } from '@/db/client';
import { cliContext } from '@/lib/services/service-context';
import { UsageError, type Command, type CommandGroup, type CommandInput } from './command';
import { describeError } from './errors';
import { NOUNS } from './registry';

const PROGRAM = 'npm run mizban --';

function nameOf(noun: string, verb: string): string {
  return verb === '' ? noun : `${noun} ${verb}`;
}

function overview(): string {
  const width = Math.max(...Object.keys(NOUNS).map((noun) => noun.length));
  return [
    `Usage: ${PROGRAM} COMMAND [ARGUMENTS] [--json]`,
    '',
    ...Object.entries(NOUNS).map(([noun, { summary }]) => `  ${noun.padEnd(width)}  ${summary}`),
    '',
    `${PROGRAM} COMMAND --help tells more. Dates are Jalali, such as 1397/09/17.`,
  ].join('\n');
}

function groupHelp(noun: string, group: CommandGroup): string {
  const lines = Object.entries(group).map(
    ([verb, command]) => `  ${nameOf(noun, verb)} ${command.usage}\n      ${command.summary}`,
  );
  return [`Usage: ${PROGRAM} ${noun} …`, '', ...lines].join('\n');
}

function commandHelp(name: string, command: Command): string {
  const details = (command.help ?? []).map((line) => `  ${line}`);
  return [
    `Usage: ${PROGRAM} ${name} ${command.usage}`.trimEnd(),
    '',
    command.summary,
    ...(details.length > 0 ? ['', ...details] : []),
    '',
    '  --json   print the result as one JSON document',
    '  --help   print this',
  ].join('\n');
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // node says "Unknown option '--x'. To specify a positional argument …": the first sentence is enough
    const message = error instanceof Error ? (error.message.split(/\.\s/)[0] ?? '') : '';
    throw new UsageError(`${message.replace(/\.$/, '')}.`);
  }
}

async function print(content: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(content, (error) => (error ? reject(error) : resolve()));
  });
}

async function runCommand(name: string, command: Command, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(command, args);
  if (values['help'] === true) {
    await print(`${commandHelp(name, command)}\n`);
    return 0;
  }
  const isJson = values['json'] === true;
  const input: CommandInput = {
    values,
    positionals,
    isJson,
    getContext: cliContext,
    // npm starts programs in the folder of the package and keeps the user's own in INIT_CWD
    resolvePath: (typed) => path.resolve(process.env['INIT_CWD'] ?? process.cwd(), typed),
    readStdin,
    warn: (sentence) => process.stderr.write(`${sentence}\n`),
  };
  const result = await command.run(input);
  if (result.bytes !== undefined) await print(result.bytes);
  else if (isJson) await print(`${JSON.stringify(result.json ?? null, null, 2)}\n`);
  else if (result.text !== undefined && result.text !== '') await print(`${result.text}\n`);
  return result.exitCode ?? 0;
}

async function dispatch(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    await print(`${overview()}\n`);
    return first === undefined ? 1 : 0;
  }
  const noun = Object.hasOwn(NOUNS, first) ? NOUNS[first] : undefined;
  if (noun === undefined) throw new UsageError(`There is no command "${first}"; "${PROGRAM} --help" lists them.`);
  const { commands } = await noun.load();
  const only = commands[''];
  if (only !== undefined) return runCommand(first, only, rest);
  const [verb, ...args2] = rest;
  if (verb === undefined || verb.startsWith('-')) {
    const isHelp = verb === '--help' || verb === '-h';
    if (!isHelp) throw new UsageError(`"${first}" needs one of: ${Object.keys(commands).join(', ')}.`);
    await print(`${groupHelp(first, commands)}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, verb) ? commands[verb] : undefined;
  if (command === undefined) {
    throw new UsageError(`"${first}" knows no "${verb}", but one of: ${Object.keys(commands).join(', ')}.`);
  }
  return runCommand(nameOf(first, verb), command, args2);
}

/** Runs one command line; the result goes to stdout, a failure to stderr in one sentence. Returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await dispatch(args);
  } catch (caught) {
    const { code, message } = describeError(mapDatabaseError(caught));
    process.stderr.write(`${message}\n`);
    if (code === 'failure' && process.env['MIZBAN_DEBUG'] !== undefined) console.error(caught);
    if (args.includes('--json')) await print(`${JSON.stringify({ error: { code, message } })}\n`);
    return 1;
  } finally {
    closeDb();
  }
}

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
