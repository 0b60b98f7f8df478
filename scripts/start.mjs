import { ROOT } from './support/paths.mjs';
import { runMain } from './support/process.mjs';
import {
  browserEnvironment,
  dataFolder,
  explainReach,
  prepare,
  readAddress,
  serve,
  serverEnvironment,
} from './support/serve.mjs';

const HELP = `npm start: installs what is missing, builds if needed, brings the database up to date and serves.

  PORT              port, default 3000
  MIZBAN_HOST       address to listen on, default 127.0.0.1 (this computer only); 0.0.0.0 for the network
  MIZBAN_DATA_DIR   data folder, default data/
`;

await runMain(async () => {
  if (process.argv.includes('--help') || process.argv.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  const address = readAddress();
  const folder = dataFolder(ROOT, 'data');
  const env = serverEnvironment({ MIZBAN_DATA_DIR: folder });
  await prepare(address, env);
  const browser = await browserEnvironment({ mayInstall: false });
  return serve(address, { ...env, ...browser }, (url) => {
    process.stdout.write(
      `\nMizban is running: ${url}\n${explainReach(address)}\nData folder: ${folder}\nCtrl-C stops it.\n`,
    );
  });
});
