import { vi } from 'vitest';

/** What a route file of the API offers. */
export type ApiHandler<P> = (request: Request, args: { readonly params: Promise<P> }) => Promise<Response>;

/** Makes the process serve a data folder on 1397/09/17, as `npm start` would. */
export function serveDataFolder(dataDir: string, today = '1397-09-17'): void {
  vi.stubEnv('MIZBAN_DATA_DIR', dataDir);
  vi.stubEnv('MIZBAN_TODAY', today);
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** Asks a route as a program with these headers would. Text unless the answer is JSON. */
export async function ask<T = unknown, P = Record<string, never>>(
  handler: ApiHandler<P>,
  address: string,
  headers: Readonly<Record<string, string>>,
  params?: P,
): Promise<Answer<T>> {
  const request = new Request(`http://mizban.test${address}`, { headers });
  const response = await handler(request, { params: Promise.resolve((params ?? {}) as P) });
  const isJson = response.headers.get('content-type')?.includes('application/json') === true;
  // read as bytes, so that a byte order mark is not swallowed
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
}
