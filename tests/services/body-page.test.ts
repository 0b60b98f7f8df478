import { describe, expect, test } from 'vitest';
import { getBodyFile } from '@/lib/services/body-file';
import { getBody } from '@/lib/services/bodies';
import { addUser } from '@/lib/services/users';
import { CENTRAL, done, line, smallCounty } from '../support/small-county';
import { refusalOf } from '../support/milestone-world';

describe('the page of one body', () => {
  test('says in which of the last ten weeks it reported, and whether in time', async () => {
    const county = await smallCounty();
    await county.history([
      line('VA-001', '', 'check_in', '1397/07/10'), // Tuesday
      line('VA-001', '', 'check_in', '1397/07/19'), // Thursday, after the cut-off
      line('VA-001', 'NT1', 'claim', '1397/09/14'), // Wednesday, imported: in time by that day
      line('VA-001', '', 'check_in', '1397/09/17'), // this week has not ended
    ]);
    const { punctuality } = getBodyFile(county.as('viewer'), 'VA-001', {});
    expect(punctuality.weeks).toHaveLength(10);
    expect(punctuality.weeks.at(-1)).toEqual({ startOn: '2018-12-01', outcome: 'on_time' });
    expect(punctuality.weeks.map(({ outcome }) => outcome)).toEqual([
      'on_time',
      'late',
      ...Array.from({ length: 7 }, () => 'missing'),
      'on_time',
    ]);
    expect(punctuality).toMatchObject({ expected: 10, reported: 3, onTime: 2 });
  });

  test('draws its own curve: the last known point is the mean of its tracks, and the plan goes on ahead', async () => {
    const county = await smallCounty();
    await county.history(done('VA-001', ['NT1', 'NT2', 'CR1'], '1397/08/10'));
    const file = getBodyFile(county.as('viewer'), 'VA-001', {});
    const known = file.curve?.points.filter(({ verified }) => verified !== null) ?? [];
    const tracks = getBody(county.as('viewer'), 'VA-001').tracks.map(({ figures }) => figures);
    const mean = tracks.reduce((sum, { verifiedRatio }) => sum + verifiedRatio, 0) / tracks.length;
    expect(known.at(-1)?.date).toBe('2018-12-08');
    expect(known.at(-1)?.verified).toBeCloseTo(mean, 12);
    expect(file.curve?.points.at(-1)).toMatchObject({ planned: 1, verified: null });
    expect(known.every(({ claimed, verified }) => (claimed ?? 0) >= (verified ?? 0))).toBe(true);
  });

  test('narrows the history to a kind of event and to one milestone', async () => {
    const county = await smallCounty();
    await county.history([
      ...done('VA-001', ['NT1', 'NT2'], '1397/08/10'),
      line('VA-001', 'NT4', 'block', '1397/09/07', 'تجهیزات نیست', 'no_equipment,province,'),
      line('VA-001', '', 'check_in', '1397/09/08'),
    ]);
    const history = (params: Parameters<typeof getBodyFile>[2]) =>
      getBodyFile(county.as('deputy'), 'VA-001', params).history.map(({ event, milestoneCode }) => [
        event.kind,
        milestoneCode,
      ]);
    expect(history({ group: 'blockers' })).toEqual([['block', 'NT4']]);
    expect(history({ group: 'decisions' })).toEqual([
      ['verify', 'NT2'],
      ['verify', 'NT1'],
    ]);
    expect(history({ milestoneCode: 'NT1' })).toEqual([
      ['verify', 'NT1'],
      ['claim', 'NT1'],
    ]);
    expect(history({ group: 'messages', milestoneCode: 'NT1' })).toEqual([]);
    expect(refusalOf(() => history({ milestoneCode: 'ZZ9' }))).toMatchObject({ code: 'invalid_input' });
  });

  test('names who reports for it now: by the body itself, or by the district of a village', async () => {
    const county = await smallCounty();
    await addUser(county.office(), { username: 'rabet1', name: 'رابط ثبت', role: 'liaison', bodyCodes: ['EA-001'] });
    await addUser(county.office(), {
      username: 'rabet2',
      name: 'رابط روستاها',
      role: 'liaison',
      scopeDistrictCodes: [CENTRAL],
    });
    const liaisons = (code: string) => getBodyFile(county.as('viewer'), code, {}).liaisons;
    expect(liaisons('EA-001')).toEqual(['رابط ثبت']);
    expect(liaisons('VA-001')).toEqual(['رابط روستاها']);
    expect(liaisons('EN-001')).toEqual([]);
  });

  test('leads to the neighbours in the official list, to a liaison only among the own bodies', async () => {
    const county = await smallCounty();
    const beside = (ctx: Parameters<typeof getBodyFile>[0], code: string) => {
      const { previous, next } = getBodyFile(ctx, code, {}).neighbours;
      return [previous?.code ?? null, next?.code ?? null];
    };
    expect(beside(county.as('viewer'), 'EA-001')).toEqual(['DO-001', 'EA-002']);
    expect(beside(county.as('viewer'), 'DO-001')).toEqual([null, 'EA-001']);
    expect(beside(county.as('liaison', { bodies: ['EA-001', 'VA-002'] }), 'EA-001')).toEqual([null, 'VA-002']);
    expect(refusalOf(() => beside(county.as('liaison', { bodies: ['VA-002'] }), 'EA-001')).code).toBe('not_found');
  });
});
