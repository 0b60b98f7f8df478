import { SAMPLE_SEED } from '@/db/seed/demo/history';
import { samplePhoto } from '@/db/seed/demo/sample-files';
import { gradesFor, type SampleVisit } from '@/db/seed/demo/visits';
import { storeUpload } from './evidence';
import { answerProposal } from './inspection-decisions';
import { checklistOn } from './inspection-facts';
import { getVisit } from './inspection-page';
import { recordInspection } from './inspections';
import type { ServiceContext } from './service-context';

const POSTS = { inspectorPost: 'کارشناس فرمانداری', deskPost: 'متصدی میز خدمت' } as const;
const KEPT_REASON = 'دستگاه همان روز کاستی را برطرف کرد و عکس آن را فرستاد؛ در بازدید پسین دیده می‌شود.';

/** Records a visit of the sample as its expert, with a photo where there is one; what the deputy keeps is answered after it. */
export async function playVisit(expert: ServiceContext, deputy: ServiceContext, visit: SampleVisit): Promise<void> {
  const { code, visitedOn, recordedOn, isAnnounced, remark } = visit;
  const items = checklistOn(expert.db, recordedOn);
  if (items.length === 0) return;
  const photo = visit.hasPhoto
    ? await storeUpload(expert, {
        bodyCode: code,
        content: samplePhoto(`visit|${code}|${visitedOn}`, 'desk'),
        originalName: 'عکس میز.png',
      })
    : null;
  const { id } = recordInspection(expert, {
    key: `sample-visit-${code}-${visitedOn}`,
    bodyCode: code,
    visitedOn,
    isAnnounced,
    ...POSTS,
    remark,
    grades: gradesFor(visit, items, SAMPLE_SEED),
    photos: photo === null ? [] : [{ uploadId: photo.id, itemCode: null }],
  });
  if (!visit.isKept) return;
  for (const { milestone, state, standing } of getVisit(deputy, id).proposals) {
    if (standing !== 'open') continue;
    answerProposal(deputy, {
      inspectionId: id,
      milestoneCode: milestone.code,
      outcome: 'kept',
      reason: KEPT_REASON,
      expectedLastEventId: state.lastEventId,
    });
  }
}
