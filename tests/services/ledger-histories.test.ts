import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { formatJalali } from '@/lib/calendar/jalali';
import { NOT_STARTED, type MilestoneState } from '@/lib/domain/milestone-state';
import type { Milestone } from '@/lib/domain/reference';
import { applyEvent, effectiveDueOn, possibleEvents } from '@/lib/domain/transitions';
import { getLedger, Ledger } from '@/lib/services/ledger';
import { addHoliday } from '@/lib/services/reference-data';
import { changeSettings } from '@/lib/services/settings';
import { smallCounty, START, TODAY, type County } from '../support/small-county';

const BODIES = ['EA-001', 'EA-002'];
const STEPS = ['HD1', 'HD2', 'HD9', 'ED1'];

/** One step of a history: some days later, something that is possible happens to one milestone of one body. */
const step = fc.record({
  daysLater: fc.integer({ min: 0, max: 4 }),
  body: fc.constantFrom(...BODIES),
  milestone: fc.constantFrom(...STEPS),
  choice: fc.nat(12),
  daysAgo: fc.integer({ min: 0, max: 6 }),
  dueLater: fc.integer({ min: 1, max: 30 }),
  /** Asks for figures after this step, so that the ledger has something that may be outdated later. */
  asks: fc.boolean(),
  office: fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'holiday', 'threshold'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays a history in the database as it would have come in, day by day. Returns its last day. */
async function play(county: County, steps: readonly Step[]): Promise<CivilDate> {
  const states = new Map<string, MilestoneState>();
  let day: CivilDate = START;
  for (const [index, each] of steps.entries()) {
    day = addDays(day, each.daysLater);
    if (day > TODAY) return TODAY;
    if (each.office === 'holiday') addHoliday(county.office(day), { day: addDays(day, 3), title: `تعطیل ${index}` });
    if (each.office === 'threshold') changeSettings(county.office(day), { returnGraceWorkingDays: index % 9 });
    const { milestones, workCalendar, thresholds } = getLedger(county.db).reference(day);
    const milestone = milestones.find(({ code }) => code === each.milestone) as Milestone;
    const key = `${each.body} ${each.milestone}`;
    const state = states.get(key) ?? NOT_STARTED;
    const possible = possibleEvents(state, milestone.actor).filter(
      (kind) => kind !== 'undo' || state.undoable?.recordedOn === day,
    );
    const kind = possible[each.choice % possible.length];
    if (kind === undefined) continue;
    const current = effectiveDueOn(state, milestone.baselineDueOn);
    const event = {
      id: index + 1,
      kind,
      occurredOn: addDays(day, -each.daysAgo),
      recordedOn: day,
      actorId: null,
      side: 'body' as const,
      note: 'شرح',
      cause: kind === 'block' ? ('no_budget' as const) : null,
      turn: kind === 'block' ? ('province' as const) : null,
      dueOn: kind === 'extend' ? addDays(current, each.dueLater) : null,
    };
    await county.history(
      [
        [each.body, each.milestone, kind, formatJalali(event.occurredOn), formatJalali(day), event.note].join(',') +
          `,${event.cause ?? ''},${event.turn ?? ''},${event.dueOn === null ? '' : formatJalali(event.dueOn)}`,
      ],
      day,
    );
    const context = {
      baselineDueOn: milestone.baselineDueOn,
      workCalendar,
      returnGraceWorkingDays: thresholds.returnGraceWorkingDays,
    };
    states.set(key, applyEvent(state, event, context));
    if (each.asks) {
      const ledger = getLedger(county.db);
      for (const asked of [START, addDays(day, -1), day, addDays(day, 5)] as const) {
        ledger.snapshot(asked);
        ledger.ratios(asked);
      }
    }
  }
  return day;
}

describe('a ledger that followed a history day by day', () => {
  test('knows what one knows that reads it all at once, for every day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const county = await smallCounty();
        const last = await play(county, steps);
        const followed = getLedger(county.db);
        const fresh = new Ledger(county.db).refresh();
        expect(fresh.newestRecordedOn).toBe(followed.newestRecordedOn);
        for (let day: CivilDate = START; day <= last; day = addDays(day, 1)) {
          expect(JSON.stringify(followed.snapshot(day))).toBe(JSON.stringify(fresh.snapshot(day)));
          expect(followed.ratios(day)).toEqual(fresh.ratios(day));
          for (const code of BODIES) {
            const bodyId = county.bodyId(code);
            expect(followed.lastOwnReportOn(bodyId, day)).toBe(fresh.lastOwnReportOn(bodyId, day));
          }
        }
        expect(followed.eventCounts(START, last, () => true)).toEqual(fresh.eventCounts(START, last, () => true));
        county.db.$client.close();
      }),
      { numRuns: 12, seed: 1397 },
    );
  }, 120_000);
});
