import { get } from 'node:http';

/** Below about a kilobyte a server does not bother. */
const SMALL = 1500;

/**
 * Compressed bytes of the scripts that a page makes a browser load at once: those named in its HTML. What a page loads later by itself,
 * such as an interactive chart, is not in it, and old browsers' extras (`nomodule`) are not loaded by current ones.
 */
export async function countScriptBytes(
  baseUrl: string,
  page: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const response = await fetch(`${baseUrl}${page}`, { headers, redirect: 'manual' });
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${page} answered ${response.status}.`);
  const sizes = await Promise.all(
    scriptAddresses(html).map((address) => compressedSize(new URL(address, baseUrl).href)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Addresses of the scripts and script preloads in a page, each once. */
export function scriptAddresses(html: string): string[] {
  const scripts = [...html.matchAll(/<script\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => !/\bnomodule\b/i.test(tag));
  const preloads = [...html.matchAll(/<link\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => /rel="modulepreload"/i.test(tag) || (/rel="preload"/i.test(tag) && /as="script"/i.test(tag)));
  const addresses = [...scripts, ...preloads].flatMap((tag) => /\b(?:src|href)="([^"]+)"/i.exec(tag)?.[1] ?? []);
  return [...new Set(addresses.map((address) => address.replaceAll('&amp;', '&')))];
}

/** Bytes of the body as sent; what the server left uncompressed, because it is tiny, counts as it is. */
function compressedSize(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => (size += chunk.length));
      response.on('error', reject);
      response.on('end', () => {
        const isCompressed = response.headers['content-encoding'] === 'gzip';
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
        else if (!isCompressed && size > SMALL) reject(new Error(`${url} was not compressed.`));
        else resolve(size);
      });
    }).on('error', reject);
  });
}
