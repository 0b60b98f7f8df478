import { listBodyEvents, type EventRow } from '@/db/queries/events';
import { listEvidence } from '@/db/queries/evidence';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { getBody, type BodyCard } from './bodies';
import { bodyHistory, type LoggedEvent } from './event-log';
import { mayReadEvidence } from './evidence';
import type { ScopeParams } from './scope';
import type { ServiceContext } from './service-context';

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
  /** Event id to ask before for the next page of the history; null at its end. */
  readonly olderBefore: number | null;
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

/**
 * One body with its documents, requests and history as of a day.
 * @param before continues the history before this event
 * @throws AppError as `getBody`
 */
export function getBodyFile(
  ctx: ServiceContext,
  code: string,
  params: Omit<ScopeParams, 'filter'> & { readonly before?: number | null },
): BodyFile {
  const card = getBody(ctx, code, params);
  const { events, next } = bodyHistory(ctx, card.body.id, card.scope.asOf, {
    limit: HISTORY_PAGE,
    before: params.before ?? null,
  });
  return { card, evidence: evidenceOf(ctx, card), requests: requestsOf(ctx, card), history: events, olderBefore: next };
}
