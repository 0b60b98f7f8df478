import type { Metadata } from 'next';
import { draftKeyOf } from '@/components/drafts/device-drafts';
import { DropDraft } from '@/components/drafts/drop-draft';
import { evidenceLine } from '@/components/evidence/evidence-list';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatDate, formatLongDate, formatTime } from '@/lib/format/dates';
import { receiptText, stepName } from '@/lib/messages/milestones';
import { MY, RECEIPT, receiptHeading, receiptNext } from '@/lib/messages/my';
import { EVENT_KIND_LABELS, REQUEST_KIND_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getReceipt, type Receipt } from '@/lib/services/receipts';
import { queryValue } from '@/lib/validation/progress';
import { formOf } from '../../[body]/[milestone]/step-forms';
import '../../my.css';

export const metadata: Metadata = { title: MY.receipt };

export default async function ReceiptPage({ params, searchParams }: PageProps<'/my/receipts/[id]'>) {
  const ctx = await getPageContext();
  const { id } = await params;
  const receipt = readOrNotFound(() => getReceipt(ctx, /^\d{1,12}$/.test(id) ? Number(id) : 0));
  const isNew = queryValue(await searchParams, 'new') !== null;
  const back =
    ctx.actor.role === 'liaison' ? `/my?${new URLSearchParams({ body: receipt.body.code }).toString()}` : '/review';
  const form = formOf(receipt.kind);
  return (
    <div className="wrap page my receipt">
      {isNew && form !== null && receipt.milestone !== null && (
        <DropDraft draftKey={draftKeyOf(ctx.actor.id, receipt.body.code, receipt.milestone.code, form)} />
      )}
      <div className="receipt-head" role={isNew ? 'status' : undefined}>
        <Icon name="complete" />
        <h1>{receiptHeading(receipt.kind)}</h1>
        <p className="muted">{receiptNext(receipt.kind, receipt.reviewTargetDays)}</p>
      </div>
      <ReceiptTable receipt={receipt} />
      <div className="row receipt-acts">
        <PrintButton label={RECEIPT.print} />
        <LinkButton variant="primary" href={back}>
          {RECEIPT.next}
        </LinkButton>
      </div>
    </div>
  );
}

function ReceiptTable({ receipt }: { receipt: Receipt }) {
  const { milestone, requestKind } = receipt;
  return (
    <dl className="receipt-table">
      <dt>{RECEIPT.number}</dt>
      <dd className="receipt-number">
        <bdi className="ltr">{receiptText(receipt.number)}</bdi>
      </dd>
      <dt>{RECEIPT.date}</dt>
      <dd>
        {formatLongDate(receipt.recordedOn)}، ساعت {formatTime(receipt.recordedAt)}
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
      {receipt.evidence.length > 0 && (
        <>
          <dt>{RECEIPT.evidence}</dt>
          <dd>
            {receipt.evidence.map((piece, index) => (
              <p key={index}>{evidenceLine(piece)}</p>
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
      <dd>{receipt.actorName}</dd>
    </dl>
  );
}
