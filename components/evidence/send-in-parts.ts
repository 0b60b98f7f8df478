/** What one request carries, and the most that a broken line costs. */
const CHUNK_BYTES = 128 * 1024;
/** A request that has not ended by then is given up: 128 kB in that time is less than the slowest line carries. */
const REQUEST_TIMEOUT_MS = 90_000;

export type PartsAnswer =
  | { readonly status: 'done'; readonly token: string }
  /** The line is broken, or the server is not there: worth trying again. */
  | { readonly status: 'broken' }
  | { readonly status: 'signed_out' }
  | { readonly status: 'refused'; readonly message: string | null };

export interface PartsFile {
  readonly name: string;
  readonly content: Blob;
  readonly body: string;
  readonly serverId: string | null;
}

export interface PartsWatch {
  readonly signal: AbortSignal;
  readonly onBegun: (serverId: string) => void;
  /** In percent; called with what has arrived and with what is on its way. */
  readonly onProgress: (percent: number) => void;
}

interface Answer {
  readonly status: number;
  readonly offset: number | null;
  readonly text: string;
}

type Method = 'HEAD' | 'POST' | 'PATCH' | 'DELETE';

function ask(
  method: Method,
  path: string,
  signal: AbortSignal,
  options: { body?: Blob | string; headers?: Record<string, string>; onSent?: (bytes: number) => void } = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = (status: number) => {
      signal.removeEventListener('abort', abort);
      const offset = status === 0 ? null : request.getResponseHeader('Upload-Offset');
      resolve({
        status,
        offset: offset === null ? null : Number(offset),
        text: status === 0 ? '' : request.responseText,
      });
    };
    const abort = () => request.abort();
    request.open(method, path);
    request.timeout = REQUEST_TIMEOUT_MS;
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => options.onSent?.(loaded);
    request.onerror = request.ontimeout = request.onabort = () => end(0);
    // somebody without a session is led to the sign-in page, which answers as a page
    request.onload = () => end(new URL(request.responseURL).pathname === path ? request.status : 401);
    signal.addEventListener('abort', abort);
    if (signal.aborted) end(0);
    else request.send(options.body ?? null);
  });
}

function fieldOf(text: string, name: string): string | null {
  try {
    const answer: unknown = JSON.parse(text);
    const value = typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>)[name] : null;
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** What an answer means that is not the wanted one. */
function failureOf({ status, text }: Answer): Exclude<PartsAnswer, { status: 'done' }> {
  if (status === 401) return { status: 'signed_out' };
  if (status === 0 || status === 408 || status === 429 || (status >= 500 && status !== 507))
    return { status: 'broken' };
  return { status: 'refused', message: fieldOf(text, 'message') };
}

/**
 * Sends a file in pieces, going on where it stopped: the server says how much has arrived. A broken line is an answer, not an exception,
 * and so is being called off.
 */
export async function sendInParts(path: string, file: PartsFile, watch: PartsWatch): Promise<PartsAnswer> {
  const { content } = file;
  let id = file.serverId;
  let offset = 0;
  const tell = (bytes: number) => watch.onProgress(Math.min(100, Math.floor((100 * bytes) / content.size)));

  if (id !== null) {
    const known = await ask('HEAD', `${path}/${id}`, watch.signal);
    if (known.status === 404) id = null;
    else if (known.status !== 200 || known.offset === null) return failureOf(known);
    else offset = known.offset;
  }
  if (id === null) {
    const begun = await ask('POST', path, watch.signal, {
      body: JSON.stringify({ body: file.body, name: file.name, size: content.size }),
      headers: { 'Content-Type': 'application/json' },
    });
    id = begun.status === 201 ? fieldOf(begun.text, 'id') : null;
    if (id === null) return failureOf(begun);
    watch.onBegun(id);
  }

  tell(offset);
  while (offset < content.size) {
    const from = offset;
    const sent = await ask('PATCH', `${path}/${id}`, watch.signal, {
      body: content.slice(from, from + CHUNK_BYTES),
      headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from) },
      onSent: (bytes) => tell(from + bytes),
    });
    const isKnown = sent.status === 204 || sent.status === 409;
    if (!isKnown || sent.offset === null || sent.offset === from) return sent.status === 404 ? lost : failureOf(sent);
    offset = sent.offset;
    tell(offset);
  }

  const finished = await ask('POST', `${path}/${id}`, watch.signal);
  const token = finished.status === 201 ? fieldOf(finished.text, 'token') : null;
  if (token !== null) return { status: 'done', token };
  return finished.status === 404 || finished.status === 409 ? lost : failureOf(finished);
}

/** What had arrived is not there any more (it gave way after days): the next attempt asks, and begins anew. */
const lost: PartsAnswer = { status: 'broken' };

/** Tells the server that the file is not wanted any more. What it does not hear goes by itself after some days. */
export async function dropParts(path: string, serverId: string): Promise<void> {
  await ask('DELETE', `${path}/${serverId}`, new AbortController().signal);
}
