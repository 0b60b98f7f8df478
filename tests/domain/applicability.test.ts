import { describe, expect, test } from 'vitest';
import { appliesTo, buildPairs, existsOn } from '@/lib/domain/reference';
import { BODY_CATEGORIES } from '@/lib/domain/vocabulary';
import { aBody, aMilestone, aTrack, seedMilestones } from './builders';

describe('which milestones a body has', () => {
  test.each(BODY_CATEGORIES)('%s: those that name its category', (category) => {
    const milestone = aMilestone({ appliesTo: [{ category, publicOnly: false }] });
    for (const other of BODY_CATEGORIES) {
      expect(appliesTo(milestone, aBody({ category: other })), other).toBe(other === category);
    }
  });

  test('«enterprise:public» asks only enterprises that serve the public', () => {
    const milestone = aMilestone({ appliesTo: [{ category: 'enterprise', publicOnly: true }] });
    expect(appliesTo(milestone, { category: 'enterprise', providesPublicService: true })).toBe(true);
    expect(appliesTo(milestone, { category: 'enterprise', providesPublicService: false })).toBe(false);
  });

  test('of the correspondence track a village administration has seven milestones, an agency eight', () => {
    const correspondence = seedMilestones('CR');
    const codes = (category: 'village_administration' | 'executive_agency') =>
      correspondence.filter((one) => appliesTo(one, aBody({ category }))).map(({ code }) => code);
    expect(codes('village_administration')).toEqual(['CR1', 'CR2', 'CR3', 'CR4', 'CR7', 'CR8', 'CR9']);
    expect(codes('executive_agency')).toEqual(['CR1', 'CR2', 'CR3', 'CR4', 'CR5', 'CR6', 'CR8', 'CR9']);
  });

  test('a village administration has no milestone of a service desk', () => {
    const village = aBody({ category: 'village_administration' });
    expect([...seedMilestones('HD'), ...seedMilestones('ED')].filter((one) => appliesTo(one, village))).toEqual([]);
  });
});

describe('pairs', () => {
  const hd = aTrack({ id: 1, code: 'HD' });
  const nt = aTrack({ id: 2, code: 'NT', weightPoints: 2 });
  const desk = aMilestone({
    code: 'HD1',
    trackId: 1,
    appliesTo: [{ category: 'executive_agency', publicOnly: false }],
  });
  const both = [
    { category: 'executive_agency', publicOnly: false },
    { category: 'village_administration', publicOnly: false },
  ] as const;
  const second = aMilestone({ code: 'NT2', trackId: 2, position: 2, appliesTo: both });
  const first = aMilestone({ code: 'NT1', trackId: 2, position: 1, appliesTo: both });
  const agency = aBody({ weightPoints: 3 });
  const village = aBody({ category: 'village_administration' });

  test('a body and a track without a milestone for it are not a pair at all', () => {
    const pairs = buildPairs([agency, village], [hd, nt], [desk, second, first]);
    expect(pairs.map(({ body, track }) => [body.code, track.code])).toEqual([
      [agency.code, 'HD'],
      [agency.code, 'NT'],
      [village.code, 'NT'],
    ]);
  });

  test('milestones stand in their order, and the weight is body weight times track weight', () => {
    const [, pair] = buildPairs([agency], [hd, nt], [desk, second, first]);
    expect(pair?.milestones.map(({ code }) => code)).toEqual(['NT1', 'NT2']);
    expect(pair?.weight).toBe(6);
  });
});

test('a body exists from its first day to the day before it is dissolved', () => {
  const body = { existsFrom: '2018-10-01', dissolvedOn: '2018-12-01' } as const;
  expect(existsOn(body, '2018-09-30')).toBe(false);
  expect(existsOn(body, '2018-10-01')).toBe(true);
  expect(existsOn(body, '2018-11-30')).toBe(true);
  expect(existsOn(body, '2018-12-01')).toBe(false);
  expect(existsOn({ existsFrom: null, dissolvedOn: null }, '1990-01-01')).toBe(true);
});
