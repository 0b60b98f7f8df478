import { listBodyEvents, type EventRow } from '@/db/queries/events';
import { listEvidence } from '@/db/queries/evidence';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { HistoryGroup } from '@/lib/domain/history-groups';
import type { Body } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { getBody, type BodyCard } from './bodies';
import { bodyCurveOf, type BodyCurve } from './body-curve';
import { bodyIndicatorsOf, type BodyIndicators } from './body-indicators';
import { officialOrder } from './body-order';
import { liaisonsOf, punctualityOf, type Punctuality } from './body-reporting';
import { bodyHistory, type LoggedEvent } from './event-log';
import { mayReadEvidence } from './evidence';
import { letterIdsFor } from './letters';
import type { ScopeParams } from './scope';
import { mayDo, type ServiceContext } from './service-context';

/** A document as a list shows it; `isReadable` says whether this reader may open it. */
export interface EvidenceItem {
  readonly id: number;
  readonly eventId: number;
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly isConfidential: boolean;
  readonly isReadable: boolean;
}

export interface BodyRequest {
  readonly request: EventRow;
  readonly answer: EventRow | null;
  readonly milestoneCode: string | null;
}

/** A body's page: figures, what stands behind them, and what was recorded, all as of one day. */
export interface BodyFile {
  readonly card: BodyCard;
  readonly evidence: ReadonlyMap<number, readonly EvidenceItem[]>;
  readonly requests: readonly BodyRequest[];
  readonly history: readonly LoggedEvent[];
  /** Letters among the history that this reader may read, by event. */
  readonly letters: ReadonlyMap<number, number>;
  /** Event id to ask before for the next page of the history; null at its end. */
  readonly olderBefore: number | null;
  readonly curve: BodyCurve | null;
  readonly punctuality: Punctuality;
  /** Who reports for it now. */
  readonly liaisons: readonly string[];
  readonly neighbours: Neighbours;
  /** Outcomes; null while there is no reading. */
  readonly indicators: BodyIndicators | null;
}

/** The bodies before and after one in the official list, of those this reader may see. */
export interface Neighbours {
  readonly previous: Body | null;
  readonly next: Body | null;
}

/** What the page of a body may ask of its history. */
export interface HistoryParams {
  /** Continues the history before this event. */
  readonly before?: number | null;
  readonly group?: HistoryGroup | null;
  readonly milestoneCode?: string | null;
}

const HISTORY_PAGE = 20;
const REQUESTS_SHOWN = 40;

function evidenceOf(ctx: ServiceContext, card: BodyCard): Map<number, EvidenceItem[]> {
  const eventIds = card.tracks.flatMap(({ figures }) =>
    figures.milestones.flatMap(({ state }) => [state.claim?.eventId ?? null, state.verifiedEventId]),
  );
  const items = new Map<number, EvidenceItem[]>();
  for (const { evidence, upload } of listEvidence(ctx.db, [...new Set(eventIds.filter((id) => id !== null))])) {
    const isConfidential = evidence.classification === 'confidential';
    const isReadable = mayReadEvidence(ctx, card.body.id, isConfidential);
    // Somebody who may not read a confidential document does not learn what it is either.
    if (isConfidential && !isReadable) continue;
    const list = items.get(evidence.eventId) ?? [];
    items.set(evidence.eventId, list);
    list.push({
      id: evidence.id,
      eventId: evidence.eventId,
      kind: evidence.kind,
      letterNumber: evidence.letterNumber,
      letterOn: evidence.letterOn,
      url: evidence.url,
      fileName: upload?.originalName ?? null,
      isConfidential,
      isReadable,
    });
  }
  return items;
}

function requestsOf(ctx: ServiceContext, card: BodyCard): BodyRequest[] {
  const kinds = ['request', 'request_answer'] as const;
  const known = listBodyEvents(ctx.db, [card.body.id], kinds, REQUESTS_SHOWN, card.scope.asOf);
  const codes = new Map(card.scope.reference.milestones.map(({ id, code }) => [id, code]));
  return known
    .filter(({ kind }) => kind === 'request')
    .map((request) => ({
      request,
      answer: known.find(({ kind, refersTo }) => kind === 'request_answer' && refersTo === request.id) ?? null,
      milestoneCode: request.milestoneId === null ? null : (codes.get(request.milestoneId) ?? null),
    }));
}

function neighboursOf(ctx: ServiceContext, { scope, body }: BodyCard): Neighbours {
  const tracked = new Set(scope.snapshot.figures.map(({ pair }) => pair.body.id));
  const list = officialOrder(scope.reference.bodies).filter(
    (other) => other.id === body.id || (tracked.has(other.id) && mayDo(ctx, 'body.read', { body: other })),
  );
  const index = list.findIndex(({ id }) => id === body.id);
  return { previous: list[index - 1] ?? null, next: list[index + 1] ?? null };
}

/**
 * One body with its documents, requests and history as of a day.
 * @throws AppError as `getBody`, `invalid_input` for a milestone that does not exist
 */
export function getBodyFile(
  ctx: ServiceContext,
  code: string,
  params: Omit<ScopeParams, 'filter'> & HistoryParams,
): BodyFile {
  const card = getBody(ctx, code, params);
  const { scope, body } = card;
  const { milestoneCode = null, group = null } = params;
  if (milestoneCode !== null && !scope.reference.milestones.some((known) => known.code === milestoneCode)) {
    throw new AppError('invalid_input', { field: 'step', value: milestoneCode });
  }
  const { events, next } = bodyHistory(ctx, body.id, scope.asOf, {
    limit: HISTORY_PAGE,
    before: params.before ?? null,
    group,
    milestoneCode,
  });
  return {
    card,
    evidence: evidenceOf(ctx, card),
    requests: requestsOf(ctx, card),
    history: events,
    letters: letterIdsFor(
      ctx,
      body,
      events.flatMap(({ event }) => (event.kind === 'letter_sent' ? [event.id] : [])),
    ),
    olderBefore: next,
    curve: bodyCurveOf(scope),
    punctuality: punctualityOf(scope, body.id),
    liaisons: liaisonsOf(ctx, body),
    neighbours: neighboursOf(ctx, card),
    indicators: bodyIndicatorsOf(ctx.db, scope, body),
  };
}
