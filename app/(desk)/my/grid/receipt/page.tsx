import type { Metadata } from 'next';
import { evidenceLine } from '@/components/evidence/evidence-list';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { gridHref } from '@/components/villages/links';
import { formatLongDate, formatTime } from '@/lib/format/dates';
import { receiptText, stepName } from '@/lib/messages/milestones';
import { RECEIPT, receiptNext } from '@/lib/messages/my';
import { bodyNoun, JOINT_RECEIPT } from '@/lib/messages/villages';
import { MILESTONE_STATE_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getJointReceipt, type LeftOutBody } from '@/lib/services/joint-receipts';
import type { Receipt } from '@/lib/services/receipts';
import { queryValue } from '@/lib/validation/progress';
import '../../my.css';
import '../grid.css';

export const metadata: Metadata = { title: JOINT_RECEIPT.title };

const listOf = (text: string | null) => (text ?? '').split('.').filter(Boolean);

/** All receipts of one report for many bodies, on one page that can be printed. */
export default async function JointReceiptPage({ searchParams }: PageProps<'/my/grid/receipt'>) {
  const ctx = await getPageContext();
  const query = await searchParams;
  const { receipts, leftOut, categories } = readOrNotFound(() =>
    getJointReceipt(ctx, {
      eventIds: listOf(queryValue(query, 'events')).flatMap((id) => (/^\d{1,12}$/.test(id) ? [Number(id)] : [])),
      leftOut: listOf(queryValue(query, 'not')),
      milestoneCode: queryValue(query, 'step'),
      programmeCode: queryValue(query, 'programme'),
    }),
  );
  const first = receipts[0];
  const noun = bodyNoun(categories);
  return (
    <div className="wrap page my receipt" data-total-events={receipts.length}>
      <div className="receipt-head" role="status">
        {first !== undefined && <Icon name="complete" />}
        <h1>{first === undefined ? JOINT_RECEIPT.nothing : JOINT_RECEIPT.done(first.kind, receipts.length, noun)}</h1>
        {queryValue(query, 'again') !== null && <p>{JOINT_RECEIPT.repeated}</p>}
        {first !== undefined && <p className="muted">{receiptNext(first.kind, first.reviewTargetDays)}</p>}
      </div>
      {leftOut.length > 0 && (
        <Note tone="warn" role="alert">
          <p>{JOINT_RECEIPT.notDone(leftOut.length, noun)}</p>
          <ul>
            {leftOut.map((body) => (
              <li key={body.code}>
                <a href={`/my?body=${encodeURIComponent(body.code)}`}>{body.name}</a>: {whyNot(body)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {first !== undefined && <Shared receipt={first} />}
      {receipts.length > 0 && <Rows receipts={receipts} />}
      <div className="row receipt-acts">
        {receipts.length > 0 && <PrintButton label={JOINT_RECEIPT.print} />}
        <LinkButton variant="primary" href={gridHref()}>
          {JOINT_RECEIPT.back}
        </LinkButton>
      </div>
    </div>
  );
}

function whyNot({ state, last }: LeftOutBody): string {
  if (state === null) return JOINT_RECEIPT.notApplying;
  const now = JOINT_RECEIPT.because(MILESTONE_STATE_LABELS[state]);
  return last === null ? now : `${now} (${JOINT_RECEIPT.lastBy(last.kind, last.actorName, last.recordedOn)})`;
}

/** What all of them have in common. */
function Shared({ receipt }: { receipt: Receipt }) {
  const { milestone, evidence, note } = receipt;
  return (
    <dl className="receipt-table">
      <dt>{RECEIPT.date}</dt>
      <dd>
        {formatLongDate(receipt.recordedOn)}، ساعت {formatTime(receipt.recordedAt)}
      </dd>
      {milestone !== null && (
        <>
          <dt>{RECEIPT.step}</dt>
          <dd>
            {stepName(milestone.trackName, milestone.position)}: {milestone.title}
          </dd>
        </>
      )}
      {evidence.length > 0 && (
        <>
          <dt>{RECEIPT.evidence}</dt>
          <dd>
            {evidence.map((piece, index) => (
              <p key={index}>{evidenceLine(piece)}</p>
            ))}
          </dd>
        </>
      )}
      {note !== null && (
        <>
          <dt>{RECEIPT.note}</dt>
          <dd className="whitespace-pre-line">{note}</dd>
        </>
      )}
      <dt>{RECEIPT.by}</dt>
      <dd>{receipt.actorName}</dd>
    </dl>
  );
}

function Rows({ receipts }: { receipts: readonly Receipt[] }) {
  return (
    <table className="table joint-receipts">
      <caption>{JOINT_RECEIPT.list}</caption>
      <thead>
        <tr>
          <th scope="col">{JOINT_RECEIPT.body}</th>
          <th scope="col">{JOINT_RECEIPT.number}</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((receipt) => (
          <tr key={receipt.eventId}>
            <th scope="row">{receipt.body.name}</th>
            <td>
              <a href={`/my/receipts/${receipt.eventId}`}>
                <bdi className="ltr">{receiptText(receipt.number)}</bdi>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
