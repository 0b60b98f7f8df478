import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { formatInteger } from '@/lib/format/numbers';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { ROW_OUTCOME_LABELS, IMPORT_SCREEN as T } from '@/lib/messages/import-screen';
import { BodyRowsTable, type BodyRowView } from './body-rows-table';
import type { RowOutcome } from './row-outcome';

const PAGE_SIZE = 50;
const OUTCOMES = Object.keys(ROW_OUTCOME_LABELS) as RowOutcome[];

/** Rows of a file by what becomes of them, a page at a time. */
export function RowsPreview({
  path,
  rows: all,
  show,
  page,
}: {
  path: string;
  rows: readonly BodyRowView[];
  show: string;
  page: number;
}) {
  const shownKind = OUTCOMES.find((outcome) => outcome === show) ?? null;
  const rows = all.filter(({ kind }) => shownKind === null || kind === shownKind);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const current = Math.min(Math.max(page, 1), pages);
  const first = (current - 1) * PAGE_SIZE;
  const href = (kind: RowOutcome | null, number: number) => `${path}?show=${kind ?? 'all'}&page=${number}`;
  const choices = OUTCOMES.map((outcome) => ({
    outcome,
    count: all.filter(({ kind }) => kind === outcome).length,
  })).filter(({ count }) => count > 0);
  return (
    <Section id="rows" title={T.preview}>
      <Segmented
        label={T.show}
        items={[
          {
            href: href(null, 1),
            label: `${T.all} (${formatInteger(all.length)})`,
            isCurrent: shownKind === null,
          },
          ...choices.map(({ outcome, count }) => ({
            href: href(outcome, 1),
            label: `${ROW_OUTCOME_LABELS[outcome]} (${formatInteger(count)})`,
            isCurrent: shownKind === outcome,
          })),
        ]}
      />
      <BodyRowsTable rows={rows.slice(first, first + PAGE_SIZE)} />
      {pages > 1 && (
        <Pagination
          summary={rangeOf(first + 1, Math.min(first + PAGE_SIZE, rows.length), rows.length)}
          label={T.pages}
          previous={{ href: current > 1 ? href(shownKind, current - 1) : null, label: COMMON.previous }}
          next={{ href: current < pages ? href(shownKind, current + 1) : null, label: COMMON.next }}
        />
      )}
    </Section>
  );
}
