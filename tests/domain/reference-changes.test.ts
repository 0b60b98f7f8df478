import { expect, test } from 'vitest';
import type { ReferenceHistory } from '@/lib/domain/reference-as-of';
import { listReferenceChanges } from '@/lib/domain/reference-changes';
import { aBody, aMilestone, aTrack } from './builders';

const FROM = '2018-09-01';
const TO = '2018-12-08';
const [track, other] = [aTrack({ id: 1, programmeId: 1 }), aTrack({ id: 2, programmeId: 2 })];
const milestone = aMilestone({ id: 10, trackId: 1 });
const body = aBody({ id: 20 });

const EMPTY: ReferenceHistory = {
  programmes: [],
  tracks: [
    { key: 1, recordedOn: FROM, value: track },
    { key: 2, recordedOn: FROM, value: other },
  ],
  milestones: [{ key: 10, recordedOn: FROM, value: milestone }],
  areas: [],
  bodies: [{ key: 20, recordedOn: FROM, value: body }],
  holidays: [],
  settings: [],
};

const changes = (history: Partial<ReferenceHistory>, to: typeof TO | '2018-10-01' = TO) =>
  listReferenceChanges({ ...EMPTY, ...history }, 1, FROM, to);

test('what the first load brings is no change', () => {
  expect(changes({})).toEqual([]);
});

test('days on which rules, programme or bodies changed, with how many things of each kind', () => {
  expect(
    changes({
      holidays: [
        { key: '2018-11-01', recordedOn: '2018-10-10', value: 'تعطیل' },
        { key: '2018-11-02', recordedOn: '2018-10-10', value: 'تعطیل' },
      ],
      settings: [{ key: 'silentAfterDays', recordedOn: '2018-10-10', value: 10 }],
      milestones: [
        ...EMPTY.milestones,
        { key: 10, recordedOn: '2018-11-05', value: { ...milestone, weightPoints: 3 } },
      ],
    }),
  ).toEqual([
    { on: '2018-10-10', counts: { holiday: 2, threshold: 1 } },
    { on: '2018-11-05', counts: { milestone: 1 } },
  ]);
});

test('a change of another programme, of words on paper or of an area is none', () => {
  expect(
    changes({
      tracks: [...EMPTY.tracks, { key: 2, recordedOn: '2018-10-10', value: other }],
      settings: [{ key: 'letterhead', recordedOn: '2018-10-10', value: '…' }],
      areas: [{ key: '22', recordedOn: '2018-10-10', value: null }],
    }),
  ).toEqual([]);
});

test('a body counts on the day it begins or ends, a later milestone on the day from which it counts', () => {
  expect(
    changes({
      bodies: [...EMPTY.bodies, { key: 20, recordedOn: '2018-10-10', value: { ...body, dissolvedOn: '2018-11-20' } }],
      milestones: [
        ...EMPTY.milestones,
        { key: 11, recordedOn: '2018-10-12', value: aMilestone({ id: 11, trackId: 1, validFrom: '2018-11-01' }) },
      ],
    }),
  ).toEqual([
    { on: '2018-10-10', counts: { body: 1 } },
    { on: '2018-11-01', counts: { milestone: 1 } },
    { on: '2018-11-20', counts: { body: 1 } },
  ]);
});

test('what is dissolved as from long ago changes figures from the day on which that was learned', () => {
  const bodies = [
    ...EMPTY.bodies,
    { key: 20, recordedOn: '2018-11-20' as const, value: { ...body, dissolvedOn: '2018-09-10' as const } },
  ];
  expect(changes({ bodies })).toEqual([{ on: '2018-11-20', counts: { body: 1 } }]);
  expect(changes({ bodies }, '2018-10-01')).toEqual([]);
});

test('nothing after the as-of day is told', () => {
  expect(changes({ programmes: [{ key: 1, recordedOn: '2018-11-05', value: null }] }, '2018-10-01')).toEqual([]);
});
