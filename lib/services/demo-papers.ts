import { addDays, daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { writeRemarks } from './edition-remarks';
import { issueEdition } from './editions';
import type { RenderEdition } from './edition-rendering';
import { registerPaper } from './registrations';
import type { ServiceContext } from './service-context';

/** What the sample's deputy wrote for some weeks, by the Friday of the week. */
const REMARKS: ReadonlyMap<CivilDate, string> = new Map<CivilDate, string>([
  [
    '2018-11-16',
    'در این هفته بخشداران پیگیری حضوری از دهیاری‌ها را آغاز کردند. از همکاری ایشان سپاسگزارم.\nدستگاه‌هایی که نمایندهٔ میز خدمت را معرفی نکرده‌اند تا پایان هفتهٔ آینده فرصت دارند.',
  ],
  [
    '2018-11-30',
    'بررسی اعلام‌های مانده در فرمانداری کند بوده است و این تأخیر به پای دستگاه‌ها نوشته نمی‌شود. از این هفته دو کارشناس هر روز صبح صف بررسی را می‌خوانند.',
  ],
]);

/** Number of the first week's letter in the sample's register, and how many letters the office sends a week. */
const FIRST_NUMBER = 2140;
const LETTERS_A_WEEK = 61;

/** The edition of the week that ended the day before, and on the same morning the secretariat's number. */
export function playEdition(
  at: (minute: number) => ServiceContext,
  { day, firstDay, opens, render }: { day: CivilDate; firstDay: CivilDate; opens: number; render: RenderEdition },
): void {
  const weekEndOn = addDays(day, -1);
  const ctx = at(opens);
  const text = REMARKS.get(weekEndOn);
  if (text !== undefined) writeRemarks(ctx, { week: weekEndOn, text, expectedRemarkId: null });
  const { id } = issueEdition(ctx, { week: weekEndOn }, render);
  if (id === null) throw new Error('The edition of the sample is not there.');
  registerPaper(at(opens + 45), {
    paper: 'edition',
    paperId: id,
    registryNumber: `${FIRST_NUMBER + Math.floor(daysBetween(firstDay, day) / 7) * LETTERS_A_WEEK}/گ`,
    registeredOn: day,
    expectedRegistrationId: null,
  });
}
