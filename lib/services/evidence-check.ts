import type { Executor } from '@/db/client';
import { findUpload } from '@/db/queries/evidence';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Classification, EvidenceKind } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';

/** One piece of evidence as somebody gives it. */
export interface EvidenceInput {
  /** `upload`: a photo or a file, whichever the milestone expects and the content allows */
  readonly kind: EvidenceKind | 'upload';
  /** letter: number and day of the letter */
  readonly letterNumber?: string | null;
  readonly letterOn?: CivilDate | null;
  /** url: an address that starts with http or https */
  readonly url?: string | null;
  /** photo, file, upload: the id that `storeUpload` gave */
  readonly uploadId?: string | null;
  /** Default: ordinary. */
  readonly classification?: Classification | null;
}

export interface SoundEvidence {
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly uploadId: string | null;
  readonly classification: Classification;
}

const MAX_PIECES = 12;
const MAX_LETTER_NUMBER = 80;
const MAX_URL = 1000;

function refuse(field: string, reason: string, more: Record<string, unknown> = {}): never {
  throw new AppError('invalid_input', { field, reason, ...more });
}

function checkUrl(text: string | null | undefined): string {
  const url = (text ?? '').trim();
  if (url === '') refuse('url', 'missing');
  if (url.length > MAX_URL) refuse('url', 'too_long', { max: MAX_URL });
  // Only what a browser opens as a page: a `javascript:` address would run in the reviewer's session.
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) refuse('url', 'not_an_address');
  return url;
}

export interface EvidenceRules {
  readonly bodyId: number;
  readonly today: CivilDate;
  /** Kinds the milestone names. */
  readonly expectedKinds: readonly EvidenceKind[];
  /** Another body whose files may be attached too: one letter for many bodies (ADR 074). The caller has authorised it. */
  readonly filesOfBodyId?: number | null;
}

/** A photo of a paper is as good as the paper's file; a document is never a photo of a place. */
function kindOfUpload(content: 'photo' | 'file', expectedKinds: readonly EvidenceKind[]): 'photo' | 'file' {
  if (content === 'file') return 'file';
  return expectedKinds.includes('photo') || !expectedKinds.includes('file') ? 'photo' : 'file';
}

/**
 * Evidence with one spelling, ready to be written.
 *
 * @throws AppError `invalid_input` with `field` and `reason`
 */
export function checkEvidence(
  db: Executor,
  pieces: readonly EvidenceInput[],
  { bodyId, today, expectedKinds, filesOfBodyId = null }: EvidenceRules,
): SoundEvidence[] {
  if (pieces.length > MAX_PIECES) refuse('evidence', 'too_many', { max: MAX_PIECES });
  return pieces.map((piece) => {
    const empty = {
      letterNumber: null,
      letterOn: null,
      url: null,
      uploadId: null,
      classification: piece.classification ?? 'ordinary',
    };
    switch (piece.kind) {
      case 'letter': {
        const letterNumber = normaliseForStore(piece.letterNumber ?? '');
        if (letterNumber === '') refuse('letterNumber', 'missing');
        if (letterNumber.length > MAX_LETTER_NUMBER) refuse('letterNumber', 'too_long', { max: MAX_LETTER_NUMBER });
        if (!piece.letterOn) refuse('letterOn', 'missing');
        if (piece.letterOn > today) refuse('letterOn', 'after_today', { value: piece.letterOn, today });
        return { ...empty, kind: piece.kind, letterNumber, letterOn: piece.letterOn };
      }
      case 'url':
        return { ...empty, kind: piece.kind, url: checkUrl(piece.url) };
      case 'upload':
      case 'photo':
      case 'file': {
        const upload = piece.uploadId ? findUpload(db, piece.uploadId) : null;
        if (upload === null || (upload.bodyId !== bodyId && upload.bodyId !== filesOfBodyId)) {
          refuse('uploadId', 'unknown_upload');
        }
        if (piece.kind === 'photo' && upload.kind !== 'photo') refuse('uploadId', 'not_a_photo');
        const kind = piece.kind === 'upload' ? kindOfUpload(upload.kind, expectedKinds) : piece.kind;
        return { ...empty, kind, uploadId: upload.id };
      }
    }
  });
}

/** Whether the body's own signed paper is among the evidence: its number and date, or its picture. */
export function hasSignedPaper(evidence: readonly SoundEvidence[]): boolean {
  return evidence.some(({ kind }) => kind !== 'url');
}
