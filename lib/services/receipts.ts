import { findEvent, type EventRow } from '@/db/queries/events';
import { listEvidence, type EvidenceWithUpload } from '@/db/queries/evidence';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import type { AnswerOutcome, BlockCause, EventKind, EvidenceKind, RequestKind, Turn } from '@/lib/domain/vocabulary';
import type { Reference } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { getLedger } from './ledger';
import { officeWordsAsOf } from './office-words';
import { authorise, mayDo, type ServiceContext } from './service-context';
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
  readonly sizeBytes: number | null;
  /** The first characters of the file's SHA-256: enough to tell one file from another. */
  readonly digest: string | null;
  readonly isConfidential: boolean;
  /** Confidential for the reader: its kind alone is shown. */
  readonly isHidden: boolean;
}

const DIGEST_LENGTH = 12;

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
  /** It came with an import and has no hour. */
  readonly isImported: boolean;
  readonly cause: BlockCause | null;
  readonly turn: Turn | null;
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
  /** Head of the paper: lines over the office's name, as of the day of recording. */
  readonly office: { readonly letterhead: readonly string[]; readonly name: string };
}

function toReceiptEvidence({ evidence, upload }: EvidenceWithUpload, isHidden: boolean): ReceiptEvidence {
  return {
    kind: evidence.kind,
    letterNumber: isHidden ? null : evidence.letterNumber,
    letterOn: isHidden ? null : evidence.letterOn,
    url: isHidden ? null : evidence.url,
    fileName: isHidden ? null : (upload?.originalName ?? null),
    sizeBytes: isHidden ? null : (upload?.sizeBytes ?? null),
    digest: isHidden ? null : (upload?.sha256.slice(0, DIGEST_LENGTH) ?? null),
    isConfidential: evidence.classification === 'confidential',
    isHidden,
  };
}

/** Name of the county of the step's programme, or of the first one for what is about the body. */
function countyOf(reference: Reference, trackId: number | null): string {
  const track = reference.tracks.find(({ id }) => id === trackId);
  const programme = reference.programmes.find(({ id }) => id === track?.programmeId) ?? reference.programmes[0];
  return reference.areas.find(({ code }) => code === programme?.countyCode)?.name ?? '';
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
  const resource = { body: { id: body.id, districtCode: body.districtCode, category: body.category } };
  authorise(ctx, 'body.read', resource);
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
    isImported: event.isImported,
    cause: event.cause,
    turn: event.turn,
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
    evidence: listEvidence(ctx.db, [eventId]).map((piece) => {
      const isConfidential = piece.evidence.classification === 'confidential';
      return toReceiptEvidence(piece, !mayDo(ctx, 'evidence.read', { ...resource, confidential: isConfidential }));
    }),
    reviewTargetDays: reference.thresholds.reviewTargetDays,
    office: officeWordsAsOf(ctx, event.recordedOn, countyOf(reference, milestone?.trackId ?? null)),
  };
}
