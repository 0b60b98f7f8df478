import { DeskSuggestion } from '@/components/desk-checks/desk-suggestion';
import { MilestoneHistory } from '@/components/milestones/milestone-history';
import { ClaimChange } from '@/components/reviews/claim-change';
import { REVIEW_TARGETS } from '@/components/reviews/review-targets';
import { LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { Tag } from '@/components/ui/tag';
import { formatDayMonth } from '@/lib/format/dates';
import { MILESTONES, stepName } from '@/lib/messages/milestones';
import { REVIEW } from '@/lib/messages/review';
import type { DeskSuggestion as DeskSuggestionFacts } from '@/lib/services/desk-checks/desk-file';
import type { SinceReturn } from '@/lib/services/review-comparison';
import type { ReviewItem } from '@/lib/services/review-item';
import type { ServiceContext } from '@/lib/services/service-context';
import { reviewPlace, type ReviewQuery } from '@/lib/validation/review-query';
import { AnswerForm, ClaimForms } from './decision-forms';

export interface DecisionPaneProps {
  ctx: ServiceContext;
  item: ReviewItem;
  sinceReturn: SinceReturn | null;
  desk: DeskSuggestionFacts | null;
  query: ReviewQuery;
  nextHref: string | null;
  place: { readonly index: number; readonly total: number } | null;
}

/** What a decision rests on, and the decision itself. */
export function DecisionPane({ ctx, item, sinceReturn, desk, query, nextHref, place }: DecisionPaneProps) {
  const { body, file, decided, obstacle } = item;
  const hidden = { place: reviewPlace(query) };
  return (
    <>
      <p className="small muted">
        {place !== null && `${REVIEW.place(place.index, place.total)} · `}
        {REVIEW.withUs(item.waitingDays)}
      </p>
      <h2 id={REVIEW_TARGETS.item} tabIndex={-1}>
        <a className="plain" href={`/bodies/${encodeURIComponent(body.code)}`}>
          {body.name}
        </a>
      </h2>
      <p className="b">
        {file === null
          ? REVIEW.wholeBody
          : `${stepName(file.trackName, file.milestone.position)}: ${file.milestone.title}`}
      </p>
      <Facts item={item} />
      {sinceReturn !== null && <ClaimChange {...sinceReturn} />}
      {file !== null && (
        <WhatIsAccepted guidance={file.milestone.guidance} evidenceText={file.milestone.evidenceText} />
      )}
      {desk !== null && <DeskSuggestion bodyCode={body.code} {...desk} />}
      {decided !== null ? (
        <Note tone="warn" role="status">
          {REVIEW.decidedMeanwhile(decided.actorName, decided.kind, decided.recordedOn)}
          {nextHref !== null && (
            <p>
              <LinkButton size="sm" href={nextHref}>
                {REVIEW.goOn}
              </LinkButton>
            </p>
          )}
        </Note>
      ) : obstacle !== null ? (
        <Note>{REVIEW.obstacles[obstacle]}</Note>
      ) : item.kind === 'claim' ? (
        <ClaimForms ctx={ctx} item={item} hidden={hidden} />
      ) : (
        <AnswerForm ctx={ctx} item={item} hidden={hidden} />
      )}
      {file !== null && (
        <details className="data">
          <summary>{MILESTONES.history}</summary>
          <MilestoneHistory items={file.history} />
        </details>
      )}
    </>
  );
}

/** What the directive expects, with a box for each part: a reminder for the eye that is kept nowhere. */
function WhatIsAccepted({ guidance, evidenceText }: { guidance: string; evidenceText: string }) {
  const parts = evidenceText.split(/\s*[+؛]\s*/).filter((part) => part !== '');
  return (
    <section className="blk">
      <h3>{REVIEW.whatIsAccepted}</h3>
      <p className="small muted">{guidance}</p>
      {parts.length < 2 ? (
        <p className="small">
          <b>{MILESTONES.evidence}:</b> {evidenceText}
        </p>
      ) : (
        <ul className="checklist" title={REVIEW.checklistHint}>
          {parts.map((part) => (
            <li key={part}>
              <label className="check">
                <input type="checkbox" />
                <span>{part}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Facts({ item }: { item: ReviewItem }) {
  const { event, file, claim, flags } = item;
  const effect = item.kind === 'claim' ? (file?.effect ?? null) : null;
  return (
    <dl className="kv facts">
      <dt>{item.kind === 'claim' ? REVIEW.claimed : REVIEW.kinds[item.kind]}</dt>
      <dd>
        {formatDayMonth(event.occurredOn)}، {event.actorName}{' '}
        {item.isSelfDeclared && <Tag>{MILESTONES.selfDeclared}</Tag>}{' '}
        {event.onBehalf && <Tag>{MILESTONES.onBehalf}</Tag>}{' '}
        {flags?.isBeforeTrackStart && <Tag>{MILESTONES.beforeStart}</Tag>}{' '}
        {flags?.isLateEntry && <Tag>{MILESTONES.lateEntry(flags.entryDelayDays)}</Tag>}
      </dd>
      {claim !== null && (
        <>
          <dt>{REVIEW.due}</dt>
          <dd>
            {formatDayMonth(claim.dueOn)}{' '}
            <Tag line tone={claim.isOnTime ? 'complete' : 'late'} icon={claim.isOnTime ? 'complete' : 'late'}>
              {claim.isOnTime ? REVIEW.onTime : REVIEW.afterDue}
            </Tag>
          </dd>
        </>
      )}
      {claim === null && file !== null && (
        <>
          <dt>{REVIEW.due}</dt>
          <dd>{formatDayMonth(file.dueOn)}</dd>
        </>
      )}
      {event.dueOn !== null && (
        <>
          <dt>{REVIEW.asked}</dt>
          <dd>{formatDayMonth(event.dueOn)}</dd>
        </>
      )}
      {effect !== null && (
        <>
          <dt>{REVIEW.effect}</dt>
          <dd>{REVIEW.effectText(file?.trackName ?? '', effect.from, effect.to)}</dd>
        </>
      )}
      {file?.lastAccepted && (
        <>
          <dt>{REVIEW.lastAccepted}</dt>
          <dd>
            {stepName(file.trackName, file.lastAccepted.milestone.position)}، {formatDayMonth(file.lastAccepted.on)}
          </dd>
        </>
      )}
      {event.note !== null && (
        <>
          <dt>{REVIEW.note}</dt>
          <dd className="whitespace-pre-line">{event.note}</dd>
        </>
      )}
    </dl>
  );
}
