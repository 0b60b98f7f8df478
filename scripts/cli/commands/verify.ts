import { existsSync } from 'node:fs';
import path from 'node:path';
import { DATABASE_FILE, migrate, openDatabase } from '@/db/client';
import { getClock } from '@/lib/clock';
import { getEnv } from '@/lib/env';
import { AppError, isAppError } from '@/lib/errors';
import { systemContext } from '@/lib/services/service-context';
import { apiDate } from '@/lib/format/dates';
import { inspectBackup } from '@/lib/services/restore';
import { verifyData, type Verification, type VerificationCheck } from '@/lib/services/verification';
import { UsageError, type CommandGroup } from '../command';

const LABELS: Readonly<Record<VerificationCheck, string>> = {
  integrity: 'database file',
  foreign_keys: 'references between tables',
  guards: 'guards of append-only tables',
  event_order: 'order of events',
  evidence: 'evidence files and their SHA-256',
  editions: 'issued reports and their SHA-256',
  letters: 'letters to bodies and their SHA-256',
  figures: 'figures of the day, reckoned a second time by SQL',
};

/** Opens the database itself: one that has lost its guards is not served, but what else is wrong with it should be told. */
async function verifyDataFolder(): Promise<Verification> {
  const { dataDir } = getEnv();
  const file = path.join(dataDir, DATABASE_FILE);
  if (!existsSync(file)) throw new AppError('file_unreadable', { file, reason: 'there is no database' });
  const db = openDatabase(file);
  try {
    try {
      migrate(db);
    } catch (error) {
      if (!isAppError(error, 'guards_missing')) throw error;
    }
    return await verifyData(systemContext('cli', { db, clock: getClock(), dataDir }));
  } finally {
    db.$client.close();
  }
}

export const commands: CommandGroup = {
  '': {
    summary:
      'Checks the data folder, or a backup file: integrity, guards, files, and the figures of the day a second time.',
    usage: '[FILE]',
    help: ['FILE   a backup; without it the data folder is checked', 'Exit code 1 when something is wrong.'],
    run: async (input) => {
      const [typed, ...more] = input.positionals;
      if (more.length > 0) throw new UsageError('Only one FILE is wanted.');
      if (typed !== undefined) {
        const file = input.resolvePath(typed);
        const manifest = await inspectBackup(file);
        return {
          json: {
            isSound: true,
            file,
            createdAt: manifest.createdAt,
            members: manifest.members.length,
            missing: manifest.missing,
          },
          text: `${file}: sound, ${manifest.members.length} members, made ${manifest.createdAt}.`,
        };
      }
      const verification = await verifyDataFolder();
      const lines = verification.checks.flatMap(({ check, isSound, counted, problems }) => [
        `${isSound ? 'ok  ' : 'FAIL'}  ${LABELS[check]} (${counted})`,
        ...problems.map((problem) => `      ${problem}`),
      ]);
      const failed = verification.checks.filter(({ isSound }) => !isSound).length;
      if (failed > 0) input.warn(`${failed} of ${verification.checks.length} checks failed.`);
      return {
        json: { ...verification, asOf: apiDate(verification.asOf) },
        text: lines.join('\n'),
        exitCode: verification.isSound ? 0 : 1,
      };
    },
  },
};
