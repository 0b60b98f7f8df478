import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '@/lib/calendar/civil-date';
import { burnUpOf } from '@/lib/services/burn-up';
import { getComparison } from '@/lib/services/comparison';
import { getGroups, GROUPINGS } from '@/lib/services/progress';
import { getRecovery } from '@/lib/services/recovery';
import { getTotal } from '@/lib/services/progress';
import { resolveScope } from '@/lib/services/scope';
import { getTrack } from '@/lib/services/tracks';
import { done, line, smallCounty, START, TODAY, type County } from '../support/small-county';

const SINCE: CivilDate = '2018-11-17';

async function county(): Promise<County> {
  const made = await smallCounty();
  await made.history([
    ...done('EA-001', ['HD1', 'HD2'], '1397/06/20'),
    ...done('EA-001', ['ED1', 'ED2', 'ED3'], '1397/09/01'),
    ...done('VA-001', ['NT1', 'NT2', 'NT3', 'CR1', 'CR2', 'CR3'], '1397/09/05'),
    line('EA-002', 'ED1', 'claim', '1397/08/20'),
    line('EA-002', 'ED1', 'return', '1397/09/10', 'ناخوانا'),
  ]);
  return made;
}

describe('two days compared', () => {
  test('say of every group what each of the days says, and the difference', async () => {
    const made = await county();
    const ctx = made.as('viewer');
    const comparison = getComparison(ctx, { since: SINCE });
    for (const groupBy of GROUPINGS.filter((each) => each !== 'body')) {
      const compared = {
        total: [comparison.total],
        track: comparison.byTrack,
        category: comparison.byCategory,
        district: comparison.byDistrict,
      }[groupBy];
      const [before, after] = [SINCE, TODAY].map((asOf) => getGroups(ctx, { groupBy, asOf }));
      expect(compared.map((group) => group?.before)).toEqual(before);
      expect(compared.map((group) => group?.after)).toEqual(after);
      compared.forEach((group, index) => {
        const [old, now] = [before?.[index]?.verified ?? null, after?.[index]?.verified ?? null];
        expect(group?.verified.change).toBe(old === null || now === null ? null : now - old);
      });
    }
  });

  test('name the steps that went back', async () => {
    const { regressions } = getComparison((await county()).as('viewer'), { since: SINCE });
    expect(regressions.map(({ pair, item, from, to }) => [pair.body.code, item.milestone.code, from, to])).toEqual([
      ['EA-002', 'ED1', 'claimed', 'returned'],
    ]);
  });

  test('say the same whenever they are asked, and of one day with itself nothing', async () => {
    const made = await county();
    const ask = () => {
      const { scope: _, ...rest } = getComparison(made.as('viewer'), { asOf: '2018-11-30', since: SINCE });
      return JSON.stringify(rest);
    };
    const before = ask();
    await made.history(done('EA-002', ['HD1'], '1397/09/17'));
    expect(ask()).toBe(before);
    expect(getComparison(made.as('viewer'), { since: TODAY }).moves).toEqual([]);
  });

  test('know nothing from before the programme, nor from after the later day', async () => {
    const made = await county();
    expect(getComparison(made.as('viewer'), { since: '2017-01-01' }).since).toBe(START);
    expect(() => getComparison(made.as('viewer'), { asOf: SINCE, since: TODAY })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  test('are closed to a liaison', async () => {
    const made = await county();
    expect(() => getComparison(made.as('liaison', { bodies: ['EA-001'] }), {})).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});

test('verifying the overdue steps of the named bodies within a week brings the forecast to the deadline', async () => {
  const made = await smallCounty({
    bodies: Array.from({ length: 12 }, (_, n) => `EA-${100 + n},اداره ${n},executive_agency,مرکزی,1`),
  });
  const codes = Array.from({ length: 12 }, (_, n) => `EA-${100 + n}`);
  const own = ['ED1', 'ED2', 'ED3', 'ED4', 'ED5', 'ED6', 'ED7', 'ED8', 'ED9'];
  await made.history(
    codes.flatMap((code, index) =>
      index < 7
        ? [...done(code, own, '1397/08/10'), line(code, 'ED10', 'certify', '1397/08/10')]
        : done(code, own.slice(0, 3), '1397/08/10'),
    ),
  );
  const filter = { trackCode: 'ED' };
  const recovery = getRecovery(made.as('deputy'), { filter });
  const before = getTotal(made.as('deputy'), { filter });
  expect(before.earnedSchedule.forecastFinish && before.earnedSchedule.forecastFinish > '2018-12-21').toBe(true);
  expect(recovery.reason).toBeNull();
  expect(recovery.bodies.map(({ body }) => body.code)).toEqual(['EA-107', 'EA-108', 'EA-109', 'EA-110', 'EA-111']);
  const byOn = addDays(TODAY, 7);
  await made.history(
    recovery.bodies.flatMap(({ body, milestones }) =>
      done(
        body.code,
        milestones.map(({ milestone }) => milestone.code),
        '1397/09/24',
      ),
    ),
    byOn,
  );
  const after = getTotal(made.as('deputy', { today: byOn }), { filter, asOf: byOn });
  expect(after.earnedSchedule.forecastFinish).toBe(recovery.forecastFinish);
  expect(after.earnedSchedule.forecastFinish && after.earnedSchedule.forecastFinish <= '2018-12-21').toBe(true);
});

describe('the page of a track', () => {
  test('counts its milestones over the bodies they apply to', async () => {
    const { milestones, figures } = getTrack((await county()).as('viewer'), 'NT', {});
    expect(milestones.map(({ milestone }) => milestone.code)).toEqual([
      'NT1',
      'NT2',
      'NT3',
      'NT4',
      'NT5',
      'NT6',
      'NT7',
    ]);
    expect(milestones[0]).toMatchObject({ bodies: 6, late: 5, isDue: true, states: { verified: 1 } });
    expect(figures.bodies).toBe(6);
  });

  test('burns up to the milestones that count, and ends with the day itself', async () => {
    const made = await county();
    const view = getTrack(made.as('viewer'), 'NT', {});
    const last = view.burnUp.at(-1);
    expect(last).toMatchObject({ date: TODAY, total: 42, verified: 3, claimed: 3 });
    expect(view.burnUp.every(({ verified, claimed, total }) => verified <= claimed && claimed <= total)).toBe(true);
    const scope = resolveScope(made.as('viewer'), {});
    const total = getTotal(made.as('viewer'));
    expect(burnUpOf(scope, scope.programme.startOn).at(-1)).toMatchObject({
      total: total.milestones,
      verified: total.milestones - total.unverifiedMilestones,
    });
  });

  test('does not exist for an unknown code, nor for a liaison', async () => {
    const made = await county();
    expect(() => getTrack(made.as('deputy'), 'XX', {})).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(() => getTrack(made.as('liaison', { bodies: ['EA-001'] }), 'NT', {})).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    );
  });
});
