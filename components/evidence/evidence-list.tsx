import type { IconName } from '@/components/ui/icon-shapes';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Classification, EvidenceKind } from '@/lib/domain/vocabulary';
import { letterText } from '@/lib/messages/milestones';
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

/** A piece of evidence in one line, for histories and receipts. */
export function evidenceLine(
  item: Pick<EvidenceItem, 'kind' | 'letterNumber' | 'letterOn' | 'url'> & { readonly fileName?: string | null },
): string {
  if (item.letterNumber !== null && item.letterOn !== null) return letterText(item.letterNumber, item.letterOn);
  return (
    item.url ??
    (item.fileName ? `${EVIDENCE_KIND_LABELS[item.kind]}: ${item.fileName}` : EVIDENCE_KIND_LABELS[item.kind])
  );
}
