import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Classification, EvidenceKind } from '@/lib/domain/vocabulary';
import { formatLongDate } from '@/lib/format/dates';
import { formatBytes } from '@/lib/format/numbers';
import { letterNumberText, letterText, MILESTONES } from '@/lib/messages/milestones';
import { EVIDENCE_KIND_LABELS } from '@/lib/messages/vocabulary';

export const EVIDENCE_ICON: Record<EvidenceKind, IconName> = {
  letter: 'letter',
  url: 'link',
  photo: 'photo',
  file: 'file',
};

export interface EvidenceItem {
  readonly id: number;
  readonly kind: EvidenceKind;
  readonly classification: Classification;
  readonly isHidden: boolean;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly file: { readonly name: string; readonly sizeBytes: number; readonly isPicture: boolean } | null;
}

const path = (id: number) => `/evidence/${id}`;

/** Pieces of evidence, large enough to decide on: letters as text, addresses as links, pictures as pictures. */
export function EvidenceList({ items }: { items: readonly EvidenceItem[] }) {
  if (items.length === 0) return <EmptyState icon="file" title={MILESTONES.noEvidence} />;
  return (
    <ul className="evidence">
      {items.map((item) => (
        <li key={item.id}>
          <p className="evidence-head">
            <Icon name={EVIDENCE_ICON[item.kind]} />
            <b>{EVIDENCE_KIND_LABELS[item.kind]}</b>
            {item.classification === 'confidential' && (
              <Tag icon="lock" tone="missed">
                {MILESTONES.confidential}
              </Tag>
            )}
          </p>
          <EvidenceContent item={item} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceContent({ item }: { item: EvidenceItem }) {
  if (item.isHidden) return <p className="muted">{MILESTONES.hidden}</p>;
  if (item.letterNumber !== null && item.letterOn !== null) {
    return (
      <dl className="kv">
        <dt>{MILESTONES.letterNumber}</dt>
        <dd>
          <bdi>{letterNumberText(item.letterNumber)}</bdi>
        </dd>
        <dt>{MILESTONES.letterOn}</dt>
        <dd>{formatLongDate(item.letterOn)}</dd>
      </dl>
    );
  }
  if (item.url !== null) {
    return (
      <p>
        <a href={item.url} target="_blank" rel="noopener noreferrer nofollow" data-evidence className="break-all">
          <bdi className="ltr">{item.url}</bdi>
        </a>
      </p>
    );
  }
  if (item.file === null) return null;
  const { name, sizeBytes, isPicture } = item.file;
  return (
    <>
      {isPicture && (
        <a href={`${path(item.id)}?inline=1`} target="_blank" rel="noopener" data-evidence>
          <img src={`${path(item.id)}?inline=1`} alt={name} loading="lazy" className="evidence-picture" />
        </a>
      )}
      <p className="row">
        <LinkButton size="sm" href={path(item.id)} download data-evidence={isPicture ? undefined : true}>
          <Icon name="download" />
          {MILESTONES.download}
        </LinkButton>
        <span className="small muted">
          <bdi>{name}</bdi> · {formatBytes(sizeBytes)}
        </span>
      </p>
    </>
  );
}

/** The same in one line, for histories and receipts. */
export function evidenceLine(
  item: Pick<EvidenceItem, 'kind' | 'letterNumber' | 'letterOn' | 'url'> & { readonly fileName?: string | null },
): string {
  if (item.letterNumber !== null && item.letterOn !== null) return letterText(item.letterNumber, item.letterOn);
  return (
    item.url ??
    (item.fileName ? `${EVIDENCE_KIND_LABELS[item.kind]}: ${item.fileName}` : EVIDENCE_KIND_LABELS[item.kind])
  );
}
