import { describe, expect, test } from 'vitest';
import { fateOfClaim, fateOfRequest } from '@/lib/domain/report-fate';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { EventKind } from '@/lib/domain/vocabulary';

const later = (...kinds: EventKind[]) =>
  kinds.map((kind, index) => ({ kind, recordedOn: `2018-12-0${index + 1}` as CivilDate, note: `${kind} ${index}` }));

describe('what became of a claim', () => {
  test.each([
    [[], 'waiting'],
    [['request', 'request_answer', 'extend'], 'waiting'],
    [['verify'], 'verified'],
    [['return'], 'returned'],
    [['withdraw'], 'withdrawn'],
    [['verify', 'reopen'], 'returned'],
    [['verify', 'undo'], 'waiting'],
    [['return', 'undo', 'verify'], 'verified'],
    [['exempt'], 'exempt'],
    [['exempt', 'lift_exemption'], 'waiting'],
    [['return', 'start', 'block', 'unblock'], 'returned'],
  ] as const)('after %j it is %s', (kinds, fate) => {
    expect(fateOfClaim(later(...kinds)).fate).toBe(fate);
  });

  test('is decided before the next claim: that one has a fate of its own', () => {
    expect(fateOfClaim(later('return', 'claim', 'verify'))).toEqual({
      fate: 'returned',
      on: '2018-12-01',
      reason: 'return 0',
    });
  });
});

describe('what became of a request', () => {
  test('waits, is accepted or refused with the answer', () => {
    expect(fateOfRequest(null).fate).toBe('waiting');
    const answer = { outcome: 'accepted', recordedOn: '2018-12-08', note: 'موجه است' } as const;
    expect(fateOfRequest(answer)).toEqual({ fate: 'accepted', on: '2018-12-08', reason: 'موجه است' });
    expect(fateOfRequest({ ...answer, outcome: 'refused' }).fate).toBe('refused');
  });
});
