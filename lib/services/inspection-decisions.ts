import { insertInspectionAnswer, listAnswersOf, listPhotosOf } from '@/db/queries/inspections';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { InspectionAnswer } from '@/lib/domain/vocabulary';
import { AppError, isAppError } from '@/lib/errors';
import { VISIT_PAGE, visitName } from '@/lib/messages/inspections';
import { recordAudit } from './audit';
import { storeUpload } from './evidence';
import type { EvidenceInput } from './evidence-check';
import { getMinutes, getVisit, type Minutes } from './inspection-page';
import { loadMilestone, resourceOf } from './milestone-subject';
import {
  assertUnchanged,
  cleanNote,
  recordMilestoneEvent,
  writeMilestoneEvent,
  type RecordedMilestoneEvent,
} from './milestones';
import { invalidInput } from './parse-input';
import { printPdf } from './pdf';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

export interface ProposalAnswerInput {
  readonly inspectionId: number;
  readonly milestoneCode: string;
  readonly outcome: InspectionAnswer;
  readonly reason: string;
  /** For a reopening. */
  readonly dueOn?: CivilDate | null;
  /** The last event of the milestone that the deputy saw. */
  readonly expectedLastEventId: number | null;
}

/**
 * The deputy's decision on a milestone that a failed visit contradicts: it is reopened, or kept with a reason. Reopening and answer are
 * written together.
 *
 * @throws AppError `not_found`, also for a milestone that the visit does not contradict; `forbidden`; `conflict` when it has been answered or
 *   something was recorded meanwhile; `invalid_input` without a reason; `illegal_transition`; `read_only_clock`
 */
export function answerProposal(ctx: ServiceContext, input: ProposalAnswerInput): { readonly eventId: number | null } {
  const { body, inspection, proposals } = getVisit(ctx, input.inspectionId);
  authorise(ctx, 'milestone.reopen', resourceOf(body));
  const proposal = proposals.find(({ milestone }) => milestone.code === input.milestoneCode);
  if (proposal === undefined) throw new AppError('not_found', { subject: 'proposal', ...input });
  const { milestone } = proposal;
  const reason = cleanNote(input.reason, 'reason');
  if (reason === null) throw invalidInput([{ field: 'reason', reason: 'required' }]);
  return writeTransaction(ctx, (tx) => {
    const today = ctx.clock.today();
    const earlier = listAnswersOf(tx, [inspection.id], today).find(({ milestoneId }) => milestoneId === milestone.id);
    if (earlier !== undefined) {
      const { recordedByName: actorName, recordedOn, recordedAt } = earlier;
      throw new AppError('conflict', { subject: 'proposal', actorName, recordedOn, recordedAt });
    }
    const subject = loadMilestone(ctx, tx, { bodyCode: body.code, milestoneCode: milestone.code });
    assertUnchanged(ctx, tx, subject, { kind: 'reopen', expectedLastEventId: input.expectedLastEventId });
    if (proposal.standing !== 'open') throw new AppError('conflict', { reason: 'recorded_meanwhile' });
    const note = VISIT_PAGE.reopenNote(visitName(inspection.number, inspection.year), inspection.visitedOn, reason);
    const reopened =
      input.outcome === 'reopened'
        ? writeMilestoneEvent(ctx, tx, subject, { kind: 'reopen', note, dueOn: input.dueOn ?? null })
        : null;
    insertInspectionAnswer(tx, {
      inspectionId: inspection.id,
      milestoneId: milestone.id,
      outcome: input.outcome,
      reason,
      eventId: reopened?.eventId ?? null,
      recordedOn: today,
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
      recordedByName: ctx.actor.name,
    });
    recordAudit(ctx, tx, {
      action: 'inspection.answer',
      subjectType: 'inspection',
      subjectKey: `${inspection.year}/${inspection.number}`,
      details: {
        body: body.code,
        milestone: milestone.code,
        outcome: input.outcome,
        eventId: reopened?.eventId ?? null,
      },
    });
    return { eventId: reopened?.eventId ?? null };
  });
}

/** Draws the minutes as the HTML document that is printed. */
export type RenderMinutes = (minutes: Minutes) => string;

/** The minutes of a visit as PDF, printed by the browser of the machine. @throws AppError `not_found`, `no_browser`, `print_failed` */
export function printMinutes(ctx: ServiceContext, id: number, render: RenderMinutes): Promise<Uint8Array> {
  const minutes = getMinutes(ctx, id);
  return printPdf(render(minutes), { createdAt: new Date(minutes.inspection.recordedAt) });
}

export interface CertifyInput {
  readonly inspectionId: number;
  /** The signed scan of the minutes, sent as uploads of the body; without one the machine prints the minutes. */
  readonly uploads: readonly string[];
  readonly expectedLastEventId: number | null;
}

/** Photos besides the minutes; a certification carries twelve pieces at most. */
const MOST_PHOTOS = 10;

/**
 * Certifies the milestone that visits certify, on an unannounced visit that found a real desk: with the minutes (the signed scan, or as the
 * machine prints them) and the photos as evidence.
 *
 * @throws AppError `not_found`; `forbidden`; `conflict` when this visit certifies nothing (any more); `invalid_input` on `uploads` where there
 *   is neither a scan nor a browser; whatever `recordMilestoneEvent` and `storeUpload` throw
 */
export async function certifyByVisit(
  ctx: ServiceContext,
  input: CertifyInput,
  render: RenderMinutes,
): Promise<RecordedMilestoneEvent> {
  const { body, inspection, percent, certified, obstacle } = getVisit(ctx, input.inspectionId);
  authorise(ctx, 'milestone.certify', resourceOf(body));
  if (certified === null || obstacle !== null) throw new AppError('conflict', { reason: 'recorded_meanwhile' });
  const uploads = input.uploads.length > 0 ? input.uploads : [await storeMinutes(ctx, input.inspectionId, render)];
  const photos = listPhotosOf(ctx.db, inspection.id).slice(0, MOST_PHOTOS);
  const evidence: EvidenceInput[] = [
    ...uploads.map((uploadId) => ({ kind: 'upload' as const, uploadId })),
    // there may be people in them
    ...photos.map(({ uploadId }) => ({ kind: 'photo' as const, uploadId, classification: 'confidential' as const })),
  ];
  return recordMilestoneEvent(ctx, {
    bodyCode: body.code,
    milestoneCode: certified.milestone.code,
    kind: 'certify',
    occurredOn: inspection.visitedOn,
    note: VISIT_PAGE.certifyNote(visitName(inspection.number, inspection.year), percent),
    evidence,
    expectedLastEventId: input.expectedLastEventId,
  });
}

async function storeMinutes(ctx: ServiceContext, id: number, render: RenderMinutes): Promise<string> {
  const { body, inspection } = getMinutes(ctx, id);
  try {
    const content = await printMinutes(ctx, id, render);
    const originalName = VISIT_PAGE.minutesFile(inspection.number, inspection.year);
    return (await storeUpload(ctx, { bodyCode: body.code, content, originalName })).id;
  } catch (error) {
    if (!isAppError(error, 'no_browser')) throw error;
    throw invalidInput([{ field: 'uploads', reason: 'minutes_missing' }]);
  }
}
