import type { Metadata } from 'next';
import { draftKeyOf } from '@/components/drafts/device-drafts';
import { DropDraft } from '@/components/drafts/drop-draft';
import { PrintButton } from '@/components/milestones/print-button';
import { ReceiptSlip } from '@/components/receipts/receipt-slip';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { MY, RECEIPT, receiptHeading, receiptNext } from '@/lib/messages/my';
import { RECEIPT_SLIP } from '@/lib/messages/receipts';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getReceipt } from '@/lib/services/receipts';
import { queryValue } from '@/lib/validation/progress';
import { formOf } from '../../[body]/[milestone]/step-forms';
import '../../my.css';
import './receipt.css';

export const metadata: Metadata = { title: MY.receipt };

export default async function ReceiptPage({ params, searchParams }: PageProps<'/my/receipts/[id]'>) {
  const ctx = await getPageContext();
  const { id } = await params;
  const receipt = readOrNotFound(() => getReceipt(ctx, /^\d{1,12}$/.test(id) ? Number(id) : 0));
  const isNew = queryValue(await searchParams, 'new') !== null;
  const isLiaison = ctx.actor.role === 'liaison';
  const back = isLiaison ? `/my?${new URLSearchParams({ body: receipt.body.code }).toString()}` : '/review';
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
      <ReceiptSlip receipt={receipt} />
      <div className="row receipt-acts">
        <PrintButton label={RECEIPT.print} />
        {isLiaison && <LinkButton href="/my/history">{RECEIPT_SLIP.history}</LinkButton>}
        <LinkButton variant="primary" href={back}>
          {RECEIPT.next}
        </LinkButton>
      </div>
    </div>
  );
}
