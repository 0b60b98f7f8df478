import { createBackup } from '@/lib/services/backup';
import { onlyPositional, type CommandGroup } from '../command';

export const commands: CommandGroup = {
  '': {
    summary: 'Writes database, evidence, editions and settings to one file; the server may go on working.',
    usage: 'FILE',
    help: ['FILE   such as mizban-1397-09-17.tar.gz; one of that name is replaced once the new one is whole'],
    run: async (input) => {
      const file = input.resolvePath(onlyPositional(input, 'FILE'));
      const done = await createBackup(input.getContext(), file);
      for (const name of done.missingEvidence)
        input.warn(`${name} is missing in the data folder, and so in the backup.`);
      for (const name of done.changedEvidence)
        input.warn(`${name} is not what was uploaded; the backup holds it as it is.`);
      return {
        json: done,
        text: `${done.file}: ${done.members} members (${done.evidenceFiles} of them evidence), ${done.sizeBytes} bytes.`,
      };
    },
  },
};
