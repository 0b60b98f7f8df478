import type { Metadata } from 'next';
import { evidenceLine } from '@/components/evidence/evidence-list';
import { PrintButton } from '@/components/milestones/print-button';
import { LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Note } from '@/components/ui/note';
import { Tag } from '@/components/ui/tag';
import { formatLongDate, formatTime } from '@/lib/format/dates';
import { receiptText, stepName } from '@/lib/messages/milestones';
import { RECEIPT } from '@/lib/messages/my';
import { PAPERS } from '@/lib/messages/papers';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { plainSegment } from '@/lib/paths';
import { getEnteredPaper } from '@/lib/services/papers';
import { mayDo } from '@/lib/services/service-context';
import { queryValue } from '@/lib/validation/progress';
import '../../../../my/my.css';
import '../../../../my/grid/grid.css';

export const metadata: Metadata = { title: PAPERS.title };

/** A paper that was entered, with the receipts of the steps that rest on it. */
export default async function EnteredPaperPage({ params, searchParams }: PageProps<'/bodies/[code]/paper/[id]'>) {
  const ctx = await getPageContext();
  const { code, id } = await params;
  const query = await searchParams;
  const { paper, claims } = readOrNotFound(() =>
    getEnteredPaper(ctx, plainSegment(code), /^\d{1,12}$/.test(id) ? Number(id) : 0),
  );
  const refused = (queryValue(query, 'not') ?? '').split('.').filter((each) => /^[\w-]{1,20}$/.test(each));
  return (
    <div className="wrap page my receipt" data-total-events={claims.length}>
      <div className="receipt-head" role={queryValue(query, 'new') === null ? undefined : 'status'}>
        <Icon name="complete" />
        <h1>{PAPERS.receiptTitle(claims.length)}</h1>
        {queryValue(query, 'again') !== null && <p>{PAPERS.again}</p>}
        <Tag icon="file">{PAPERS.mark}</Tag>
      </div>
      {refused.length > 0 && (
        <Note tone="warn" role="alert">
          {PAPERS.refused(refused)}
        </Note>
      )}
      <dl className="receipt-table">
        <dt>{RECEIPT.number}</dt>
        <dd className="receipt-number">
          <bdi className="ltr">{receiptText(paper.number)}</bdi>
        </dd>
        <dt>{RECEIPT.date}</dt>
        <dd>
          {formatLongDate(paper.recordedOn)}، ساعت {formatTime(paper.recordedAt)}
        </dd>
        <dt>{RECEIPT.body}</dt>
        <dd>{paper.body.name}</dd>
        <dt>{PAPERS.paper}</dt>
        <dd>
          {paper.evidence.map((piece, index) => (
            <p key={index}>{evidenceLine(piece)}</p>
          ))}
        </dd>
        {claims.length > 0 && (
          <>
            <dt>{PAPERS.receipts}</dt>
            <dd>
              {claims.map(({ eventId, number, milestone }) => (
                <p key={eventId}>
                  <a href={`/my/receipts/${eventId}`}>
                    <bdi className="ltr">{receiptText(number)}</bdi>
                  </a>{' '}
                  {milestone !== null && `${stepName(milestone.trackName, milestone.position)}: ${milestone.title}`}
                </p>
              ))}
            </dd>
          </>
        )}
        <dt>{RECEIPT.by}</dt>
        <dd>{paper.actorName}</dd>
      </dl>
      <div className="row receipt-acts">
        <PrintButton label={RECEIPT.print} />
        {mayDo(ctx, 'review.read') && (
          <LinkButton variant="primary" href="/bodies/forms">
            {PAPERS.nextPaper}
          </LinkButton>
        )}
        <LinkButton href={`/bodies/${encodeURIComponent(paper.body.code)}`}>{PAPERS.toBody}</LinkButton>
      </div>
    </div>
  );
}
