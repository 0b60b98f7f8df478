import { formatJalali } from '@/lib/calendar/jalali';
import type { EventKind } from '@/lib/domain/vocabulary';
import type { HistoryRow } from './milestone-chain';

const COLUMNS = ['code', 'milestone', 'event', 'occurredOn', 'recordedOn', 'note', 'cause', 'turn', 'dueOn'] as const;

/** What the columns of `import history` cannot say: requests and answers, which name what is asked and what they answer. */
const NOT_IMPORTABLE: readonly EventKind[] = [
  'request',
  'request_answer',
  'objection',
  'objection_answer',
  'contact_changed',
];

export function isImportable(row: HistoryRow): boolean {
  return !NOT_IMPORTABLE.includes(row.event);
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Rows as a file for `import history`, with Jalali dates. */
export function toHistoryCsv(rows: readonly HistoryRow[]): string {
  const lines = rows.map((row) =>
    COLUMNS.map((column) => {
      const value = row[column];
      if (value === null) return '';
      return column === 'occurredOn' || column === 'recordedOn' || column === 'dueOn'
        ? formatJalali(row[column] ?? row.recordedOn)
        : quoted(value);
    }).join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}
