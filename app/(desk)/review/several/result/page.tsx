import type { Metadata } from 'next';
import { ForgetChosen } from '@/components/reviews/chosen-claims';
import { LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Section } from '@/components/ui/section';
import { stepName } from '@/lib/messages/milestones';
import { REVIEW } from '@/lib/messages/review';
import { SEVERAL } from '@/lib/messages/review-several';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { outcomeOfClaims, type ClaimOutcome } from '@/lib/services/review-several';
import { queryValue } from '@/lib/validation/progress';
import { parseReviewQuery, reviewHref, type ReviewQuery } from '@/lib/validation/review-query';
import '../../review.css';
import '../../several.css';

export const metadata: Metadata = { title: SEVERAL.resultTitle };

export default async function SeveralResultPage({ searchParams }: PageProps<'/review/several/result'>) {
  const ctx = await getPageContext();
  const params = await searchParams;
  const query = parseReviewQuery(params);
  const kind = queryValue(params, 'kind') === 'return' ? 'return' : 'verify';
  const ids = (queryValue(params, 'claims') ?? '')
    .split('.')
    .flatMap((id) => (/^\d{1,12}$/.test(id) ? [Number(id)] : []));
  const outcomes = readOrNotFound(() => outcomeOfClaims(ctx, kind, ids));
  const done = outcomes.filter(({ isDone }) => isDone);
  const rest = outcomes.filter(({ isDone }) => !isDone);
  return (
    <div className="wrap page several-page" data-total-claims={done.length}>
      <ForgetChosen />
      <h1>{SEVERAL.resultTitle}</h1>
      <Note tone={done.length > 0 ? 'ok' : 'warn'} role="status">
        {done.length > 0
          ? SEVERAL.done(kind, done.length, new Set(done.map(({ body }) => body.id)).size)
          : SEVERAL.nothingDone}
      </Note>
      {rest.length > 0 && (
        <Note tone="warn" role="alert">
          <p>{SEVERAL.notDone(kind, rest.length)}</p>
          <ul className="several-rest">
            {rest.map((outcome) => (
              <li key={outcome.claimEventId}>
                <a href={reviewHref(query, { item: outcome.claimEventId })}>{nameOf(outcome)}</a>: {whyNot(outcome)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <p>
        <LinkButton variant="primary" href={reviewHref(query)}>
          {SEVERAL.back}
        </LinkButton>
      </p>
      {done.length > 0 && (
        <Section id="done" title={SEVERAL.doneList}>
          <Done outcomes={done} query={query} />
        </Section>
      )}
    </div>
  );
}

function nameOf({ body, milestone, trackName }: ClaimOutcome): string {
  return milestone === null || trackName === null
    ? body.name
    : `${body.name}، ${stepName(trackName, milestone.position)}`;
}

function whyNot({ decision, obstacle }: ClaimOutcome): string {
  if (decision !== null) return SEVERAL.byOther(decision.actorName, decision.kind);
  return obstacle === null ? SEVERAL.stillWaiting : REVIEW.obstacles[obstacle];
}

function Done({ outcomes, query }: { outcomes: readonly ClaimOutcome[]; query: ReviewQuery }) {
  return (
    <ul className="several-list">
      {outcomes.map((outcome) => (
        <li key={outcome.claimEventId}>
          <span>{nameOf(outcome)}</span>
          <span />
          <a
            className="small"
            href={reviewHref(query, {
              item: outcome.claimEventId,
              done: outcome.decision?.id,
              undo: 'open',
            })}
            aria-label={`${SEVERAL.undo}: ${nameOf(outcome)}`}
          >
            {SEVERAL.undo}
          </a>
        </li>
      ))}
    </ul>
  );
}
