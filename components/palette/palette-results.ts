import type { CivilDate } from '@/lib/calendar/civil-date';
import { parseJalaliDate } from '@/lib/calendar/jalali';
import { addressDay } from '@/components/dashboard/links';
import { searchItems, searchRank, searchText, type SearchText } from '@/lib/domain/name-search';
import { formatDayMonthYear } from '@/lib/format/dates';
import { describeDateFailure } from '@/lib/messages/dates';
import { PALETTE, PALETTE_GROUPS, type PaletteGroup } from '@/lib/messages/palette';
import type { PaletteDocument } from './palette-document';

/** Something the palette does: go to an address, print, or press a button that the page already has. */
export type PaletteDeed = { readonly href: string } | { readonly press: string } | { readonly isPrint: true };

export interface PaletteEntry {
  readonly group: PaletteGroup;
  readonly title: string;
  readonly note: string;
  readonly deed: PaletteDeed;
  readonly words: string;
  readonly search: SearchText;
}

export interface PaletteResults {
  /** In the order of the groups. */
  readonly entries: readonly PaletteEntry[];
  /** Why a typed day is not offered. */
  readonly sentence: string | null;
}

/** At most so many of each group, and of all. */
const MOST: Record<PaletteGroup, number> = { days: 2, bodies: 6, pages: 4, tracks: 2, editions: 3, actions: 4 };
const MOST_IN_ALL = 12;

function entry(group: PaletteGroup, title: string, note: string, deed: PaletteDeed, words: string): PaletteEntry {
  return { group, title, note, deed, words, search: searchText([title, words, group === 'bodies' ? note : '']) };
}

/** What the page itself can do, whoever reads it. */
function ownActions(): PaletteEntry[] {
  return [
    entry('actions', PALETTE.print, '', { isPrint: true }, PALETTE.words.print),
    ...(['dark', 'light', 'system'] as const).map((theme) =>
      entry('actions', PALETTE.themes[theme], '', { press: `theme-${theme}` }, PALETTE.themeWords),
    ),
    entry('actions', PALETTE.signOut, '', { press: 'sign-out' }, PALETTE.words.signOut),
  ];
}

/** Everything that can be found, from what the server sent. */
export function paletteEntries({ items }: Pick<PaletteDocument, 'items'>): PaletteEntry[] {
  return [
    ...items.map(([group, title, note, href, words]) => entry(group, title, note, { href }, words)),
    ...ownActions(),
  ];
}

/** A day as people write it: with any digits, day first, or with a short year. */
function dayResults(query: string, { today, startOn, daily }: PaletteDocument): PaletteResults {
  const none = { entries: [], sentence: null };
  if (startOn === null || !/[/.-]/.test(query)) return none;
  const parsed = parseJalaliDate(query, { lenient: true });
  if (!parsed.ok) return parsed.reason === 'format' ? none : { entries: [], sentence: describeDateFailure(parsed) };
  const day: CivilDate = parsed.date;
  if (day < startOn || day > today) {
    return { entries: [], sentence: PALETTE.outOfRange(formatDayMonthYear(startOn), formatDayMonthYear(today)) };
  }
  const name = formatDayMonthYear(day);
  const titles = { '/dashboard': PALETTE.dashboardOn(name), '/bodies': PALETTE.bodiesOn(name) };
  const search = day === today ? '' : `?asOf=${addressDay(day)}`;
  return {
    entries: daily.map((path) => entry('days', titles[path], '', { href: `${path}${search}` }, '')),
    sentence: null,
  };
}

/** What a query finds, best first within each group; without a query, where one can go and what one can do. */
export function findInPalette(
  query: string,
  entries: readonly PaletteEntry[],
  document: PaletteDocument,
): PaletteResults {
  const wanted = query.trim();
  const days = dayResults(wanted, document);
  if (days.entries.length > 0 || days.sentence !== null) return days;
  const found =
    wanted === ''
      ? entries.filter(({ group }) => group === 'pages' || group === 'actions')
      : searchItems(wanted, entries, ({ search }) => search)
          .map((hit, index) => ({ hit, index, rank: searchRank(wanted, hit.title, hit.words) }))
          .sort((a, b) => a.rank - b.rank || a.index - b.index)
          .map(({ hit }) => hit);
  const limit = (group: PaletteGroup) => (wanted === '' ? MOST_IN_ALL / 2 : MOST[group]);
  const grouped = PALETTE_GROUPS.flatMap((group) =>
    found.filter((each) => each.group === group).slice(0, limit(group)),
  );
  return { entries: grouped.slice(0, MOST_IN_ALL), sentence: null };
}

/** Leads to the list with its own search, which suggests names that sound alike. */
export function listSearch(query: string): PaletteEntry {
  const href = `/bodies?${new URLSearchParams({ q: query }).toString()}`;
  return entry('bodies', PALETTE.searchList(query), '', { href }, '');
}
