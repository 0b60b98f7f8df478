import type { ChildProcess, SpawnOptions } from 'node:child_process';

export class Refusal extends Error {}
export interface Captured {
  code: number;
  stdout: string;
  stderr: string;
}
export type CaptureOptions = SpawnOptions & { onLine?: (line: string) => void };
export function startProcess(command: string, args: readonly string[], options?: SpawnOptions): ChildProcess;
export function startNode(args: readonly string[], options?: SpawnOptions): ChildProcess;
export function stopProcess(child: ChildProcess, graceMs?: number): Promise<void>;
export function exitCodeOf(child: ChildProcess): Promise<number>;
export function capture(command: string, args: readonly string[], options?: CaptureOptions): Promise<Captured>;
export function cliArguments(...args: string[]): string[];
export function runMain(main: () => Promise<number | undefined>): Promise<void>;
