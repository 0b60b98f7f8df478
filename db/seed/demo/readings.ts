import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { addMonths, firstDayOf, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { SAMPLE_ACCOUNTS } from './accounts';
import { workingDayFrom } from './calendar-days';
import type { SampleReference } from './milestone-chain';
import { randomFor, shuffled, type Random } from './random';
import { hasDesk, profilesOf } from './temperaments';

/** One number of the sample as its liaison would write it. */
export interface SampleReading {
  readonly code: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
}

/** The form of one body and month. */
export interface SampleForm {
  readonly bodyCode: string;
  readonly month: JalaliMonth;
  readonly recordedOn: CivilDate;
  readonly minute: number;
  readonly readings: readonly SampleReading[];
}

const MONTHS: readonly JalaliMonth[] = ['1397-06', '1397-07', '1397-08'];
const REPORTING_BODIES = 60;
/** Readings are due in the first days of the month that follows. */
const FIRST_DAY = 2;
const DAYS = 5;
const MONTH_GIVEN = 0.9;
const INDICATOR_GIVEN = 0.82;
/** How the outcomes of a body move, whatever its paper says: by how many points a month. */
interface Course {
  readonly from: number;
  readonly to: number;
}
const COURSES: readonly [readonly [Course, number], ...(readonly [Course, number])[]] = [
  [{ from: 3, to: 8 }, 0.45],
  [{ from: -1.5, to: 2 }, 0.35],
  [{ from: -5, to: -1.5 }, 0.2],
];

/** Shares, in percent of a denominator of about this size. */
const SHARES: readonly (readonly [code: string, low: number, high: number, fewest: number, most: number])[] = [
  ['IN2', 48, 78, 24, 240],
  ['IN6', 40, 75, 12, 46],
  ['IN7', 50, 80, 8, 44],
  ['IN8', 35, 70, 60, 420],
];

/**
 * What about sixty bodies report of three months, with gaps. Pure and deterministic; how the outcomes of a body move has nothing to do with
 * what the history says of its milestones, so that paper without deed and deed without paper both occur.
 */
export function planReadings(reference: SampleReference, seed: string): SampleForm[] {
  const silent = new Set(
    profilesOf(reference, seed).flatMap(({ body, silentAfter }) => (silentAfter === null ? [] : [body.code])),
  );
  const desks = reference.bodies.filter((body) => hasDesk(body, reference) && !silent.has(body.code));
  const bodies = shuffled(desks, ({ code }) => `${seed}|readings|${code}`).slice(0, REPORTING_BODIES);
  const own = new Set(SAMPLE_ACCOUNTS.flatMap((account) => account.bodies ?? []));
  // The newest month of the sample's own liaison is left for whoever tries the form.
  return bodies
    .flatMap(({ code }) => formsOf(code, seed, reference))
    .filter(({ bodyCode, month }) => !own.has(bodyCode) || month !== MONTHS.at(-1));
}

function formsOf(bodyCode: string, seed: string, reference: SampleReference): SampleForm[] {
  const nature = randomFor(`${seed}|${bodyCode}|outcomes`);
  const course = nature.weighted(COURSES);
  const size = 0.35 + nature.next();
  return MONTHS.flatMap((month, index): SampleForm[] => {
    const random = randomFor(`${seed}|${bodyCode}|${month}`);
    if (!random.chance(MONTH_GIVEN)) return [];
    const due = addDays(firstDayOf(addMonths(month, 1)), FIRST_DAY - 1 + random.whole(0, DAYS - 1));
    return [
      {
        bodyCode,
        month,
        recordedOn: workingDayFrom(due, reference.workCalendar),
        minute: random.whole(480, 780),
        readings: readingsOf(bodyCode, seed, { index, random, course, size }),
      },
    ];
  });
}

function readingsOf(
  bodyCode: string,
  seed: string,
  { index, random, course, size }: { index: number; random: Random; course: Course; size: number },
): SampleReading[] {
  const steady = (code: string) => randomFor(`${seed}|${bodyCode}|${code}`);
  const drift = () => index * (course.from + (course.to - course.from) * random.next());
  const shares = SHARES.map(([code, low, high, fewest, most]): SampleReading => {
    const start = low + (high - low) * steady(code).next();
    const denominator = Math.round((fewest + (most - fewest) * random.next()) * size) + 3;
    const percent = Math.min(98, Math.max(6, start + drift()));
    return { code, numerator: Math.round((denominator * percent) / 100), denominator, value: null };
  });
  const visits = Math.round((80 + 500 * steady('IN5').next()) * size);
  const fewer = Math.min(60, Math.max(0, drift() * 1.5));
  const days = 3 + 8 * steady('IN1').next();
  const ratings = 45 + 25 * steady('IN4').next();
  const all: SampleReading[] = [
    { code: 'IN1', numerator: null, denominator: null, value: tenths(Math.max(1, days - drift() * 0.12)) },
    ...shares,
    ...(index === 0
      ? []
      : [{ code: 'IN5', numerator: Math.round(visits * (1 - fewer / 100)), denominator: visits, value: null }]),
    { code: 'IN4', numerator: null, denominator: null, value: tenths(Math.min(97, ratings + drift())) },
  ];
  return all.filter(() => random.chance(INDICATOR_GIVEN));
}

const tenths = (value: number) => Math.round(value * 10) / 10;
