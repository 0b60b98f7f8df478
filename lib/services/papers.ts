import type { Tx } from '@/db/client';
import { findEvent, insertEvent } from '@/db/queries/events';
import { insertEvidence } from '@/db/queries/evidence';
import { findPaper, listClaimsOfPaper } from '@/db/queries/papers';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Body } from '@/lib/domain/reference';
import { TRANSITIONS } from '@/lib/domain/transitions';
import type { EvidenceKind, MilestoneStateName } from '@/lib/domain/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { checkEvidence, type EvidenceInput, type SoundEvidence } from './evidence-check';
import { getLedger } from './ledger';
import { loadBody, loadMilestone, resourceOf } from './milestone-subject';
import { actsByDelegation, assertUnchanged, cleanNote, writeMilestoneEvent } from './milestones';
import { invalidInput } from './parse-input';
import { getReceipt, type Receipt } from './receipts';
import { stamp } from './requests';
import { authorise, type ServiceContext } from './service-context';
import { trackShortNames } from './track-names';
import { writeTransaction } from './write-transaction';

/** One step that is ticked on a paper. */
export interface PaperStep {
  readonly milestoneCode: string;
  readonly programmeCode: string;
  readonly expectedLastEventId: number | null;
  /** The address that was written beside the step, where it asks for one. */
  readonly url: string | null;
}

export interface PaperInput {
  readonly bodyCode: string;
  /** Number and date on the paper itself. */
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  /** Scans of it. */
  readonly files: readonly EvidenceInput[];
  readonly occurredOn?: CivilDate | null;
  readonly note?: string | null;
  readonly steps: readonly PaperStep[];
  /** The paper says that nothing has moved. */
  readonly isUnchanged?: boolean;
}

export interface RecordedPaper {
  readonly paperEventId: number;
  readonly claimEventIds: readonly number[];
  /** Nothing was recorded: the same paper had been entered before. */
  readonly isRepeat: boolean;
  /** Ticked steps whose state moved meanwhile. */
  readonly refused: readonly { readonly milestoneCode: string; readonly error: AppError }[];
}

/**
 * Enters what came back from a body on paper: one event for the paper with its number, date and scan, and a claim on the body's behalf for every
 * ticked step, each with the paper as its evidence. The paper is the body's own report, so it ends a silence even where nothing has moved.
 * A paper of the same number and date is entered once; further steps of it join it, and steps entered before are left alone.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_input` without number, date or anything ticked, and for a step whose evidence is not on
 *   the paper; `conflict` or `illegal_transition` if none of the ticked steps can be claimed any more
 */
export function recordPaper(ctx: ServiceContext, input: PaperInput): RecordedPaper {
  return writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, input.bodyCode);
    authorise(ctx, 'milestone.claim_on_behalf', resourceOf(body));
    if (input.steps.length === 0 && input.isUnchanged !== true) {
      throw new AppError('invalid_input', { field: 'steps', reason: 'nothing_on_paper' });
    }
    const letter = { kind: 'letter', letterNumber: input.letterNumber, letterOn: input.letterOn } as const;
    const shared: EvidenceInput[] = [letter, ...input.files];
    const sound = checkEvidence(tx, shared, { bodyId: body.id, today: ctx.clock.today(), expectedKinds: [] });
    assertEvidenceOfSteps(ctx, tx, body, shared, input.steps);

    const { letterNumber = null, letterOn = null } = sound[0] ?? {};
    const earlier =
      letterNumber === null || letterOn === null ? null : findPaper(tx, { bodyId: body.id, letterNumber, letterOn });
    const paperEventId = earlier?.id ?? insertPaper(ctx, tx, body, sound, input);
    const known = new Map(listClaimsOfPaper(tx, paperEventId).map((claim) => [claim.milestoneId, claim.id]));
    const claimEventIds: number[] = [];
    const refused: { milestoneCode: string; error: AppError }[] = [];
    let newCount = 0;
    for (const step of input.steps) {
      const subject = loadMilestone(ctx, tx, { bodyCode: body.code, ...step });
      const before = known.get(subject.milestone.id);
      if (before !== undefined && subject.state.claim?.eventId === before) {
        claimEventIds.push(before);
        continue;
      }
      try {
        assertUnchanged(ctx, tx, subject, { kind: 'claim', expectedLastEventId: step.expectedLastEventId });
        const evidence = evidenceOfStep(shared, step);
        const facts = { kind: 'claim', occurredOn: input.occurredOn, note: input.note, evidence } as const;
        claimEventIds.push(writeMilestoneEvent(ctx, tx, subject, facts, paperEventId).eventId);
        newCount += 1;
      } catch (error) {
        // both are found out before anything is written, so that the other steps go through
        const isMoved = isAppError(error, 'conflict') || isWrongState(error);
        if (!isMoved) throw error;
        refused.push({ milestoneCode: step.milestoneCode, error });
      }
    }
    const [first] = refused;
    if (earlier === null && first !== undefined && newCount === 0) throw first.error;
    return { paperEventId, claimEventIds, isRepeat: earlier !== null && newCount === 0, refused };
  });
}

function isWrongState(error: unknown): error is AppError {
  return isAppError(error, 'illegal_transition') && error.details['reason'] === 'wrong_state';
}

function insertPaper(
  ctx: ServiceContext,
  tx: Tx,
  body: Body,
  evidence: readonly SoundEvidence[],
  input: PaperInput,
): number {
  const paperEventId = insertEvent(tx, {
    ...stamp(ctx).columns,
    kind: 'paper_received',
    bodyId: body.id,
    side: 'body',
    onBehalf: true,
    byDelegate: actsByDelegation(ctx, 'milestone.claim_on_behalf', resourceOf(body)),
    note: cleanNote(input.note),
  });
  for (const each of evidence) insertEvidence(tx, { ...each, eventId: paperEventId });
  recordAudit(ctx, tx, {
    action: 'paper.record',
    subjectType: 'body',
    subjectKey: body.code,
    details: {
      eventId: paperEventId,
      letterNumber: evidence[0]?.letterNumber,
      letterOn: evidence[0]?.letterOn,
      evidence: evidence.length,
    },
  });
  return paperEventId;
}

function evidenceOfStep(shared: readonly EvidenceInput[], { url }: PaperStep): EvidenceInput[] {
  return url === null ? [...shared] : [...shared, { kind: 'url', url }];
}

/** Says beside the field what is missing of which step, before anything is written. */
function assertEvidenceOfSteps(
  ctx: ServiceContext,
  tx: Tx,
  body: Body,
  shared: readonly EvidenceInput[],
  steps: readonly PaperStep[],
): void {
  const issues = steps.flatMap((step) => {
    const { milestone } = loadMilestone(ctx, tx, { bodyCode: body.code, ...step });
    const expected = milestone.evidenceKinds;
    const rules = { bodyId: body.id, today: ctx.clock.today(), expectedKinds: expected };
    const kinds: readonly EvidenceKind[] = checkEvidence(tx, evidenceOfStep(shared, step), rules).map(
      ({ kind }) => kind,
    );
    if (expected.length === 0 || kinds.some((kind) => expected.includes(kind))) return [];
    const field = expected.includes('url') ? urlField(milestone.code) : 'uploads';
    return [{ field, reason: 'evidence_of_step', title: milestone.title, kinds: expected }];
  });
  if (issues.length > 0) throw invalidInput(issues);
}

/** Name of the field for the address of one step. */
export function urlField(milestoneCode: string): string {
  return `url.${milestoneCode}`;
}

export interface PaperFormStep {
  readonly programmeCode: string;
  readonly trackName: string;
  readonly code: string;
  readonly position: number;
  readonly title: string;
  readonly state: MilestoneStateName;
  readonly lastEventId: number | null;
  readonly evidenceKinds: readonly EvidenceKind[];
}

export interface PaperEntry {
  readonly body: Pick<Body, 'code' | 'name' | 'category'>;
  readonly steps: readonly PaperFormStep[];
}

/**
 * The steps of a body that can be claimed from a paper, for the form in which an expert enters it.
 *
 * @throws AppError `not_found`, `forbidden`
 */
export function getPaperEntry(ctx: ServiceContext, bodyCode: string): PaperEntry {
  const body = loadBody(ctx, ctx.db, bodyCode);
  authorise(ctx, 'milestone.claim_on_behalf', resourceOf(body));
  const { reference, figures } = getLedger(ctx.db).snapshot(ctx.clock.today());
  const names = trackShortNames(reference);
  const programmes = new Map(reference.programmes.map(({ id, code }) => [id, code]));
  return {
    body: { code: body.code, name: body.name, category: body.category },
    steps: figures
      .filter(({ pair }) => pair.body.id === body.id)
      .flatMap(({ pair: { track }, milestones }) =>
        milestones
          .filter(({ milestone, state }) => milestone.actor === 'body' && TRANSITIONS.claim.from.includes(state.state))
          .map(({ milestone, state }) => ({
            programmeCode: programmes.get(track.programmeId) ?? '',
            trackName: names.get(track.id) ?? track.title,
            code: milestone.code,
            position: milestone.position,
            title: milestone.title,
            state: state.state,
            lastEventId: state.lastEventId,
            evidenceKinds: milestone.evidenceKinds,
          })),
      ),
  };
}

export interface EnteredPaper {
  readonly paper: Receipt;
  readonly claims: readonly Receipt[];
}

/**
 * A paper that was entered, with the claims that rest on it.
 *
 * @throws AppError `not_found` for another event, another body's, and one the actor may not see
 */
export function getEnteredPaper(ctx: ServiceContext, bodyCode: string, paperEventId: number): EnteredPaper {
  const event = findEvent(ctx.db, paperEventId);
  if (event?.kind !== 'paper_received') throw new AppError('not_found', { paperEventId });
  const paper = getReceipt(ctx, paperEventId);
  if (paper.body.code !== bodyCode) throw new AppError('not_found', { paperEventId });
  return { paper, claims: listClaimsOfPaper(ctx.db, paperEventId).map(({ id }) => getReceipt(ctx, id)) };
}
