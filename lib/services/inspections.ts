import type { Tx } from '@/db/client';
import { findUpload } from '@/db/queries/evidence';
import {
  findCorrectionOf,
  findInspection,
  findInspectionByKey,
  insertInspection,
  insertInspectionPhoto,
  insertInspectionScores,
  lastInspectionNumber,
  listPhotosOf,
  type InspectionRow,
} from '@/db/queries/inspections';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import {
  certifiedMilestone,
  gradeProblems,
  scoreInspection,
  scoreItem,
  visitDayProblem,
  type ChecklistItem,
  type ItemGrade,
  type ScoredItem,
} from '@/lib/domain/inspections';
import type { Body } from '@/lib/domain/reference';
import { AppError } from '@/lib/errors';
import { normaliseForStore } from '@/lib/text/normalise';
import { recordAudit } from './audit';
import { checklistOn } from './inspection-facts';
import { getInspectionSettings } from './inspection-settings';
import { loadBody, resourceOf } from './milestone-subject';
import { cleanNote } from './milestones';
import { invalidInput, type InputIssue } from './parse-input';
import { openScope } from './scope';
import { authorise, type ServiceContext } from './service-context';
import { writeTransaction } from './write-transaction';

const POST_LENGTH = 120;
const MOST_PHOTOS = 24;

export interface InspectionInput {
  /** Made by the form that was filled in: sent twice, it is recorded once. */
  readonly key: string;
  readonly bodyCode: string;
  /** Default: today. */
  readonly visitedOn?: CivilDate | null;
  readonly isAnnounced: boolean;
  readonly inspectorPost: string;
  readonly deskPost: string;
  readonly remark?: string | null;
  readonly grades: readonly ItemGrade[];
  /** Uploads of the body, of an item or of the whole desk. */
  readonly photos?: readonly { readonly uploadId: string; readonly itemCode: string | null }[];
  /** The visit that this one corrects. */
  readonly corrects?: number | null;
}

export interface RecordedInspection {
  readonly id: number;
  readonly year: number;
  readonly number: number;
  /** It had been recorded already. */
  readonly isRepeat: boolean;
}

interface Words {
  readonly visitedOn: CivilDate;
  readonly inspectorPost: string;
  readonly deskPost: string;
  readonly remark: string | null;
}

/**
 * Records a visit with its grades and photos. A correction is a new visit that names the older one, once; the newest counts.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_input` with every wrong field, the items among them as `grade-<code>`; `conflict` for a
 *   visit that was corrected already, or a key of another visit; `read_only_clock`
 */
export function recordInspection(ctx: ServiceContext, input: InspectionInput): RecordedInspection {
  const scope = openScope(ctx);
  const { today, programme, reference } = scope;
  const items = checklistOn(ctx.db, today);
  const { passPercent } = getInspectionSettings(ctx);
  return writeTransaction(ctx, (tx) => {
    const body = loadBody(ctx, tx, input.bodyCode);
    authorise(ctx, 'inspection.record', resourceOf(body));
    const known = findInspectionByKey(tx, input.key);
    if (known !== null) return repeated(ctx, known, body);
    if (certifiedMilestone(reference, body.id, programme.id) === null) {
      throw invalidInput([{ field: 'body', reason: 'no_desk_to_visit' }]);
    }
    const corrected = input.corrects ? correctedVisit(tx, input.corrects, body) : null;
    const words = checkInput(input, { items, today, startOn: programme.startOn, isCorrection: corrected !== null });
    const photos = checkPhotos(ctx, tx, input, { body, items, corrected });
    const scored = scoredItems(items, input.grades);
    const score = scoreInspection(scored, passPercent);
    if (score.share === null) throw invalidInput([{ field: 'grades', reason: 'nothing_applies' }]);
    const { year } = toJalali(today);
    const number = lastInspectionNumber(tx, year) + 1;
    const id = insertInspection(tx, {
      key: input.key,
      year,
      number,
      bodyId: body.id,
      isAnnounced: input.isAnnounced,
      ...words,
      recordedOn: today,
      recordedAt: ctx.clock.now().toISOString(),
      recordedBy: ctx.isSystem ? null : ctx.actor.id,
      recordedByName: ctx.actor.name,
      points: score.points,
      maxPoints: score.maxPoints,
      passPercent,
      isReal: score.isReal,
      corrects: corrected?.id ?? null,
    });
    const remarks = new Map(input.grades.map(({ code, remark }) => [code, remark]));
    insertInspectionScores(
      tx,
      scored.map(({ code, grade, points, maxPoints, isCritical }) => ({
        inspectionId: id,
        itemCode: code,
        grade,
        points,
        maxPoints,
        isCritical,
        remark: cleanNote(remarks.get(code), `remark-${code}`),
      })),
    );
    for (const { uploadId, itemCode } of photos) insertInspectionPhoto(tx, { inspectionId: id, uploadId, itemCode });
    recordAudit(ctx, tx, {
      action: corrected === null ? 'inspection.record' : 'inspection.correct',
      subjectType: 'inspection',
      subjectKey: `${year}/${number}`,
      details: {
        inspectionId: id,
        body: body.code,
        isAnnounced: input.isAnnounced,
        visitedOn: words.visitedOn,
        points: score.points,
        maxPoints: score.maxPoints,
        passPercent,
        isReal: score.isReal,
        photos: photos.length,
        ...(corrected === null ? {} : { corrects: corrected.id }),
      },
    });
    return { id, year, number, isRepeat: false };
  });
}

/** The answer to a form that came before, as after a lost answer. A key that somebody else's visit bears says nothing of it. */
function repeated(ctx: ServiceContext, known: InspectionRow, body: Body): RecordedInspection {
  const isOwn = known.bodyId === body.id && known.recordedBy === (ctx.isSystem ? null : ctx.actor.id);
  if (!isOwn) throw new AppError('conflict', { reason: 'recorded_meanwhile' });
  const { id, year, number } = known;
  return { id, year, number, isRepeat: true };
}

function correctedVisit(tx: Tx, id: number, body: Body): InspectionRow {
  const visit = findInspection(tx, id);
  if (visit === null || visit.bodyId !== body.id) throw new AppError('not_found', { subject: 'inspection', id });
  const newer = findCorrectionOf(tx, id);
  if (newer !== null) {
    const { recordedByName: actorName, recordedOn, recordedAt } = newer;
    throw new AppError('conflict', { subject: 'inspection', actorName, recordedOn, recordedAt });
  }
  return visit;
}

interface CheckContext {
  readonly items: readonly ChecklistItem[];
  readonly today: CivilDate;
  readonly startOn: CivilDate;
  readonly isCorrection: boolean;
}

function checkInput(input: InspectionInput, { items, today, startOn, isCorrection }: CheckContext): Words {
  const visitedOn = input.visitedOn ?? today;
  const issues: InputIssue[] = [];
  const dayProblem = visitDayProblem(visitedOn, today, startOn);
  if (dayProblem !== null) {
    const reason = dayProblem === 'before_programme' ? 'before_programme_visit' : dayProblem;
    issues.push({ field: 'visitedOn', reason });
  }
  const post = (field: 'inspectorPost' | 'deskPost') => {
    const text = normaliseForStore(input[field]);
    if (text === '') issues.push({ field, reason: 'required' });
    if (text.length > POST_LENGTH) issues.push({ field, reason: 'too_long', max: POST_LENGTH });
    return text;
  };
  const [inspectorPost, deskPost] = [post('inspectorPost'), post('deskPost')];
  for (const { code, title, problem } of gradeProblems(items, input.grades)) {
    const field = problem === 'remark_for_not_applicable' ? `remark-${code}` : `grade-${code}`;
    issues.push({ field, reason: problem, title });
  }
  const remark = cleanNote(input.remark, 'remark');
  if (isCorrection && remark === null) issues.push({ field: 'remark', reason: 'correction_reason' });
  if (issues.length > 0) throw invalidInput(issues);
  return { visitedOn, inspectorPost, deskPost, remark };
}

function scoredItems(items: readonly ChecklistItem[], grades: readonly ItemGrade[]): ScoredItem[] {
  const byCode = new Map(grades.map(({ code, grade }) => [code, grade]));
  return items.flatMap((item) => {
    const grade = byCode.get(item.code);
    return grade ? [scoreItem(item, grade)] : [];
  });
}

/** Photos of the body that this person sent, or that the corrected visit had already. */
function checkPhotos(
  ctx: ServiceContext,
  tx: Tx,
  { photos = [] }: InspectionInput,
  {
    body,
    items,
    corrected,
  }: { readonly body: Body; readonly items: readonly ChecklistItem[]; readonly corrected: InspectionRow | null },
): { readonly uploadId: string; readonly itemCode: string | null }[] {
  if (photos.length > MOST_PHOTOS) throw invalidInput([{ field: 'photos', reason: 'too_many', max: MOST_PHOTOS }]);
  const before = new Set(corrected === null ? [] : listPhotosOf(tx, corrected.id).map(({ uploadId }) => uploadId));
  return photos.map(({ uploadId, itemCode }) => {
    const upload = findUpload(tx, uploadId);
    if (upload === null || upload.bodyId !== body.id)
      throw invalidInput([{ field: 'photos', reason: 'unknown_upload' }]);
    if (upload.kind !== 'photo') throw invalidInput([{ field: 'photos', reason: 'not_a_photo' }]);
    const isOwn = ctx.isSystem || upload.uploadedBy === ctx.actor.id || before.has(uploadId);
    if (!isOwn) throw invalidInput([{ field: 'photos', reason: 'not_yours' }]);
    return { uploadId, itemCode: items.some(({ code }) => code === itemCode) ? itemCode : null };
  });
}
