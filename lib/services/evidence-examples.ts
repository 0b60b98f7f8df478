import { findEvidence, listEvidence, type EvidenceRow, type UploadRow } from '@/db/queries/evidence';
import { findEvent } from '@/db/queries/events';
import {
  insertExampleMark,
  listMarkedEvidence,
  listNewestMarks,
  type ExampleMark,
} from '@/db/queries/evidence-examples';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { chooseExample } from '@/lib/domain/evidence-examples';
import type { Body } from '@/lib/domain/reference';
import type { BodyCategory, EvidenceKind } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { recordAudit } from './audit';
import { getLedger } from './ledger';
import { loadMilestone, resourceOf, type MilestoneKey, type MilestoneSubject } from './milestone-subject';
import { actsByDelegation } from './milestones';
import { keyOf } from './requests';
import { authorise, mayDo, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

/** Evidence of another body that the deputy shows to all who have the same step. */
export interface Example {
  readonly evidenceId: number;
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly file: { readonly name: string; readonly sizeBytes: number; readonly isPicture: boolean } | null;
  /** Whom it comes from: no name and no contact details. */
  readonly category: BodyCategory;
  readonly districtName: string;
}

/** A piece of accepted evidence and whether it is shown as an example, for whoever decides that. */
export interface ExampleChoice {
  readonly evidenceId: number;
  readonly kind: EvidenceKind;
  readonly letterNumber: string | null;
  readonly letterOn: CivilDate | null;
  readonly url: string | null;
  readonly fileName: string | null;
  readonly isConfidential: boolean;
  readonly isExample: boolean;
  /** The newest mark or its removal. */
  readonly mark: Pick<ExampleMark, 'recordedOn' | 'recordedByName'> | null;
}

/** Only what was accepted can be an example: the evidence of the claim that is verified now. */
function isAccepted(state: MilestoneSubject['state'], eventId: number): boolean {
  return state.state === 'verified' && state.claim?.eventId === eventId;
}

function fileOf(upload: UploadRow | null): Example['file'] {
  return upload === null
    ? null
    : {
        name: upload.originalName,
        sizeBytes: upload.sizeBytes,
        isPicture: upload.mediaType.startsWith('image/') && upload.mediaType !== 'image/heic',
      };
}

type Marked = ReturnType<typeof listMarkedEvidence>[number];

/** Marked and still accepted: a step that was reopened or taken back shows nothing any more. */
function openOnes(ctx: ServiceContext, marked: readonly Marked[]): (Marked & { readonly body: Body })[] {
  if (marked.length === 0) return [];
  const ledger = getLedger(ctx.db);
  const today = ctx.clock.today();
  const bodies = new Map(ledger.reference(today).bodies.map((body) => [body.id, body]));
  return marked.flatMap((row) => {
    const body = bodies.get(row.bodyId);
    if (body === undefined || row.milestoneId === null) return [];
    const state = ledger.state(row.bodyId, row.milestoneId, today);
    return isAccepted(state, row.evidence.eventId) ? [{ ...row, body }] : [];
  });
}

/** Whether a step is one of a body the actor reports for. */
function isOwnStep(ctx: ServiceContext, milestoneId: number): boolean {
  return getLedger(ctx.db)
    .reference(ctx.clock.today())
    .pairs.some(
      ({ body, milestones }) => ctx.actor.bodyIds.has(body.id) && milestones.some(({ id }) => id === milestoneId),
    );
}

/**
 * Whether the actor may open a piece of evidence for no other reason than that it is shown as an example: a liaison only for a step of
 * an own body. A mark taken back closes it at once.
 */
export function mayReadAsExample(ctx: ServiceContext, evidenceId: number): boolean {
  if (!mayDo(ctx, 'example.read')) return false;
  const [open] = openOnes(ctx, listMarkedEvidence(ctx.db, { evidenceId }));
  if (open === undefined) return false;
  return ctx.actor.role !== 'liaison' || isOwnStep(ctx, open.milestoneId ?? 0);
}

/**
 * For each step of an own body, by its id, the example that helps most: of a similar body first.
 * @throws AppError `forbidden` for who may not read examples
 */
export function examplesFor(
  ctx: ServiceContext,
  reader: Pick<Body, 'id' | 'category' | 'districtCode'>,
  milestoneIds: readonly number[],
): Map<number, Example> {
  authorise(ctx, 'example.read');
  const areas = new Map(
    getLedger(ctx.db)
      .reference(ctx.clock.today())
      .areas.map(({ code, name }) => [code, name]),
  );
  const open = openOnes(ctx, listMarkedEvidence(ctx.db, { milestoneIds })).map((row) => ({
    ...row,
    category: row.body.category,
    districtCode: row.body.districtCode,
  }));
  const found = new Map<number, Example>();
  for (const milestoneId of milestoneIds) {
    const best = chooseExample(
      open.filter((row) => row.milestoneId === milestoneId),
      { bodyId: reader.id, category: reader.category, districtCode: reader.districtCode },
    );
    if (best === null) continue;
    const { evidence, upload, body } = best;
    found.set(milestoneId, {
      ...wordsOf(evidence),
      file: fileOf(upload),
      category: body.category,
      districtName: areas.get(body.districtCode) ?? '',
    });
  }
  return found;
}

const wordsOf = ({ id, kind, letterNumber, letterOn, url }: EvidenceRow) => ({
  evidenceId: id,
  kind,
  letterNumber,
  letterOn,
  url,
});

/**
 * The examples of the steps of an own body, as the liaison's pages show them.
 * @throws AppError `not_found` for a body that is not the liaison's
 */
export function listExamplesOf(
  ctx: ServiceContext,
  bodyCode: string,
  milestoneIds: readonly number[],
): Map<number, Example> {
  authorise(ctx, 'my.read');
  const body = getLedger(ctx.db)
    .reference(ctx.clock.today())
    .bodies.find(({ code }) => code === bodyCode);
  if (body === undefined || !mayDo(ctx, 'milestone.start', resourceOf(body)))
    throw new AppError('not_found', { bodyCode });
  return examplesFor(ctx, body, milestoneIds);
}

/**
 * The accepted evidence of a step with what is shown of it as an example; empty while the step is not verified.
 * @throws AppError `forbidden`, `not_found`
 */
export function listExampleChoices(ctx: ServiceContext, key: MilestoneKey): ExampleChoice[] {
  authorise(ctx, 'review.read');
  const { body, state } = loadMilestone(ctx, ctx.db, key);
  if (state.state !== 'verified' || state.claim === null || !mayDo(ctx, 'evidence.read', resourceOf(body))) return [];
  const pieces = listEvidence(ctx.db, [state.claim.eventId]);
  const marks = listNewestMarks(
    ctx.db,
    pieces.map(({ evidence }) => evidence.id),
  );
  return pieces.map(({ evidence, upload }) => {
    const mark = marks.get(evidence.id) ?? null;
    return {
      ...wordsOf(evidence),
      fileName: upload?.originalName ?? null,
      isConfidential: evidence.classification === 'confidential',
      isExample: mark?.isExample ?? false,
      mark,
    };
  });
}

/**
 * Shows a piece of accepted evidence to every body with the same step, or shows it no more. What is so already is not written again.
 *
 * @returns whether something was recorded
 * @throws AppError `not_found`, `forbidden`; `conflict` (`not_accepted`) for evidence of a claim that is not verified;
 *   `conflict` (`confidential_example`); `read_only_clock`
 */
export function markExample(
  ctx: ServiceContext,
  { evidenceId, isExample }: { readonly evidenceId: number; readonly isExample: boolean },
): boolean {
  return writeTransaction(ctx, (tx) => {
    const found = Number.isSafeInteger(evidenceId) ? findEvidence(tx, evidenceId) : null;
    const event = found === null ? null : findEvent(tx, found.evidence.eventId);
    if (found === null || event === null) throw new AppError('not_found', { evidenceId });
    const key = keyOf(tx, event);
    const { body, milestone, state } = loadMilestone(ctx, tx, key);
    authorise(ctx, 'example.mark', resourceOf(body));
    // taking a mark back is possible whatever has become of the step
    if (isExample && !isAccepted(state, event.id)) throw new AppError('conflict', { reason: 'not_accepted' });
    if (isExample && found.evidence.classification === 'confidential') {
      throw new AppError('conflict', { reason: 'confidential_example' });
    }
    const before = listNewestMarks(tx, [evidenceId]).get(evidenceId)?.isExample ?? false;
    if (before === isExample) return false;
    insertExampleMark(tx, {
      evidenceId,
      isExample,
      recordedOn: ctx.clock.today(),
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
      recordedByName: ctx.actor.name,
      byDelegate: actsByDelegation(ctx, 'example.mark', resourceOf(body)),
    });
    recordAudit(ctx, tx, {
      action: isExample ? 'example.mark' : 'example.unmark',
      subjectType: 'body',
      subjectKey: body.code,
      details: { evidenceId, milestone: milestone.code, programme: key.programmeCode ?? null },
    });
    return true;
  });
}
