import { EVIDENCE_ICON } from '@/components/evidence/evidence-list';
import { Icon } from '@/components/ui/icon';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, EvidenceKind } from '@/lib/domain/vocabulary';
import { formatBytes } from '@/lib/format/numbers';
import { EXAMPLES, exampleFrom, exampleWhat } from '@/lib/messages/examples';

export interface ExampleView {
  readonly evidenceId: number;
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly file: { readonly name: string; readonly sizeBytes: number; readonly isPicture: boolean } | null;
  readonly category: BodyCategory;
  readonly districtName: string;
}

/** Where an example can be looked at; a letter has only its number and date. */
export function exampleHref({ evidenceId, url, file }: ExampleView): string | null {
  if (file !== null) return `/evidence/${evidenceId}${file.isPicture ? '?inline=1' : ''}`;
  return url;
}

/** An accepted example in two lines: what it is, and whose kind of body it comes from. */
export function ExampleLine({ example }: { example: ExampleView }) {
  const href = exampleHref(example);
  const what = exampleWhat(example);
  return (
    <p className="example">
      <Icon name={EVIDENCE_ICON[example.kind]} />
      <span>
        {EXAMPLES.label}:{' '}
        {href === null ? (
          <b>{what}</b>
        ) : (
          <a href={href} target="_blank" rel="noreferrer noopener">
            {what}
            {example.file !== null && ` (${formatBytes(example.file.sizeBytes)})`}
          </a>
        )}
        <small>{exampleFrom(example)}</small>
      </span>
    </p>
  );
}
