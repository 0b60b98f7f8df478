import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCivilDate } from '@/lib/calendar/civil-date';
import {
  contradictedMilestones,
  gradeProblems,
  newestVisits,
  scoreInspection,
  scoreItem,
  visitDayProblem,
  type ChecklistItem,
} from '@/lib/domain/inspections';
import { INSPECTION_GRADES, type InspectionGrade } from '@/lib/domain/vocabulary';

const item = (code: string, maxPoints: number, isCritical = false, contradicts: string[] = []): ChecklistItem => ({
  code,
  title: `مورد ${code}`,
  guidance: '',
  maxPoints,
  isCritical,
  contradicts,
});

/** 8 + 16 + 6 = 30 points. */
const ITEMS = [item('A', 8, false, ['HD2']), item('B', 16, true, ['HD4']), item('C', 6, false, ['HD2', 'HD8'])];

const score = (grades: readonly InspectionGrade[], passPercent = 70) =>
  scoreInspection(
    ITEMS.map((each, index) => scoreItem(each, grades[index] ?? 'poor')),
    passPercent,
  );

describe('the score of a visit', () => {
  it('sums the shares of the points: 8 × 1 + 16 × 0.75 + 6 × 0.5 = 23 of 30', () => {
    expect(score(['excellent', 'good', 'fair'])).toMatchObject({
      points: 23,
      maxPoints: 30,
      share: 23 / 30,
      isReal: true,
      reasons: [{ kind: 'score_reached' }],
    });
  });

  it('leaves out what does not apply: 16 × 0.75 of 16', () => {
    expect(score(['not_applicable', 'good', 'not_applicable'])).toMatchObject({
      points: 12,
      maxPoints: 16,
      share: 0.75,
    });
  });

  it('is not real with a poor critical item, whatever the sum', () => {
    expect(score(['excellent', 'poor', 'excellent'], 10)).toMatchObject({
      isReal: false,
      reasons: [{ kind: 'score_reached' }, { kind: 'critical_poor', codes: ['B'] }],
    });
  });

  it('reaches the limit exactly, and misses it by a hair', () => {
    // 8 × 0.5 + 16 × 0.75 + 6 × 0.5 = 19 of 30
    expect(score(['fair', 'good', 'fair'], 63).isReal).toBe(true);
    expect(score(['fair', 'good', 'fair'], 64).isReal).toBe(false);
    expect(scoreInspection([scoreItem(item('X', 10), 'good')], 75).isReal).toBe(true);
  });

  it('says nothing where nothing applies', () => {
    expect(score(['not_applicable', 'not_applicable', 'not_applicable'])).toMatchObject({
      share: null,
      isReal: false,
      reasons: [{ kind: 'nothing_applies' }],
    });
  });

  it('lies between 0 and 1, and a better grade never lowers it', () => {
    const GRADED = INSPECTION_GRADES.filter((grade) => grade !== 'not_applicable');
    fc.assert(
      fc.property(
        fc.array(fc.record({ points: fc.integer({ min: 1, max: 40 }), grade: fc.constantFrom(...GRADED) }), {
          minLength: 1,
          maxLength: 15,
        }),
        fc.nat(14),
        (given, index) => {
          const scored = given.map(({ points, grade }, at) => scoreItem(item(String(at), points), grade));
          const before = scoreInspection(scored, 70);
          expect(before.share).toBeGreaterThanOrEqual(0);
          expect(before.share).toBeLessThanOrEqual(1);
          const at = index % given.length;
          const better = scored.map((each, position) =>
            position === at ? scoreItem(item(each.code, each.maxPoints), 'excellent') : each,
          );
          const after = scoreInspection(better, 70);
          expect(after.share ?? 0).toBeGreaterThanOrEqual(before.share ?? 0);
          expect(after.isReal || !before.isReal).toBe(true);
        },
      ),
    );
  });
});

describe('what keeps a visit from being recorded', () => {
  const given = (code: string, grade: InspectionGrade | null, remark: string | null = null) => ({
    code,
    grade,
    remark,
  });

  it('an item without a grade, a critical one that is said not to apply, and one that does not apply without a word', () => {
    expect(
      gradeProblems(ITEMS, [given('A', 'not_applicable', ' '), given('B', 'not_applicable', 'چون')]).map(
        ({ code, problem }) => [code, problem],
      ),
    ).toEqual([
      ['A', 'remark_for_not_applicable'],
      ['B', 'critical_must_apply'],
      ['C', 'item_not_graded'],
    ]);
    expect(
      gradeProblems(ITEMS, [given('A', 'not_applicable', 'پله ندارد'), given('B', 'poor'), given('C', 'fair')]),
    ).toEqual([]);
  });

  it('a day after today, or long before the programme', () => {
    const [start, today] = [asCivilDate('2018-07-28'), asCivilDate('2018-12-08')];
    expect(visitDayProblem(asCivilDate('2018-12-09'), today, start)).toBe('after_today');
    expect(visitDayProblem(today, today, start)).toBeNull();
    expect(visitDayProblem(asCivilDate('2018-06-28'), today, start)).toBeNull();
    expect(visitDayProblem(asCivilDate('2018-06-27'), today, start)).toBe('before_programme');
  });
});

describe('what a failed visit contradicts', () => {
  const grades = [
    { code: 'A', grade: 'good' as const },
    { code: 'B', grade: 'poor' as const },
    { code: 'C', grade: 'poor' as const },
  ];

  it('the milestone that visits certify, and those named by poor items, each once', () => {
    expect(contradictedMilestones(false, ITEMS, grades, 'HD9')).toEqual(['HD9', 'HD4', 'HD2', 'HD8']);
    expect(contradictedMilestones(false, ITEMS, grades, null)).toEqual(['HD4', 'HD2', 'HD8']);
  });

  it('nothing where the desk was real', () => {
    expect(contradictedMilestones(true, ITEMS, grades, 'HD9')).toEqual([]);
  });
});

it('of the visits of a body the newest by its day counts, of one day the one recorded last', () => {
  const visit = (id: number, bodyId: number, visitedOn: string) => ({ id, bodyId, visitedOn: asCivilDate(visitedOn) });
  const newest = newestVisits([
    visit(1, 7, '2018-11-02'),
    visit(2, 7, '2018-11-01'),
    visit(3, 8, '2018-11-01'),
    visit(4, 8, '2018-11-01'),
  ]);
  expect([...newest].map(([body, { id }]) => [body, id])).toEqual([
    [7, 1],
    [8, 4],
  ]);
});
