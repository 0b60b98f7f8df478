import { createServer, type AddressInfo } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { addressRule } from '@/lib/services/desk-checks/allowed-addresses';
import { askPage, type DeskAccess, type DeskLimits } from '@/lib/services/desk-checks/ask-page';
import { page, redirect, startDesk, TEST_AUTHORITY, type LocalDesk } from '../../support/local-desk';

const LOOPBACK = ['127.0.0.0/8'];
const QUICK: Partial<DeskLimits> = { firstByteMs: 300, totalMs: 700 };

interface Allowed {
  readonly hosts: readonly string[];
  readonly ranges?: readonly string[];
  readonly resolve?: DeskAccess['resolve'];
  readonly ca?: string;
}

function access({ hosts, ranges = LOOPBACK, ...ways }: Allowed): DeskAccess {
  return { ...ways, rules: () => ({ hosts, mayAsk: addressRule(ranges) }) };
}

const hostOf = ({ port }: LocalDesk, name = '127.0.0.1') => `${name}:${port}`;
const ask = (url: string, allowed: Allowed, limits: Partial<DeskLimits> = {}) =>
  askPage(new URL(url), access(allowed), limits);
const asked = (desk: LocalDesk, limits: Partial<DeskLimits> = {}) => ask(desk.url, { hosts: [hostOf(desk)] }, limits);
/** A name that leads to this machine, whatever it is. */
const toHere = async () => ['127.0.0.1'];

describe('a page that answers', () => {
  it('is read by GET, under a plain name and without cookies', async () => {
    const desk = await startDesk(page('<p>میز خدمت</p>', { 'Set-Cookie': 'a=b' }));
    const answer = await asked(desk);
    expect(answer).toMatchObject({ outcome: 'answered', status: 200, bytes: 22, certificateUntil: null });
    expect(answer.html).toContain('میز خدمت');
    expect(answer.milliseconds).toBeLessThan(5000);
    expect(desk.requests).toHaveLength(1);
    expect(desk.requests[0]).toMatchObject({ method: 'GET', url: '/' });
    expect(desk.requests[0]?.headers).toMatchObject({ 'user-agent': 'Mizban desk check', connection: 'close' });
    expect(Object.keys(desk.requests[0]?.headers ?? {})).not.toContain('cookie');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ] as const)('is unpacked from %s', async (packing, pack) => {
    const desk = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': packing }).end(pack('<p>سلام</p>'));
    });
    expect(await asked(desk)).toMatchObject({ outcome: 'answered', html: '<p>سلام</p>', bytes: 15 });
  });

  it('is read in the letters it names, in its head or its first lines', async () => {
    const persian = Buffer.from([0xe3, 0xed, 0xd2]);
    const byHead = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=windows-1256' }).end(persian);
    });
    expect((await asked(byHead)).html).toMatch(/^م[يی]ز$/);
    const byLine = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(Buffer.concat([Buffer.from('<meta charset="windows-1256">'), persian]));
    });
    expect((await asked(byLine)).html).toMatch(/م[يی]ز$/);
    const nonsense = await startDesk(page('سلام', { 'Content-Type': 'text/html; charset=none-such' }));
    expect((await asked(nonsense)).html).toBe('سلام');
  });
});

describe('what is no page', () => {
  it.each([
    ['another kind of content', { 'Content-Type': 'application/json' }, 200, 'not_a_page'],
    ['a kind that only begins alike', { 'Content-Type': 'text/html-sandboxed' }, 200, 'not_a_page'],
    ['no kind at all', {}, 200, 'not_a_page'],
    ['a packing nobody knows', { 'Content-Type': 'text/html', 'Content-Encoding': 'zip' }, 200, 'not_a_page'],
    ['packed twice', { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip, gzip' }, 200, 'not_a_page'],
    ['packed only by its word', { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' }, 200, 'not_a_page'],
    ['a redirect to nowhere', { 'Content-Type': 'text/html' }, 302, 'not_a_page'],
    ['an error of the visitor', { 'Content-Type': 'text/html' }, 404, 'http_error'],
    ['an error of the server', { 'Content-Type': 'text/html' }, 503, 'http_error'],
  ] as const)('%s', async (_what, headers, status, outcome) => {
    const desk = await startDesk((_request, response) => void response.writeHead(status, headers).end('<p>x</p>'));
    expect(await asked(desk)).toMatchObject({ outcome, status, html: null });
  });

  it('an answer in no known language', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end('SSH-2.0-OpenSSH\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const answer = await ask(`http://127.0.0.1:${port}`, { hosts: [`127.0.0.1:${port}`] });
    server.close();
    expect(answer.outcome).toBe('not_a_page');
  });

  it('a change of protocol', async () => {
    const desk = await startDesk((request) => {
      request.socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    });
    expect((await asked(desk, QUICK)).outcome).toBe('not_a_page');
  });

  it('nobody there', async () => {
    expect((await ask('http://127.0.0.1:9', { hosts: ['127.0.0.1:9'] })).outcome).toBe('refused_connection');
  });

  it('a connection that breaks off before and within the answer', async () => {
    const before = await startDesk((request) => void request.socket.destroy());
    expect((await asked(before)).outcome).toBe('refused_connection');
    const within = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '1000' });
      response.write('<p>', () => response.socket?.destroy());
    });
    expect(await asked(within)).toMatchObject({ outcome: 'refused_connection', html: null });
  });
});

describe('limits', () => {
  const isQuick = (milliseconds: number) => expect(milliseconds).toBeLessThan(3000);

  it('of time before the first byte', async () => {
    const desk = await startDesk(() => undefined);
    const answer = await asked(desk, QUICK);
    expect(answer.outcome).toBe('timed_out');
    isQuick(answer.milliseconds);
  });

  it('of time for a head that comes letter by letter', async () => {
    const desk = await startDesk((request) => {
      request.socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      const drip = setInterval(() => request.socket.write('x'), 20);
      request.socket.on('close', () => clearInterval(drip));
    });
    const answer = await asked(desk, QUICK);
    expect(answer.outcome).toBe('timed_out');
    isQuick(answer.milliseconds);
  });

  it('of time for a body that never ends, however slowly it comes', async () => {
    const desk = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      const drip = setInterval(() => response.write('<p>'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const answer = await asked(desk, QUICK);
    expect(answer).toMatchObject({ outcome: 'timed_out', status: 200, html: null });
    isQuick(answer.milliseconds);
  });

  it('of time for a name that nobody answers about', async () => {
    const desk = await startDesk(page('x'));
    const answer = await ask(
      `http://slow.test:${desk.port}`,
      {
        hosts: [hostOf(desk, 'slow.test')],
        resolve: () => new Promise<never>(() => undefined),
      },
      QUICK,
    );
    expect(answer.outcome).toBe('timed_out');
    expect(desk.connections()).toBe(0);
  });

  it('of time over all redirects together', async () => {
    const desk = await startDesk((_request, response) => {
      setTimeout(() => response.writeHead(302, { Location: '/more' }).end(), 250);
    });
    const answer = await asked(desk, { firstByteMs: 5000, totalMs: 600 });
    expect(answer.outcome).toBe('timed_out');
    expect(desk.requests.length).toBeLessThanOrEqual(3);
  });

  it('of size, told in its head or not', async () => {
    const told = await startDesk(page('x'.repeat(3_000_000), { 'Content-Length': '3000000' }));
    expect((await asked(told)).outcome).toBe('too_large');
    let sent = 0;
    const untold = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      const piece = 'x'.repeat(65_536);
      const flood = (): void => {
        if (response.destroyed) return;
        sent += piece.length;
        if (response.write(piece)) setImmediate(flood);
        else response.once('drain', flood);
      };
      flood();
    });
    const before = process.memoryUsage().rss;
    expect(await asked(untold)).toMatchObject({ outcome: 'too_large', html: null });
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', (bytes: Buffer) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } })],
  ] as const)('of size after unpacking: a %s bomb stays small', async (packing, pack) => {
    const bomb = pack(Buffer.alloc(128 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    const desk = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': packing }).end(bomb);
    });
    const before = process.memoryUsage().rss;
    const answer = await asked(desk);
    expect(answer).toMatchObject({ outcome: 'too_large', html: null });
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    isQuick(answer.milliseconds);
  });

  it('of size before unpacking: packed emptiness without end', async () => {
    const empty = gzipSync('');
    const desk = await startDesk((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' });
      const piece = Buffer.concat(Array.from({ length: 4000 }, () => empty));
      const flood = (): void => {
        if (response.destroyed) return;
        if (response.write(piece)) setImmediate(flood);
        else response.once('drain', flood);
      };
      flood();
    });
    expect((await asked(desk)).outcome).toBe('too_large');
  });

  it('of a head', async () => {
    const desk = await startDesk(page('x', { 'X-Long': 'x'.repeat(40_000) }));
    expect((await asked(desk)).outcome).toBe('too_large');
  });

  it('of redirects: three are followed, a loop is left', async () => {
    const steps = await startDesk((request, response) => {
      const step = Number(request.url?.slice(1) || 0);
      if (step < 3) redirect(`/${step + 1}`)(request, response);
      else page('<p>آخر</p>')(request, response);
    });
    expect(await asked(steps)).toMatchObject({ outcome: 'answered', html: '<p>آخر</p>' });
    const loop = await startDesk(redirect('/'));
    expect((await asked(loop)).outcome).toBe('redirected_away');
    expect(loop.requests).toHaveLength(4);
  });
});

describe('nothing is reached that is not allowed', () => {
  const LOCAL_NAMES = [
    'localhost',
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '127.1',
    '[::ffff:127.0.0.1]',
  ];

  it.each(LOCAL_NAMES)('a host of the list on an address that is not public: %s', async (name) => {
    const canary = await startDesk(page('secret'));
    const url = new URL(`http://${name}:${canary.port}/`);
    const answer = await askPage(url, access({ hosts: [`${url.hostname}:${canary.port}`], ranges: [] }));
    expect(answer.outcome).toBe('address_not_allowed');
    expect(canary.connections()).toBe(0);
  });

  it.each(LOCAL_NAMES)('an allowed address under a name that is not listed: %s', async (name) => {
    const canary = await startDesk(page('secret'));
    const answer = await ask(`http://${name}:${canary.port}/`, { hosts: ['desk.test', hostOf(canary, 'desk.test')] });
    expect(answer.outcome).toBe('host_not_listed');
    expect(canary.connections()).toBe(0);
  });

  it.each([
    ['127.0.0.1'],
    ['10.0.0.1'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['64:ff9b::7f00:1'],
    ['fe80::1%lo'],
    ['0.0.0.0'],
    ['no address'],
  ])('a listed name that resolves to %s', async (address) => {
    const canary = await startDesk(page('secret'));
    const allowed = { hosts: [hostOf(canary, 'desk.test')], ranges: [], resolve: async () => [address] };
    expect((await ask(`http://desk.test:${canary.port}`, allowed)).outcome).toBe('address_not_allowed');
    expect(canary.connections()).toBe(0);
  });

  it('a name with one public address and one of this machine', async () => {
    const canary = await startDesk(page('secret'));
    const allowed = {
      hosts: [hostOf(canary, 'desk.test')],
      ranges: [],
      resolve: async () => ['127.0.0.1', '93.184.215.14'],
    };
    expect((await ask(`http://desk.test:${canary.port}`, allowed)).outcome).toBe('address_not_allowed');
    expect(canary.connections()).toBe(0);
  });

  it('a name that changes between judging and connecting: it is resolved once, and the connection goes where it was judged', async () => {
    const good = await startDesk(page('<p>میز</p>'), { host: '127.0.0.1' });
    const answers = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];
    const resolve = async () => [answers.shift() ?? '127.0.0.4'];
    const allowed = { hosts: [hostOf(good, 'desk.test')], ranges: ['127.0.0.1'], resolve };
    expect((await ask(`http://desk.test:${good.port}/`, allowed)).outcome).toBe('answered');
    expect(answers).toHaveLength(2);
    expect(good.requests[0]?.headers.host).toBe(`desk.test:${good.port}`);
    // the next look sees the changed name, and judges it anew
    expect((await ask(`http://desk.test:${good.port}/`, allowed)).outcome).toBe('address_not_allowed');
    expect(good.connections()).toBe(1);
  });

  it('a name that changes from one redirect to the next', async () => {
    const first = await startDesk(redirect('/next'));
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const allowed = {
      hosts: [hostOf(first, 'desk.test')],
      ranges: ['127.0.0.1'],
      resolve: async () => answers.shift() ?? [],
    };
    expect((await ask(`http://desk.test:${first.port}/`, allowed)).outcome).toBe('redirected_away');
    expect(first.connections()).toBe(1);
  });

  it.each([
    ['to a host that is not listed', (canary: LocalDesk) => canary.url],
    ['by a relative address of another host', (canary: LocalDesk) => `//127.0.0.1:${canary.port}/x`],
    ['to a name and password', (canary: LocalDesk, desk: LocalDesk) => `http://a:b@desk.test:${desk.port}/`],
    ['to a listed name of an address that is not allowed', (canary: LocalDesk) => `http://inside.test:${canary.port}/`],
    ['to another scheme', () => 'file:///etc/passwd'],
    ['to a data address', () => 'data:text/html,<p>x</p>'],
    ['to nonsense', () => 'http://['],
  ] as const)('a redirect %s', async (_what, to) => {
    const canary = await startDesk(page('secret'));
    const desk = await startDesk((request, response) => redirect(to(canary, desk))(request, response));
    const answer = await ask(`http://desk.test:${desk.port}/`, {
      hosts: [hostOf(desk, 'desk.test'), hostOf(canary, 'inside.test')],
      ranges: ['127.0.0.1'],
      resolve: async (name) => (name === 'inside.test' ? ['127.0.0.2'] : ['127.0.0.1']),
    });
    expect(answer).toMatchObject({ outcome: 'redirected_away', html: null });
    expect(desk.connections()).toBe(1);
    expect(canary.connections()).toBe(0);
  });

  it('a redirect to another listed host is followed', async () => {
    const other = await startDesk(page('<p>میز</p>'));
    const desk = await startDesk((request, response) =>
      redirect(`http://other.test:${other.port}/`)(request, response),
    );
    const answer = await ask(`http://desk.test:${desk.port}/`, {
      hosts: [hostOf(desk, 'desk.test'), hostOf(other, 'other.test')],
      resolve: toHere,
    });
    expect(answer).toMatchObject({ outcome: 'answered', html: '<p>میز</p>' });
  });

  it('a redirect to a Persian address is followed as it was written', async () => {
    const desk = await startDesk((request, response) => {
      if (request.url === '/') response.setHeader('Location', Buffer.from('/میز', 'utf8').toString('latin1'));
      if (request.url === '/') response.writeHead(302).end();
      else page('<p>میز</p>')(request, response);
    });
    expect((await asked(desk)).outcome).toBe('answered');
    expect(desk.requests[1]?.url).toBe(encodeURI('/میز'));
  });

  it('a listed host at another port', async () => {
    const canary = await startDesk(page('secret'));
    const answer = await ask(`http://desk.test:${canary.port}`, { hosts: ['desk.test'], resolve: toHere });
    expect(answer.outcome).toBe('host_not_listed');
    expect(canary.connections()).toBe(0);
  });

  it('a name that is not known', async () => {
    const unknown = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    const answer = await ask('http://desk.test/', { hosts: ['desk.test'], resolve: () => Promise.reject(unknown) });
    expect(answer.outcome).toBe('not_found_by_name');
    expect((await ask('http://desk.test/', { hosts: ['desk.test'], resolve: async () => [] })).outcome).toBe(
      'not_found_by_name',
    );
  });

  it('anything once it is turned off, even between two redirects', async () => {
    const desk = await startDesk(redirect('/next'));
    let isOn = true;
    const rules = () => {
      if (!isOn) throw new Error('off');
      return { hosts: [hostOf(desk)], mayAsk: addressRule(LOOPBACK) };
    };
    const running = askPage(new URL(desk.url), {
      rules: () => {
        const now = rules();
        // the first look at the rules comes before the first request
        if (desk.requests.length > 0) isOn = false;
        return now;
      },
    });
    await expect(running).rejects.toThrow('off');
    expect(desk.requests).toHaveLength(1);
  });

  it('anything once it is turned off or the range taken away, even while a name is being resolved', async () => {
    const canary = await startDesk(page('secret'));
    const states = ['off', 'narrow'] as const;
    for (const state of states) {
      let now: 'on' | (typeof states)[number] = 'on';
      const running = askPage(new URL(`http://desk.test:${canary.port}/`), {
        rules: () => {
          if (now === 'off') throw new Error('off');
          return { hosts: [hostOf(canary, 'desk.test')], mayAsk: addressRule(now === 'on' ? LOOPBACK : []) };
        },
        resolve: async () => {
          now = state;
          return ['127.0.0.1'];
        },
      });
      if (state === 'off') await expect(running).rejects.toThrow('off');
      else expect((await running).outcome).toBe('address_not_allowed');
    }
    expect(canary.connections()).toBe(0);
  });
});

describe('certificates', () => {
  const secure = (desk: LocalDesk, name: string, ca?: string) =>
    ask(`https://${name}:${desk.port}/`, { hosts: [hostOf(desk, name)], resolve: toHere, ...(ca ? { ca } : {}) });

  it('a good one is verified and its last day noted', async () => {
    const desk = await startDesk(page('<p>میز</p>'), { isHttps: true });
    expect(await secure(desk, 'desk.test', TEST_AUTHORITY)).toMatchObject({
      outcome: 'answered',
      certificateUntil: '2125-06-20',
      html: '<p>میز</p>',
    });
  });

  it('one that nobody vouches for is told, and nothing is asked', async () => {
    const desk = await startDesk(page('secret'), { isHttps: true });
    expect(await secure(desk, 'desk.test')).toMatchObject({ outcome: 'certificate_invalid', html: null });
    expect(desk.requests).toHaveLength(0);
  });

  it('one of another name is told, and nothing is asked', async () => {
    const desk = await startDesk(page('secret'), { isHttps: true });
    expect((await secure(desk, 'third.test', TEST_AUTHORITY)).outcome).toBe('certificate_invalid');
    expect(desk.requests).toHaveLength(0);
  });

  it('a server without any', async () => {
    const desk = await startDesk(page('secret'));
    expect((await secure(desk, 'desk.test', TEST_AUTHORITY)).outcome).toBe('certificate_invalid');
  });
});

describe('one request a host at a time', () => {
  it('whoever asks; other hosts do not wait', async () => {
    const slow = (milliseconds: number) =>
      startDesk((request, response) => void setTimeout(() => page('<p>x</p>')(request, response), milliseconds));
    const [desk, other] = [await slow(40), await slow(1)];
    const allowed = { hosts: [hostOf(desk, 'desk.test'), hostOf(other, 'other.test')], resolve: toHere };
    const order: string[] = [];
    const run = (name: string, { port }: LocalDesk) =>
      ask(`http://${name}:${port}/`, allowed).then(({ outcome }) => order.push(`${name} ${outcome}`));
    await Promise.all([...Array.from({ length: 6 }, () => run('desk.test', desk)), run('other.test', other)]);
    expect(desk.requests).toHaveLength(6);
    expect(desk.mostAtOnce()).toBe(1);
    expect(order[0]).toBe('other.test answered');
  });

  it('a request that failed does not hold up the next', async () => {
    const desk = await startDesk((request, response) => {
      if (request.url === '/bad') request.socket.destroy();
      else page('<p>x</p>')(request, response);
    });
    const outcomes = await Promise.all(
      ['/bad', '/good'].map((path) => ask(`${desk.url}${path}`, { hosts: [hostOf(desk)] })),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused_connection', 'answered']);
  });
});
