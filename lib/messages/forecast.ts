import type { CivilDate } from '@/lib/calendar/civil-date';
import type { Recovery } from '@/lib/domain/recovery';
import type { ReferenceChange, ReferenceChangeKind } from '@/lib/domain/reference-changes';
import { formatDayMonth } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { joinWords } from './common';
import { dayNear } from './verdict';

const count = formatInteger;

const CHANGE_WORDS: Record<ReferenceChangeKind, (n: number) => string> = {
  programme: () => 'برنامه',
  track: (n) => `${count(n)} محور`,
  milestone: (n) => `${count(n)} گام`,
  body: (n) => `${count(n)} دستگاه`,
  holiday: (n) => `${count(n)} روز تعطیل`,
  threshold: (n) => `${count(n)} قاعده`,
};

/** Words on how the forecast stands, and what would bring it in time. */
export const FORECAST = {
  recoveryTitle: 'چه چیزی کار را به مهلت می‌رساند؟',
  setLabel: (n: number) => `این ${count(n)} دستگاه`,
  gain: 'افزوده به تأییدشده',
  gainUnit: 'واحد درصد',
  milestones: 'گام‌های از موعد گذشته',
  turn: 'نوبت',
  ofReview: (n: number) => `${count(n)} بررسی`,
  ofOwnSteps: (n: number) => `${count(n)} بازدید یا آزمون`,
  ofBody: (n: number) => `${count(n)} با دستگاه`,
  rule: 'کوچک‌ترین گروهی از دستگاه‌ها که اگر گام‌های از موعد گذشته‌شان تا آن روز تأیید شود و چیز دیگری تغییر نکند، پیش‌بینی به مهلت می‌رسد.',
  changesTitle: 'روزهایی که مبنای ارقام تغییر کرد',
  burnUpTitle: 'گام‌ها به شمار، در هر محور',
  burnUpTake: 'خط تیره همهٔ گام‌هاست؛ خط پررنگ آنچه تأیید شده است. وزن گام‌ها در این نمودار اثری ندارد.',
} as const;

/** What would bring the group in time, in one or two sentences; empty where there is nothing to say. */
export function recoverySentence(recovery: Recovery, asOf: CivilDate, deadline: CivilDate | null): string {
  const { reason, bodies, morePerWeek, byOn, forecastFinish } = recovery;
  if (deadline === null || reason === 'no_forecast') return '';
  const day = dayNear(deadline, asOf);
  if (reason === 'in_time') {
    return morePerWeek === null || morePerWeek === 0
      ? `پیش‌بینی در مهلت ${day} است و آهنگ تأیید کافی است.`
      : `پیش‌بینی در مهلت ${day} است، ولی برای پایان همهٔ گام‌ها هفته‌ای ${count(morePerWeek)} تأیید بیشتر لازم است.`;
  }
  const pace = morePerWeek === null ? '' : `هفته‌ای ${count(morePerWeek)} تأیید بیشتر`;
  if (reason === 'not_enough') {
    const later = forecastFinish === null ? '' : `، پیش‌بینی ${dayNear(forecastFinish, asOf)} می‌شود`;
    const whole = `حتی اگر همهٔ گام‌های از موعد گذشته تا ${formatDayMonth(byOn)} تأیید شود${later} و به مهلت ${day} نمی‌رسد.`;
    return pace === '' ? whole : `برای رسیدن به مهلت ${pace} لازم است. ${whole}`;
  }
  const set = `تأیید گام‌های از موعد گذشتهٔ ${count(bodies.length)} دستگاه تا ${formatDayMonth(byOn)}`;
  return pace === ''
    ? `${set} پیش‌بینی را به مهلت ${day} می‌رساند.`
    : `برای رسیدن به مهلت ${day}، یا ${pace} لازم است یا ${set}.`;
}

/** «۱۵ آبان: ۲ گام و ۱ روز تعطیل تغییر کرد.» */
export function changeSentence({ on, counts }: ReferenceChange): string {
  const parts = (Object.keys(CHANGE_WORDS) as ReferenceChangeKind[]).flatMap((kind) => {
    const n = counts[kind];
    return n === undefined ? [] : [CHANGE_WORDS[kind](n)];
  });
  return `${formatDayMonth(on)}: ${joinWords(parts)} تغییر کرد.`;
}
