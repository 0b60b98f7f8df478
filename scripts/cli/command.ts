import type { ParseArgsConfig } from 'node:util';
import type { ServiceContext } from '@/lib/services/service-context';

/** What a command prints. With `--json` it is `json`, else `text`; `bytes` goes out as it is, whatever else is asked. */
export interface CommandResult {
  readonly json?: unknown;
  readonly text?: string;
  readonly bytes?: string | Uint8Array;
  /** Default 0. Use 1 for a result that reports failures of its own, such as rows that were refused. */
  readonly exitCode?: number;
}

/** What a command is given: parsed arguments and the few things it may reach. */
export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  readonly isJson: boolean;
  /** Full rights on the database of the data folder, migrated on the first call. */
  readonly getContext: () => ServiceContext;
  /** A path as the user typed it, relative to where the user stands and not to the program. */
  readonly resolvePath: (typed: string) => string;
  readonly readStdin: () => Promise<string>;
  /** One sentence on stderr that is no failure. */
  readonly warn: (sentence: string) => void;
}

/** One command, `mizban NOUN VERB` or `mizban NOUN`. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** Arguments after the command's name, as help shows them: `FILE [--dry-run]`. */
  readonly usage: string;
  /** One line per argument or option. */
  readonly help?: readonly string[];
  /** Options besides `--help` and `--json`. */
  readonly options?: NonNullable<ParseArgsConfig['options']>;
  readonly run: (input: CommandInput) => Promise<CommandResult> | CommandResult;
}

/** Verbs of a noun; a noun without verbs has the single key `''`. Each file of `commands/` exports `commands` of this type. */
export type CommandGroup = Readonly<Record<string, Command>>;

/** A command line that cannot be understood; the sentence says what is missing. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A text option, or undefined. @throws UsageError if it was given more than once */
export function textOption(input: Pick<CommandInput, 'values'>, name: string): string | undefined {
  const value = input.values[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new UsageError(`--${name} needs one value.`);
}

/** @throws UsageError if the option is missing */
export function requiredOption(input: Pick<CommandInput, 'values'>, name: string): string {
  const value = textOption(input, name);
  if (value === undefined || value.trim() === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

/** The only positional argument. @throws UsageError if there is none, or more than one */
export function onlyPositional(input: Pick<CommandInput, 'positionals'>, name: string): string {
  const [first, ...more] = input.positionals;
  if (first === undefined) throw new UsageError(`${name} is missing.`);
  if (more.length > 0) throw new UsageError(`Only one ${name} is wanted, ${more.length + 1} were given.`);
  return first;
}

/** `A,B,C` as a list without blanks. */
export function listOption(input: Pick<CommandInput, 'values'>, name: string): string[] {
  const value = textOption(input, name);
  return value === undefined
    ? []
    : value
        .split(/[,،]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
