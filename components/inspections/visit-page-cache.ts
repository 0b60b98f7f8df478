import { VISIT_PAGE_CACHE } from '@/components/drafts/device-drafts';

const WORKER = '/visit-worker.js';
const SCOPE = '/inspections/new';

/**
 * Lets the open form of a visit be opened again without a line, where the browser allows it: its page and the files that it needs are kept. The
 * worker looks after this one page alone.
 */
export async function keepPageOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    const cache = await caches.open(VISIT_PAGE_CACHE);
    const files = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && /^\/(_next\/static|fonts)\//.test(pathname));
    const wanted = new Set([location.href, ...files.map(({ href }) => href)]);
    // the page itself anew each time; files carry their content in their names
    for (const address of wanted) {
      if (address !== location.href && (await cache.match(address)) !== undefined) continue;
      const answer = await fetch(address);
      if (answer.ok && !answer.redirected) await cache.put(address, answer);
    }
  } catch {
    // no line, or no room: the open page itself still works
  }
}
