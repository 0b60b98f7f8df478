import { BodyRowsTable } from '@/components/imports/body-rows-table';
import { ProblemList, WarningList } from '@/components/imports/finding-lists';
import { PartCountsTable } from '@/components/imports/part-counts-table';
import { Pagination } from '@/components/ui/pagination';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { formatDate } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { confirmLabel, previewSentence, ROW_OUTCOME_LABELS, IMPORT_SCREEN as T } from '@/lib/messages/import-screen';
import type { BodiesImportResult } from '@/lib/services/imports/bodies';
import type { ImportPreview } from '@/lib/services/imports/two-steps';

const PAGE_SIZE = 50;

type Outcome = keyof typeof ROW_OUTCOME_LABELS;
const OUTCOMES = Object.keys(ROW_OUTCOME_LABELS) as Outcome[];

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** The sentence at the head, the label of the button, and whether there is anything to take in. */
export function summarise(preview: ImportPreview): { sentence: string; confirm: string; hasWork: boolean } {
  if (preview.kind === 'bodies') {
    const { dataRows, created, updated, unchanged, rows } = preview.result;
    const wrong = rows.filter(({ kind }) => kind === 'wrong').length;
    const repeated = rows.filter(({ kind }) => kind === 'repeated').length;
    return {
      sentence: previewSentence.bodies({ dataRows, created, updated, unchanged, repeated, wrong }),
      confirm: confirmLabel.bodies(created, updated),
      hasWork: created + updated > 0,
    };
  }
  if (preview.kind === 'history') {
    const { dataRows, created, errors, firstRecordedOn, lastRecordedOn } = preview.result;
    const from = firstRecordedOn === null ? null : formatDate(firstRecordedOn);
    const to = lastRecordedOn === null ? null : formatDate(lastRecordedOn);
    return {
      sentence: previewSentence.history({ dataRows, created, wrong: errors.length, from, to }),
      confirm: confirmLabel.history(created),
      hasWork: created > 0,
    };
  }
  const counts = Object.values(preview.result.counts);
  const created = sum(counts.map((count) => count.created));
  const updated = sum(counts.map((count) => count.updated));
  const unchanged = sum(counts.map((count) => count.unchanged));
  return {
    sentence: previewSentence.programme({ created, updated, unchanged, wrong: preview.result.errors.length }),
    confirm: confirmLabel.programme(created, updated),
    hasWork: created + updated > 0,
  };
}

function BodiesPart({
  path,
  result,
  show,
  page,
}: {
  path: string;
  result: BodiesImportResult;
  show: string;
  page: number;
}) {
  const shownKind = OUTCOMES.find((outcome) => outcome === show) ?? null;
  const rows = result.rows.filter(({ kind }) => shownKind === null || kind === shownKind);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const current = Math.min(Math.max(page, 1), pages);
  const first = (current - 1) * PAGE_SIZE;
  const href = (kind: Outcome | null, number: number) => `${path}?show=${kind ?? 'all'}&page=${number}`;
  const choices = OUTCOMES.map((outcome) => ({
    outcome,
    count: result.rows.filter(({ kind }) => kind === outcome).length,
  })).filter(({ count }) => count > 0);
  return (
    <Section id="rows" title={T.preview}>
      <Segmented
        label={T.show}
        items={[
          {
            href: href(null, 1),
            label: `${T.all} (${formatInteger(result.rows.length)})`,
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

/** What the file holds: rows of a list of bodies, or counts, with problems and warnings. */
export function PreviewParts({ preview, show, page }: { preview: ImportPreview; show: string; page: number }) {
  const { errors, warnings } = preview.result;
  return (
    <>
      {preview.kind !== 'bodies' && <ProblemList problems={errors} />}
      <WarningList warnings={warnings} />
      {preview.kind === 'bodies' && (
        <BodiesPart path={`/admin/imports/${preview.id}`} result={preview.result} show={show} page={page} />
      )}
      {preview.kind === 'programme' && (
        <Section id="parts" title={T.preview}>
          <PartCountsTable counts={preview.result.counts} />
        </Section>
      )}
    </>
  );
}
