/*
 * Opens the form of a visit without a line. It answers for /inspections/new alone, asks the server first, and gives the kept page only when
 * there is no line. What is kept goes on signing out, and on the page for signing in (components/drafts/forget-device.tsx).
 */
const CACHE = 'mizban-visit-page';
const PAGE = '/inspections/new';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(fetch(request).catch(() => kept(request)));
  else if (/^\/(_next\/static|fonts)\//.test(pathname)) event.respondWith(file(request));
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, { ignoreVary: true })) ?? Response.error();
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request, { ignoreVary: true });
  return known ?? fetch(request);
}
