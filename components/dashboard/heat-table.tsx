import { ICON_SHAPES, type IconName } from '@/components/ui/icon-shapes';
import { formatDayMonth } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';
import { DASHBOARD } from '@/lib/messages/dashboard';
import { GOVERNORATE_TURN_LABEL, MILESTONE_STATE_LABELS } from '@/lib/messages/vocabulary';
import type { MilestoneStateName } from '@/lib/domain/vocabulary';
import type { CivilDate } from '@/lib/calendar/civil-date';

export interface HeatTableCell {
  readonly state: MilestoneStateName;
  readonly isGovernorates: boolean;
  readonly daysLate: number;
  readonly isDueSoon: boolean;
}

export interface HeatTableProps {
  tracks: readonly {
    readonly code: string;
    readonly title: string;
    readonly shortTitle: string;
    readonly milestones: readonly {
      readonly code: string;
      readonly position: number;
      readonly title: string;
      readonly shortTitle: string;
      readonly dueOn: CivilDate;
      readonly isDue: boolean;
    }[];
  }[];
  rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly href: string;
    readonly consequence: number;
    readonly cells: readonly (HeatTableCell | null)[];
  }[];
}

const CELL_ICONS = [
  'check',
  'exempt',
  'eye',
  'bar',
  'awaiting',
  'returned',
  'risk',
  'in_progress',
] as const satisfies readonly IconName[];
type CellIcon = (typeof CELL_ICONS)[number];

/** Each drawing stands once in the table's own sprite; hundreds of cells refer to it. */
const SPRITE = `<svg hidden aria-hidden="true">${CELL_ICONS.map((name) => `<symbol id="heat-${name}" viewBox="0 0 16 16">${ICON_SHAPES[name]}</symbol>`).join('')}</svg>`;
const cellIcon = (name: CellIcon) => `<svg class="i" aria-hidden="true"><use href="#heat-${name}"/></svg>`;

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Look of a cell: done is pale, late is loud and holds its days. */
function lookOf(cell: HeatTableCell): {
  readonly className: string;
  readonly icon: CellIcon | null;
  readonly word: string;
} {
  const word = MILESTONE_STATE_LABELS[cell.state];
  if (cell.state === 'verified') return { className: 'q-complete', icon: 'check', word };
  if (cell.state === 'exempt') return { className: 'q-none', icon: 'exempt', word };
  if (cell.isGovernorates) return { className: 'q-gov', icon: 'eye', word: GOVERNORATE_TURN_LABEL };
  if (cell.state === 'blocked') return { className: 'q-blocked', icon: 'bar', word };
  if (cell.daysLate > 0) return { className: 'f-late', icon: null, word };
  if (cell.state === 'claimed') return { className: 'q-awaiting', icon: 'awaiting', word };
  if (cell.state === 'returned') return { className: 'q-returned', icon: 'returned', word };
  if (cell.isDueSoon) return { className: 'q-risk', icon: 'risk', word };
  if (cell.state === 'in_progress') return { className: 'q-ontrack', icon: 'in_progress', word };
  return { className: 'q-none', icon: null, word: DASHBOARD.notDueYet };
}

function cellMarkup(cell: HeatTableCell | null, track: string, position: number): string {
  if (cell === null) return `<td class="na" title="${DASHBOARD.notApplicable}"></td>`;
  const look = lookOf(cell);
  const words = escapeText(DASHBOARD.heatCell(track, position, look.word, cell.daysLate));
  const inside =
    look.icon === null
      ? cell.daysLate > 0
        ? `<b>${formatInteger(cell.daysLate)}</b>`
        : '<i></i>'
      : cellIcon(look.icon);
  return `<td class="h"><span class="${look.className}" role="img" title="${words}">${inside}</span></td>`;
}

function headMarkup(tracks: HeatTableProps['tracks']): string {
  const groups = tracks
    .map(
      ({ title, milestones }) =>
        `<td></td><th colspan="${milestones.length}" scope="colgroup" class="grp">${escapeText(title)}</th>`,
    )
    .join('');
  const columns = tracks
    .map(
      ({ milestones }) =>
        `<td></td>${milestones
          .map((milestone) => {
            const title = escapeText(DASHBOARD.heatDue(milestone.title, formatDayMonth(milestone.dueOn)));
            const name = escapeText(milestone.shortTitle);
            return `<th scope="col"${milestone.isDue ? ' class="due"' : ''} title="${title}">${formatInteger(milestone.position)}<small>${name}</small></th>`;
          })
          .join('')}`,
    )
    .join('');
  return `<tr><th rowspan="2" scope="col" class="nm">${DASHBOARD.body}</th>${groups}<th rowspan="2" scope="col" class="tt">${DASHBOARD.consequence}</th></tr><tr>${columns}</tr>`;
}

/**
 * The table as text. Hundreds of cells cost a server many times what their text costs, so this one part is written as markup; every word
 * that comes from data is escaped.
 */
export function heatMarkup({ tracks, rows }: HeatTableProps): string {
  const columns = tracks.flatMap((track) => track.milestones.map(({ position }) => ({ track, position })));
  const body = rows
    .map((row) => {
      let previous: HeatTableProps['tracks'][number] | null = null;
      const cells = row.cells
        .map((cell, index) => {
          const column = columns[index];
          if (!column) return '';
          const gap = column.track === previous ? '' : '<td></td>';
          previous = column.track;
          return gap + cellMarkup(cell, column.track.shortTitle, column.position);
        })
        .join('');
      const name = escapeText(row.name);
      const total = row.consequence > 0 ? formatDecimal(row.consequence, 1) : '';
      return `<tr><th scope="row" class="nm"><a href="${escapeText(row.href)}" title="${name}">${name}</a></th>${cells}<td class="tt">${total}</td></tr>`;
    })
    .join('');
  const widths = tracks.map(({ milestones }) => `<col class="c-sp">${'<col>'.repeat(milestones.length)}`).join('');
  return `${SPRITE}<table class="heat"><colgroup><col class="c-nm">${widths}<col class="c-tt"></colgroup><thead>${headMarkup(tracks)}</thead><tbody>${body}</tbody></table>`;
}

/** Bodies by milestones, in a scroller whose names stay in place. */
export function HeatTable(props: HeatTableProps) {
  return (
    <div
      className="scroll heat-w"
      tabIndex={0}
      role="region"
      aria-label={DASHBOARD.heatRegion}
      dangerouslySetInnerHTML={{ __html: heatMarkup(props) }}
    />
  );
}
