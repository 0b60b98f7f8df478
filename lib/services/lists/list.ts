import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import type { Body, Milestone, Track } from '@/lib/domain/reference';
import {
  MILESTONE_STATES,
  PAIR_STATUSES,
  type BlockCause,
  type EventKind,
  type MilestoneStateName,
  type PairStatus,
  type Turn,
} from '@/lib/domain/vocabulary';
import {
  BLOCK_CAUSE_LABELS,
  BODY_CATEGORY_LABELS,
  EVENT_KIND_LABELS,
  MILESTONE_STATE_LABELS,
  PAIR_STATUS_LABELS,
  TURN_LABELS,
} from '@/lib/messages/vocabulary';
import type { ListQuery } from '@/lib/validation/lists';
import { comparePersian } from '@/lib/text/collation';
import type { ExportColumnKind, ExportValue } from '../exports/table';
import type { Scope } from '../scope';
import type { ServiceContext } from '../service-context';

/** What a row is about, by identity: never found again by its words. */
export interface ListItem {
  readonly key: string;
  readonly body: Body;
  readonly track: Track | null;
  readonly milestone: Milestone | null;
  /** The event that waits, or that the row is. */
  readonly eventId: number | null;
}

/** How a cell is shown, sorted and exported. */
export type CellKind =
  | 'body'
  | 'track'
  | 'step'
  | 'text'
  | 'category'
  | 'number'
  | 'decimal'
  | 'ratio'
  | 'day'
  | 'days'
  | 'status'
  | 'state'
  | 'cause'
  | 'turn'
  | 'event';

export type CellValue = string | number | null;

export interface ListColumn<Row extends ListItem> {
  /** Names the column in the address of a sorted list. */
  readonly name: string;
  readonly heading: string;
  readonly kind: CellKind;
  /** The bare value: a code of a vocabulary, a civil day, a ratio of 0..1, a number of days. */
  readonly value: (row: Row) => CellValue;
}

/** Everything a list needs to be read. */
export interface ListInput {
  readonly ctx: ServiceContext;
  readonly scope: Scope;
  readonly query: ListQuery;
  /** Day compared with, for lists about two days. */
  readonly since: CivilDate;
  /** «شبکه»، «حضوری» */
  readonly trackName: (track: Track) => string;
}

/** One kind of list: what its rows are, and how they are shown. Rows come in the order of their weight. */
export interface ListDefinition<Row extends ListItem> {
  readonly columns: (input: ListInput) => readonly ListColumn<Row>[];
  readonly rows: (input: ListInput) => readonly Row[];
}

/** Reads a list to finished rows, whatever its own rows are. */
export type ListReader = (input: ListInput) => {
  readonly heads: readonly ListHead[];
  readonly rows: readonly ListRow[];
};

export function readerOf<Row extends ListItem>(definition: ListDefinition<Row>): ListReader {
  return (input) => {
    const columns = definition.columns(input);
    return {
      heads: columns.map(({ name, heading, kind }) => ({ name, heading, kind })),
      rows: definition.rows(input).map((row) => {
        const { key, body, track, milestone, eventId } = row;
        return { key, body, track, milestone, eventId, cells: columns.map(({ value }) => value(row)) };
      }),
    };
  };
}

/** A row ready to be shown. */
export interface ListRow extends ListItem {
  readonly cells: readonly CellValue[];
}

export interface ListHead {
  readonly name: string;
  readonly heading: string;
  readonly kind: CellKind;
}

/** What the rows of a list are of; a count elsewhere is a count of one of these. */
export interface ListTotals {
  readonly rows: number;
  readonly bodies: number;
  readonly pairs: number;
}

export function totalsOf(rows: readonly ListItem[]): ListTotals {
  return {
    rows: rows.length,
    bodies: new Set(rows.map(({ body }) => body.id)).size,
    pairs: new Set(rows.flatMap(({ body, track }) => (track === null ? [] : [`${body.id}:${track.id}`]))).size,
  };
}

/** The words of a cell as a file holds them; a screen may draw them otherwise. */
export function cellText(kind: CellKind, value: CellValue): ExportValue {
  if (value === null) return null;
  switch (kind) {
    case 'status':
      return PAIR_STATUS_LABELS[value as PairStatus];
    case 'state':
      return MILESTONE_STATE_LABELS[value as MilestoneStateName];
    case 'cause':
      return BLOCK_CAUSE_LABELS[value as BlockCause];
    case 'turn':
      return TURN_LABELS[value as Turn];
    case 'event':
      return EVENT_KIND_LABELS[value as EventKind];
    case 'category':
      return BODY_CATEGORY_LABELS[value as keyof typeof BODY_CATEGORY_LABELS];
    case 'day':
      return formatJalali(value as CivilDate);
    default:
      return value;
  }
}

/** How a workbook types the cells of a column. */
export function exportKind(kind: CellKind): ExportColumnKind {
  if (kind === 'number' || kind === 'decimal' || kind === 'days') return 'number';
  if (kind === 'ratio' || kind === 'day') return kind;
  return 'text';
}

function rankOf(kind: CellKind, value: CellValue): number | null {
  if (kind === 'status') return PAIR_STATUSES.indexOf(value as PairStatus);
  if (kind === 'state') return MILESTONE_STATES.indexOf(value as MilestoneStateName);
  return typeof value === 'number' ? value : null;
}

/** Order of two cells of a column: numbers and vocabularies by rank, days by time, words in Persian order; nothing comes last. */
export function compareCells(kind: CellKind, a: CellValue, b: CellValue): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const [rankA, rankB] = [rankOf(kind, a), rankOf(kind, b)];
  if (rankA !== null && rankB !== null) return rankA - rankB;
  if (kind === 'day') return a < b ? -1 : a > b ? 1 : 0;
  return comparePersian(String(cellText(kind, a) ?? ''), String(cellText(kind, b) ?? ''));
}
