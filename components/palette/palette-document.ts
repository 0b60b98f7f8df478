import type { CivilDate } from '@/lib/calendar/civil-date';
import type { PaletteGroup } from '@/lib/messages/palette';

/** One thing to go to, as it is sent: group, title, second line, address, other words by which it is found. */
export type PaletteItem = readonly [group: PaletteGroup, title: string, note: string, href: string, words: string];

/** What the browser asks for when the palette is first opened. */
export interface PaletteDocument {
  readonly today: CivilDate;
  readonly startOn: CivilDate | null;
  /** Addresses that can be opened as of a day. */
  readonly daily: readonly ('/dashboard' | '/bodies')[];
  readonly items: readonly PaletteItem[];
}
