import type { CivilDate } from '@/lib/calendar/civil-date';
import { addDays } from '@/lib/calendar/civil-date';
import { firstDayOf, lastDayOf, type JalaliMonth } from '@/lib/calendar/jalali-month';
import { isWorkingDay } from '@/lib/calendar/working-days';
import type { SurveyAnswers, SurveyItem } from '@/lib/domain/survey';
import type { SurveyChannel } from '@/lib/domain/vocabulary';
import { jalaliDay } from './calendar-days';
import { SAMPLE_SEED, SAMPLE_TODAY } from './history';
import type { SampleReference } from './milestone-chain';
import { randomFor, shuffled, type Random } from './random';
import { hasDesk, profilesOf, type Profile, type Temperament } from './temperaments';

const MONTHS: readonly JalaliMonth[] = ['1397-06', '1397-07', '1397-08', '1397-09'];
const BODIES = 40;
/** The body of the sample's liaison is among them, and has no address for clients yet: it is what visitors try. */
const TRIED = 'EA-002';
/** Bodies with an address for clients, and the day on which they opened it. */
const LINKED = 12;
export const LINKS_OPENED_ON: CivilDate = jalaliDay(6, 10);
/** Bodies that few clients visit. */
const SMALL = 6;

/** How many points clients of a body are more content at the end than in the first month. */
const GAIN: Readonly<Record<Temperament, number>> = { early: 14, steady: 8, late: 1 };
/** Bodies whose clients do not feel what stands on paper, and late ones whose clients are more content all the same. */
const PAPER_ONLY_SHARE = 0.2;
const BETTER_THAN_PAPER_SHARE = 0.3;

export interface SampleSurveyBody {
  readonly code: string;
  /** Null for a body that collects on paper and by tablet alone. */
  readonly token: string | null;
}

export interface SampleResponse {
  readonly key: string;
  readonly code: string;
  readonly month: JalaliMonth;
  readonly channel: SurveyChannel;
  readonly recordedOn: CivilDate;
  readonly answers: SurveyAnswers;
}

const TOKEN_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

function tokenOf(code: string): string {
  const random = randomFor(`${SAMPLE_SEED}|survey-token|${code}`);
  return Array.from({ length: 12 }, () => TOKEN_LETTERS[random.whole(0, TOKEN_LETTERS.length - 1)]).join('');
}

function surveyProfiles(reference: SampleReference): Profile[] {
  const desks = profilesOf(reference, SAMPLE_SEED).filter(({ body }) => hasDesk(body, reference));
  const mixed = shuffled(desks, ({ body }) => `${SAMPLE_SEED}|survey|${body.code}`);
  const tried = mixed.filter(({ body }) => body.code === TRIED);
  return [...tried, ...mixed.filter(({ body }) => body.code !== TRIED)].slice(0, BODIES);
}

/** The bodies of the sample that ask their clients. */
export function sampleSurveyBodies(reference: SampleReference): SampleSurveyBody[] {
  return surveyProfiles(reference).map(({ body: { code } }, index) => ({
    code,
    token: index >= 1 && index <= LINKED ? tokenOf(code) : null,
  }));
}

/** What the clients of the sample answered, the same on every machine. */
export function sampleResponses(reference: SampleReference, items: readonly SurveyItem[]): SampleResponse[] {
  const linked = new Set(sampleSurveyBodies(reference).flatMap(({ code, token }) => (token === null ? [] : [code])));
  return surveyProfiles(reference).flatMap((profile, index) => {
    const { code } = profile.body;
    const random = randomFor(`${SAMPLE_SEED}|survey-answers|${code}`);
    const isSmall = index >= BODIES - SMALL;
    const start = random.whole(44, 62);
    const gain = gainOf(profile, random);
    return MONTHS.flatMap((month, position) => {
      const days = workingDays(month, reference);
      const share = month === MONTHS.at(-1) ? 0.85 : 1;
      const count = Math.round((isSmall ? random.whole(2, 7) : random.whole(22, 30)) * share);
      return Array.from({ length: count }, (_, number): SampleResponse => {
        const level = start + (gain * position) / (MONTHS.length - 1) + random.whole(-26, 26);
        const first = days[0] ?? SAMPLE_TODAY;
        return {
          key: `sample-${code}-${month}-${number}`,
          code,
          month,
          channel: channelOf(random, linked.has(code)),
          recordedOn: days[random.whole(0, days.length - 1)] ?? first,
          answers: answersOf(items, level, random),
        };
      });
    });
  });
}

function gainOf({ temperament }: Profile, random: Random): number {
  if (temperament === 'late') return random.chance(BETTER_THAN_PAPER_SHARE) ? 10 : GAIN.late;
  return random.chance(PAPER_ONLY_SHARE) ? -1 : GAIN[temperament] + random.whole(-2, 2);
}

function workingDays(month: JalaliMonth, { workCalendar }: SampleReference): CivilDate[] {
  const days: CivilDate[] = [];
  const from = month === MONTHS[0] ? LINKS_OPENED_ON : firstDayOf(month);
  for (let day = from; day <= lastDayOf(month) && day <= SAMPLE_TODAY; day = addDays(day, 1)) {
    if (isWorkingDay(day, workCalendar)) days.push(day);
  }
  return days;
}

const channelOf = (random: Random, isLinked: boolean): SurveyChannel =>
  isLinked
    ? random.weighted([
        ['qr', 5],
        ['paper', 3],
        ['tablet', 2],
      ])
    : random.weighted([
        ['paper', 7],
        ['tablet', 3],
      ]);

/** Answers around a level from 0 to 100; some items are left empty, and now and then somebody goes straight down the page. */
function answersOf(items: readonly SurveyItem[], level: number, random: Random): SurveyAnswers {
  if (random.chance(0.015)) return Object.fromEntries(items.map(({ code }) => [code, 5]));
  return Object.fromEntries(
    items.flatMap(({ code, axis, isReversed }) => {
      if (random.chance(0.04)) return [];
      // openness lags behind, manners are ahead
      const lean = axis === 'transparency' ? -8 : axis === 'conduct' ? 9 : 0;
      const turned = Math.round(1 + (4 * (level + lean + random.whole(-30, 30))) / 100);
      const answer = Math.min(5, Math.max(1, turned));
      return [[code, isReversed ? 6 - answer : answer]];
    }),
  );
}
