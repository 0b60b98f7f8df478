import type { Tx } from '@/db/client';
import { findEvent } from '@/db/queries/events';
import { findUpload, listEvidence } from '@/db/queries/evidence';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Body } from '@/lib/domain/reference';
import type { BlockCause, Turn } from '@/lib/domain/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { recordCheckIn } from './check-ins';
import { checkEvidence, type EvidenceInput, type SoundEvidence } from './evidence-check';
import { getLedger } from './ledger';
import { loadMilestone, resourceOf, type MilestoneSubject } from './milestone-subject';
import { actionFor, assertUnchanged, cleanNote, writeMilestoneEvent } from './milestones';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/** Bodies reported for in one go at most. */
export const MOST_BODIES = 500;

/** One body of a joint report, with the last event that the person saw on the step (null = none). */
export interface JointTarget {
  readonly bodyCode: string;
  readonly expectedLastEventId: number | null;
}

export interface JointReport {
  readonly kind: 'claim' | 'block';
  readonly milestoneCode: string;
  readonly programmeCode: string;
  readonly targets: readonly JointTarget[];
  /** The own body under which the files were taken in. */
  readonly filesOf: string;
  readonly occurredOn?: CivilDate | null;
  readonly note?: string | null;
  readonly cause?: BlockCause | null;
  readonly turn?: Turn | null;
  readonly evidence?: readonly EvidenceInput[];
}

/** What became of one body of a joint report. */
export interface JointOutcome {
  readonly bodyCode: string;
  /** The event that stands for this report: just recorded, or recorded by the same report when it was sent before. */
  readonly eventId: number | null;
  readonly isRepeat: boolean;
  /** Why nothing was recorded for this body. */
  readonly refusal: AppError | null;
}

/** These concern one body alone; whatever else fails would fail for all, and stops before anything is recorded. */
function concernsOneBody(error: unknown): error is AppError {
  if (isAppError(error, 'conflict') || isAppError(error, 'not_found')) return true;
  return (
    isAppError(error, 'illegal_transition') &&
    ['wrong_state', 'wrong_milestone_actor'].includes(String(error.details['reason']))
  );
}

/**
 * The bodies named, every one of them the actor's to report for.
 *
 * @throws AppError `not_found` if a single one is not: then nothing is done for the others either
 */
export function ownBodies(
  ctx: ServiceContext,
  action: 'milestone.claim' | 'milestone.block' | 'body.check_in',
  codes: readonly string[],
): Body[] {
  const reference = getLedger(ctx.db).reference(ctx.clock.today());
  const byCode = new Map(reference.bodies.map((body) => [body.code, body]));
  return codes.map((bodyCode) => {
    const body = byCode.get(bodyCode);
    if (body === undefined || !mayDo(ctx, action, resourceOf(body))) throw new AppError('not_found', { bodyCode });
    return body;
  });
}

/**
 * The same step of many bodies, with one letter as evidence for all of them, or one cause of a blocker. Each body has its own event, audit
 * row and transaction: one whose state moved meanwhile does not hold up the others. The file lies on the disk once; every claim has its own
 * evidence row, and access goes by the body of the claim (ADR 074). The same report sent again records nothing and names the events of the
 * first time.
 *
 * @throws AppError `not_found` where one of the bodies is not the actor's; `invalid_input` and `illegal_transition` for evidence that would
 *   not do for any of them; `read_only_clock`, `disk_full`
 */
export async function reportTogether(ctx: ServiceContext, report: JointReport): Promise<JointOutcome[]> {
  authorise(ctx, 'my.read');
  const targets = [...new Map(report.targets.map((target) => [target.bodyCode, target])).values()];
  assertCount(targets.length);
  ownBodies(
    ctx,
    `milestone.${report.kind}`,
    targets.map(({ bodyCode }) => bodyCode),
  );
  const [carrier] = ownBodies(ctx, `milestone.${report.kind}`, [report.filesOf]);
  const outcomes: JointOutcome[] = [];
  for (const target of targets) {
    outcomes.push(await outcomeOf(target.bodyCode, () => reportOne(ctx, report, target, carrier?.id ?? null)));
  }
  return outcomes;
}

/**
 * «بدون تغییر» for many bodies. A body that has checked in today keeps that receipt.
 *
 * @throws AppError `not_found` where one of the bodies is not the actor's
 */
export async function checkInTogether(ctx: ServiceContext, bodyCodes: readonly string[]): Promise<JointOutcome[]> {
  authorise(ctx, 'my.read');
  const codes = [...new Set(bodyCodes)];
  assertCount(codes.length);
  ownBodies(ctx, 'body.check_in', codes);
  const outcomes: JointOutcome[] = [];
  for (const bodyCode of codes) {
    outcomes.push(
      await outcomeOf(bodyCode, () => {
        try {
          return { eventId: recordCheckIn(ctx, { bodyCode }).eventId, isRepeat: false };
        } catch (error) {
          const earlier = isAppError(error, 'conflict') ? error.details['eventId'] : null;
          if (typeof earlier !== 'number') throw error;
          return { eventId: earlier, isRepeat: true };
        }
      }),
    );
  }
  return outcomes;
}

function assertCount(count: number): void {
  if (count === 0) throw new AppError('invalid_input', { field: 'targets', reason: 'missing' });
  if (count > MOST_BODIES)
    throw new AppError('invalid_input', { field: 'targets', reason: 'too_many', max: MOST_BODIES });
}

interface Recorded {
  readonly eventId: number;
  readonly isRepeat: boolean;
}

/** Between two bodies other requests get their turn. */
async function outcomeOf(bodyCode: string, record: () => Recorded): Promise<JointOutcome> {
  await new Promise((resolve) => setImmediate(resolve));
  try {
    return { bodyCode, ...record(), refusal: null };
  } catch (error) {
    if (!concernsOneBody(error)) throw error;
    return { bodyCode, eventId: null, isRepeat: false, refusal: error };
  }
}

function reportOne(
  ctx: ServiceContext,
  report: JointReport,
  target: JointTarget,
  filesOfBodyId: number | null,
): Recorded {
  const { kind, milestoneCode, programmeCode, occurredOn, note, cause, turn, evidence = [] } = report;
  return writeTransaction(ctx, (tx) => {
    const subject = loadMilestone(ctx, tx, { bodyCode: target.bodyCode, milestoneCode, programmeCode });
    authorise(ctx, actionFor(ctx, kind), resourceOf(subject.body));
    const sound = checkEvidence(tx, evidence, {
      bodyId: subject.body.id,
      today: ctx.clock.today(),
      expectedKinds: subject.milestone.evidenceKinds,
      filesOfBodyId,
    });
    const earlier = kind === 'claim' ? sameClaim(ctx, tx, subject, sound) : sameBlock(ctx, tx, subject, report);
    if (earlier !== null) return { eventId: earlier, isRepeat: true };
    assertUnchanged(ctx, tx, subject, { kind, expectedLastEventId: target.expectedLastEventId });
    const facts = { kind, occurredOn, note, cause, turn, evidence, filesOfBodyId };
    return { eventId: writeMilestoneEvent(ctx, tx, subject, facts).eventId, isRepeat: false };
  });
}

/** Files are compared by their content: a form sent twice without script brings the same file under another id. */
const contentOf = (
  pieces: readonly (Omit<SoundEvidence, 'kind' | 'uploadId'> & { readonly sha256: string | null })[],
) =>
  pieces
    .map(({ letterNumber, letterOn, url, sha256 }) => JSON.stringify([letterNumber, letterOn, url, sha256]))
    .sort()
    .join('\n');

/** The claim that waits, if it is this person's own with exactly this evidence: the form was sent twice. */
function sameClaim(
  ctx: ServiceContext,
  tx: Tx,
  { state }: MilestoneSubject,
  evidence: readonly SoundEvidence[],
): number | null {
  const { claim } = state;
  if (state.state !== 'claimed' || claim === null || claim.actorId !== ctx.actor.id) return null;
  const attached = listEvidence(tx, [claim.eventId]).map((each) => ({
    ...each.evidence,
    sha256: each.upload?.sha256 ?? null,
  }));
  const sent = evidence.map((each) => ({
    ...each,
    sha256: each.uploadId === null ? null : (findUpload(tx, each.uploadId)?.sha256 ?? null),
  }));
  return contentOf(attached) === contentOf(sent) ? claim.eventId : null;
}

function sameBlock(ctx: ServiceContext, tx: Tx, { state }: MilestoneSubject, report: JointReport): number | null {
  const { blocker } = state;
  if (state.state !== 'blocked' || blocker === null) return null;
  const isSame =
    findEvent(tx, blocker.eventId)?.actorId === ctx.actor.id &&
    blocker.cause === report.cause &&
    blocker.turn === report.turn &&
    blocker.note === cleanNote(report.note);
  return isSame ? blocker.eventId : null;
}
