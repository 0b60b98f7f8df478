import { findEvent, type EventRow } from '@/db/queries/events';
import { listEvidence } from '@/db/queries/evidence';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import type { AnswerOutcome, EventKind, EvidenceKind, RequestKind } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { getLedger } from './ledger';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';

/** `97-09-2214`: Jalali year and month of recording, then the number of the event, in Latin digits. */
export function receiptNumber(event: Pick<EventRow, 'id' | 'recordedOn'>): string {
  const { year, month } = toJalali(event.recordedOn);
  return `${String(year % 100).padStart(2, '0')}-${String(month).padStart(2, '0')}-${event.id}`;
}

export interface ReceiptEvidence {
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly fileName: string | null;
}

/** What somebody gets for an event: number, time, and what was recorded. */
export interface Receipt {
  readonly eventId: number;
  readonly number: string;
  readonly kind: EventKind;
  readonly requestKind: RequestKind | null;
  readonly outcome: AnswerOutcome | null;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly occurredOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly actorName: string;
  readonly onBehalf: boolean;
  readonly note: string | null;
  readonly body: { readonly code: string; readonly name: string };
  readonly milestone: {
    readonly code: string;
    readonly title: string;
    readonly trackName: string;
    readonly position: number;
  } | null;
  readonly evidence: readonly ReceiptEvidence[];
  /** Days within which the governorate means to decide on a claim. */
  readonly reviewTargetDays: number;
}

/**
 * The receipt of an event about a body the actor may see.
 *
 * @throws AppError `not_found` for an unknown event and for one about somebody else's body
 */
export function getReceipt(ctx: ServiceContext, eventId: number): Receipt {
  const event = findEvent(ctx.db, eventId);
  if (event === null) throw new AppError('not_found', { eventId });
  // As of its own day: the names that a receipt shows stay those of the day it was given.
  const reference = getLedger(ctx.db).reference(event.recordedOn);
  const body = reference.bodies.find(({ id }) => id === event.bodyId);
  if (body === undefined) throw new AppError('not_found', { eventId });
  authorise(ctx, 'body.read', { body: { id: body.id, districtCode: body.districtCode, category: body.category } });
  const milestone = reference.milestones.find(({ id }) => id === event.milestoneId);
  return {
    eventId,
    number: receiptNumber(event),
    kind: event.kind,
    requestKind: event.requestKind,
    outcome: event.outcome,
    recordedOn: event.recordedOn,
    recordedAt: event.recordedAt,
    occurredOn: event.occurredOn,
    dueOn: event.dueOn,
    actorName: event.actorName,
    onBehalf: event.onBehalf,
    note: event.note,
    body: { code: body.code, name: body.name },
    milestone: milestone
      ? {
          code: milestone.code,
          title: milestone.title,
          trackName: trackShortNames(reference).get(milestone.trackId) ?? '',
          position: milestone.position,
        }
      : null,
    evidence: listEvidence(ctx.db, [eventId]).map(({ evidence, upload }) => ({
      kind: evidence.kind,
      letterNumber: evidence.letterNumber,
      letterOn: evidence.letterOn,
      url: evidence.url,
      fileName: upload?.originalName ?? null,
    })),
    reviewTargetDays: reference.thresholds.reviewTargetDays,
  };
}
