import { describe, expect, test } from 'vitest';
import { LIST_NAMES, MILESTONE_CHOICES, type ListName } from '@/lib/domain/list-vocabulary';
import { PAIR_STATUSES } from '@/lib/domain/vocabulary';
import { isAppError } from '@/lib/errors';
import { getDashboard } from '@/lib/services/dashboard';
import { getList, listNameOf, listTable } from '@/lib/services/lists/get-list';
import { getTrack } from '@/lib/services/tracks';
import { parseListQuery } from '@/lib/validation/lists';
import { done, line, smallCounty, type County } from '../support/small-county';

async function county(): Promise<County> {
  const made = await smallCounty();
  await made.history([
    ...done('EA-001', ['HD1', 'HD2', 'HD4'], '1397/06/20'),
    line('EA-001', 'ED1', 'claim', '1397/07/10'),
    line('EA-002', 'ED1', 'claim', '1397/09/12'),
    line('EA-002', 'HD1', 'claim', '1397/09/02'),
    line('EA-002', 'HD1', 'return', '1397/09/12', 'ناخوانا'),
    line('VA-001', 'NT1', 'block', '1397/08/10', 'دکل دور است', 'no_telecom_coverage,telecom,'),
    line('VA-002', 'NT1', 'block', '1397/08/11', 'دکل دور است', 'no_telecom_coverage,telecom,'),
    line('EN-001', 'CR1', 'block', '1397/08/12', 'اعتبار نیست', 'no_budget,province,'),
    line('DO-001', 'HD3', 'extend', '1397/08/15', 'مأمور نیست', ',,1397/10/20'),
    line('VA-001', '', 'check_in', '1397/09/16'),
    ...done('VA-002', ['CR1', 'CR2'], '1397/09/15'),
  ]);
  return made;
}

const read = (made: County, name: ListName, query: Record<string, string> = {}) =>
  getList(made.as('deputy'), name, parseListQuery(query));

describe('a list behind a number holds exactly what was counted', () => {
  test('for the statuses of the overview, every group of them', async () => {
    const made = await county();
    const view = getDashboard(made.as('deputy'), { allDeadlines: true });
    const rows = (query: Record<string, string>) => read(made, 'pairs', query).totals.rows;
    for (const status of PAIR_STATUSES) {
      expect(rows({ status }), status).toBe(view.total.status[status]);
      for (const group of view.byCategory) expect(rows({ status, category: group.key })).toBe(group.status[status]);
      for (const group of view.byDistrict) expect(rows({ status, district: group.key })).toBe(group.status[status]);
    }
    expect(rows({ status: 'behind' })).toBe(view.late.length);
    expect(rows({ status: 'behind', top: String(view.cause?.pairs) })).toBe(view.cause?.pairs);
    for (const desk of ['real', 'waiting'] as const) expect(rows({ desk })).toBe(view.realDesks?.[desk]);
  });

  test('for milestones, what waits, silence, blockers and changes', async () => {
    const made = await county();
    const view = getDashboard(made.as('deputy'), { allDeadlines: true });
    expect(read(made, 'milestones', { state: 'unverified' }).totals.rows).toBe(view.total.unverifiedMilestones);
    expect(read(made, 'milestones').totals.rows).toBe(view.total.milestones);
    expect(read(made, 'milestones', { state: 'overdue' }).totals.rows).toBe(view.overdueUnverified);
    const { waiting } = view;
    const waits = waiting.claims.length + waiting.ownSteps.length + waiting.requests.length + waiting.objections.length;
    expect(read(made, 'waiting').totals.rows).toBe(waits);
    for (const { minDays, maxDays, count } of view.claimAges) {
      const query = {
        kind: 'claim',
        minDays: String(minDays),
        ...(maxDays === null ? {} : { maxDays: String(maxDays) }),
      };
      expect(read(made, 'waiting', query).totals.rows).toBe(count);
    }
    expect(read(made, 'silent').totals.bodies).toBe(view.silent.length);
    for (const { cause, bodies, milestones } of view.blockers) {
      const { totals } = read(made, 'milestones', { state: 'blocked', cause });
      expect([totals.bodies, totals.rows]).toEqual([bodies, milestones.length]);
    }
    for (const { turn, bodies } of view.turns) {
      expect(read(made, 'milestones', { state: 'blocked', turn }).totals.bodies).toBe(bodies);
    }
    expect(view.turns.map(({ turn, bodies }) => [turn, bodies])).toEqual([
      ['telecom', 2],
      ['province', 1],
    ]);
    const { changes } = view;
    expect(read(made, 'moves', { move: 'newly_late' }).totals.rows).toBe(changes.newlyLate.length);
    expect(read(made, 'moves', { move: 'caught_up' }).totals.rows).toBe(changes.caughtUp.length);
    expect(read(made, 'events', { event: 'check_in' }).totals.rows).toBe(changes.eventCounts.check_in);
    expect(read(made, 'events', { event: 'verified' }).totals.rows).toBe(
      changes.eventCounts.verify + changes.eventCounts.certify,
    );
    expect(read(made, 'regressions').totals.rows).toBe(view.regressions);
    expect(view.regressions).toBe(1);
    expect(read(made, 'moved-dues').totals.rows).toBe(view.movedDues.milestones);
    expect(view.movedDues).toEqual({ milestones: 1, times: 1, pastDeadline: 1 });
  });

  test('for the milestones of a track', async () => {
    const made = await county();
    const view = getTrack(made.as('deputy'), 'NT', {});
    for (const { milestone, bodies, states, late } of view.milestones) {
      const rows = (state: string) =>
        read(made, 'milestones', { track: 'NT', milestone: milestone.code, state }).totals.rows;
      expect(rows('counted')).toBe(bodies);
      expect(rows('late')).toBe(late);
      for (const state of ['verified', 'claimed', 'blocked', 'not_started'] as const)
        expect(rows(state)).toBe(states[state]);
    }
  });
});

describe('a list', () => {
  test('is searched in any spelling and sorted by each of its columns, with nothing last in both directions', async () => {
    const made = await county();
    expect(read(made, 'milestones', { q: 'دهياري گزير', state: 'blocked' }).rows.map(({ body }) => body.code)).toEqual([
      'VA-001',
    ]);
    for (const name of LIST_NAMES) {
      for (const { name: column, kind } of read(made, name).heads) {
        const up = read(made, name, { sort: column });
        const down = read(made, name, { sort: column, order: 'desc' });
        const index = up.heads.findIndex((head) => head.name === column);
        const cells = (list: typeof up) => list.rows.map((row) => row.cells[index] ?? null);
        expect(cells(up).filter((cell) => cell !== null).length).toBe(
          cells(down).filter((cell) => cell !== null).length,
        );
        const firstEmpty = cells(down).indexOf(null);
        if (firstEmpty >= 0)
          expect(
            cells(down)
              .slice(firstEmpty)
              .every((cell) => cell === null),
          ).toBe(true);
        if (kind === 'number' || kind === 'days' || kind === 'ratio' || kind === 'decimal') {
          const numbers = cells(up).filter((cell) => cell !== null) as number[];
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        }
      }
    }
  });

  test('counts all rows of its filter, whatever is searched for', async () => {
    const made = await county();
    const all = read(made, 'milestones', { state: 'blocked' });
    const one = read(made, 'milestones', { state: 'blocked', q: 'گزیر' });
    expect([one.rows.length, one.totals]).toEqual([1, all.totals]);
  });

  test('as a file holds the rows, columns and order of the screen', async () => {
    const made = await county();
    for (const name of LIST_NAMES) {
      const list = read(made, name, { sort: 'body', order: 'desc' });
      const table = listTable(list);
      expect(table.columns.map(({ heading }) => heading)).toEqual(list.heads.map(({ heading }) => heading));
      const body = list.heads.findIndex((head) => head.name === 'body');
      expect(table.rows.map((row) => row[body])).toEqual(list.rows.map((row) => row.body.name));
    }
  });

  test('of a past day says the same whenever it is asked', async () => {
    const made = await county();
    const asOf = '1397/08/30';
    const before = LIST_NAMES.map((name) =>
      JSON.stringify(read(made, name, { asOf }).rows.map(({ key, cells }) => [key, cells])),
    );
    await made.history(done('VA-001', ['CR1'], '1397/09/17'));
    const after = LIST_NAMES.map((name) =>
      JSON.stringify(read(made, name, { asOf }).rows.map(({ key, cells }) => [key, cells])),
    );
    expect(after).toEqual(before);
  });

  test('leaves the exempt out unless they are asked for', async () => {
    const made = await county();
    await made.history([line('EA-001', 'CR1', 'exempt', '1397/09/17', 'لازم نیست')]);
    for (const state of MILESTONE_CHOICES) {
      const has = read(made, 'milestones', { state, milestone: 'CR1' }).rows.some(({ body }) => body.code === 'EA-001');
      expect(has, state).toBe(state === 'exempt');
    }
  });

  test.each(['expert', 'viewer', 'admin'] as const)('is open to the %s', async (role) => {
    const made = await county();
    expect(getList(made.as(role), 'pairs', parseListQuery({})).rows.length).toBeGreaterThan(0);
  });

  test('is closed to a liaison', async () => {
    const made = await county();
    const liaison = made.as('liaison', { bodies: ['EA-001'] });
    for (const name of LIST_NAMES) {
      expect(() => getList(liaison, name, parseListQuery({}))).toThrow(expect.objectContaining({ code: 'forbidden' }));
    }
  });

  test('that does not exist is not found, and a word it does not know is refused by name', async () => {
    const made = await county();
    expect(() => listNameOf('secrets')).toThrow(expect.objectContaining({ code: 'not_found' }));
    const refused = (query: Record<string, string>) => {
      try {
        read(made, 'pairs', query);
        return null;
      } catch (error) {
        return isAppError(error) ? [error.code, error.details['field']] : error;
      }
    };
    expect(refused({ status: 'lost' })).toEqual(['invalid_input', 'status']);
    expect(refused({ sort: 'colour' })).toEqual(['invalid_input', 'sort']);
    expect(refused({ since: '1397/12/30' })).toEqual(['invalid_input', 'since']);
  });
});
