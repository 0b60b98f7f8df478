import { ProblemList, WarningList } from '@/components/imports/finding-lists';
import { PartCountsTable } from '@/components/imports/part-counts-table';
import { RowsPreview } from '@/components/imports/rows-preview';
import { Section } from '@/components/ui/section';
import { formatDate } from '@/lib/format/dates';
import { confirmLabel, previewSentence, IMPORT_SCREEN as T } from '@/lib/messages/import-screen';
import type { ImportPreview } from '@/lib/services/imports/two-steps';

/** What the admin takes in; readings have a page of their own. */
export type AdminPreview = Exclude<ImportPreview, { readonly kind: 'readings' }>;

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** The sentence at the head, the label of the button, and whether there is anything to take in. */
export function summarise(preview: AdminPreview): { sentence: string; confirm: string; hasWork: boolean } {
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

/** What the file holds: rows of a list of bodies, or counts, with problems and warnings. */
export function PreviewParts({ preview, show, page }: { preview: AdminPreview; show: string; page: number }) {
  const { errors, warnings } = preview.result;
  return (
    <>
      {preview.kind !== 'bodies' && <ProblemList problems={errors} />}
      <WarningList warnings={warnings} />
      {preview.kind === 'bodies' && (
        <RowsPreview path={`/admin/imports/${preview.id}`} rows={preview.result.rows} show={show} page={page} />
      )}
      {preview.kind === 'programme' && (
        <Section id="parts" title={T.preview}>
          <PartCountsTable counts={preview.result.counts} />
        </Section>
      )}
    </>
  );
}
