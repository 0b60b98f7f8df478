import { listEventsBetween, type EventRow } from '@/db/queries/events';
import { addDays } from '@/lib/calendar/civil-date';
import { EVENT_KINDS, type EventKind } from '@/lib/domain/vocabulary';
import { LISTS } from '@/lib/messages/lists';
import { EVENT_GROUPS, type EventChoice } from '@/lib/domain/list-vocabulary';
import { commonColumns } from './columns';
import type { ListDefinition, ListItem } from './list';

interface EventListRow extends ListItem {
  readonly event: EventRow;
}

function kindsOf(choice: EventChoice | null): readonly EventKind[] {
  if (choice === null) return EVENT_KINDS;
  return choice === 'verified' ? EVENT_GROUPS.verified : [choice];
}

/** What was recorded after the earlier day, up to the later one, newest first. */
export const eventsList: ListDefinition<EventListRow> = {
  rows: ({ ctx, scope, query, since }) => {
    if (since >= scope.asOf) return [];
    const bodies = new Map(scope.figures.map(({ pair }) => [pair.body.id, pair.body]));
    const steps = new Map(
      scope.figures.flatMap(({ pair }) =>
        pair.milestones.map((milestone) => [`${pair.body.id}:${milestone.id}`, { track: pair.track, milestone }]),
      ),
    );
    return listEventsBetween(ctx.db, addDays(since, 1), scope.asOf, kindsOf(query.event)).flatMap((event) => {
      const body = bodies.get(event.bodyId);
      const step = event.milestoneId === null ? null : steps.get(`${event.bodyId}:${event.milestoneId}`);
      // what is about a body as a whole counts wherever the body does, what is about a step only with the step's track
      if (body === undefined || step === undefined) return [];
      return [
        {
          key: String(event.id),
          body,
          track: step?.track ?? null,
          milestone: step?.milestone ?? null,
          eventId: event.id,
          event,
        },
      ];
    });
  },
  columns: (input) => {
    const common = commonColumns<EventListRow>(input);
    const words = LISTS.columns;
    return [
      { name: 'recorded', heading: words.recordedOn, kind: 'day', value: ({ event }) => event.recordedOn },
      { name: 'event', heading: words.event, kind: 'event', value: ({ event }) => event.kind },
      common.body,
      common.step,
      { name: 'actor', heading: words.actor, kind: 'text', value: ({ event }) => event.actorName },
      { name: 'occurred', heading: words.occurredOn, kind: 'day', value: ({ event }) => event.occurredOn },
      { name: 'note', heading: words.note, kind: 'text', value: ({ event }) => event.note },
      common.code,
    ];
  },
};
