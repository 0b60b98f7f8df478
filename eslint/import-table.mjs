/**
 * Who may import whom: the table of docs/architecture.md as data. The lint rule `mizban/import-table` is made from it, and
 * tests/architecture compares it with the document.
 *
 * `folders` are folders or single files without extension; the longest one that fits a file is its area. `ours` names the areas it may
 * import besides itself; `packages` limits what it may import from elsewhere (absent: anything). `node` is every built-in module.
 */
export const IMPORT_TABLE = [
  { area: 'calendar', folders: ['lib/calendar'], ours: [], packages: ['date-fns-jalali'] },
  { area: 'text', folders: ['lib/text'], ours: [], packages: [] },
  { area: 'errors', folders: ['lib/errors'], ours: [], packages: [] },
  { area: 'installed-browser', folders: ['lib/installed-browser'], ours: [], packages: ['node'] },
  { area: 'env', folders: ['lib/env'], ours: ['calendar'], packages: ['node', 'zod'] },
  { area: 'clock', folders: ['lib/clock'], ours: ['calendar', 'env'], packages: [] },
  { area: 'domain', folders: ['lib/domain'], ours: ['calendar', 'text'], packages: [] },
  { area: 'format', folders: ['lib/format'], ours: ['domain', 'calendar', 'text'], packages: [] },
  {
    area: 'messages',
    folders: ['lib/messages'],
    ours: ['domain', 'calendar', 'text', 'format', 'errors'],
    packages: [],
  },
  {
    area: 'validation',
    folders: ['lib/validation'],
    ours: ['domain', 'calendar', 'text', 'format', 'messages', 'errors'],
    packages: ['zod'],
  },
  { area: 'db', folders: ['db'], ours: ['domain', 'calendar', 'text', 'env', 'errors'] },
  {
    area: 'auth',
    folders: ['lib/auth'],
    ours: ['domain', 'calendar', 'text', 'db', 'env', 'errors', 'clock'],
  },
  {
    area: 'services',
    folders: ['lib/services'],
    ours: [
      ...['domain', 'calendar', 'text', 'format', 'messages', 'validation', 'db', 'auth'],
      ...['errors', 'env', 'clock', 'installed-browser'],
    ],
  },
  { area: 'openapi', folders: ['lib/openapi'], ours: ['domain', 'services', 'errors'], packages: [] },
  { area: 'paths', folders: ['lib/paths'], ours: [], packages: [] },
  {
    area: 'context',
    folders: ['lib/context', 'lib/page-context', 'lib/actions', 'lib/api-route', 'lib/drafts'],
    ours: [
      ...['services', 'components', 'validation', 'messages', 'auth', 'db'],
      ...['domain', 'calendar', 'paths', 'errors', 'env', 'clock'],
    ],
  },
  { area: 'components', folders: ['components'], ours: ['domain', 'calendar', 'format', 'messages'] },
  {
    area: 'app',
    folders: ['app'],
    ours: [
      ...['components', 'services', 'validation', 'context', 'openapi', 'paths', 'format', 'messages'],
      ...['domain', 'calendar', 'errors'],
    ],
  },
  {
    area: 'cli',
    folders: ['scripts/cli'],
    ours: [
      ...['services', 'components', 'validation', 'auth', 'db', 'format', 'messages', 'domain'],
      ...['calendar', 'text', 'errors', 'env', 'clock'],
    ],
  },
];

/** Packages that belong to one area alone. */
export const PACKAGE_OWNERS = { 'date-fns-jalali': 'calendar' };

/** Area of a path relative to the project's folder, with `/` and with or without extension; null outside the table. */
export function areaOf(relativePath) {
  const bare = relativePath.replace(/\.[cm]?[jt]sx?$/, '');
  let found = null;
  let length = 0;
  for (const entry of IMPORT_TABLE) {
    for (const folder of entry.folders) {
      if ((bare === folder || bare.startsWith(`${folder}/`)) && folder.length > length) {
        found = entry;
        length = folder.length;
      }
    }
  }
  return found;
}
