import { listBodyEvents } from '@/db/queries/events';
import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import type { AnswerOutcome, EventKind, RequestKind } from '@/lib/domain/vocabulary';
import { getLedger } from './ledger';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** What the governorate did about an own body. */
export interface InboxMessage {
  readonly eventId: number;
  readonly kind: EventKind;
  readonly requestKind: RequestKind | null;
  readonly outcome: AnswerOutcome | null;
  readonly recordedOn: CivilDate;
  readonly actorName: string;
  readonly note: string | null;
  readonly dueOn: CivilDate | null;
  readonly body: { readonly code: string; readonly name: string };
  readonly milestone: {
    readonly code: string;
    readonly shortTitle: string;
    readonly title: string;
    readonly trackName: string;
    readonly position: number;
  } | null;
  /** Recorded within the last seven days. */
  readonly isRecent: boolean;
}

/** What of the governorate's doing concerns the body. */
const KINDS: readonly EventKind[] = [
  'verify',
  'certify',
  'return',
  'reopen',
  'undo',
  'exempt',
  'lift_exemption',
  'extend',
  'unblock',
  'objection_answer',
  'request_answer',
  'letter_sent',
];

const RECENT_DAYS = 7;

/**
 * News about own bodies, newest first. It is read from the history itself, so it can neither get lost nor be deleted.
 *
 * @throws AppError `forbidden`
 */
export function listInbox(ctx: ServiceContext, { limit = 30 }: { readonly limit?: number } = {}): InboxMessage[] {
  authorise(ctx, 'my.read');
  const today = ctx.clock.today();
  const reference = getLedger(ctx.db).reference(today);
  const bodies = new Map(reference.bodies.filter(({ id }) => ctx.actor.bodyIds.has(id)).map((body) => [body.id, body]));
  const milestones = new Map(reference.milestones.map((milestone) => [milestone.id, milestone]));
  const names = trackShortNames(reference);
  return listBodyEvents(ctx.db, [...bodies.keys()], KINDS, limit * 2)
    .filter(({ side }) => side === 'governorate')
    .slice(0, limit)
    .flatMap((event) => {
      const body = bodies.get(event.bodyId);
      if (body === undefined) return [];
      const milestone = event.milestoneId === null ? undefined : milestones.get(event.milestoneId);
      return [
        {
          eventId: event.id,
          kind: event.kind,
          requestKind: event.requestKind,
          outcome: event.outcome,
          recordedOn: event.recordedOn,
          actorName: event.actorName,
          note: event.note,
          dueOn: event.dueOn,
          body: { code: body.code, name: body.name },
          milestone: milestone
            ? {
                code: milestone.code,
                shortTitle: milestone.shortTitle,
                title: milestone.title,
                trackName: names.get(milestone.trackId) ?? '',
                position: milestone.position,
              }
            : null,
          isRecent: daysBetween(event.recordedOn, today) < RECENT_DAYS,
        },
      ];
    });
}
