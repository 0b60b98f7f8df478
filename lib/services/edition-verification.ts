import { findEditionByCode, findEditionOfWeek } from '@/db/queries/editions';
import { issueDelay, type EditionDocument, type EditionVerification } from '@/lib/domain/edition';
import { normaliseVerificationCode } from './edition-code';
import { registrationsOf } from './registrations';
import type { AnonymousContext } from './service-context';
import { countWrongAttempt, refuseTooManyAttempts, type AttemptLimit } from './wrong-attempts';

/** A person misreads a code once or twice; an office may share one address. */
export const WRONG_CODES: AttemptLimit = { kind: 'wrong_codes', perMinute: 10 };

/**
 * What the code on a printed page stands for. Open to everybody, so it says that the paper is genuine, the figures of its summary and whether
 * it was replaced, and names no body. An address that guesses has to wait, with a right code too: or guessing would not be slowed.
 *
 * @returns null when no edition has the code
 * @throws AppError `too_many_attempts` with `retryAfterSeconds` after too many wrong codes from one address
 */
export function verifyEditionByCode(ctx: AnonymousContext, typedCode: string): EditionVerification | null {
  refuseTooManyAttempts(ctx, WRONG_CODES);
  const code = normaliseVerificationCode(typedCode);
  const stored = code === null ? null : findEditionByCode(ctx.db, code);
  if (stored === null) {
    countWrongAttempt(ctx, WRONG_CODES);
    return null;
  }
  const { header, verdict, curve, keyFigures, trackRows } = JSON.parse(stored.document) as EditionDocument;
  const newest = findEditionOfWeek(ctx.db, stored.programmeId, stored.weekStartOn);
  const registration = registrationsOf(ctx.db, 'edition', [stored.id]).get(stored.id);
  return {
    number: stored.number,
    programmeTitle: header.programmeTitle,
    office: header.office,
    weekStartOn: stored.weekStartOn,
    weekEndOn: stored.weekEndOn,
    issuedOn: stored.issuedOn,
    delayDays: issueDelay(stored),
    asOf: header.asOf,
    sha256: stored.sha256,
    renderingSha256: stored.renderingSha256,
    verdict,
    deadline: curve.deadline === null ? null : (keyFigures[0] ?? null),
    tracks: trackRows
      .filter(({ kind }) => kind === 'track')
      .map(({ key, label, deadlineOn, planned, claimed, verified }) => ({
        ...{ key, label, deadlineOn, planned, claimed, verified },
      })),
    registration:
      registration === undefined
        ? null
        : { registryNumber: registration.registryNumber, registeredOn: registration.registeredOn },
    supersedes: header.supersedes,
    supersededBy: newest !== null && newest.number > stored.number ? newest.number : null,
  };
}
