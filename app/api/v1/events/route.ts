import { apiRoute } from '@/lib/api-route';
import { getEventsDocument } from '@/lib/services/event-documents';
import { queryCount } from '@/lib/validation/progress';

const COLUMNS = [
  ...[
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
];

export const GET = apiRoute((ctx, query) => {
  const document = getEventsDocument(ctx, { after: queryCount(query, 'after') ?? 0 });
  return {
    document,
    table: () => [
      COLUMNS,
      ...document.events.map((event) => [
        ...[event.id, event.kind, event.body, event.programme, event.milestone],
        ...[event.occurredOn.jalali, event.recordedOn.jalali],
        ...[event.actor, event.note, event.cause, event.turn, event.due?.jalali ?? null],
      ]),
    ],
  };
});
