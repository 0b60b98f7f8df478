import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAreas, type MapArea } from '@/lib/domain/area-map';

const area = (code: string, districtCode: string, place: readonly [number, number] | null = null): MapArea => ({
  code,
  districtCode,
  column: place?.[0] ?? null,
  row: place?.[1] ?? null,
});
const placesOf = (areas: readonly MapArea[]) =>
  Object.fromEntries([...placeAreas(areas)].map(([code, { column, row }]) => [code, [column, row]]));

const anyAreas = fc
  .array(
    fc.record({
      district: fc.integer({ min: 1, max: 6 }),
      place: fc.option(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map(({ district, place }, index) => area(`${district}-${index + 100}`, String(district), place)));

describe('the schematic map', () => {
  test('keeps the places that the data give', () => {
    const areas = [area('a1', 'a', [1, 1]), area('a2', 'a', [2, 1]), area('b1', 'b', [1, 2])];
    expect(placesOf(areas)).toEqual({ a1: [1, 1], a2: [2, 1], b1: [1, 2] });
  });

  test('puts an area without a place beside its own district, inside the map where there is room', () => {
    const areas = [area('a', 'a'), area('a1', 'a', [2, 1]), area('b1', 'b', [1, 2]), area('b2', 'b', [3, 1])];
    expect(placesOf(areas)).toMatchObject({ a: [1, 1] });
  });

  test('of two on one place the smaller code keeps it and the other stands next to it', () => {
    expect(placesOf([area('a2', 'a', [2, 2]), area('a1', 'a', [2, 2])])).toEqual({ a1: [1, 2], a2: [1, 1] });
  });

  test('a county of which nothing is placed stands in rows, a district below the other', () => {
    const own = (district: string, count: number) =>
      Array.from({ length: count }, (_, index) => area(`${district}${index}`, district));
    expect(placesOf([...own('b', 1), ...own('a', 5)])).toEqual({
      a0: [1, 1],
      a1: [2, 1],
      a2: [3, 1],
      a3: [4, 1],
      a4: [1, 2],
      b0: [1, 3],
    });
  });

  test('no areas, no map', () => {
    expect(placeAreas([]).size).toBe(0);
  });

  test('places every area once, none on another, beginning with column and row 1', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        const places = placeAreas(areas);
        expect([...places.keys()].sort()).toEqual(areas.map(({ code }) => code).sort());
        expect(new Set([...places.values()].map(({ column, row }) => `${column} ${row}`)).size).toBe(areas.length);
        if (areas.length === 0) return;
        expect(Math.min(...[...places.values()].map(({ column }) => column))).toBe(1);
        expect(Math.min(...[...places.values()].map(({ row }) => row))).toBe(1);
      }),
    );
  });

  test('does not depend on the order in which the areas come', () => {
    fc.assert(
      fc.property(
        anyAreas.chain((areas) =>
          fc.tuple(fc.constant(areas), fc.shuffledSubarray(areas, { minLength: areas.length })),
        ),
        ([areas, shuffled]) => {
          expect(placesOf(shuffled)).toEqual(placesOf(areas));
        },
      ),
    );
  });

  test('areas with places of their own stand to each other as the data say', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        const places = placeAreas(areas);
        const first = new Map<string, MapArea>();
        for (const each of [...areas].sort((a, b) => (a.code < b.code ? -1 : 1))) {
          const key = `${each.column} ${each.row}`;
          if (each.column !== null && each.row !== null && !first.has(key)) first.set(key, each);
        }
        const shifts = [...first.values()].map(({ code, column, row }) => {
          const place = places.get(code);
          return `${(place?.column ?? 0) - (column ?? 0)} ${(place?.row ?? 0) - (row ?? 0)}`;
        });
        expect(new Set(shifts).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
