import { getEnv } from '@/lib/env';
import { renderReport } from '@/components/reports/render-report';
import { seedDemo } from '@/lib/services/demo';
import type { CommandGroup } from '../command';

export const commands: CommandGroup = {
  seed: {
    summary: 'Fills the data folder with the sample county and its history, and prints the sample accounts as JSON.',
    usage: '',
    help: [
      'The data folder is MIZBAN_DATA_DIR. It must be empty, or hold this sample already; then nothing is changed.',
      '"npm run demo" does this, and starts the program on it.',
    ],
    run: async () => {
      const { dataDir, events, editions, accounts } = await seedDemo(getEnv().dataDir, renderReport);
      const result = { dataDir, events, editions, accounts };
      // a machine reads this either way: `npm run demo` prints the accounts when the server is up
      return { json: result, text: JSON.stringify(result) };
    },
  },
};
