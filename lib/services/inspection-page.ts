import {
  findCorrectionOf,
  findInspection,
  listPhotosOf,
  listScoresOf,
  type InspectionRow,
  type InspectionScoreRow,
} from '@/db/queries/inspections';
import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  certifiedMilestone,
  scoreInspection,
  type ChecklistItem,
  type InspectionScore,
} from '@/lib/domain/inspections';
import type { Body, Milestone } from '@/lib/domain/reference';
import { possibleEvents } from '@/lib/domain/transitions';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { editionWords } from '@/lib/messages/edition-text';
import { mayReadEvidence, readUpload, type EvidenceFile } from './evidence';
import { checklistOn, proposalsOf, visitFacts, type Proposal } from './inspection-facts';
import { percentOf } from './inspection-list';
import { resourceOf } from './milestone-subject';
import { officeWordsAsOf, type OfficeWords } from './office-words';
import { openScope, type Scope } from './scope';
import { authorise, mayDo, type ServiceContext } from './service-context';

/** A grade of a visit with the item's words as they were on the day of recording. */
export interface VisitScore extends Pick<
  InspectionScoreRow,
  'grade' | 'points' | 'maxPoints' | 'isCritical' | 'remark'
> {
  readonly code: string;
  readonly title: string;
}

export interface VisitPhoto {
  readonly id: number;
  readonly itemTitle: string | null;
  readonly fileName: string;
  /** A browser shows it in the page. */
  readonly isShownInline: boolean;
}

/** Why a visit does not offer to certify its milestone. */
export type CertifyObstacle = 'announced' | 'not_real' | 'done' | 'superseded' | 'state' | 'none';

/** What both the page and the paper of a visit show. */
export interface Visit {
  readonly inspection: InspectionRow;
  readonly body: Body;
  readonly districtName: string;
  readonly percent: number;
  readonly score: InspectionScore;
  readonly scores: readonly VisitScore[];
  readonly photoCount: number;
}

export interface VisitPage extends Visit {
  readonly today: CivilDate;
  /** Null for whoever may not see them: there may be people in them. */
  readonly photos: readonly VisitPhoto[] | null;
  readonly corrected: InspectionRow | null;
  readonly correctedBy: InspectionRow | null;
  readonly proposals: readonly Proposal[];
  readonly mayDecide: boolean;
  readonly mayCorrect: boolean;
  /** The milestone that visits certify, and what keeps this one from it; null: it may be certified now. */
  readonly certified: { readonly milestone: Milestone; readonly lastEventId: number | null } | null;
  readonly obstacle: CertifyObstacle | null;
  readonly mayCertify: boolean;
}

interface LoadedVisit {
  readonly scope: Scope;
  readonly visit: Visit;
  readonly items: readonly ChecklistItem[];
}

/** A visit that the reader may see. @throws AppError `not_found` for every other */
function loadVisit(ctx: ServiceContext, id: number): LoadedVisit {
  const scope = openScope(ctx);
  const inspection = Number.isSafeInteger(id) ? findInspection(ctx.db, id) : null;
  if (inspection === null) throw new AppError('not_found', { subject: 'inspection', id });
  const body =
    scope.reference.bodies.find((known) => known.id === inspection.bodyId) ??
    scope.ledger.reference(inspection.recordedOn).bodies.find((known) => known.id === inspection.bodyId);
  if (body === undefined || !mayDo(ctx, 'inspection.read', resourceOf(body)))
    throw new AppError('not_found', { subject: 'inspection', id });
  const items = checklistOn(ctx.db, inspection.recordedOn, { withRetired: true });
  const titles = new Map(items.map(({ code, title }) => [code, title]));
  const stored = listScoresOf(ctx.db, [id]);
  const scores = stored.map(({ itemCode, ...rest }) => ({
    ...rest,
    code: itemCode,
    title: titles.get(itemCode) ?? itemCode,
  }));
  return {
    scope,
    items,
    visit: {
      inspection,
      body,
      districtName: scope.reference.areas.find(({ code }) => code === body.districtCode)?.name ?? body.districtCode,
      percent: percentOf(inspection),
      score: scoreInspection(scores, inspection.passPercent),
      scores,
      photoCount: listPhotosOf(ctx.db, id).length,
    },
  };
}

/** Photos may show people: they reach whom confidential evidence reaches. */
const maySeePhotos = (ctx: ServiceContext, body: Body) => mayReadEvidence(ctx, body.id, true);

const SHOWN: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** One visit with everything its reader may see and do. @throws AppError `not_found`; `no_programme` */
export function getVisit(ctx: ServiceContext, id: number): VisitPage {
  const { scope, visit, items } = loadVisit(ctx, id);
  const { inspection, body } = visit;
  const { rows, newest } = visitFacts(scope, ctx.db, body.id);
  const isNewest = newest.get(body.id)?.id === inspection.id;
  const correctedBy = findCorrectionOf(ctx.db, id);
  const milestone = certifiedMilestone(scope.reference, body.id, scope.programme.id);
  const state = milestone && scope.ledger.state(body.id, milestone.id, scope.today);
  const titles = new Map(items.map(({ code, title }) => [code, title]));
  const counts = rows.filter((row) => row.id === id);
  return {
    ...visit,
    today: scope.today,
    photos: maySeePhotos(ctx, body)
      ? listPhotosOf(ctx.db, id).map(({ id: photoId, itemCode, upload }) => ({
          id: photoId,
          itemTitle: itemCode === null ? null : (titles.get(itemCode) ?? itemCode),
          fileName: upload.originalName,
          isShownInline: SHOWN.has(upload.mediaType),
        }))
      : null,
    corrected: inspection.corrects === null ? null : findInspection(ctx.db, inspection.corrects),
    correctedBy,
    proposals: proposalsOf(ctx.db, scope, counts, newest),
    mayDecide: mayDo(ctx, 'milestone.reopen', resourceOf(body)),
    mayCorrect: correctedBy === null && mayDo(ctx, 'inspection.record', resourceOf(body)),
    certified: milestone && { milestone, lastEventId: state?.lastEventId ?? null },
    obstacle: certifyObstacle(inspection, {
      isNewest,
      state: state?.state ?? null,
      isPossible: milestone !== null && state !== null && possibleEvents(state, milestone.actor).includes('certify'),
    }),
    mayCertify: mayDo(ctx, 'milestone.certify', resourceOf(body)),
  };
}

function certifyObstacle(
  { isAnnounced, isReal }: InspectionRow,
  { isNewest, state, isPossible }: { isNewest: boolean; state: string | null; isPossible: boolean },
): CertifyObstacle | null {
  if (state === null) return 'none';
  if (!isReal) return 'not_real';
  if (isAnnounced) return 'announced';
  if (state === 'verified') return 'done';
  if (!isNewest) return 'superseded';
  return isPossible ? null : 'state';
}

/** What the minutes on paper show. */
export interface Minutes extends Visit {
  readonly office: OfficeWords;
  readonly programmeTitle: string;
  /** Says on paper that the data are a sample. */
  readonly sampleNote: string | null;
}

/** The minutes of a visit. @throws AppError `not_found` */
export function getMinutes(ctx: ServiceContext, id: number): Minutes {
  const { scope, visit } = loadVisit(ctx, id);
  const { programme, reference } = scope;
  const county = reference.areas.find(({ code }) => code === programme.countyCode)?.name ?? programme.countyCode;
  return {
    ...visit,
    // as known when the visit was recorded: a minute is not put otherwise later
    office: officeWordsAsOf(ctx, visit.inspection.recordedOn, county),
    programmeTitle: programme.title,
    sampleNote: getEnv().isSampleData || ctx.clock.isSimulated ? editionWords.sampleNote : null,
  };
}

/** A photo of a visit. @throws AppError `not_found` for whoever may not see photos; `file_unreadable` */
export async function readVisitPhoto(ctx: ServiceContext, id: number, photoId: number): Promise<EvidenceFile> {
  const { visit } = loadVisit(ctx, id);
  const photo = listPhotosOf(ctx.db, id).find((each) => each.id === photoId);
  if (photo === undefined || !maySeePhotos(ctx, visit.body)) throw new AppError('not_found', { photoId });
  return readUpload(ctx, photo.upload);
}

/** What the form of a visit needs. */
export interface VisitForm {
  readonly today: CivilDate;
  readonly body: Body;
  readonly districtName: string;
  readonly items: readonly ChecklistItem[];
  /** The visit that is to be corrected, with what it said. */
  readonly corrects: (Visit & { readonly photos: readonly CorrectedPhoto[] }) | null;
}

interface CorrectedPhoto {
  readonly itemCode: string | null;
  readonly upload: { readonly id: string; readonly originalName: string; readonly sizeBytes: number };
}

/**
 * The form of a visit to a body, or of the correction of a visit.
 *
 * @throws AppError `not_found`, also for a body without a desk that visits certify; `forbidden`
 */
export function getVisitForm(
  ctx: ServiceContext,
  asked: { readonly bodyCode: string | null; readonly corrects: number | null },
): VisitForm {
  const scope = openScope(ctx);
  const loaded = asked.corrects === null ? null : loadVisit(ctx, asked.corrects);
  const code = loaded?.visit.body.code ?? asked.bodyCode;
  const body = scope.reference.bodies.find((known) => known.code === code);
  if (body === undefined) throw new AppError('not_found', { bodyCode: code });
  authorise(ctx, 'inspection.record', resourceOf(body));
  if (certifiedMilestone(scope.reference, body.id, scope.programme.id) === null)
    throw new AppError('not_found', { bodyCode: code });
  return {
    today: scope.today,
    body,
    districtName: scope.reference.areas.find((area) => area.code === body.districtCode)?.name ?? body.districtCode,
    items: checklistOn(ctx.db, scope.today),
    corrects: loaded && {
      ...loaded.visit,
      photos: maySeePhotos(ctx, body)
        ? listPhotosOf(ctx.db, loaded.visit.inspection.id).map(({ itemCode, upload }) => ({ itemCode, upload }))
        : [],
    },
  };
}
