import { apiRoute } from '@/lib/api-route';
import { apiDate } from '@/lib/format/dates';
import { listEvents } from '@/lib/services/event-log';
import { queryCount } from '@/lib/validation/progress';

export const GET = apiRoute((ctx, query) => {
  const { events, next } = listEvents(ctx, { after: queryCount(query, 'after') ?? 0 });
  const rows = events.map(({ event, bodyCode, milestoneCode, programmeCode }) => ({
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
    refersTo: event.refersTo,
  }));
  return {
    document: { events: rows, next },
    table: () => [
      [
        'id',
        'kind',
        'body',
        'programme',
        'milestone',
        'occurredOn',
        'recordedOn',
        'actor',
        'note',
        'cause',
        'turn',
        'due',
      ],
      ...rows.map((row) => [
        ...[row.id, row.kind, row.body, row.programme, row.milestone, row.occurredOn.jalali, row.recordedOn.jalali],
        ...[row.actor, row.note, row.cause, row.turn, row.due?.jalali ?? null],
      ]),
    ],
  };
});
