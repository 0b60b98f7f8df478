import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEADING_LINES, linesPerColumn, posterPages, type PosterGroup, type PosterLine } from '@/lib/domain/posters';

const groupsOf = (sizes: readonly number[]): PosterGroup[] =>
  sizes.map((size, group) => ({
    label: `گروه ${group}`,
    bodies: Array.from({ length: size }, (_, index) => ({ code: `${group}-${index}`, name: 'نام', statuses: [] })),
  }));
const codesOf = (lines: readonly PosterLine[]) =>
  lines.flatMap((line) => (line.kind === 'body' ? [line.body.code] : []));
const height = (column: readonly PosterLine[]) =>
  column.reduce((sum, { kind }) => sum + (kind === 'group' ? HEADING_LINES : 1), 0);

describe('laying out the poster', () => {
  it('loses no body, keeps their order, fills no column over its height and ends none with a heading', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 9 }),
        fc.integer({ min: 4, max: 70 }),
        (sizes, lines) => {
          const groups = groupsOf(sizes);
          const columns = posterPages(groups, 4, lines).flat();
          expect(codesOf(columns.flat())).toEqual(groups.flatMap(({ bodies }) => bodies.map(({ code }) => code)));
          for (const column of columns) {
            expect(height(column)).toBeLessThanOrEqual(lines);
            if (column.length > 0) expect(column.at(-1)?.kind).toBe('body');
          }
        },
      ),
    );
  });

  it('says again at the top of a column which group goes on', () => {
    const [page] = posterPages(groupsOf([10]), 2, 8);
    expect(page?.[1]?.[0]).toEqual({ kind: 'group', label: 'گروه 0', count: 10, isContinued: true });
  });

  it('goes on on a further page where one does not hold all', () => {
    expect(posterPages(groupsOf([100]), 4, 20)).toHaveLength(2);
  });

  it('takes as few lines as hold everything on one page, within what is legible', () => {
    const county = groupsOf([1, 4, 4, 60, 26, 89, 18, 8]);
    const lines = linesPerColumn(county, 4, 42, 63);
    expect(posterPages(county, 4, lines)).toHaveLength(1);
    expect(posterPages(county, 4, lines - 1)).toHaveLength(2);
    expect(linesPerColumn(groupsOf([5]), 4, 42, 63)).toBe(42);
    expect(linesPerColumn(groupsOf([900]), 4, 42, 63)).toBe(63);
  });
});
