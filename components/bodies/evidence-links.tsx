import { Icon } from '@/components/ui/icon';
import type { IconName } from '@/components/ui/icon-shapes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { formatDigits } from '@/lib/format/numbers';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { EVIDENCE_KIND_LABELS } from '@/lib/messages/vocabulary';

export interface EvidenceLinkItem {
  readonly id: number;
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly isConfidential: boolean;
  readonly isReadable: boolean;
}

const ICONS: Record<EvidenceKind, IconName> = { letter: 'letter', url: 'link', photo: 'photo', file: 'file' };

function nameOf(item: EvidenceLinkItem): string {
  if (item.kind === 'letter') return `${EVIDENCE_KIND_LABELS.letter} ${formatDigits(item.letterNumber ?? '')}`;
  if (item.kind === 'url') return EVIDENCE_KIND_LABELS.url;
  return item.fileName ?? EVIDENCE_KIND_LABELS[item.kind];
}

function hrefOf(item: EvidenceLinkItem): string | null {
  if (!item.isReadable || item.kind === 'letter') return null;
  return item.kind === 'url' ? item.url : `/evidence/${item.id}`;
}

/** Documents of one milestone: files lead to the file, addresses to the page, a letter names its number and date. */
export function EvidenceLinks({ items }: { items: readonly EvidenceLinkItem[] }) {
  if (items.length === 0) return <span className="faint">–</span>;
  return items.map((item) => {
    const href = hrefOf(item);
    const title = item.letterOn === null ? (item.url ?? undefined) : formatDate(item.letterOn);
    const inside = (
      <>
        <Icon name={item.isConfidential ? 'lock' : ICONS[item.kind]} />
        <bdi>{nameOf(item)}</bdi>
      </>
    );
    return href === null ? (
      <span key={item.id} className="evl" title={title}>
        {inside}
      </span>
    ) : (
      <a key={item.id} className="evl" href={href} title={title} rel="noreferrer noopener">
        {inside}
      </a>
    );
  });
}
