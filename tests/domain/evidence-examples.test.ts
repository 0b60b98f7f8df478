import { describe, expect, test } from 'vitest';
import { chooseExample, type ExampleSource } from '@/lib/domain/evidence-examples';

const READER: ExampleSource = { bodyId: 1, category: 'village_administration', districtCode: 'D1' };
const of = (bodyId: number, category: ExampleSource['category'], districtCode: string) => ({
  bodyId,
  category,
  districtCode,
});

describe('the example a body is shown', () => {
  test('comes from its own category before its own district', () => {
    const near = of(2, 'executive_agency', 'D1');
    const similar = of(3, 'village_administration', 'D2');
    expect(chooseExample([near, similar], READER)).toBe(similar);
    expect(chooseExample([near, of(4, 'executive_agency', 'D2')], READER)).toBe(near);
  });

  test('comes from its own district within its category, and else is the first given', () => {
    const far = of(2, 'village_administration', 'D2');
    const near = of(3, 'village_administration', 'D1');
    expect(chooseExample([far, near], READER)).toBe(near);
    expect(chooseExample([far, of(4, 'village_administration', 'D3')], READER)).toBe(far);
  });

  test('is of any other body where no similar one has any', () => {
    const other = of(5, 'municipality', 'D9');
    expect(chooseExample([other], READER)).toBe(other);
  });

  test('is never its own', () => {
    expect(chooseExample([READER], READER)).toBeNull();
    expect(chooseExample([], READER)).toBeNull();
  });
});
