import type { Executor } from '@/db/client';
import {
  findRegistrablePaper,
  insertRegistration,
  listRegistrationRows,
  type RegistrablePaper,
} from '@/db/queries/registrations';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { RegisteredPaper } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { toLatinDigits } from '@/lib/text/digits';
import { normaliseForStore } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { getLedger } from './ledger';
import { invalidInput, type InputIssue } from './parse-input';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

export const REGISTRY_NUMBER_LENGTH = 60;

/** The secretariat's number of a paper, and who entered it. */
export interface Registration {
  readonly id: number;
  /** Latin digits, such as `12/3456`. */
  readonly registryNumber: string;
  readonly registeredOn: CivilDate;
  readonly recordedOn: CivilDate;
  readonly recordedAt: string;
  readonly recordedByName: string;
}

export interface RegistrationInput {
  readonly paper: RegisteredPaper;
  /** Id of the edition or letter. */
  readonly paperId: number;
  readonly registryNumber: string;
  readonly registeredOn: CivilDate | null;
  /** The newest registration its reader saw; null for none. */
  readonly expectedRegistrationId: number | null;
}

export interface RegisteredAnswer {
  readonly registrationId: number;
  /** False when the same number and day stood there already, as a form sent twice brings them. */
  readonly isNew: boolean;
}

/** Whoever may issue a paper may enter its number. */
function authorisePaper(ctx: ServiceContext, paper: RegisteredPaper, subject: RegistrablePaper | null): void {
  if (paper === 'edition') return authorise(ctx, 'report.issue');
  const body = getLedger(ctx.db)
    .reference(ctx.clock.today())
    .bodies.find(({ id }) => id === subject?.bodyId);
  authorise(ctx, 'letter.record', body === undefined ? {} : { body });
}

function checkFields(input: RegistrationInput, subject: RegistrablePaper, today: CivilDate) {
  const registryNumber = toLatinDigits(normaliseForStore(input.registryNumber));
  const { registeredOn } = input;
  const issues: InputIssue[] = [];
  if (registryNumber === '') issues.push({ field: 'registryNumber', reason: 'required' });
  if (registryNumber.length > REGISTRY_NUMBER_LENGTH)
    issues.push({ field: 'registryNumber', reason: 'too_long', max: REGISTRY_NUMBER_LENGTH });
  if (registeredOn === null) issues.push({ field: 'registeredOn', reason: 'required' });
  else if (registeredOn < subject.issuedOn)
    issues.push({ field: 'registeredOn', reason: 'before_issue', issuedOn: subject.issuedOn });
  else if (registeredOn > today) issues.push({ field: 'registeredOn', reason: 'after_today' });
  if (issues.length > 0 || registeredOn === null) throw invalidInput(issues);
  return { registryNumber, registeredOn };
}

/**
 * Records the number and date that the secretariat gave a signed paper. The paper stays as it was frozen; a later row corrects an earlier one.
 *
 * @throws AppError `forbidden`; `not_found`; `invalid_input` with every wrong field (a day before the paper was issued, or in the future);
 *   `conflict` when somebody has recorded another number since the form was drawn; `read_only_clock`
 */
export function registerPaper(ctx: ServiceContext, input: RegistrationInput): RegisteredAnswer {
  const { paper, paperId } = input;
  const subject = findRegistrablePaper(ctx.db, paper, paperId);
  authorisePaper(ctx, paper, subject);
  if (subject === null) throw new AppError('not_found', { subject: paper, id: paperId });
  return writeTransaction(ctx, (tx) => {
    const today = ctx.clock.today();
    const { registryNumber, registeredOn } = checkFields(input, subject, today);
    const [newest] = listRegistrationRows(tx, paper, [paperId]);
    if (newest?.registryNumber === registryNumber && newest.registeredOn === registeredOn) {
      return { registrationId: newest.id, isNew: false };
    }
    if ((newest?.id ?? null) !== input.expectedRegistrationId) {
      throw new AppError('conflict', {
        subject: 'registration',
        reason: 'registered_meanwhile',
        registryNumber: newest?.registryNumber,
        actorName: newest?.recordedByName,
        recordedOn: newest?.recordedOn,
        recordedAt: newest?.recordedAt,
      });
    }
    const registrationId = insertRegistration(tx, {
      paper,
      paperId,
      registryNumber,
      registeredOn,
      recordedOn: today,
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
      recordedByName: ctx.actor.name,
    });
    recordAudit(ctx, tx, {
      action: 'registration.record',
      subjectType: paper,
      subjectKey: subject.label,
      details: {
        programme: subject.programmeCode,
        registryNumber,
        registeredOn,
        previousNumber: newest?.registryNumber ?? null,
      },
    });
    return { registrationId, isNew: true };
  });
}

/** The number that counts of each of some papers, by id of the paper. For services whose reader may see the papers. */
export function registrationsOf(
  db: Executor,
  paper: RegisteredPaper,
  paperIds: readonly number[],
): ReadonlyMap<number, Registration> {
  const current = new Map<number, Registration>();
  for (const { paperId, ...row } of listRegistrationRows(db, paper, paperIds)) {
    if (!current.has(paperId)) current.set(paperId, toRegistration(row));
  }
  return current;
}

/**
 * Every number a paper was given, newest first, for whoever may enter one; the first counts.
 * @throws AppError `forbidden`; `not_found`
 */
export function registrationHistory(ctx: ServiceContext, paper: RegisteredPaper, paperId: number): Registration[] {
  const subject = findRegistrablePaper(ctx.db, paper, paperId);
  authorisePaper(ctx, paper, subject);
  if (subject === null) throw new AppError('not_found', { subject: paper, id: paperId });
  return listRegistrationRows(ctx.db, paper, [paperId]).map(toRegistration);
}

function toRegistration(row: Registration): Registration {
  const { id, registryNumber, registeredOn, recordedOn, recordedAt, recordedByName } = row;
  return { id, registryNumber, registeredOn, recordedOn, recordedAt, recordedByName };
}
