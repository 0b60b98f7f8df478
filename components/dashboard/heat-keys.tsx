'use client';

import { useEffect } from 'react';

/** Cells of a map by row, without the empty ones. */
function gridOf(map: Element): HTMLAnchorElement[][] {
  return [...map.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll<HTMLAnchorElement>('td.h a')]);
}

function columnOf(cell: HTMLAnchorElement): number {
  return (cell.parentElement as HTMLTableCellElement).cellIndex;
}

/** The cell of a row that stands under a column, or the nearest one. */
function nearest(row: readonly HTMLAnchorElement[] | undefined, column: number): HTMLAnchorElement | null {
  let found: HTMLAnchorElement | null = null;
  for (const cell of row ?? []) {
    if (found === null || Math.abs(columnOf(cell) - column) < Math.abs(columnOf(found) - column)) found = cell;
  }
  return found;
}

/** Where a key leads from a cell. The map runs from right to left, so the left arrow goes on and the right arrow goes back. */
function target(grid: HTMLAnchorElement[][], cell: HTMLAnchorElement, event: KeyboardEvent): HTMLAnchorElement | null {
  const rowIndex = grid.findIndex((row) => row.includes(cell));
  const row = grid[rowIndex] ?? [];
  const index = row.indexOf(cell);
  const column = columnOf(cell);
  switch (event.key) {
    case 'ArrowLeft':
      return row[index + 1] ?? null;
    case 'ArrowRight':
      return row[index - 1] ?? null;
    case 'ArrowDown':
      return nearest(grid[rowIndex + 1], column);
    case 'ArrowUp':
      return nearest(grid[rowIndex - 1], column);
    case 'PageDown':
      return nearest(grid[Math.min(grid.length - 1, rowIndex + 10)], column);
    case 'PageUp':
      return nearest(grid[Math.max(0, rowIndex - 10)], column);
    case 'Home':
      return (event.ctrlKey ? grid[0] : row)?.[0] ?? null;
    case 'End':
      return (event.ctrlKey ? grid.at(-1) : row)?.at(-1) ?? null;
    default:
      return null;
  }
}

/** Moves through the maps of the page with the arrow keys; one cell of each map is in the tab order. Enter follows the cell's link. */
export function HeatKeys() {
  useEffect(() => {
    for (const map of document.querySelectorAll('[data-heat]')) {
      map.querySelector<HTMLAnchorElement>('td.h a')?.setAttribute('tabindex', '0');
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.metaKey || !(event.target instanceof HTMLAnchorElement)) return;
      const cell = event.target;
      const map = cell.closest('[data-heat]');
      if (map === null || cell.closest('td.h') === null) return;
      const next = target(gridOf(map), cell, event);
      if (next === null) return;
      event.preventDefault();
      cell.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
