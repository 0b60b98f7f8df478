import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach } from 'vitest';

const TLS_DIR = path.resolve(import.meta.dirname, '../fixtures/desk-tls');
const tlsFile = (name: string) => readFileSync(path.join(TLS_DIR, name), 'utf8');

/** The authority that signed the certificate of `desk.test` and `other.test`; nobody trusts it unless told. */
export const TEST_AUTHORITY = tlsFile('ca.pem');

export interface LocalDesk {
  readonly port: number;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Connections ever made to it: whatever was reached shows here. */
  readonly connections: () => number;
  readonly requests: readonly Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
  /** Connections open at one time, at most. */
  readonly mostAtOnce: () => number;
  readonly stop: () => void;
}

const started: Server[] = [];

function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}

afterEach(() => started.splice(0).forEach(stop));

/** A web server of this machine that stands for an electronic desk; stopped after the test unless it `lasts`. */
export async function startDesk(
  answer: RequestListener,
  {
    isHttps = false,
    host = '127.0.0.1',
    lasts = false,
  }: { readonly isHttps?: boolean; readonly host?: string; readonly lasts?: boolean } = {},
): Promise<LocalDesk> {
  const requests: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  let [connections, open, most] = [0, 0, 0];
  const listener: RequestListener = (request, response) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    response.on('error', () => undefined);
    answer(request, response);
  };
  const server = isHttps
    ? createHttpsServer({ key: tlsFile('key.pem'), cert: tlsFile('cert.pem') }, listener)
    : createHttpServer({ maxHeaderSize: 65_536 }, listener);
  server.on('connection', (socket) => {
    connections += 1;
    open += 1;
    most = Math.max(most, open);
    socket.on('close', () => (open -= 1));
    socket.on('error', () => undefined);
  });
  server.on('tlsClientError', () => undefined);
  if (!lasts) started.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http${isHttps ? 's' : ''}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    connections: () => connections,
    requests,
    mostAtOnce: () => most,
    stop: () => stop(server),
  };
}

/** Answers with a page. */
export const page =
  (html: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);

/** Leads elsewhere. */
export const redirect =
  (location: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(302, { Location: location }).end();
