import { evidenceLine } from '@/components/evidence/evidence-list';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BlockCause, EventKind, EvidenceKind, RequestKind, Turn } from '@/lib/domain/vocabulary';
import { formatDate, formatLongDate, formatTime } from '@/lib/format/dates';
import { blockerText, receiptText, stepName } from '@/lib/messages/milestones';
import { RECEIPT } from '@/lib/messages/my';
import { PAPERS } from '@/lib/messages/papers';
import { fileSizeText, RECEIPT_SLIP } from '@/lib/messages/receipts';
import { EVENT_KIND_LABELS, EVIDENCE_KIND_LABELS, REQUEST_KIND_LABELS } from '@/lib/messages/vocabulary';

export interface SlipEvidence {
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly sizeBytes: number | null;
  readonly digest: string | null;
  readonly isConfidential: boolean;
  readonly isHidden: boolean;
}

export interface Slip {
  readonly number: string;
  readonly kind: EventKind;
  readonly requestKind: RequestKind | null;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly occurredOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly actorName: string;
  readonly onBehalf: boolean;
  readonly isImported: boolean;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
  readonly note: string | null;
  readonly body: { readonly name: string };
  readonly milestone: { readonly title: string; readonly trackName: string; readonly position: number } | null;
  readonly evidence: readonly SlipEvidence[];
  readonly office: { readonly letterhead: readonly string[]; readonly name: string };
}

function Piece({ piece }: { piece: SlipEvidence }) {
  if (piece.isHidden) {
    return (
      <p>
        {EVIDENCE_KIND_LABELS[piece.kind]}: {RECEIPT_SLIP.hidden}
      </p>
    );
  }
  return (
    <p>
      {evidenceLine(piece)} {piece.isConfidential && <Tag>{RECEIPT_SLIP.confidential}</Tag>}
      {piece.sizeBytes !== null && piece.digest !== null && (
        <small>
          {fileSizeText(piece.sizeBytes)} · {RECEIPT_SLIP.digest} <bdi className="ltr">{piece.digest}</bdi>
        </small>
      )}
    </p>
  );
}

/** What somebody gets for what was sent: number, day and hour, and everything that was in it. On paper with the governorate's head. */
export function ReceiptSlip({ receipt }: { receipt: Slip }) {
  const { milestone, requestKind, office } = receipt;
  return (
    <div className="receipt-slip">
      <header className="slip-head">
        <p>
          {office.letterhead.map((line) => (
            <span key={line}>{line}</span>
          ))}
          <b>{office.name}</b>
        </p>
        <p className="slip-title">{RECEIPT_SLIP.title}</p>
      </header>
      <dl className="receipt-table">
        <dt>{RECEIPT.number}</dt>
        <dd className="receipt-number">
          <bdi className="ltr">{receiptText(receipt.number)}</bdi>
        </dd>
        <dt>{RECEIPT.date}</dt>
        <dd>
          {formatLongDate(receipt.recordedOn)}
          {receipt.isImported ? `، ${RECEIPT_SLIP.imported}` : `، ساعت ${formatTime(receipt.recordedAt)}`}
        </dd>
        <dt>{RECEIPT.what}</dt>
        <dd>
          {EVENT_KIND_LABELS[receipt.kind]}
          {requestKind !== null && `: ${REQUEST_KIND_LABELS[requestKind]}`}
        </dd>
        <dt>{RECEIPT.body}</dt>
        <dd>{receipt.body.name}</dd>
        {milestone !== null && (
          <>
            <dt>{RECEIPT.step}</dt>
            <dd>
              {stepName(milestone.trackName, milestone.position)}: {milestone.title}
            </dd>
          </>
        )}
        {receipt.occurredOn !== receipt.recordedOn && (
          <>
            <dt>{RECEIPT.occurredOn}</dt>
            <dd>{formatDate(receipt.occurredOn)}</dd>
          </>
        )}
        {receipt.dueOn !== null && (
          <>
            <dt>{RECEIPT.dueOn}</dt>
            <dd>{formatDate(receipt.dueOn)}</dd>
          </>
        )}
        {receipt.cause !== null && receipt.turn !== null && (
          <>
            <dt>{RECEIPT_SLIP.cause}</dt>
            <dd>{blockerText(receipt.cause, receipt.turn)}</dd>
          </>
        )}
        {receipt.evidence.length > 0 && (
          <>
            <dt>{RECEIPT.evidence}</dt>
            <dd>
              {receipt.evidence.map((piece, index) => (
                <Piece key={index} piece={piece} />
              ))}
            </dd>
          </>
        )}
        {receipt.note !== null && (
          <>
            <dt>{RECEIPT.note}</dt>
            <dd className="whitespace-pre-line">{receipt.note}</dd>
          </>
        )}
        <dt>{RECEIPT.by}</dt>
        <dd>
          {receipt.actorName}
          {receipt.onBehalf && (
            <>
              <Tag icon="file">{PAPERS.mark}</Tag> <small>{RECEIPT_SLIP.onBehalf}</small>
            </>
          )}
        </dd>
      </dl>
      <p className="slip-foot small muted">{RECEIPT_SLIP.note}</p>
    </div>
  );
}
