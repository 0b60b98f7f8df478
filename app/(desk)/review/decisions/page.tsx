import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { Segmented } from '@/components/ui/segmented';
import { Table } from '@/components/ui/table';
import { paceWindowStart } from '@/lib/domain/review-pace';
import { formatDate } from '@/lib/format/dates';
import { COMMON, rangeOf } from '@/lib/messages/common';
import { stepName } from '@/lib/messages/milestones';
import { PACE } from '@/lib/messages/review-pace';
import { EVENT_KIND_LABELS } from '@/lib/messages/vocabulary';
import { getPageContext, readOrNotFound } from '@/lib/page-context';
import { DECISION_KINDS, getReviewPace, listDecisions, type DecisionListRow } from '@/lib/services/review-pace';
import { queryDay, queryValue, type QueryParams } from '@/lib/validation/progress';
import { queryId } from '@/lib/validation/review-query';
import { decisionsHref } from './decisions-href';
import '../pace.css';

export const metadata: Metadata = { title: PACE.decisionsTitle };

/** A day of the address; one that cannot be read stands for the default. */
function dayOf(params: QueryParams, name: string) {
  try {
    return queryDay(params, name);
  } catch {
    return null;
  }
}

export default async function DecisionsPage({ searchParams }: PageProps<'/review/decisions'>) {
  const ctx = await getPageContext();
  const params = await searchParams;
  const today = ctx.clock.today();
  const from = dayOf(params, 'from') ?? paceWindowStart(today);
  const to = dayOf(params, 'to') ?? today;
  const kind = DECISION_KINDS.find((known) => known === queryValue(params, 'kind')) ?? 'decided';
  const reviewer = queryValue(params, 'by');
  const list = readOrNotFound(() => listDecisions(ctx, { from, to, kind, reviewer, page: queryId(params, 'page') }));
  const name = reviewer === null ? null : (nameOf(list.rows) ?? knownName(reviewer));
  const first = (list.page - 1) * 50;

  /** Whoever has no decision in this list may still be known from the last weeks. */
  function knownName(key: string): string {
    return getReviewPace(ctx).reviewers.find((each) => each.key === key)?.name ?? key;
  }
  return (
    <div className="wrap page pace-page" data-total-decisions={list.total}>
      <p className="crumb">
        <a href="/review/pace">{PACE.title}</a>
      </p>
      <h1>{PACE.decisionsTitle}</h1>
      <p className="take">
        {PACE.decisionsTake(list.total)} {PACE.decisionsFrom(from, to)}
        {name !== null && ` · ${PACE.by(name)}`} · <a href="/review/decisions">{PACE.clear}</a>
      </p>
      <Segmented
        label={PACE.decision}
        items={DECISION_KINDS.map((each) => ({
          href: decisionsHref(from, to, each, reviewer),
          label: PACE.kinds[each],
          isCurrent: each === kind,
        }))}
      />
      {list.rows.length === 0 ? <EmptyState title={PACE.noneFound} /> : <DecisionsTable rows={list.rows} />}
      {list.pages > 1 && (
        <Pagination
          summary={rangeOf(first + 1, first + list.rows.length, list.total)}
          label={PACE.pages}
          previous={{
            href: list.page > 1 ? decisionsHref(from, to, kind, reviewer, list.page - 1) : null,
            label: COMMON.previous,
          }}
          next={{
            href: list.page < list.pages ? decisionsHref(from, to, kind, reviewer, list.page + 1) : null,
            label: COMMON.next,
          }}
        />
      )}
    </div>
  );
}

function nameOf(rows: readonly DecisionListRow[]): string | null {
  return rows[0]?.event.actorName ?? null;
}

function DecisionsTable({ rows }: { rows: readonly DecisionListRow[] }) {
  return (
    <Table caption={PACE.decisionsTitle}>
      <thead>
        <tr>
          <th scope="col">{PACE.on}</th>
          <th scope="col">{PACE.body}</th>
          <th scope="col">{PACE.step}</th>
          <th scope="col">{PACE.decision}</th>
          <th scope="col">{PACE.reviewer}</th>
          <th scope="col">{PACE.note}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ event, body, milestone, trackName }) => (
          <tr key={event.id}>
            <td>{formatDate(event.recordedOn)}</td>
            <td>{body === null ? '—' : <a href={`/bodies/${encodeURIComponent(body.code)}`}>{body.name}</a>}</td>
            <td>
              {milestone === null
                ? '—'
                : `${trackName === null ? '' : stepName(trackName, milestone.position)}: ${milestone.shortTitle}`}
            </td>
            <td>{EVENT_KIND_LABELS[event.kind]}</td>
            <td>{event.actorName}</td>
            <td className="pace-reason">{event.note}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
