import type { Metadata } from 'next';
import { ReviewersTable, WaitingTable, WeeksTable, type DecisionsHref } from '@/components/reviews/pace-tables';
import { LinkedCount } from '@/components/ui/count-link';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import type { ReviewPace } from '@/lib/domain/review-pace';
import { formatInteger } from '@/lib/format/numbers';
import { PACE } from '@/lib/messages/review-pace';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { getReviewPace } from '@/lib/services/review-pace';
import { reviewHref, WHOLE_QUEUE } from '@/lib/validation/review-query';
import { decisionsHref } from '../decisions/decisions-href';
import '../pace.css';

export const metadata: Metadata = { title: PACE.title };

const hrefOf: DecisionsHref = ({ startOn, endOn }, kind, reviewer) => decisionsHref(startOn, endOn, kind, reviewer);

export default async function PacePage() {
  const ctx = await getPageContext();
  const pace = readOrNotFound(() => getReviewPace(ctx));
  const { waiting, weeks, reviewers, asOf } = pace;
  const decided = weeks.reduce((sum, week) => sum + week.decided, 0);
  const claims = { ...WHOLE_QUEUE, filter: 'claims' as const };
  return (
    <div className="wrap page pace-page">
      <p className="crumb">
        <a href="/review">{PACE.back}</a>
      </p>
      <h1>{PACE.title}</h1>
      <p className="take">{PACE.take}</p>
      <p className="small muted">{PACE.asOf(asOf)}</p>
      <div className="pace-columns">
        <Section
          id="waiting"
          title={PACE.waitingTitle}
          take={
            waiting.medianDays === null || waiting.oldestDays === null
              ? PACE.nothingWaits
              : PACE.waitingTake(waiting.count, waiting.medianDays, waiting.oldestDays)
          }
          aside={<AsOf pace={pace} />}
        >
          <WaitingTable
            bands={waiting.bands}
            total={waiting.count}
            hrefOf={(band) => reviewHref({ ...claims, waiting: band })}
          />
        </Section>
        <Returns pace={pace} />
      </div>
      <Section
        id="weeks"
        title={PACE.weeksTitle}
        take={`${PACE.weeksTake(decided, weeks.length)} ${PACE.undoneNote}`}
        aside={<AsOf pace={pace} />}
      >
        <WeeksTable weeks={weeks} hrefOf={hrefOf} />
      </Section>
      <Section id="reviewers" title={PACE.reviewersTitle} take={PACE.reviewersTake} aside={<AsOf pace={pace} />}>
        <ReviewersTable reviewers={reviewers} weeks={weeks} hrefOf={hrefOf} />
      </Section>
    </div>
  );
}

function AsOf({ pace }: { pace: ReviewPace }) {
  return <span className="small muted">{PACE.asOf(pace.asOf)}</span>;
}

function Returns({ pace }: { pace: ReviewPace }) {
  const { rate, comeBack, asOf } = pace;
  return (
    <Section
      id="returns"
      title={PACE.returnsTitle}
      take={rate.ratio === null ? PACE.noDecisions : PACE.returnsTake(rate.returned, rate.decided, rate.ratio)}
      aside={<AsOf pace={pace} />}
    >
      <p className="small">
        {PACE.decided}: <LinkedCount count={rate.decided} of="decisions" href={decisionsHref(rate.from, asOf)} />
        {' · '}
        {PACE.returned}:{' '}
        <LinkedCount count={rate.returned} of="decisions" href={decisionsHref(rate.from, asOf, 'return')} />
        {' · '}
        {PACE.undone}: <LinkedCount count={rate.undone} of="decisions" href={decisionsHref(rate.from, asOf, 'undo')} />
      </p>
      {rate.reasons.length > 0 ? (
        <Table caption={PACE.reasons}>
          <thead>
            <tr>
              <th scope="col">{PACE.reasons}</th>
              <th scope="col" className="n">
                {PACE.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {rate.reasons.map(({ reason, count }) => (
              <tr key={reason}>
                <td className="pace-reason">{reason}</td>
                <td className="n">{formatInteger(count)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : (
        <p className="small muted">{PACE.noReasons}</p>
      )}
      <h3>{PACE.comeBack}</h3>
      <p className="small">
        {PACE.comeBackText(comeBack.returned, comeBack.cameBack)}
        {comeBack.medianDays === null ? '.' : PACE.comeBackAfter(comeBack.medianDays)}{' '}
        {comeBack.returnedAgain > 0 && PACE.returnedAgain(comeBack.returnedAgain)}
      </p>
    </Section>
  );
}
