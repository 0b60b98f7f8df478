import { apiDate } from '@/lib/format/dates';
import { listEvents, type LoggedEvent } from './event-log';
import type { ServiceContext } from './service-context';

/** One event as machines get it. */
export function toEventDocument({ event, bodyCode, milestoneCode, programmeCode }: LoggedEvent) {
  return {
    id: event.id,
    kind: event.kind,
    body: bodyCode,
    programme: programmeCode,
    milestone: milestoneCode,
    occurredOn: apiDate(event.occurredOn),
    recordedOn: apiDate(event.recordedOn),
    recordedAt: event.recordedAt,
    side: event.side,
    actor: event.actorName,
    byDelegate: event.byDelegate,
    onBehalf: event.onBehalf,
    selfDeclared: event.selfDeclared,
    isImported: event.isImported,
    note: event.note,
    cause: event.cause,
    turn: event.turn,
    due: event.dueOn === null ? null : apiDate(event.dueOn),
    requestKind: event.requestKind,
    outcome: event.outcome,
    refersTo: event.refersTo,
  };
}
export type EventDocument = ReturnType<typeof toEventDocument>;

/** The document of `GET /api/v1/events`. @throws AppError `forbidden` */
export function getEventsDocument(ctx: ServiceContext, params: { readonly after: number }) {
  const { events, next } = listEvents(ctx, params);
  return { events: events.map(toEventDocument), next };
}
