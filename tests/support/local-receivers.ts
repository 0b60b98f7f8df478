import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';

const listening = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

export interface Letter {
  readonly from: string;
  readonly to: string;
  /** Headers and body as they came. */
  readonly data: string;
}

export interface MailServer {
  readonly url: string;
  readonly letters: Letter[];
  /** Answers to the next `RCPT TO`, before it accepts again. */
  readonly refusals: string[];
  readonly stop: () => Promise<void>;
}

/** A mail server of this machine that speaks as much SMTP as a letter needs. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const refusals: string[] = [];
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let from = '';
    let to = '';
    let data: string | null = null;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const take = (line: string): void => {
      if (data !== null) {
        if (line === '.') {
          letters.push({ from, to, data });
          data = null;
          say('250 taken');
        } else data += `${line}\r\n`;
        return;
      }
      const [verb = ''] = line.toUpperCase().split(/[ :]/);
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'MAIL') from = address;
      if (verb === 'RCPT') {
        const refusal = refusals.shift();
        if (refusal !== undefined) return void say(refusal);
        to = address;
      }
      if (verb === 'DATA') {
        data = '';
        return void say('354 go on');
      }
      if (verb === 'QUIT') return void socket.end('221 bye\r\n');
      say('250 ok');
    };
    say('220 local');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      lines.forEach(take);
    });
  });
  const port = await listening(server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refusals,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

export interface GatewayRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface SmsGateway {
  readonly url: string;
  readonly requests: GatewayRequest[];
  /** Statuses of the next answers, before it accepts again; `silent` never answers. */
  readonly answers: (number | 'silent')[];
  readonly stop: () => Promise<void>;
}

/** An SMS gateway of this machine. */
export async function startSmsGateway(accepted = '{"status":"OK"}'): Promise<SmsGateway> {
  const requests: GatewayRequest[] = [];
  const answers: (number | 'silent')[] = [];
  const server = createHttpServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const answer = answers.shift() ?? 200;
      if (answer === 'silent') return;
      response.writeHead(answer).end(answer === 200 ? accepted : 'no');
    });
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answers,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
