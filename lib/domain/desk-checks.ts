import { normaliseForMatch } from '@/lib/text/normalise';

/** How an electronic desk is read and judged: which addresses are any at all, which hosts are listed, and which words show a sign. */

/** Pages that are read of one desk, the first included. */
export const MAX_DESK_PAGES = 5;
/** Days after which an address is looked at again by itself. */
export const DESK_CHECK_EVERY_DAYS = 7;
/** Characters of a passage, about. */
const PASSAGE_LENGTH = 120;
const MAX_ADDRESS_LENGTH = 500;

export type DeskAddressProblem = 'not_an_address' | 'not_http' | 'has_user' | 'too_long';

/**
 * An address as it may be asked for, in the one spelling of the URL standard: numbers as dotted addresses, names as ASCII, no last dot. Who
 * signs in by the address itself, and what is not http or https, is refused.
 */
export function readDeskAddress(text: string): { readonly url: URL } | { readonly problem: DeskAddressProblem } {
  const trimmed = text.trim();
  if (trimmed.length > MAX_ADDRESS_LENGTH) return { problem: 'too_long' };
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed);
  // «desk.example.ir» is how people write an address; «desk.example.ir:8080» looks like a scheme
  const isHostAndPort = /^[^/:@]+\.[^/:@]+:\d{1,5}(?:[/?#]|$)/.test(trimmed);
  const candidate = hasScheme && !isHostAndPort ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(candidate)) return { problem: 'not_an_address' };
  return tidyAddress(new URL(candidate));
}

/** As `readDeskAddress`, of an address that a page leads to. */
export function tidyAddress(from: URL): { readonly url: URL } | { readonly problem: DeskAddressProblem } {
  const url = new URL(from);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { problem: 'not_http' };
  if (url.username !== '' || url.password !== '') return { problem: 'has_user' };
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.+$/, '');
  url.hash = '';
  if (url.hostname === '' || url.hostname.endsWith('.')) return { problem: 'not_an_address' };
  return url.href.length > MAX_ADDRESS_LENGTH ? { problem: 'too_long' } : { url };
}

/**
 * One line of the admin's list of hosts in its one spelling: `desk.example.ir`, or `desk.example.ir:8080` for another port than those of http
 * and https. Null for what is neither: a path, a user, a star, a scheme.
 */
export function readHostEntry(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /[\s/\\?#@*]/.test(trimmed)) return null;
  const read = URL.canParse(`http://${trimmed}`) ? tidyAddress(new URL(`http://${trimmed}`)) : null;
  if (read === null || !('url' in read)) return null;
  // the standard drops the port that a scheme has anyway; the list means what it says
  const port = /:(\d{1,5})$/.exec(trimmed)?.[1];
  const { hostname } = read.url;
  return port === undefined ? hostname : `${hostname}:${Number(port)}`;
}

/** Whether the list names the host of an address: by itself for the ports of http and https, with a port for that one. */
export function isHostListed(url: URL, hosts: readonly string[]): boolean {
  const usual = url.protocol === 'https:' ? 443 : 80;
  const port = url.port === '' ? usual : Number(url.port);
  return hosts.includes(`${url.hostname}:${port}`) || (port === usual && hosts.includes(url.hostname));
}

/** A sign that a desk shows, with the words by which it is known. */
export interface DeskSign {
  readonly code: string;
  readonly milestoneCode: string;
  readonly title: string;
  readonly phrases: readonly string[];
}

/** What was read of a page: its words, a line for each block, and where it leads. */
export interface DeskText {
  readonly lines: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
}

/** A text prepared for looking signs up in it. */
export interface SearchableText {
  readonly original: string;
  /** letters of all words without spaces; a line break between lines, so that no phrase reaches over one */
  readonly key: string;
  /** where each word begins in `key`, and where it stands in `original` */
  readonly words: readonly { readonly at: number; readonly from: number; readonly to: number }[];
}

const WORD = /[^\s\p{P}\p{S}\u200c]+/gu;

/** The letters of words by which two spellings of them are equal, without spaces: with and without half-space is one. */
function keyOfWords(text: string): string {
  return (text.match(WORD) ?? []).map((word) => normaliseForMatch(word).replaceAll(' ', '')).join('');
}

export function toSearchable(lines: readonly string[]): SearchableText {
  const keys: string[] = [];
  const words: { at: number; from: number; to: number }[] = [];
  let at = 0;
  let start = 0;
  for (const line of lines) {
    for (const match of line.matchAll(WORD)) {
      const key = normaliseForMatch(match[0]).replaceAll(' ', '');
      if (key === '') continue;
      words.push({ at, from: start + match.index, to: start + match.index + match[0].length });
      keys.push(key);
      at += key.length;
    }
    keys.push('\n');
    at += 1;
    start += line.length + 1;
  }
  return { original: lines.join('\n'), key: keys.join(''), words };
}

/** The words around the first place where one of the phrases begins a word; null where none stands. Endings of a word may follow. */
export function findPassage(text: SearchableText, phrases: readonly string[]): string | null {
  const found = phrases
    .map((phrase) => findPhrase(text, keyOfWords(phrase)))
    .filter((place) => place !== null)
    .sort((a, b) => a.first - b.first)[0];
  return found === undefined ? null : passageAround(text, found.first, found.last);
}

function findPhrase(text: SearchableText, key: string): { readonly first: number; readonly last: number } | null {
  if (key === '') return null;
  for (let at = text.key.indexOf(key); at !== -1; at = text.key.indexOf(key, at + 1)) {
    const first = wordAt(text, at);
    if (text.words[first]?.at === at) return { first, last: wordAt(text, at + key.length - 1) };
  }
  return null;
}

/** Index of the word that holds a place of the key: the last one that begins at or before it. */
function wordAt({ words }: SearchableText, at: number): number {
  let [low, high] = [0, words.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((words[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function passageAround({ original, words }: SearchableText, first: number, last: number): string {
  let [from, to] = [first, last];
  const lengthOf = (a: number, b: number) => (words[b]?.to ?? 0) - (words[a]?.from ?? 0);
  for (;;) {
    const before = from > 0 && lengthOf(from - 1, to) <= PASSAGE_LENGTH;
    if (before) from -= 1;
    const after = to < words.length - 1 && lengthOf(from, to + 1) <= PASSAGE_LENGTH;
    if (after) to += 1;
    if (!before && !after) break;
  }
  const passage = original.slice(words[from]?.from, words[to]?.to).replace(/\s+/g, ' ');
  // one word may be as long as a page
  const shown = passage.slice(0, 3 * PASSAGE_LENGTH);
  return `${from > 0 ? '… ' : ''}${shown}${to < words.length - 1 || shown !== passage ? ' …' : ''}`;
}

/**
 * Pages that a page leads to and that may show more of the signs: by the words of the link or of its address, on listed hosts, each page
 * once, at most `limit`. Each sign gets one page before any gets a second.
 */
export function pagesWorthReading(
  base: URL,
  links: DeskText['links'],
  signs: readonly DeskSign[],
  { hosts, limit }: { readonly hosts: readonly string[]; readonly limit: number },
): URL[] {
  const candidates = links.flatMap(({ href, text }) => {
    const url = linkedPage(base, href, hosts);
    return url === null ? [] : [{ url, words: toSearchable([text, readableAddress(url)]) }];
  });
  const bySign = signs.map(({ phrases }) =>
    candidates.filter(({ words }) => findPassage(words, phrases) !== null).map(({ url }) => url),
  );
  const chosen = new Map<string, URL>();
  const rounds = Math.max(0, ...bySign.map((urls) => urls.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const urls of bySign) {
      const url = urls[round];
      if (url !== undefined && chosen.size < limit) chosen.set(url.href, url);
    }
  }
  return [...chosen.values()];
}

/** Files that are no page, by the ending of their name. */
const NO_PAGE = /\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|zip|rar|7z|gz|apk|exe|jpe?g|png|gif|webp|svg|mp[34]|avi|mkv)$/i;

function linkedPage(base: URL, href: string, hosts: readonly string[]): URL | null {
  if (!URL.canParse(href, base.href)) return null;
  const read = tidyAddress(new URL(href, base));
  if (!('url' in read) || !isHostListed(read.url, hosts)) return null;
  return read.url.href === base.href || NO_PAGE.test(read.url.pathname) ? null : read.url;
}

function readableAddress(url: URL): string {
  try {
    return decodeURIComponent(`${url.pathname} ${url.search}`);
  } catch {
    return '';
  }
}
