import { addDays, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import type { Classification, EvidenceKind } from '@/lib/domain/vocabulary';
import type { HistoryRow, SampleMilestone } from './milestone-chain';
import { randomFor, type Random } from './random';
import { samplePdf, samplePhoto } from './sample-files';

/** What lies under a claim or certification of the sample. */
export type PlannedEvidence = { readonly classification: Classification } & (
  | { readonly kind: 'letter'; readonly letterNumber: string; readonly letterOn: CivilDate }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'photo' | 'file'; readonly fileName: string; readonly content: Uint8Array }
);

/** Claims older than this many days have their papers in the archive: the sample keeps the number of the covering letter only. */
const FILES_KEPT_DAYS = 12;
const OLDER_FILES_SHARE = 0.03;
const CONFIDENTIAL_SHARE = 0.012;

const PAGES: Readonly<Record<string, string>> = {
  ED1: 'services',
  ED2: 'services/101',
  ED3: 'request',
  ED4: 'track',
  ED6: 'sla',
  ED7: 'faq',
  ED8: 'survey',
  ED9: 'complaints',
  HD7: 'survey',
  NT5: 'network-test',
};

const FILE_NAMES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  HD3: ['ابلاغ متصدیان.pdf'],
  HD6: ['نمونه رسید.pdf'],
  HD8: ['آمار ارجاع.pdf'],
  HD9: ['صورت‌جلسه بازدید سرزده.pdf'],
  ED10: ['فرم آزمون پذیرش.pdf'],
  NT1: ['شناسنامه ارتباطی.pdf'],
  NT2: ['پاسخ مخابرات.pdf', 'صورت‌جلسه بازدید.pdf'],
  NT4: ['صورت‌جلسه تحویل.pdf'],
  CR3: ['رسید نامه آزمایشی.pdf'],
  CR5: ['رسید تبادل.pdf'],
};

/**
 * Evidence of one claim or certification: of the kinds its milestone expects, a real file where the claim is recent.
 *
 * @param until the last day of the sample
 */
export function planEvidence(
  row: HistoryRow,
  milestone: SampleMilestone,
  seed: string,
  until: CivilDate,
): PlannedEvidence[] {
  const random = randomFor(`${seed}|evidence|${row.code}|${row.milestone}|${row.recordedOn}|${row.minute}`);
  const classification: Classification = random.chance(CONFIDENTIAL_SHARE) ? 'confidential' : 'ordinary';
  const isRecent = daysBetween(row.recordedOn, until) <= FILES_KEPT_DAYS || row.event === 'certify';
  const keepsFiles = isRecent || random.chance(OLDER_FILES_SHARE);
  const kinds = milestone.evidenceKinds;
  const has = (kind: EvidenceKind) => kinds.includes(kind);
  if (row.event === 'certify') return [file(row, random, classification)];
  if (has('letter')) {
    const withFile = has('file') && keepsFiles && random.chance(0.3);
    return [letter(row, random, classification), ...(withFile ? [file(row, random, classification)] : [])];
  }
  if (has('url')) {
    const withPhoto = has('photo') && keepsFiles && random.chance(0.5);
    return [webAddress(row, classification), ...(withPhoto ? [photo(row, classification)] : [])];
  }
  if (!keepsFiles) return [letter(row, random, classification)];
  return [has('photo') ? photo(row, classification) : file(row, random, classification)];
}

function letter(row: HistoryRow, random: Random, classification: Classification): PlannedEvidence {
  const unit = 10 + (randomFor(`unit|${row.code}`).whole(0, 79) % 80);
  const letterOn = addDays(row.occurredOn, -random.whole(0, 2));
  return { kind: 'letter', letterNumber: `${unit}/${random.whole(240, 9800)}`, letterOn, classification };
}

function webAddress(row: HistoryRow, classification: Classification): PlannedEvidence {
  const page = PAGES[row.milestone ?? ''] ?? 'news';
  return { kind: 'url', url: `https://${row.code.toLowerCase()}.example/${page}`, classification };
}

function photo(row: HistoryRow, classification: Classification): PlannedEvidence {
  const isDesk = row.milestone?.startsWith('HD') === true;
  return {
    kind: 'photo',
    fileName: isDesk ? 'عکس میز خدمت.png' : 'تصویر صفحه.png',
    content: samplePhoto(`${row.code}|${row.milestone}|${row.recordedOn}`, isDesk ? 'desk' : 'screen'),
    classification,
  };
}

function file(row: HistoryRow, random: Random, classification: Classification): PlannedEvidence {
  const fileName = random.pick(FILE_NAMES[row.milestone ?? ''] ?? ['پیوست.pdf']);
  const key = `${row.code} ${row.milestone ?? ''} ${formatJalali(row.occurredOn)} ${random.whole(100, 9999)}`;
  return {
    kind: 'file',
    fileName,
    content: samplePdf(fileName.startsWith('صورت‌جلسه') ? 'minutes' : 'letter', key),
    classification,
  };
}
