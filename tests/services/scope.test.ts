import { describe, expect, test } from 'vitest';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { getBodiesDocument, getBodyDocument } from '@/lib/services/body-documents';
import { getBodyFile } from '@/lib/services/body-file';
import { getDashboard } from '@/lib/services/dashboard';
import { getEventsDocument } from '@/lib/services/event-documents';
import { getHeatMap } from '@/lib/services/heat-map';
import { importProgramme } from '@/lib/services/imports/programme';
import { getBlockers, getLateBodies } from '@/lib/services/lateness';
import { getGroups, getProgressDocument, getTotal } from '@/lib/services/progress';
import { resolveScope } from '@/lib/services/scope';
import { getSeries } from '@/lib/services/series';
import type { ServiceContext } from '@/lib/services/service-context';
import { getReportingRate, getSilentBodies } from '@/lib/services/silence';
import { createToken, findTokenActor } from '@/lib/services/tokens';
import { getWaiting } from '@/lib/services/waiting';
import { getWeekChanges } from '@/lib/services/week-changes';
import { testContext } from '../support/database';
import { refusalOf } from '../support/milestone-world';
import { done, programmeFiles, smallCounty, TODAY, type County } from '../support/small-county';

const READS: readonly (readonly [string, (ctx: ServiceContext) => unknown])[] = [
  ['progress', (ctx) => getProgressDocument(ctx, { groupBy: 'body' })],
  ['series', (ctx) => getSeries(ctx, { step: 'week' })],
  ['dashboard', (ctx) => getDashboard(ctx)],
  ['heat map', (ctx) => getHeatMap(ctx, {})],
  ['late bodies', (ctx) => getLateBodies(ctx)],
  ['blockers', (ctx) => getBlockers(ctx)],
  ['what waits', (ctx) => getWaiting(ctx)],
  ['changes of a week', (ctx) => getWeekChanges(ctx)],
  ['silent bodies', (ctx) => getSilentBodies(ctx)],
  ['reporting rate', (ctx) => getReportingRate(ctx)],
  ['events', (ctx) => getEventsDocument(ctx, { after: 0 })],
];
const READERS: readonly Role[] = ['deputy', 'expert', 'viewer', 'admin'];

describe('who may read what', () => {
  test.each(READS)('%s: everybody but liaisons', async (_, read) => {
    const county = await smallCounty();
    for (const role of READERS) expect(read(county.as(role))).toBeTruthy();
    expect(refusalOf(() => read(county.as('liaison', { bodies: ['EA-001'] }))).code).toBe('forbidden');
  });

  test.each(ROLES)('a %s gets the pages of bodies: liaisons those of their own', async (role) => {
    const county = await smallCounty();
    const ctx = county.as(role, { bodies: ['EA-001'] });
    expect(getBodyDocument(ctx, 'EA-001', {}).code).toBe('EA-001');
    expect(getBodyFile(ctx, 'EA-001', {}).card.body.code).toBe('EA-001');
    const list = getBodiesDocument(ctx, {}).bodies.map(({ code }) => code);
    if (role === 'liaison') {
      expect(list).toEqual(['EA-001']);
      expect(refusalOf(() => getBodyDocument(ctx, 'EA-002', {})).code).toBe('not_found');
    } else {
      expect(list).toHaveLength(6);
      expect(getBodyDocument(ctx, 'EA-002', {}).code).toBe('EA-002');
    }
  });

  test.each(READS)('%s: nobody who still has a temporary password', async (_, read) => {
    const county = await smallCounty();
    const ctx = county.as('deputy', { actor: { mustChangePassword: true } });
    expect(refusalOf(() => read(ctx))).toMatchObject({
      code: 'forbidden',
      details: { reason: 'must_change_password' },
    });
  });

  test('a token reads what a viewer reads', async () => {
    const county = await smallCounty();
    const { token } = createToken(county.office(), { name: 'پورتال' });
    const actor = findTokenActor(county.office(), token);
    if (actor === null) throw new Error('token not found');
    const ctx = { ...county.as('viewer'), actor };
    for (const [, read] of READS) expect(read(ctx)).toEqual(read(county.as('viewer')));
    expect(getBodiesDocument(ctx, {}).bodies).toHaveLength(6);
  });

  test('a delegate who is a liaison reads as the deputy does', async () => {
    const county = await smallCounty();
    const ctx = county.as('liaison', { bodies: ['EA-001'], actor: { isDelegate: true } });
    expect(getDashboard(ctx).total.bodies).toBe(3);
    expect(getBodiesDocument(ctx, {}).bodies).toHaveLength(6);
  });
});

/** A second programme on the same bodies, which begins on 1397/10/01 when the first still runs. */
function addSecondProgramme(county: County): void {
  const files = programmeFiles({
    'programme.csv': (text) =>
      `${text.split('\n')[0]}\n1398-maps,نقشهٔ خدمات,بخشنامهٔ ۱,2203,1397/10/01,1398/12/29,1397/09\n`,
    'tracks.csv': (text) => `${text.split('\n')[0]}\nMP,نقشه,1397/10/01,1398/06/31,بخشنامه\n`,
    'milestones.csv': (text) =>
      `${text.split('\n')[0]}\nMP,MP1,1,نقشه,نقشه,راهنما,مستند,file,body,10,1398/01/31,executive_agency village_administration,source\n`,
  });
  expect(importProgramme(county.office('2018-12-25'), { files })).toMatchObject({ isWritten: true, errors: [] });
}

describe('several programmes', () => {
  test('are asked about one at a time; without a name the one that ran on the day is meant', async () => {
    const county = await smallCounty();
    await county.history(done('EA-001', ['HD1'], '1397/05/14'));
    const before = getProgressDocument(county.as('viewer'), { groupBy: 'track' });
    addSecondProgramme(county);
    const later = county.as('viewer', { today: '2018-12-25' });
    expect(getProgressDocument(later, { asOf: TODAY, groupBy: 'track' })).toEqual(before);
    expect(resolveScope(later).programme.code).toBe('1397-service-desk');
    const maps = getTotal(later, { programme: '1398-maps' });
    expect(maps).toMatchObject({ bodies: 4, bodyTracks: 4, verified: 0, deadline: '2019-09-22' });
    expect(getGroups(later, { programme: '1398-maps', groupBy: 'track' }).map(({ key }) => key)).toEqual(['MP']);
  });

  test('after the first has ended the second is meant, and a day of the first still means the first', async () => {
    const county = await smallCounty();
    await county.history(done('EA-001', ['HD1'], '1397/05/14'));
    const before = getProgressDocument(county.as('viewer'), { groupBy: 'track' });
    addSecondProgramme(county);
    const much = county.as('viewer', { today: '2019-05-01' });
    expect(resolveScope(much).programme.code).toBe('1398-maps');
    expect(getProgressDocument(much, { asOf: TODAY, groupBy: 'track' })).toEqual(before);
  });

  test('a body is silent from the first start of its tracks in the programme that is asked about', async () => {
    const county = await smallCounty();
    addSecondProgramme(county);
    const silent = getSilentBodies(county.as('viewer', { today: '2019-01-20' }), { programme: '1398-maps' });
    expect(silent.map(({ body, days }) => [body.code, days])).toEqual([
      ['EA-001', 29],
      ['EA-002', 29],
      ['VA-001', 29],
      ['VA-002', 29],
    ]);
  });

  test('one that does not exist is not found, nor is its day before its own start', async () => {
    const county = await smallCounty();
    addSecondProgramme(county);
    const ctx = county.as('viewer', { today: '2018-12-25' });
    expect(refusalOf(() => getTotal(ctx, { programme: 'none' })).code).toBe('not_found');
    expect(refusalOf(() => getTotal(ctx, { programme: '1398-maps', asOf: '2018-12-21' }))).toMatchObject({
      code: 'as_of_out_of_range',
      details: { from: '2018-12-22' },
    });
    expect(refusalOf(() => getTotal(ctx, { programme: '1398-maps', filter: { trackCode: 'HD' } })).code).toBe(
      'invalid_input',
    );
  });
});

test('without a programme there is nothing to ask about', () => {
  expect(refusalOf(() => getTotal(testContext({ role: 'viewer' }))).code).toBe('no_programme');
});
