import { insertRemark, listRemarkRows, type RemarkRow } from '@/db/queries/report-remarks';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { fridayOf, saturdayOf } from '@/lib/calendar/weeks';
import { AppError } from '@/lib/errors';
import { normaliseParagraphs } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { programmeOf } from './edition-programme';
import { invalidInput } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';
import type { Executor } from '@/db/client';

export const REMARKS_LENGTH = 3000;

/** A text of the deputy for the report of a week; an empty one takes the earlier back. */
export type Remark = Pick<RemarkRow, 'id' | 'text' | 'recordedOn' | 'recordedAt' | 'writtenByName'>;

export interface RemarksInput {
  /** Any day of the week. */
  readonly week: CivilDate;
  readonly programme?: string | null;
  readonly text: string;
  /** The newest text its writer saw; null for none. */
  readonly expectedRemarkId: number | null;
}

/**
 * Writes the deputy's own paragraphs for the report of a week. The newest text counts, and an empty one takes the last back; what was written
 * before stays in the history. An edition takes the text that counts at the moment of issue.
 *
 * @returns the row that counts now; the same as before when nothing has changed
 * @throws AppError `forbidden`; `no_programme`; `as_of_out_of_range` for a week before the programme or after today; `invalid_input` for a text
 *   too long; `conflict` with the `text` that somebody has written since the form was drawn; `read_only_clock`
 */
export function writeRemarks(ctx: ServiceContext, input: RemarksInput): Remark | null {
  authorise(ctx, 'report.write_remarks');
  const programme = programmeOf(ctx, input.programme);
  const today = ctx.clock.today();
  const weekStartOn = saturdayOf(input.week);
  if (weekStartOn > today || fridayOf(input.week) < programme.startOn) {
    throw new AppError('as_of_out_of_range', { asOf: input.week, from: programme.startOn, to: today });
  }
  const text = normaliseParagraphs(input.text);
  if (text.length > REMARKS_LENGTH) throw invalidInput([{ field: 'remarks', reason: 'too_long', max: REMARKS_LENGTH }]);
  return writeTransaction(ctx, (tx) => {
    const newest = newestRemark(tx, programme.id, weekStartOn);
    if ((newest?.text ?? '') === text) return newest;
    if ((newest?.id ?? null) !== input.expectedRemarkId) {
      throw new AppError('conflict', {
        subject: 'remarks',
        reason: 'remarks_meanwhile',
        text: newest?.text ?? '',
        actorName: newest?.writtenByName,
        recordedOn: newest?.recordedOn,
        recordedAt: newest?.recordedAt,
      });
    }
    const row = {
      programmeId: programme.id,
      weekStartOn,
      text,
      recordedOn: today,
      recordedAt: ctx.clock.now().toISOString(),
      writtenBy: ctx.isSystem ? null : ctx.actor.id,
      writtenByName: ctx.actor.name,
    };
    const id = insertRemark(tx, row);
    recordAudit(ctx, tx, {
      action: 'report.write_remarks',
      subjectType: 'week',
      subjectKey: weekStartOn,
      details: { programme: programme.code, remarkId: id, letters: text.length },
    });
    return { id, ...row };
  });
}

/** Everything that was written for the report of a week, newest first; the first counts. For services whose reader may see it. */
export function remarksHistory(db: Executor, programmeId: number, weekStartOn: CivilDate): Remark[] {
  return listRemarkRows(db, programmeId, weekStartOn);
}

/** The text that counts; null where none was ever written. Its `text` may be empty. */
export function newestRemark(db: Executor, programmeId: number, weekStartOn: CivilDate): Remark | null {
  return listRemarkRows(db, programmeId, weekStartOn)[0] ?? null;
}

/** A text as the paragraphs that are printed. */
export function paragraphsOf(remark: Pick<Remark, 'text'> | null): string[] {
  return (remark?.text ?? '').split('\n').filter((paragraph) => paragraph !== '');
}
