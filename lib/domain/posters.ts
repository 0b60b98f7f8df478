import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EditionBlockerRow, EditionDecisionRow, EditionLateRow, EditionSilentRow } from './edition';
import type { PairStatus } from './vocabulary';

/** What stands over every sheet that the office hangs up or hands over. */
export interface SheetHead {
  readonly office: string;
  readonly programmeTitle: string;
  readonly asOf: CivilDate;
  readonly sampleNote: string | null;
  /** What every name of the county carries, and the sheets leave out. */
  readonly droppedSuffix: string | null;
}

/** Progress of a district in one track beside the county's; ratios from 0 to 1, null where there is no data. */
export interface DistrictTrackRow {
  readonly code: string;
  readonly label: string;
  readonly isTotal: boolean;
  readonly bodies: number;
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
  readonly spi: number | null;
  readonly countyVerified: number | null;
  readonly countySpi: number | null;
}

/** Open steps that fall due on one day, with the bodies that still have to do them. */
export interface NextDue {
  readonly dueOn: CivilDate;
  readonly trackName: string;
  readonly position: number;
  readonly title: string;
  readonly bodies: number;
}

/** A district on one page. */
export interface DistrictSheet {
  readonly code: string;
  readonly name: string;
  readonly bodies: number;
  readonly tracks: readonly DistrictTrackRow[];
  readonly late: readonly EditionLateRow[];
  readonly silent: readonly EditionSilentRow[];
  readonly silentAfterDays: number;
  readonly blockers: readonly EditionBlockerRow[];
  readonly decisions: readonly EditionDecisionRow[];
  readonly dues: readonly NextDue[];
}

/** Days that the next dues of a district page reach. */
export const NEXT_DUES_DAYS = 14;

export interface PosterBody {
  readonly code: string;
  readonly name: string;
  /** One status a track, in the order of the tracks; null where the track is not for the body. */
  readonly statuses: readonly (PairStatus | null)[];
}

export interface PosterGroup {
  readonly label: string;
  readonly bodies: readonly PosterBody[];
}

export interface PosterTrack {
  readonly code: string;
  readonly title: string;
  readonly deadlineOn: CivilDate;
  readonly planned: number | null;
  readonly claimed: number | null;
  readonly verified: number | null;
}

export interface Poster extends SheetHead {
  readonly tracks: readonly PosterTrack[];
  readonly groups: readonly PosterGroup[];
}

export type PosterLine =
  | { readonly kind: 'group'; readonly label: string; readonly count: number; readonly isContinued: boolean }
  | { readonly kind: 'body'; readonly body: PosterBody };

/** A heading is as high as this many bodies. */
export const HEADING_LINES = 2;

/** Lines a poster needs if it could be one column. */
function lineCount(groups: readonly PosterGroup[]): number {
  return groups.reduce((sum, { bodies }) => sum + HEADING_LINES + bodies.length, 0);
}

/**
 * Lays groups out in columns of pages. A heading stands again where its group goes on in the next column, and never last in one.
 *
 * @returns pages of columns of lines; no body is ever left out, so what does not fit goes on on further pages
 */
export function posterPages(groups: readonly PosterGroup[], columns: number, lines: number): PosterLine[][][] {
  const filled: PosterLine[][] = [[]];
  let left = lines;
  const nextColumn = () => {
    filled.push([]);
    left = lines;
  };
  for (const { label, bodies } of groups) {
    const heading = (isContinued: boolean) => {
      if (left < HEADING_LINES + 1) nextColumn();
      filled.at(-1)?.push({ kind: 'group', label, count: bodies.length, isContinued });
      left -= HEADING_LINES;
    };
    heading(false);
    for (const body of bodies) {
      if (left < 1) {
        nextColumn();
        heading(true);
      }
      filled.at(-1)?.push({ kind: 'body', body });
      left -= 1;
    }
  }
  const pages: PosterLine[][][] = [];
  for (let from = 0; from < filled.length; from += columns) pages.push(filled.slice(from, from + columns));
  return pages;
}

/** Lines a column gets: as few as hold everything on one page, so that few bodies are written large, and at most as many as are legible. */
export function linesPerColumn(groups: readonly PosterGroup[], columns: number, least: number, most: number): number {
  for (let lines = Math.max(least, Math.ceil(lineCount(groups) / columns)); lines < most; lines += 1) {
    if (posterPages(groups, columns, lines).length === 1) return lines;
  }
  return most;
}
