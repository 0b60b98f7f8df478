import { findNewestSetting } from '@/db/queries/settings';
import { findUserById } from '@/db/queries/users';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { changeReasons, type ReasonChange, type ReturnReason } from '@/lib/domain/return-reasons';
import { AppError } from '@/lib/errors';
import { PRESET_RETURN_REASONS } from '@/lib/messages/return-reasons';
import { normaliseForStore } from '@/lib/text/normalise';
import { returnReasonsSchema } from '@/lib/validation/return-reasons';
import { getLedger } from './ledger';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { writeSetting } from './setting-versions';
import { writeTransaction } from './write-transaction';

const SETTING = 'returnReasons';

export interface ReturnReasons {
  readonly reasons: readonly ReturnReason[];
  /** Version of the list; null while the presets hold. */
  readonly version: number | null;
  readonly changed: { readonly on: CivilDate; readonly by: string | null } | null;
  readonly mayChange: boolean;
  /** Tracks a reason can be kept for. */
  readonly tracks: readonly { readonly code: string; readonly title: string }[];
}

function readSetting(db: Parameters<typeof findNewestSetting>[0]) {
  const row = findNewestSetting(db, SETTING);
  const parsed = returnReasonsSchema.safeParse(row?.value);
  const presets = PRESET_RETURN_REASONS.map((text): ReturnReason => ({ text, trackCode: null }));
  return { row, reasons: parsed.success ? parsed.data : presets };
}

/** The usual reasons for sending a claim back, as they hold now. @throws AppError `forbidden` */
export function getReturnReasons(ctx: ServiceContext): ReturnReasons {
  authorise(ctx, 'review.read');
  const { row, reasons } = readSetting(ctx.db);
  const by = row?.recordedBy == null ? null : (findUserById(ctx.db, row.recordedBy)?.name ?? null);
  return {
    reasons,
    version: row?.id ?? null,
    changed: row === null ? null : { on: row.recordedOn, by },
    mayChange: mayDo(ctx, 'review.manage_reasons'),
    tracks: [
      ...new Map(
        getLedger(ctx.db)
          .reference(ctx.clock.today())
          .tracks.map(({ code, title }) => [code, { code, title }]),
      ).values(),
    ],
  };
}

function tidy(change: ReasonChange): ReasonChange {
  if (change.kind !== 'add' && change.kind !== 'replace') return change;
  return { ...change, reason: { ...change.reason, text: normaliseForStore(change.reason.text) } };
}

/**
 * Changes the list by one step, as a new version; returns recorded earlier keep the words they were written with.
 *
 * @param input.seen version of the list the person saw
 * @throws AppError `forbidden`; `conflict` when somebody else has changed the list since; `invalid_input` with the reason, or for a track
 *   that does not exist; `read_only_clock`
 */
export function changeReturnReasons(
  ctx: ServiceContext,
  input: { readonly seen: number | null; readonly change: ReasonChange },
): readonly ReturnReason[] {
  authorise(ctx, 'review.manage_reasons');
  const change = tidy(input.change);
  if ((change.kind === 'add' || change.kind === 'replace') && change.reason.trackCode !== null) {
    const { trackCode } = change.reason;
    const isKnown = getLedger(ctx.db)
      .reference(ctx.clock.today())
      .tracks.some(({ code }) => code === trackCode);
    if (!isKnown) throw new AppError('invalid_input', { field: 'track', value: trackCode });
  }
  return writeTransaction(ctx, (tx) => {
    const { row, reasons: before } = readSetting(tx);
    if ((row?.id ?? null) !== input.seen) {
      throw new AppError('conflict', { reason: 'reasons_changed', recordedOn: row?.recordedOn ?? null });
    }
    const changed = changeReasons(before, change);
    if (!changed.ok) throw new AppError('invalid_input', { field: 'text', reason: changed.why });
    if (changed.reasons === before) return before;
    writeSetting(ctx, tx, {
      key: SETTING,
      value: changed.reasons,
      action: 'review.change_reasons',
      details: { change: change.kind, before, after: changed.reasons },
    });
    return changed.reasons;
  });
}
