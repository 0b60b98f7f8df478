import { createHash, randomUUID } from 'node:crypto';
import type { Tx } from '@/db/client';
import { findEvent } from '@/db/queries/events';
import { findSubmittedEventId, insertSubmission } from '@/db/queries/submissions';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { receiptNumber } from './receipts';
import type { ServiceContext } from './service-context';

/** What every recorded event is answered with. */
export interface Recorded {
  readonly eventId: number;
  /** Latin digits, such as `97-09-2214`. */
  readonly receiptNumber: string;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
}

export interface Sending {
  /** The key of one drawing of a form (`newSubmissionKey`). Left out: every sending counts as a new one. */
  readonly key: string | null | undefined;
  /** What is to be done, such as `body.check_in`. */
  readonly action: string;
  /** Everything that was written, and about what: with other words it is another sending, so that nothing gets lost. */
  readonly content: unknown;
}

/** A key for the forms of one drawing of a page. It travels as a hidden field, so it works without script too. */
export function newSubmissionKey(): string {
  return randomUUID();
}

function digestOf(ctx: ServiceContext, { key, action, content }: Sending): string {
  return createHash('sha256')
    .update(JSON.stringify([key, ctx.actor.id, action, content]))
    .digest('hex');
}

/**
 * Records what was sent once, however often it arrives: a second press of the button, a page sent again, a retry because the answer got
 * lost. The same person sending the same words from the same form gets the event it became the first time, and nothing is written.
 * Call it inside the transaction, after the permission was checked.
 */
export function recordOnce<T extends Recorded>(
  ctx: ServiceContext,
  tx: Tx,
  sending: Sending,
  { record, repeat }: { readonly record: () => T; readonly repeat: (first: Recorded) => T },
): T {
  if (!sending.key) return record();
  const digest = digestOf(ctx, sending);
  const firstId = findSubmittedEventId(tx, digest);
  const first = firstId === null ? null : findEvent(tx, firstId);
  if (first !== null) {
    const { id: eventId, recordedOn, recordedAt } = first;
    return repeat({ eventId, receiptNumber: receiptNumber(first), recordedOn, recordedAt });
  }
  const recorded = record();
  insertSubmission(tx, { digest, eventId: recorded.eventId });
  return recorded;
}

/** `repeat` for a use case that answers with nothing more. */
export const asFirst = (first: Recorded): Recorded => first;
