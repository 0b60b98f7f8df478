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

/** Leads to the step on the body's page. One cell at a time is in the tab order, see `HeatKeys`. */
function cellMarkup(cell: HeatTableCell | null, href: string, code: string, track: string, position: number): string {
  if (cell === null) return `<td class="na" title="${DASHBOARD.notApplicable}"></td>`;
  const look = lookOf(cell);
  const words = escapeText(DASHBOARD.heatCell(track, position, look.word, cell.daysLate));
  const inside =
    look.icon === null
      ? cell.daysLate > 0
        ? `<b>${formatInteger(cell.daysLate)}</b>`
        : '<i></i>'
      : cellIcon(look.icon);
  // a number inside would be the link's whole name
  const name = look.icon === null && cell.daysLate > 0 ? ` aria-label="${words}"` : '';
  return `<td class="h"><a class="${look.className}" href="${href}#${code}" tabindex="-1"${name} title="${words}">${inside}</a></td>`;
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
  const columns = tracks.flatMap((track) => track.milestones.map(({ code, position }) => ({ track, code, position })));
  const body = rows
    .map((row) => {
      let previous: HeatTableProps['tracks'][number] | null = null;
      const href = escapeText(row.href);
      const cells = row.cells
        .map((cell, index) => {
          const column = columns[index];
          if (!column) return '';
          const gap = column.track === previous ? '' : '<td></td>';
          previous = column.track;
          return gap + cellMarkup(cell, href, column.code, column.track.shortTitle, column.position);
        })
        .join('');
      const name = escapeText(row.name);
      const total = row.consequence > 0 ? formatDecimal(row.consequence, 1) : '';
      return `<tr><th scope="row" class="nm"><a href="${href}" title="${name}">${name}</a></th>${cells}<td class="tt">${total}</td></tr>`;
    })
    .join('');
  const widths = tracks.map(({ milestones }) => `<col class="c-sp">${'<col>'.repeat(milestones.length)}`).join('');
  return `${SPRITE}<table class="heat"><colgroup><col class="c-nm">${widths}<col class="c-tt"></colgroup><thead>${headMarkup(tracks)}</thead><tbody>${body}</tbody></table>`;
}

/** Bodies by milestones, in a scroller whose names stay in place. A tall one keeps its heads in sight as well. */
export function HeatTable({ isTall = false, ...props }: HeatTableProps & { isTall?: boolean }) {
  return (
    <div
      className={isTall ? 'scroll heat-w tall' : 'scroll heat-w'}
      data-heat=""
      tabIndex={0}
      role="region"
      aria-label={DASHBOARD.heatRegion}
      dangerouslySetInnerHTML={{ __html: heatMarkup(props) }}
    />
  );
}

const LEGEND: readonly (readonly [string, CellIcon | null, string])[] = [
  ['q-complete', 'check', MILESTONE_STATE_LABELS.verified],
  ['q-ontrack', 'in_progress', MILESTONE_STATE_LABELS.in_progress],
  ['q-awaiting', 'awaiting', MILESTONE_STATE_LABELS.claimed],
  ['q-returned', 'returned', MILESTONE_STATE_LABELS.returned],
  ['f-late', null, DASHBOARD.heatLateKey],
  ['q-blocked', 'bar', MILESTONE_STATE_LABELS.blocked],
  ['q-risk', 'risk', DASHBOARD.heatRiskKey],
  ['q-gov', 'eye', GOVERNORATE_TURN_LABEL],
];

/** What the cells mean. */
export function HeatLegend() {
  const items = LEGEND.map(
    ([look, icon, word]) =>
      `<li><span class="swatch c ${look}" aria-hidden="true">${icon === null ? `<b>${formatInteger(8)}</b>` : `<svg class="i"><use href="#heat-${icon}"/></svg>`}</span> ${escapeText(word)}</li>`,
  );
  const none = `<li><span class="swatch c q-none" aria-hidden="true"><i></i></span> ${DASHBOARD.notDueYet}</li><li><span class="swatch c na" aria-hidden="true"></span> ${DASHBOARD.notApplicable}</li>`;
  return <ul className="legend" dangerouslySetInnerHTML={{ __html: items.join('') + none }} />;
}
