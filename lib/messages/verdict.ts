import { daysBetween, type CivilDate } from '@/lib/calendar/civil-date';
import { toJalali } from '@/lib/calendar/jalali';
import type { GroupFigures } from '@/lib/domain/figures';
import type { Verdict } from '@/lib/domain/verdict';
import { formatDayMonth, formatDayMonthYear } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';

/** «۷ دی», with the year where it is not the year of `near`. */
export function dayNear(day: CivilDate, near: CivilDate): string {
  return toJalali(day).year === toJalali(near).year ? formatDayMonth(day) : formatDayMonthYear(day);
}

/** Milestones a week: whole numbers from ten on, one decimal below. */
export function paceText(value: number): string {
  return value >= 10 || Number.isInteger(value) ? formatInteger(Math.round(value)) : formatDecimal(value, 1);
}

/** What a group is called in a verdict, and what of the governorate's own work still stands between it and its end. */
export interface VerdictSubject {
  readonly name: string;
  readonly figures: GroupFigures;
  readonly verdict: Verdict | null;
  /** Steps that only the governorate can do and that are due. */
  readonly ownStepsDue: number;
}

function pace({ figures }: VerdictSubject): string {
  const required = figures.requiredPerWeek === null ? null : paceText(figures.requiredPerWeek);
  const recent = figures.recentPerWeek === null ? null : paceText(figures.recentPerWeek);
  if (required === null) return 'روز کاری‌ای تا مهلت نمانده است';
  return `هر هفته ${required} تأیید لازم است و میانگین چهار هفتهٔ گذشته ${recent ?? 'نامعلوم'} بوده است`;
}

/**
 * The verdict on one group as a clause without its final stop: what, by when, and on what it depends. The two grounds are named, so
 * that nobody has to believe a colour.
 */
export function verdictClause(subject: VerdictSubject, asOf: CivilDate): string {
  const { name, figures, verdict, ownStepsDue } = subject;
  const deadline = figures.deadline === null ? '' : dayNear(figures.deadline, asOf);
  const finish = figures.earnedSchedule.forecastFinish;
  const finishText = finish === null ? null : dayNear(finish, asOf);
  if (!verdict) return `${name} چند مهلت دارد؛ یکی از مهلت‌ها را برگزینید`;
  switch (verdict.verdict) {
    case 'no_data':
      return `برای ${name} هنوز داده‌ای نیست`;
    case 'complete':
      return finishText === null ? `${name} به پایان رسیده است` : `${name} در ${finishText} به پایان رسید`;
    case 'passed': {
      const days = figures.deadline === null ? 0 : daysBetween(figures.deadline, asOf);
      const left = formatInteger(figures.unverifiedMilestones);
      return `مهلت ${deadline} ${formatInteger(days)} روز پیش گذشت و ${left} گام ${name} هنوز تأیید نشده است`;
    }
    case 'on_course':
      return `${name} به مهلت ${deadline} می‌رسد و پیش‌بینی پایان آن ${finishText} است`;
    case 'doubtful':
      if (verdict.isForecastInTime) {
        return ownStepsDue > 0
          ? `${name} به مهلت ${deadline} می‌رسد، اگر ${formatInteger(ownStepsDue)} گامِ نوبتِ فرمانداری انجام شود`
          : `${name} به مهلت ${deadline} می‌رسد، اگر تأییدها تندتر شود: ${pace(subject)}`;
      }
      return finishText === null
        ? `رسیدن ${name} به مهلت ${deadline} روشن نیست؛ آهنگ تأیید کافی است ولی هنوز پیش‌بینی پایان ندارد`
        : `رسیدن ${name} به مهلت ${deadline} روشن نیست؛ آهنگ تأیید کافی است ولی پیش‌بینی پایان ${finishText} است`;
    case 'off_course':
      return finishText === null
        ? `${name} با آهنگ کنونی به مهلت ${deadline} نمی‌رسد و پایان آن پیش‌بینی‌پذیر نیست`
        : `${name} به مهلت ${deadline} نمی‌رسد و پیش‌بینی پایان آن ${finishText} است`;
  }
}

/** The verdict of a page: one clause for each track of the deadline, the gravest first. */
export function verdictSentence(subjects: readonly VerdictSubject[], asOf: CivilDate): string {
  const gravity = ['off_course', 'passed', 'doubtful', 'no_data', 'on_course', 'complete'];
  const rank = (subject: VerdictSubject) =>
    subject.verdict ? gravity.indexOf(subject.verdict.verdict) : gravity.length;
  const clauses = [...subjects].sort((a, b) => rank(a) - rank(b)).map((subject) => verdictClause(subject, asOf));
  return `${clauses.join('؛ ')}.`;
}
