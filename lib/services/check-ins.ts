import type { Tx } from '@/db/client';
import { findNewestBodyEvent, insertEvent } from '@/db/queries/events';
import type { Body } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { loadBody, resourceOf } from './milestone-subject';
import { stamp, type RecordedEvent } from './requests';
import { authorise, type ServiceContext } from './service-context';
import { receiptNumber } from './receipts';
import { asFirst, recordOnce } from './submissions';
import { writeTransaction } from './write-transaction';

/**
 * «این هفته بدون تغییر»: the body reports that nothing changed, which is not silence. It moves no due date.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` with the first one's receipt for a second on the same day
 */
export function recordCheckIn(
  ctx: ServiceContext,
  input: { readonly bodyCode: string; readonly submission?: string | null | undefined },
): RecordedEvent {
  return writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, input.bodyCode);
    authorise(ctx, 'body.check_in', resourceOf(body));
    // with the day: a page left open overnight reports the new day
    const sending = { key: input.submission, action: 'body.check_in', content: [body.code, ctx.clock.today()] };
    return recordOnce(ctx, tx, sending, { record: () => writeCheckIn(ctx, tx, body), repeat: asFirst });
  });
}

function writeCheckIn(ctx: ServiceContext, tx: Tx, body: Body): RecordedEvent {
  const earlier = findNewestBodyEvent(tx, body.id, 'check_in', ctx.clock.today());
  if (earlier !== null) {
    throw new AppError('conflict', {
      reason: 'already_checked_in',
      eventId: earlier.id,
      kind: 'check_in',
      actorName: earlier.actorName,
      isSelf: earlier.actorId === ctx.actor.id,
      recordedOn: earlier.recordedOn,
      recordedAt: earlier.recordedAt,
      receiptNumber: receiptNumber(earlier),
      bodyName: body.name,
    });
  }
  const recorded = stamp(ctx);
  const eventId = insertEvent(tx, { ...recorded.columns, kind: 'check_in', bodyId: body.id, side: 'body' });
  recordAudit(ctx, tx, { action: 'body.check_in', subjectType: 'body', subjectKey: body.code, details: { eventId } });
  return recorded.as(eventId);
}

/**
 * A new name or telephone of the person who reports. The event holds the words; the body's own telephone is reference data and stays
 * with the admin.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_input` without words
 */
export function recordContactChange(
  ctx: ServiceContext,
  input: { readonly bodyCode: string; readonly contact: string; readonly submission?: string | null | undefined },
): RecordedEvent {
  return writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, input.bodyCode);
    authorise(ctx, 'body.check_in', resourceOf(body));
    const contact = normaliseForStore(input.contact);
    const sending = { key: input.submission, action: 'body.contact_changed', content: [body.code, contact] };
    return recordOnce(ctx, tx, sending, { record: () => writeContact(ctx, tx, body, contact), repeat: asFirst });
  });
}

function writeContact(ctx: ServiceContext, tx: Tx, body: Body, contact: string): RecordedEvent {
  if (contact === '') throw new AppError('invalid_input', { field: 'contact', reason: 'missing' });
  if (contact.length > 200) throw new AppError('invalid_input', { field: 'contact', reason: 'too_long', max: 200 });
  const recorded = stamp(ctx);
  const eventId = insertEvent(tx, {
    ...recorded.columns,
    kind: 'contact_changed',
    bodyId: body.id,
    side: 'body',
    note: contact,
  });
  recordAudit(ctx, tx, {
    action: 'body.contact_changed',
    subjectType: 'body',
    subjectKey: body.code,
    details: { eventId },
  });
  return recorded.as(eventId);
}
