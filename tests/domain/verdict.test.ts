import { describe, expect, test } from 'vitest';
import { addDays } from '@/lib/calendar/civil-date';
import type { GroupFigures } from '@/lib/domain/figures';
import { calculateVerdict } from '@/lib/domain/verdict';
import { END_OF_AZAR, TODAY } from './builders';

interface Case {
  deadline?: GroupFigures['deadline'];
  deadlineReason?: GroupFigures['deadlineReason'];
  verified?: number | null;
  reason?: GroupFigures['earnedSchedule']['reason'];
  finish?: GroupFigures['earnedSchedule']['forecastFinish'];
  required?: number | null;
  recent?: number | null;
}

function figures(one: Case): GroupFigures {
  const value = <K extends keyof Case>(key: K, otherwise: NonNullable<Case[K]> | null): Case[K] | null =>
    key in one ? (one[key] ?? null) : otherwise;
  return {
    key: 'g',
    label: 'گروه',
    bodies: 1,
    bodyTracks: 1,
    planned: 0.8,
    claimed: 0.7,
    verified: value('verified', 0.6) as number | null,
    spi: 0.75,
    earnedSchedule: {
      es: 5,
      at: 6,
      spiT: 0.83,
      forecastFinish: value('finish', END_OF_AZAR) as GroupFigures['deadline'],
      reason: value('reason', null) as GroupFigures['earnedSchedule']['reason'],
    },
    deadline: value('deadline', END_OF_AZAR) as GroupFigures['deadline'],
    deadlineReason: value('deadlineReason', null) as GroupFigures['deadlineReason'],
    calendarDaysLeft: 13,
    workingDaysLeft: 9,
    requiredPerWeek: value('required', 3) as number | null,
    recentPerWeek: value('recent', 3) as number | null,
    milestones: 10,
    unverifiedMilestones: 4,
    status: { missed: 0, late: 0, at_risk: 0, awaiting_review: 0, on_track: 1, complete: 0, exempt: 0 },
  };
}

const verdictOf = (one: Case, asOf = TODAY) => calculateVerdict(figures(one), asOf);

describe('the verdict, first that fits', () => {
  test('no data', () => {
    const nothing: Case = {
      verified: null,
      deadline: null,
      deadlineReason: 'no_data',
      finish: null,
      required: null,
      recent: null,
    };
    expect(verdictOf(nothing)?.verdict).toBe('no_data');
  });

  test('complete, even after the deadline', () => {
    const complete: Case = { verified: 1, reason: 'complete', required: 0 };
    expect(verdictOf(complete)?.verdict).toBe('complete');
    expect(verdictOf({ ...complete, required: null }, addDays(END_OF_AZAR, 1))?.verdict).toBe('complete');
  });

  test('passed from the day after the deadline, however good the forecast', () => {
    expect(verdictOf({}, END_OF_AZAR)?.verdict).toBe('on_course');
    expect(verdictOf({}, addDays(END_OF_AZAR, 1))?.verdict).toBe('passed');
  });

  test.each([
    ['forecast on the deadline and just enough pace', {}, 'on_course', true, true],
    ['forecast one day late', { finish: addDays(END_OF_AZAR, 1) }, 'doubtful', false, true],
    ['not enough pace', { required: 3.01 }, 'doubtful', true, false],
    ['neither', { finish: addDays(END_OF_AZAR, 1), required: 3.01 }, 'off_course', false, false],
    ['no forecast', { finish: null, reason: 'not_in_sight' }, 'doubtful', false, true],
    ['no pace required because no working day is left', { required: null }, 'doubtful', true, false],
    ['no recent pace', { recent: null }, 'doubtful', true, false],
    ['nothing verified yet', { finish: null, reason: 'nothing_verified', recent: 0 }, 'off_course', false, false],
  ] as const)('%s', (_, one, verdict, isForecastInTime, isPaceEnough) => {
    expect(verdictOf(one)).toEqual({ verdict, isForecastInTime, isPaceEnough });
  });

  test('a group over several deadlines has none', () => {
    expect(verdictOf({ deadline: null, deadlineReason: 'several_deadlines', finish: null })).toBeNull();
  });
});
