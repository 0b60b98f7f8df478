import type { CivilDate } from '@/lib/calendar/civil-date';
import { GRADE_SHARES } from '@/lib/domain/inspections';
import type { InspectionGrade } from '@/lib/domain/vocabulary';
import { jalaliDay, workingDayFrom } from './calendar-days';
import type { HistoryRow, SampleReference } from './milestone-chain';
import { randomFor, shuffled, type Random } from './random';

/** A visit of the sample, before the checklist gives it its items. */
export interface SampleVisit {
  readonly code: string;
  readonly recordedOn: CivilDate;
  readonly visitedOn: CivilDate;
  readonly isAnnounced: boolean;
  /** `real`: passed; `failed`: a critical item is poor; `weak`: no critical item is, but the sum is too small. */
  readonly result: 'real' | 'failed' | 'weak';
  readonly remark: string | null;
  readonly hasPhoto: boolean;
  /** The deputy keeps what the visit contradicts, on the same day. */
  readonly isKept: boolean;
}

const FAILED_ON: readonly (readonly [CivilDate, SampleVisit['result'], string])[] = [
  [jalaliDay(9, 4), 'weak', 'میز دایر است، ولی فهرست خدمات و رسید در کار نیست.'],
  [jalaliDay(9, 7), 'failed', 'متصدی اختیار امضا نداشت و دو مراجع به طبقهٔ بالا فرستاده شدند.'],
  [jalaliDay(9, 11), 'failed', 'ساعت ۱۰ پشت میز کسی نبود.'],
  [jalaliDay(9, 13), 'failed', 'برای درخواست‌ها رسیدی داده نمی‌شود.'],
];
const ANNOUNCED_ON: readonly CivilDate[] = [jalaliDay(8, 6), jalaliDay(8, 14), jalaliDay(8, 22), jalaliDay(9, 6)];

/** Desks that were ready before a day: all their own steps of the track of the visits were verified, and nothing was reopened. */
function readyBefore(history: readonly HistoryRow[], codes: ReadonlySet<string>, day: CivilDate): string[] {
  const verified = new Map<string, Set<string>>();
  const reopened = new Set<string>();
  for (const { code, milestone, event, recordedOn } of history) {
    if (milestone === null || !codes.has(milestone) || recordedOn >= day) continue;
    if (event === 'verify') verified.set(code, (verified.get(code) ?? new Set<string>()).add(milestone));
    if (event === 'reopen') reopened.add(code);
  }
  return [...verified].flatMap(([code, own]) => (own.size === codes.size && !reopened.has(code) ? [code] : []));
}

/**
 * The visits of the sample: a real, unannounced one behind each certification of its history, on the day that it names; a few failed ones,
 * one of them at a desk that had been certified; and a few announced ones.
 *
 * @param realDesk the milestones of a real desk
 */
export function planVisits(
  history: readonly HistoryRow[],
  { milestones, workCalendar }: SampleReference,
  realDesk: readonly string[],
  seed: string,
): SampleVisit[] {
  const certified = milestones.find(({ code, actor }) => actor === 'governorate' && realDesk.includes(code));
  if (certified === undefined) return [];
  const own = new Set(
    milestones.flatMap(({ code, actor, track }) => (track === certified.track && actor === 'body' ? [code] : [])),
  );
  const plain = { isAnnounced: false, remark: null, hasPhoto: false, isKept: false } as const;
  const certifications = history.filter(({ event, milestone }) => event === 'certify' && milestone === certified.code);
  const real = certifications.map(({ code, recordedOn, occurredOn }): SampleVisit => ({
    ...plain,
    code,
    recordedOn,
    visitedOn: occurredOn,
    result: 'real',
  }));
  const used = new Set(certifications.map(({ code }) => code));
  const take = (day: CivilDate): string | undefined => {
    const fresh = readyBefore(history, own, day).filter((code) => !used.has(code));
    const [code] = shuffled(fresh, (each) => `${seed}|visit|${each}`);
    if (code !== undefined) used.add(code);
    return code;
  };
  const announced = ANNOUNCED_ON.flatMap((planned): SampleVisit[] => {
    const day = workingDayFrom(planned, workCalendar);
    const code = take(day);
    if (code === undefined) return [];
    return [{ ...plain, code, recordedOn: day, visitedOn: day, isAnnounced: true, result: 'real' }];
  });
  const failed = FAILED_ON.flatMap(([planned, result, remark], index): SampleVisit[] => {
    const day = workingDayFrom(planned, workCalendar);
    const code = take(day);
    if (code === undefined) return [];
    return [{ ...plain, code, recordedOn: day, visitedOn: day, result, remark, hasPhoto: true, isKept: index === 0 }];
  });
  // a second look at the desk that was certified first
  const [first] = certifications;
  const again = workingDayFrom(jalaliDay(9, 14), workCalendar);
  const second: SampleVisit[] =
    first === undefined
      ? []
      : [
          {
            ...plain,
            code: first.code,
            recordedOn: again,
            visitedOn: again,
            result: 'failed',
            remark: 'میز از ورودی برداشته شده و متصدی جایگزین ندارد.',
            hasPhoto: true,
          },
        ];
  return [...real, ...announced, ...failed, ...second];
}

interface SampleItem {
  readonly code: string;
  readonly maxPoints: number;
  readonly isCritical: boolean;
}

type Grade = Exclude<InspectionGrade, 'not_applicable'>;

/** Grades that lead to the wanted result under any checklist and pass percent up to 75. */
export function gradesFor(
  visit: Pick<SampleVisit, 'code' | 'visitedOn' | 'result'>,
  items: readonly SampleItem[],
  seed: string,
): { code: string; grade: Grade; remark: string | null }[] {
  const random = randomFor(`${seed}|grades|${visit.code}|${visit.visitedOn}`);
  const critical = items.filter(({ isCritical }) => isCritical);
  const poor =
    visit.result === 'failed' ? critical[random.whole(0, Math.max(0, critical.length - 1))]?.code : undefined;
  const grades = items.map(({ code, isCritical }) => ({
    code,
    grade: gradeOf(visit.result, isCritical, code === poor, random),
    remark: null,
  }));
  const share = shareOf(items, grades);
  // whatever the dice said, a real desk is real and a weak one is not
  if (visit.result === 'real' && share < 0.75) return grades.map((each) => ({ ...each, grade: 'good' as const }));
  if (visit.result === 'weak' && share >= 0.6) return grades.map((each) => ({ ...each, grade: 'fair' as const }));
  return grades.map((each) => (each.grade === 'poor' ? { ...each, remark: 'در بازدید دیده نشد.' } : each));
}

function gradeOf(result: SampleVisit['result'], isCritical: boolean, isChosen: boolean, random: Random): Grade {
  if (isChosen) return 'poor';
  if (result === 'real')
    return random.weighted<Grade>([
      ['excellent', 5],
      ['good', 5],
      ['fair', isCritical ? 0 : 1],
    ]);
  if (result === 'failed')
    return random.weighted<Grade>([
      ['good', 4],
      ['fair', 3],
      ['poor', isCritical ? 0 : 1],
    ]);
  return random.weighted<Grade>([
    ['good', 2],
    ['fair', 5],
    ['poor', isCritical ? 0 : 3],
  ]);
}

function shareOf(items: readonly SampleItem[], grades: readonly { readonly code: string; readonly grade: Grade }[]) {
  const byCode = new Map(grades.map(({ code, grade }) => [code, GRADE_SHARES[grade]]));
  const points = items.reduce((sum, { code, maxPoints }) => sum + maxPoints * (byCode.get(code) ?? 0), 0);
  return points / items.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
}
