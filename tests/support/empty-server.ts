import { startServer, temporaryFolder, type RunningServer } from './server';

export interface EmptyServer extends RunningServer {
  /** Environment of commands on the same data. */
  readonly env: NodeJS.ProcessEnv;
}

/** A built application on an empty data folder, as a real installation begins, where today is a given day such as `1399-09-15`. */
export async function startEmptyServer(today: string): Promise<EmptyServer> {
  const folder = temporaryFolder('empty');
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    TZ: 'Asia/Tehran',
    MIZBAN_DATA_DIR: folder.path,
    MIZBAN_TODAY: today,
  };
  delete env['MIZBAN_SAMPLE'];
  const server = await startServer(env);
  return {
    ...server,
    env,
    stop: async () => {
      await server.stop();
      folder.remove();
    },
  };
}
