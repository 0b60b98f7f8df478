import { expect, test } from 'vitest';
import { compareEvidence } from '@/lib/domain/evidence-change';
import {
  changeReasons,
  MOST_RETURN_REASONS,
  reasonsForTrack,
  type ReasonChange,
  type ReturnReason,
} from '@/lib/domain/return-reasons';

const A: ReturnReason = { text: 'الف', trackCode: null };
const B: ReturnReason = { text: 'ب', trackCode: 'ED' };
const C: ReturnReason = { text: 'پ', trackCode: null };

const after = (reasons: readonly ReturnReason[], change: ReasonChange) => {
  const result = changeReasons(reasons, change);
  return result.ok ? result.reasons : result.why;
};

test('a reason is added at the end, changed in its place, moved by one and removed', () => {
  expect(after([A, B], { kind: 'add', reason: C })).toEqual([A, B, C]);
  expect(after([A, B], { kind: 'replace', index: 1, reason: C })).toEqual([A, C]);
  expect(after([A, B, C], { kind: 'move', index: 2, by: -1 })).toEqual([A, C, B]);
  expect(after([A, B, C], { kind: 'remove', index: 0 })).toEqual([B, C]);
});

test('moving the first up or the last down leaves the list as it is', () => {
  expect(after([A, B], { kind: 'move', index: 0, by: -1 })).toEqual([A, B]);
  expect(after([A, B], { kind: 'move', index: 1, by: 1 })).toEqual([A, B]);
});

test('the same words for the same track stand once; for another track they may stand again', () => {
  expect(after([A], { kind: 'add', reason: A })).toBe('already_there');
  expect(after([A, B], { kind: 'replace', index: 1, reason: A })).toBe('already_there');
  expect(after([A], { kind: 'add', reason: { ...A, trackCode: 'NT' } })).toHaveLength(2);
});

test('one reason always stays, there is a most, and a place that is gone is refused', () => {
  expect(after([A], { kind: 'remove', index: 0 })).toBe('last_one');
  expect(after([A], { kind: 'remove', index: 3 })).toBe('no_such_reason');
  const full = Array.from({ length: MOST_RETURN_REASONS }, (_, index) => ({ text: String(index), trackCode: null }));
  expect(after(full, { kind: 'add', reason: A })).toBe('too_many');
});

test('reasons of the claim’s own track come first, those of other tracks not at all', () => {
  expect(reasonsForTrack([A, B, C], 'ED')).toEqual([B, A, C]);
  expect(reasonsForTrack([A, B, C], 'NT')).toEqual([A, C]);
  expect(reasonsForTrack([A, B, C], null)).toEqual([A, C]);
});

test('evidence of two claims is compared by content', () => {
  const piece = (contentKey: string) => ({ contentKey });
  const change = compareEvidence([piece('letter 1'), piece('file a')], [piece('letter 1'), piece('file b')]);
  expect(change).toEqual({ kept: [piece('letter 1')], added: [piece('file b')], gone: [piece('file a')] });
});
