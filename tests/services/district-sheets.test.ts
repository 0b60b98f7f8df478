import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { AppError } from '@/lib/errors';
import { getDistrictSheets, listDistrictSheets } from '@/lib/services/district-sheets';
import { listFurtherPapers } from '@/lib/services/further-papers';
import { recordMilestoneEvent } from '@/lib/services/milestones';
import { getPoster } from '@/lib/services/poster';
import { getGroups } from '@/lib/services/progress';
import { createMilestoneWorld, HD1, LETTER, refusalOf, TODAY } from '../support/milestone-world';

const CENTRAL = '220305';
const SHIBKUH = '220303';
const outcome = (call: () => unknown) => {
  try {
    call();
    return 'done';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('the page of a district', () => {
  it('has the figures of the district beside those of the county', () => {
    const world = createMilestoneWorld();
    const claimed = recordMilestoneEvent(world.as('liaison'), { ...HD1, kind: 'claim', evidence: [LETTER] });
    recordMilestoneEvent(world.as('deputy'), { ...HD1, kind: 'verify', expectedLastEventId: claimed.eventId });
    const { sheets, asOf } = getDistrictSheets(world.as('deputy'), CENTRAL);
    expect(asOf).toBe(TODAY);
    const own = getGroups(world.as('deputy'), { groupBy: 'track', filter: { districtCode: CENTRAL } })[0];
    const county = getGroups(world.as('deputy'), { groupBy: 'track' })[0];
    expect(own?.verified).not.toBe(county?.verified);
    expect(sheets[0]?.tracks[0]).toMatchObject({
      code: 'HD',
      bodies: 2,
      verified: own?.verified,
      spi: own?.spi,
      countyVerified: county?.verified,
      countySpi: county?.spi,
    });
    expect(sheets[0]?.tracks.at(-1)).toMatchObject({ code: 'total', isTotal: true });
  });

  it('names its late and silent bodies only, what waits for the governorate, and what falls due in two weeks', () => {
    const world = createMilestoneWorld();
    const [sheet] = getDistrictSheets(world.as('deputy'), SHIBKUH).sheets;
    expect(sheet?.late.map(({ bodyCode }) => bodyCode)).toEqual(['VA-001']);
    expect(sheet?.late[0]).toMatchObject({ total: 1, daysLate: 7 });
    expect(sheet?.silent.map(({ bodyCode }) => bodyCode)).toEqual(['VA-001']);
    expect(sheet?.decisions).toEqual([]);
    // HD2 is due on the day itself, HD3 a week later; HD9 is the governorate's, and NT3 is due in January
    expect(sheet?.dues.map(({ dueOn, position, bodies }) => [dueOn, position, bodies])).toEqual([
      ['2018-12-08', 2, 1],
      ['2018-12-15', 3, 1],
    ]);
  });

  it('is as of a day; a later one is refused', () => {
    const world = createMilestoneWorld();
    const past = getDistrictSheets(world.as('deputy'), SHIBKUH, { asOf: '2018-11-30' });
    expect(past.sheets[0]?.late).toEqual([]);
    expect(refusalOf(() => getDistrictSheets(world.as('deputy'), SHIBKUH, { asOf: '2018-12-09' })).code).toBe(
      'as_of_out_of_range',
    );
  });

  it('of all districts comes by name; one that does not exist is not found', () => {
    const world = createMilestoneWorld();
    expect(getDistrictSheets(world.as('viewer'), null).sheets.map(({ name }) => name)).toEqual(['شیبکوه', 'مرکزی']);
    expect(refusalOf(() => getDistrictSheets(world.as('viewer'), '999999')).code).toBe('not_found');
  });

  it('of another district is not found for a limited expert; of all, only the own one is left', () => {
    const world = createMilestoneWorld();
    const bakhshdar = world.as('expert', { districtCode: SHIBKUH });
    expect(outcome(() => getDistrictSheets(bakhshdar, CENTRAL))).toBe('not_found');
    expect(getDistrictSheets(bakhshdar, null).sheets.map(({ code }) => code)).toEqual([SHIBKUH]);
    expect(listDistrictSheets(bakhshdar).map(({ code }) => code)).toEqual([SHIBKUH]);
    const delegate = world.as('expert', { districtCode: SHIBKUH, isDelegate: true });
    expect(getDistrictSheets(delegate, null).sheets).toHaveLength(2);
  });

  const READERS: readonly Role[] = ['deputy', 'expert', 'viewer', 'admin'];
  it.each(ROLES)('%s prints districts and the poster, or is refused', (role) => {
    const world = createMilestoneWorld();
    const may = READERS.includes(role);
    expect(outcome(() => getDistrictSheets(world.as(role), CENTRAL))).toBe(may ? 'done' : 'not_found');
    expect(outcome(() => getPoster(world.as(role)))).toBe(may ? 'done' : 'forbidden');
    expect(listFurtherPapers(world.as(role))).toMatchObject({
      poster: may,
      letters: may && role !== 'admin',
      districts: may ? [{ code: SHIBKUH }, { code: CENTRAL }] : [],
    });
  });
});

describe('the poster', () => {
  it('has every body with a status a track, by kind of body', () => {
    const poster = getPoster(createMilestoneWorld().as('viewer'));
    expect(poster.tracks.map(({ code, deadlineOn }) => [code, deadlineOn])).toEqual([
      ['HD', '2018-12-21'],
      ['NT', '2019-03-20'],
    ]);
    expect(poster.groups.flatMap(({ bodies }) => bodies.map(({ code, statuses }) => [code, ...statuses]))).toEqual([
      ['GV-001', 'late', 'on_track'],
      ['EA-001', 'late', 'on_track'],
      ['VA-001', 'late', 'on_track'],
    ]);
  });

  it('of a past day shows what was known then', () => {
    const poster = getPoster(createMilestoneWorld().as('viewer'), { asOf: '2018-11-01' });
    expect(poster.groups.flatMap(({ bodies }) => bodies.map(({ statuses }) => statuses[0]))).toEqual([
      'on_track',
      'on_track',
      'on_track',
    ]);
  });
});
