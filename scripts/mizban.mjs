import { ensureInstalled } from './support/install.mjs';
import { cliArguments, exitCodeOf, runMain, startNode } from './support/process.mjs';

/** `npm run mizban -- COMMAND`: the command line of the product. Stdout belongs to the command. */
await runMain(async () => {
  await ensureInstalled();
  return exitCodeOf(startNode(cliArguments(...process.argv.slice(2)), { stdio: 'inherit' }));
});
