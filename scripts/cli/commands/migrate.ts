import path from 'node:path';
import { mkdirSync } from 'node:fs';
import { DATABASE_FILE, migrate, openDatabase, repairGuards } from '@/db/client';
import { getClock } from '@/lib/clock';
import { getEnv } from '@/lib/env';
import { recordAudit } from '@/lib/services/audit';
import { systemContext } from '@/lib/services/service-context';
import type { CommandGroup } from '../command';

export const commands: CommandGroup = {
  '': {
    summary: 'Brings the database of the data folder up to date; makes an empty one if there is none.',
    usage: '[--repair-guards]',
    help: ['--repair-guards   put back triggers that protect append-only tables, if they are missing'],
    options: { 'repair-guards': { type: 'boolean' } },
    run: ({ values }) => {
      const { dataDir } = getEnv();
      mkdirSync(dataDir, { recursive: true });
      const file = path.join(dataDir, DATABASE_FILE);
      const db = openDatabase(file);
      try {
        const repaired = values['repair-guards'] === true ? repairGuards(db) : [];
        const { applied, version } = migrate(db);
        if (repaired.length > 0) {
          const ctx = systemContext('cli', { db, clock: getClock(), dataDir });
          recordAudit(ctx, db, {
            action: 'database.repair_guards',
            subjectType: 'database',
            subjectKey: DATABASE_FILE,
            details: { guards: repaired },
          });
        }
        const repairedText = repaired.length > 0 ? ` ${repaired.length} guards were put back.` : '';
        return {
          json: { file, applied, version, repairedGuards: repaired },
          text: `${file}: version ${version}, ${applied === 0 ? 'nothing to do' : `${applied} migrations applied`}.${repairedText}`,
        };
      } finally {
        db.$client.close();
      }
    },
  },
};
