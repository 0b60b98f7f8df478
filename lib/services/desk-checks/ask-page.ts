import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { toTehranTime } from '@/lib/calendar/tehran-time';
import { isHostListed, tidyAddress } from '@/lib/domain/desk-checks';
import type { DeskCheckOutcome } from '@/lib/domain/vocabulary';
import { inTurn } from './host-turns';

/** What may be asked. */
export interface DeskRules {
  readonly hosts: readonly string[];
  readonly mayAsk: (address: string) => boolean;
}

/** What may be asked, and how names become addresses. */
export interface DeskAccess {
  /** As they are now: looked at before a name is resolved and again before the request. Throws once nothing may be asked any more. */
  readonly rules: () => DeskRules;
  /** All addresses of a name. Default: as the machine resolves it. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
  /** Certificates that are trusted instead of the machine's. */
  readonly ca?: string;
}

export interface DeskLimits {
  readonly firstByteMs: number;
  /** Of a page with its redirects, without waiting for a turn. */
  readonly totalMs: number;
  /** As sent, and again as unpacked. */
  readonly bodyBytes: number;
  readonly headerBytes: number;
}

export const DESK_LIMITS: DeskLimits = {
  firstByteMs: 10_000,
  totalMs: 20_000,
  bodyBytes: 2 * 1024 * 1024,
  headerBytes: 16 * 1024,
};

const MAX_REDIRECTS = 3;

/** What came of asking for a page. */
export interface PageAnswer {
  /** That answered, or that was asked last. */
  readonly url: URL;
  readonly outcome: DeskCheckOutcome;
  readonly status: number | null;
  readonly milliseconds: number;
  /** Of the page as unpacked. */
  readonly bytes: number;
  readonly certificateUntil: CivilDate | null;
  /** Null unless the outcome is `answered`. */
  readonly html: string | null;
}

type Hop = Omit<PageAnswer, 'url' | 'milliseconds'> & { readonly location: string | null };

/** Why a request was ended by us. */
class Ended extends Error {
  constructor(readonly outcome: DeskCheckOutcome) {
    super(outcome);
  }
}

/**
 * Asks for one page by GET, without cookies, and follows at most three redirects within the listed hosts. A name is resolved once a request
 * and the connection goes to the very addresses that were judged, so a name that changes in between leads nowhere else. Every failure
 * is an outcome.
 *
 * @throws whatever `access.rules` throws
 */
export async function askPage(first: URL, access: DeskAccess, wanted: Partial<DeskLimits> = {}): Promise<PageAnswer> {
  const limits = { ...DESK_LIMITS, ...wanted };
  let url = first;
  let milliseconds = 0;
  for (let redirects = 0; ; redirects += 1) {
    const hop = await inTurn(url.hostname, async () => {
      const began = performance.now();
      const answer = await askOnce(url, access, { ...limits, totalMs: limits.totalMs - milliseconds });
      milliseconds += Math.round(performance.now() - began);
      return answer;
    });
    const { location, ...answer } = hop;
    const isAway = redirects > 0 && ['host_not_listed', 'address_not_allowed'].includes(answer.outcome);
    if (isAway) return { ...answer, url, milliseconds, outcome: 'redirected_away' };
    if (location === null) return { ...answer, url, milliseconds };
    const next = URL.canParse(location, url.href) ? tidyAddress(new URL(location, url)) : null;
    const isWithin = next !== null && 'url' in next && isHostListed(next.url, access.rules().hosts);
    if (!isWithin || redirects === MAX_REDIRECTS) return { ...answer, url, milliseconds, outcome: 'redirected_away' };
    url = next.url;
  }
}

const nothing = (outcome: DeskCheckOutcome): Hop => ({
  outcome,
  status: null,
  bytes: 0,
  certificateUntil: null,
  html: null,
  location: null,
});

async function askOnce(url: URL, access: DeskAccess, limits: DeskLimits): Promise<Hop> {
  if (!isHostListed(url, access.rules().hosts)) return nothing('host_not_listed');
  if (limits.totalMs <= 0) return nothing('timed_out');
  const ending = new AbortController();
  const { signal } = ending;
  const timer = setTimeout(() => ending.abort(new Ended('timed_out')), limits.totalMs);
  const failed = (error: unknown) => nothing(outcomeOf(signal.aborted ? signal.reason : error, url));
  try {
    const addresses = await orEnded(addressesOf(url, access), signal).catch(failed);
    if ('outcome' in addresses) return addresses;
    if (addresses.length === 0) return nothing('not_found_by_name');
    // the rules may have changed meanwhile; one bad address among good ones is a way out too
    if (!addresses.every(access.rules().mayAsk)) return nothing('address_not_allowed');
    return await exchange(url, addresses, access, limits, ending).catch(failed);
  } finally {
    clearTimeout(timer);
    ending.abort(new Ended('timed_out'));
  }
}

async function exchange(
  url: URL,
  addresses: readonly string[],
  access: DeskAccess,
  limits: DeskLimits,
  ending: AbortController,
): Promise<Hop> {
  const firstByte = setTimeout(() => ending.abort(new Ended('timed_out')), limits.firstByteMs);
  const sent = send(url, addresses, access, limits, ending.signal);
  const response = await sent.finally(() => clearTimeout(firstByte));
  response.on('error', () => undefined);
  try {
    return await readAnswer(response, limits, ending.signal);
  } finally {
    response.destroy();
  }
}

/** Ends with the signal, whatever the work still waits for. */
function orEnded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

async function addressesOf(url: URL, { resolve = resolveByMachine }: DeskAccess): Promise<readonly string[]> {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? resolve(bare) : [bare];
}

async function resolveByMachine(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address);
}

function send(
  url: URL,
  addresses: readonly string[],
  access: DeskAccess,
  limits: DeskLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
  const pinnedLookup: LookupFunction = (_hostname, options, answer) => {
    if (options.all) answer(null, pinned);
    else answer(null, pinned[0]?.address ?? '', pinned[0]?.family);
  };
  const options: RequestOptions & { ca?: string } = {
    method: 'GET',
    agent: false,
    lookup: pinnedLookup,
    signal,
    maxHeaderSize: limits.headerBytes,
    headers: {
      'User-Agent': 'Mizban desk check',
      Accept: 'text/html',
      'Accept-Encoding': 'gzip, br',
      'Accept-Language': 'fa',
    },
    ...(access.ca === undefined ? {} : { ca: access.ca }),
  };
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
    request.on('response', resolve);
    request.on('error', reject);
    // an answer that is none, such as a change of protocol
    request.on('close', () => reject(new Ended('not_a_page')));
    request.end();
  });
}

async function readAnswer(response: IncomingMessage, limits: DeskLimits, signal: AbortSignal): Promise<Hop> {
  const status = response.statusCode ?? 0;
  const head = { ...nothing('not_a_page'), status, certificateUntil: certificateEnd(response) };
  if (status >= 400) return { ...head, outcome: 'http_error' };
  const location = response.headers.location;
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
    return { ...head, location: plainHeader(location) };
  }
  const type = response.headers['content-type'] ?? '';
  if (status !== 200 || !/^text\/html\s*(?:;|$)/i.test(type)) return head;
  if (Number(response.headers['content-length'] ?? 0) > limits.bodyBytes) return { ...head, outcome: 'too_large' };
  try {
    const content = await readBody(response, limits.bodyBytes, signal);
    return { ...head, outcome: 'answered', bytes: content.length, html: decode(content, type) };
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    return { ...head, outcome: reason instanceof Ended ? reason.outcome : bodyFault(error) };
  }
}

/** A header is read byte by byte; many servers write Persian addresses into it as they are. */
function plainHeader(text: string): string {
  const written = Buffer.from(text, 'latin1').toString('utf8');
  return written.includes('\ufffd') ? text : written;
}

/** A connection that breaks off in the middle, or a packing that is none. */
function bodyFault(error: unknown): DeskCheckOutcome {
  return CONNECTION_FAULTS.has(codeOf(error)) ? 'refused_connection' : 'not_a_page';
}

async function readBody(response: IncomingMessage, limit: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const within = async function* (source: AsyncIterable<Buffer>) {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > limit) throw new Ended('too_large');
      yield chunk;
    }
  };
  const keep = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of within(source)) chunks.push(chunk);
  };
  const packing = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (packing === 'identity') await pipeline(response, keep, { signal });
  else await pipeline(response, within, unpacker(packing), keep, { signal });
  return Buffer.concat(chunks);
}

function unpacker(packing: string) {
  if (packing === 'gzip' || packing === 'x-gzip') return createGunzip();
  if (packing === 'br') return createBrotliDecompress();
  if (packing === 'deflate') return createInflate();
  throw new Ended('not_a_page');
}

/** A page says in its head, or in its first lines, how its letters are written. */
function decode(content: Buffer, type: string): string {
  const inPage = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(content.toString('latin1', 0, 2048));
  const label = /charset\s*=\s*"?([\w-]{1,40})/i.exec(type)?.[1] ?? inPage?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(content);
  } catch {
    return new TextDecoder().decode(content);
  }
}

function certificateEnd({ socket }: IncomingMessage): CivilDate | null {
  if (!('getPeerCertificate' in socket)) return null;
  // null once the connection is gone, whatever its type says
  const certificate = (socket as TLSSocket).getPeerCertificate() as PeerCertificate | null;
  const end = new Date(certificate?.valid_to ?? '');
  return Number.isNaN(end.getTime()) ? null : toTehranTime(end).day;
}

const CONNECTION_FAULTS: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EPIPE', 'EACCES'],
  'ERR_STREAM_PREMATURE_CLOSE',
]);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function outcomeOf(error: unknown, url: URL): DeskCheckOutcome {
  if (error instanceof Ended) return error.outcome;
  const code = codeOf(error);
  if (['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ENODATA'].includes(code)) return 'not_found_by_name';
  if (code === 'ETIMEDOUT') return 'timed_out';
  if (code === 'HPE_HEADER_OVERFLOW') return 'too_large';
  if (code.startsWith('HPE_')) return 'not_a_page';
  if (CONNECTION_FAULTS.has(code)) return 'refused_connection';
  // what is left of a connection with https is its certificate or its cipher
  return url.protocol === 'https:' && code !== '' ? 'certificate_invalid' : 'refused_connection';
}
