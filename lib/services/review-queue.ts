import { findEvent, listEventsByIds } from '@/db/queries/events';
import { listEvidence } from '@/db/queries/evidence';
import { listEventsWithEvidence } from '@/db/queries/review-events';
import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { Body, Milestone, Track } from '@/lib/domain/reference';
import { waitingBandOf } from '@/lib/domain/review-pace';
import type { EvidenceKind } from '@/lib/domain/vocabulary';
import { comparePersian } from '@/lib/text/collation';
import { suggestNames } from '@/lib/text/name-suggestions';
import { matchKey, normaliseForMatch } from '@/lib/text/normalise';
import { type ReviewFilter, type ReviewQuery, type ReviewSort, WHOLE_QUEUE } from '@/lib/validation/review-query';
import { getLedger } from './ledger';
import { reviewObstacle, type ReviewKind, type ReviewObstacle } from './reviews';
import { resolveScope } from './scope';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';
import { getWaiting, type WaitingItem } from './waiting';

/** Rows of one page. */
export const REVIEW_PAGE_SIZE = 50;

export interface ReviewRow {
  /** The claim, request or objection itself. */
  readonly eventId: number;
  readonly kind: ReviewKind;
  readonly body: Body;
  readonly track: Track | null;
  readonly trackName: string | null;
  readonly milestone: Milestone | null;
  readonly sinceOn: CivilDate;
  /** Days it has waited with the governorate. */
  readonly days: number;
  readonly evidenceKinds: readonly EvidenceKind[];
  /** «خوداظهاری»: the governorate's own claim. */
  readonly isSelfDeclared: boolean;
  readonly isOnBehalf: boolean;
  readonly obstacle: ReviewObstacle | null;
  /** Last event of the milestone, for deciding on several at once; null for what is about the body as a whole. */
  readonly lastEventId: number | null;
}

export interface ReviewQueue {
  readonly query: ReviewQuery;
  /** One page, in the order asked for. */
  readonly rows: readonly ReviewRow[];
  readonly page: number;
  readonly pages: number;
  /** Place of the first row in the whole list, from 1; 0 when it is empty. */
  readonly firstPlace: number;
  /** Things in the list, and how many of them are claims. */
  readonly total: number;
  readonly claims: number;
  /** Claims of the list that this person may decide on. */
  readonly choosable: number;
  /** By kind, within the other filters. */
  readonly counts: Readonly<Record<ReviewFilter, number>>;
  /** Everything that waits within this person's reach, whatever the filter. */
  readonly inReach: number;
  /** Days of all claims that wait within reach. */
  readonly claimDays: readonly number[];
  /** The item asked for (or the first one), its place from 1 if it still waits, and its neighbours in the list. */
  readonly currentId: number | null;
  readonly place: number | null;
  readonly nextId: number | null;
  readonly previousId: number | null;
  /** When a search finds nothing: the names nearest to it. */
  readonly suggestions: readonly Body[];
}

export interface ReviewQueueParams {
  readonly query?: ReviewQuery;
  readonly page?: number | null;
  /** The item to show; it decides the page. One that no longer waits keeps its place between its neighbours. */
  readonly itemId?: number | null;
  /** The item just decided on: the one after it is shown. */
  readonly afterId?: number | null;
}

export type Decidable = WaitingItem & { readonly kind: ReviewKind; readonly eventId: number };

export const KINDS_OF: Record<ReviewFilter, readonly ReviewKind[]> = {
  all: ['claim', 'extension', 'exemption', 'objection'],
  claims: ['claim'],
  requests: ['extension', 'exemption'],
  extensions: ['extension'],
  exemptions: ['exemption'],
  objections: ['objection'],
};

function isDecidable(item: WaitingItem): item is Decidable {
  return item.eventId !== null && item.kind !== 'own_step';
}

/** Everything that waits within the actor's reach: a reviewer of one district has that district's. */
export function waitingInReach(ctx: ServiceContext): readonly Decidable[] {
  const districtCode = ctx.actor.isDelegate ? null : ctx.actor.districtCode;
  return getWaiting(ctx, { filter: { districtCode } }).decidable.filter(isDecidable);
}

const longestFirst = (a: Decidable, b: Decidable) => b.days - a.days;
// two without a track: the difference of infinities is no number, which `||` passes over
const byStep = (a: Decidable, b: Decidable) =>
  (a.track?.position ?? Infinity) - (b.track?.position ?? Infinity) ||
  (a.milestone?.position ?? 0) - (b.milestone?.position ?? 0);
const byCode = (a: Decidable, b: Decidable) => (a.body.code < b.body.code ? -1 : a.body.code > b.body.code ? 1 : 0);
const byId = (a: Decidable, b: Decidable) => a.eventId - b.eventId;

const ORDER: Record<ReviewSort, readonly ((a: Decidable, b: Decidable) => number)[]> = {
  waiting: [longestFirst, byCode, byId],
  name: [(a, b) => comparePersian(a.body.name, b.body.name), byCode, byStep, byId],
  step: [byStep, longestFirst, byCode, byId],
};

function compareBy(sort: ReviewSort): (a: Decidable, b: Decidable) => number {
  return (a, b) => {
    for (const compare of ORDER[sort]) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function matcherOf(q: string): ((item: Decidable) => boolean) | null {
  const key = matchKey(q);
  if (key === '') return null;
  const words = normaliseForMatch(q).split(' ');
  const known = new Map<number, string>();
  return ({ body, milestone }) => {
    const name = known.get(body.id) ?? matchKey(`${body.name} ${body.code} ${body.officialCode ?? ''}`);
    known.set(body.id, name);
    const text = milestone === null ? name : `${name}${matchKey(`${milestone.title} ${milestone.code}`)}`;
    return text.includes(key) || words.every((word) => text.includes(word));
  };
}

/** What the list holds whatever kind is looked at; the kind is counted afterwards. */
function narrow(ctx: ServiceContext, items: readonly Decidable[], query: ReviewQuery): readonly Decidable[] {
  const matches = matcherOf(query.q);
  const ledger = getLedger(ctx.db);
  const today = ctx.clock.today();
  const found = items.filter(
    (item) =>
      (query.trackCode === null || item.track?.code === query.trackCode) &&
      (query.category === null || item.body.category === query.category) &&
      (query.districtCode === null || item.body.districtCode === query.districtCode) &&
      (query.waiting === null || waitingBandOf(item.days) === query.waiting) &&
      (query.due === null || isOnTime(item) === (query.due === 'on_time')) &&
      (matches === null || matches(item)),
  );
  if (query.evidence === null) return found;
  const having = listEventsWithEvidence(
    ctx.db,
    found.map(({ eventId }) => eventId),
    query.evidence,
  );
  return found.filter(({ eventId }) => having.has(eventId));

  /** Whether a claim met its due date; null for what is no claim. */
  function isOnTime({ kind, body, milestone }: Decidable): boolean | null {
    if (kind !== 'claim' || milestone === null) return null;
    return ledger.state(body.id, milestone.id, today).claim?.isOnTime ?? null;
  }
}

/** The list a query means, whole and in its order. Cheap: it comes from memory. */
export function listDecidable(ctx: ServiceContext, query: ReviewQuery): readonly Decidable[] {
  return narrow(ctx, waitingInReach(ctx), query)
    .filter(({ kind }) => KINDS_OF[query.filter].includes(kind))
    .sort(compareBy(query.sort));
}

/** Why the actor cannot decide on each of some items, by event; those without an obstacle are not in it. */
export function obstaclesOf(ctx: ServiceContext, items: readonly Decidable[]): Map<number, ReviewObstacle> {
  const ledger = getLedger(ctx.db);
  const today = ctx.clock.today();
  const obstacles = new Map<number, ReviewObstacle>();
  for (const { eventId, kind, body, milestone } of items) {
    const claim = kind === 'claim' && milestone ? ledger.state(body.id, milestone.id, today).claim : null;
    const obstacle = reviewObstacle(ctx, kind, body, claim?.actorId ?? null);
    if (obstacle !== null) obstacles.set(eventId, obstacle);
  }
  return obstacles;
}

/** Rows with what only the database knows of them; asked for one page at a time. */
export function toRows(ctx: ServiceContext, items: readonly Decidable[]): ReviewRow[] {
  const ids = items.map(({ eventId }) => eventId);
  const events = new Map(listEventsByIds(ctx.db, ids).map((event) => [event.id, event]));
  const evidence = new Map<number, EvidenceKind[]>();
  for (const { evidence: piece } of listEvidence(ctx.db, ids)) {
    evidence.set(piece.eventId, [...(evidence.get(piece.eventId) ?? []), piece.kind]);
  }
  const today = ctx.clock.today();
  const ledger = getLedger(ctx.db);
  const names = trackShortNames(ledger.reference(today));
  const obstacles = obstaclesOf(ctx, items);
  return items.map((item) => ({
    eventId: item.eventId,
    kind: item.kind,
    body: item.body,
    track: item.track,
    trackName: item.track ? (names.get(item.track.id) ?? item.track.title) : null,
    milestone: item.milestone,
    sinceOn: item.sinceOn,
    days: item.days,
    evidenceKinds: [...new Set(evidence.get(item.eventId) ?? [])],
    isSelfDeclared: item.kind === 'claim' && item.body.category === 'governorate',
    isOnBehalf: events.get(item.eventId)?.onBehalf ?? false,
    obstacle: obstacles.get(item.eventId) ?? null,
    lastEventId: item.milestone ? ledger.state(item.body.id, item.milestone.id, today).lastEventId : null,
  }));
}

/** An item that no longer waits, as it stood in the list: enough to find the place it had. */
function formerItem(ctx: ServiceContext, eventId: number): Decidable | null {
  const event = Number.isSafeInteger(eventId) ? findEvent(ctx.db, eventId) : null;
  if (event === null) return null;
  const reference = getLedger(ctx.db).reference(ctx.clock.today());
  const body = reference.bodies.find(({ id }) => id === event.bodyId);
  if (body === undefined) return null;
  const milestone = reference.milestones.find(({ id }) => id === event.milestoneId) ?? null;
  const track = reference.tracks.find(({ id }) => id === milestone?.trackId) ?? null;
  const sinceOn = event.recordedOn;
  const days = daysBetween(sinceOn, ctx.clock.today());
  return { kind: event.requestKind ?? 'claim', body, track, milestone, eventId, sinceOn, days };
}

interface Standing {
  readonly currentId: number | null;
  /** Index in the list; where it does not wait any more, null. */
  readonly index: number | null;
  readonly next: number | null;
  readonly previous: number | null;
}

function standingOf(ctx: ServiceContext, list: readonly Decidable[], params: ReviewQueueParams): Standing {
  const idAt = (index: number) => list[index]?.eventId ?? null;
  const sort = (params.query ?? WHOLE_QUEUE).sort;
  const at = (index: number, currentId = idAt(index)): Standing => ({
    currentId,
    index,
    next: idAt(index + 1) ?? (index > 0 ? idAt(0) : null),
    previous: index > 0 ? idAt(index - 1) : null,
  });
  /** Where an item stands, or would stand. */
  const gapOf = (eventId: number) => {
    const former = formerItem(ctx, eventId);
    const gap = former === null ? -1 : list.findIndex((item) => compareBy(sort)(former, item) < 0);
    return gap < 0 ? list.length : gap;
  };
  if (params.itemId != null) {
    const index = list.findIndex(({ eventId }) => eventId === params.itemId);
    if (index >= 0) return at(index);
    const gap = gapOf(params.itemId);
    return { currentId: params.itemId, index: null, next: idAt(gap) ?? idAt(0), previous: idAt(gap - 1) };
  }
  if (list.length === 0) return { currentId: null, index: null, next: null, previous: null };
  if (params.afterId != null) return at(Math.min(gapOf(params.afterId), list.length - 1));
  const pages = Math.ceil(list.length / REVIEW_PAGE_SIZE);
  const page = Math.min(Math.max(params.page ?? 1, 1), pages);
  return at((page - 1) * REVIEW_PAGE_SIZE);
}

/**
 * What waits for a decision: one page of the list a query means, and where the reader stands in it.
 *
 * @throws AppError `forbidden`, `no_programme`
 */
export function listReviewQueue(ctx: ServiceContext, params: ReviewQueueParams = {}): ReviewQueue {
  authorise(ctx, 'review.read');
  const query = params.query ?? WHOLE_QUEUE;
  const reach = waitingInReach(ctx);
  const narrowed = narrow(ctx, reach, query);
  const countOf = (filter: ReviewFilter) => narrowed.filter(({ kind }) => KINDS_OF[filter].includes(kind)).length;
  const list = narrowed.filter(({ kind }) => KINDS_OF[query.filter].includes(kind)).sort(compareBy(query.sort));
  const standing = standingOf(ctx, list, params);
  const pages = Math.max(1, Math.ceil(list.length / REVIEW_PAGE_SIZE));
  const asked = standing.index === null ? (params.page ?? 1) : Math.floor(standing.index / REVIEW_PAGE_SIZE) + 1;
  const page = Math.min(Math.max(asked, 1), pages);
  const first = (page - 1) * REVIEW_PAGE_SIZE;
  const claims = list.filter(({ kind }) => kind === 'claim');
  return {
    query,
    rows: toRows(ctx, list.slice(first, first + REVIEW_PAGE_SIZE)),
    page,
    pages,
    firstPlace: list.length === 0 ? 0 : first + 1,
    total: list.length,
    claims: claims.length,
    choosable: claims.length - obstaclesOf(ctx, claims).size,
    counts: {
      all: narrowed.length,
      claims: countOf('claims'),
      requests: countOf('requests'),
      extensions: countOf('extensions'),
      exemptions: countOf('exemptions'),
      objections: countOf('objections'),
    },
    inReach: reach.length,
    claimDays: reach.filter(({ kind }) => kind === 'claim').map(({ days }) => days),
    currentId: standing.currentId,
    place: standing.index === null ? null : standing.index + 1,
    nextId: standing.next,
    previousId: standing.previous,
    suggestions:
      narrowed.length === 0 && query.q !== ''
        ? suggestNames(query.q, [...new Map(reach.map(({ body }) => [body.id, body])).values()], ({ name }) => name)
        : [],
  };
}

export interface QueueChoices {
  readonly tracks: readonly { readonly code: string; readonly title: string }[];
  /** Districts to choose from; none for a reviewer of one district. */
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}

/** What the queue can be filtered by. @throws AppError `forbidden`, `no_programme` */
export function listQueueChoices(ctx: ServiceContext): QueueChoices {
  authorise(ctx, 'review.read');
  const { tracks, reference } = resolveScope(ctx);
  const isLimited = !ctx.actor.isDelegate && ctx.actor.districtCode !== null;
  return {
    tracks: tracks.map(({ code, title }) => ({ code, title })),
    districts: isLimited
      ? []
      : reference.areas.filter(({ kind }) => kind === 'district').map(({ code, name }) => ({ code, name })),
  };
}
