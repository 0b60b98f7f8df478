import { getClock } from '@/lib/clock';
import { getEnv } from '@/lib/env';
import { restoreBackup } from '@/lib/services/restore';
import { onlyPositional, type CommandGroup } from '../command';

export const commands: CommandGroup = {
  '': {
    summary: 'Puts a backup in the place of the data folder, which is kept beside. Only while the server stands still.',
    usage: 'FILE',
    help: [
      'Everything is checked before anything is touched. All sessions end, all API tokens are revoked.',
      'FILE   written by the command backup',
    ],
    run: async (input) => {
      const file = input.resolvePath(onlyPositional(input, 'FILE'));
      const done = await restoreBackup({ file, dataDir: getEnv().dataDir, clock: getClock() });
      for (const name of done.missingEvidence) input.warn(`${name} was missing already when the backup was made.`);
      const aside = done.previousDataDir === null ? '' : ` What was there before is in ${done.previousDataDir}.`;
      return {
        json: done,
        text: `${done.dataDir} holds the backup of ${done.createdAt}. ${done.endedSessions} sessions ended, ${done.revokedTokens} tokens revoked.${aside}`,
      };
    },
  },
};
