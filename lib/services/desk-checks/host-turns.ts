/** The end of the line before each host; of the whole process, since the framework may load this file more than once. */
const holder = globalThis as typeof globalThis & { mizbanDeskHosts?: Map<string, Promise<unknown>> };

/** Asks when everybody who asked this host before has an answer: one request a host at a time in the process, whoever asks. */
export async function inTurn<T>(host: string, ask: () => Promise<T>): Promise<T> {
  const ends = (holder.mizbanDeskHosts ??= new Map<string, Promise<unknown>>());
  const own = (ends.get(host) ?? Promise.resolve()).then(ask);
  const end = own.catch(() => undefined);
  ends.set(host, end);
  try {
    return await own;
  } finally {
    if (ends.get(host) === end) ends.delete(host);
  }
}
