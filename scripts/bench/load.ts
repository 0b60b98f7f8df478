import { Agent, get } from 'node:http';

export interface LoadTarget {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
}

/**
 * Asks for one address after the other over a fixed number of kept-open connections, until the time or the number of requests is reached.
 *
 * @throws Error at the first answer that is not 200: a refused request is fast and would flatter the figure
 */
export async function applyLoad(
  next: () => LoadTarget,
  limit: { readonly ms?: number; readonly requests?: number },
  concurrency: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const startedAt = performance.now();
  const endsAt = startedAt + (limit.ms ?? Number.POSITIVE_INFINITY);
  let left = limit.requests ?? Number.POSITIVE_INFINITY;
  let requests = 0;

  async function work(): Promise<void> {
    while (performance.now() < endsAt && left > 0) {
      left -= 1;
      await fetchOnce(next(), agent);
      requests += 1;
    }
  }
  try {
    await Promise.all(Array.from({ length: concurrency }, work));
  } finally {
    agent.destroy();
  }
  return { requests, perSecond: (requests * 1000) / (performance.now() - startedAt) };
}

function fetchOnce(target: LoadTarget, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(target.url, { agent, headers: target.headers ?? {} }, (response) => {
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${target.url} answered ${response.statusCode}.`));
      });
      response.resume();
    }).on('error', reject);
  });
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @throws RangeError for an empty list */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  if (upper === undefined || lower === undefined) throw new RangeError('The median of nothing is nothing.');
  return (lower + upper) / 2;
}
