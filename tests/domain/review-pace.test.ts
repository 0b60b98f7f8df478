import { describe, expect, test } from 'vitest';
import type { CivilDate } from '@/lib/calendar/civil-date';
import {
  calculateReviewPace,
  medianOf,
  paceWindowStart,
  type ReviewEvent,
  waitingBandOf,
} from '@/lib/domain/review-pace';

/** Saturday 1397/09/17: the running week has just begun. */
const AS_OF: CivilDate = '2018-12-08';

let id = 0;
const event = (
  kind: ReviewEvent['kind'],
  recordedOn: CivilDate,
  rest: Partial<Omit<ReviewEvent, 'kind' | 'recordedOn'>> = {},
): ReviewEvent => ({
  id: (id += 1),
  kind,
  bodyId: 1,
  milestoneId: 1,
  recordedOn,
  actorId: 'deputy',
  actorName: 'معاون',
  note: null,
  refersTo: null,
  ...rest,
});

describe('how long claims have waited', () => {
  test.each([
    [0, '0-3'],
    [3, '0-3'],
    [4, '4-7'],
    [7, '4-7'],
    [8, '8-14'],
    [14, '8-14'],
    [15, '15-30'],
    [30, '15-30'],
    [31, '31-'],
    [400, '31-'],
  ])('%i days belong to %s', (days, band) => expect(waitingBandOf(days)).toBe(band));

  test('every waiting claim is in exactly one band, and the median and oldest are told', () => {
    const { waiting } = calculateReviewPace([], [0, 3, 4, 9, 31], AS_OF);
    expect(waiting).toEqual({
      count: 5,
      medianDays: 4,
      oldestDays: 31,
      bands: [
        { key: '0-3', count: 2 },
        { key: '4-7', count: 1 },
        { key: '8-14', count: 1 },
        { key: '15-30', count: 0 },
        { key: '31-', count: 1 },
      ],
    });
  });

  test('nothing waiting has no median and no oldest, not zero', () => {
    expect(calculateReviewPace([], [], AS_OF).waiting).toMatchObject({ count: 0, medianDays: null, oldestDays: null });
    expect(medianOf([1, 2])).toBe(1.5);
  });
});

describe('decisions per week', () => {
  test('the window is eight reporting weeks, the running one included', () => {
    expect(paceWindowStart(AS_OF)).toBe('2018-10-20');
    const { weeks } = calculateReviewPace([], [], AS_OF);
    expect(weeks).toHaveLength(8);
    expect(weeks[0]).toMatchObject({ startOn: '2018-10-20', endOn: '2018-10-26' });
    expect(weeks[7]).toMatchObject({ startOn: AS_OF, endOn: AS_OF });
  });

  test('a Friday belongs to the week before the Saturday after it', () => {
    const { weeks } = calculateReviewPace([event('verify', '2018-12-07'), event('return', AS_OF)], [], AS_OF);
    expect(weeks.slice(6)).toMatchObject([
      { decided: 1, verified: 1, returned: 0 },
      { decided: 1, verified: 0, returned: 1 },
    ]);
  });

  test('what was recorded before the window or after the day does not count', () => {
    const events = [event('verify', '2018-10-19'), event('verify', '2018-12-09')];
    expect(calculateReviewPace(events, [], AS_OF).weeks.every(({ decided }) => decided === 0)).toBe(true);
  });

  test('a decision that was taken back counts as undone, not as decided', () => {
    const verify = event('verify', '2018-12-05');
    const undo = event('undo', '2018-12-05', { refersTo: verify.id });
    const pace = calculateReviewPace([verify, undo, event('return', '2018-12-05')], [], AS_OF);
    expect(pace.weeks[6]).toMatchObject({ decided: 1, verified: 0, returned: 1, undone: 1 });
    expect(pace.rate).toMatchObject({ decided: 1, returned: 1, undone: 1, ratio: 1 });
  });

  test('an imported undo without a reference takes back the latest decision on its milestone', () => {
    const events = [
      event('verify', '2018-12-05'),
      event('verify', '2018-12-05', { milestoneId: 2 }),
      event('undo', '2018-12-05'),
    ];
    expect(calculateReviewPace(events, [], AS_OF).weeks[6]).toMatchObject({ decided: 1, undone: 1 });
  });

  test('each reviewer has an own line, and the lines sum to the weeks', () => {
    const events = [
      event('verify', '2018-12-02'),
      event('verify', '2018-12-03', { actorId: 'expert', actorName: 'کارشناس' }),
      event('return', AS_OF, { actorId: 'expert', actorName: 'کارشناس' }),
      event('verify', AS_OF, { actorId: null, actorName: 'ورود از فایل' }),
    ];
    const { reviewers, weeks } = calculateReviewPace(events, [], AS_OF);
    expect(reviewers.map(({ key, decided, returned }) => [key, decided, returned])).toEqual([
      ['expert', 2, 1],
      ['deputy', 1, 0],
      ['ورود از فایل', 1, 0],
    ]);
    weeks.forEach((week, index) =>
      expect(reviewers.reduce((sum, { byWeek }) => sum + (byWeek[index] ?? 0), 0)).toBe(week.decided),
    );
  });
});

describe('returns', () => {
  test('the rate covers the 28 days that end with the day itself', () => {
    const events = [event('return', '2018-11-10'), event('return', '2018-11-11'), event('verify', AS_OF)];
    const { rate } = calculateReviewPace(events, [], AS_OF);
    expect(rate).toMatchObject({ from: '2018-11-11', decided: 2, returned: 1, ratio: 0.5 });
  });

  test('without a decision there is no rate', () => {
    expect(calculateReviewPace([], [], AS_OF).rate.ratio).toBeNull();
  });

  test('reasons are counted by their first line, however they are spelt', () => {
    const events = ['نامه خوانا نیست.\nصفحهٔ ۲', 'نامه خوانا نيست', 'پیوست نیست.', ''].map((note) =>
      event('return', AS_OF, { note }),
    );
    expect(calculateReviewPace(events, [], AS_OF).rate.reasons).toEqual([
      { reason: 'نامه خوانا نیست.', count: 2 },
      { reason: 'پیوست نیست.', count: 1 },
    ]);
  });

  test('how often returned claims came back, how soon, and which were returned again', () => {
    const events = [
      event('return', '2018-11-20'),
      event('claim', '2018-11-24'),
      event('return', '2018-11-25'),
      event('return', '2018-11-25', { milestoneId: 2 }),
      event('claim', '2018-12-01', { milestoneId: 2 }),
    ];
    expect(calculateReviewPace(events, [], AS_OF).comeBack).toEqual({
      returned: 3,
      cameBack: 2,
      medianDays: 5,
      returnedAgain: 1,
    });
  });

  test('a return that was taken back neither waits for a claim nor came back', () => {
    const back = event('return', '2018-11-20');
    const events = [back, event('undo', '2018-11-20', { refersTo: back.id }), event('claim', '2018-11-24')];
    expect(calculateReviewPace(events, [], AS_OF).comeBack).toMatchObject({ returned: 0, cameBack: 0 });
  });
});
