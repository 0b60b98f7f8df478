import { Icon } from '@/components/ui/icon';
import type { MilestoneStateName } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { MILESTONES, stepName } from '@/lib/messages/milestones';
import { GRID, GRID_LETTERS, GRID_MARK_LABELS, type GridMark } from '@/lib/messages/villages';
import { tableRegion } from '@/lib/messages/common';
import { GRID_MARK_LOOK, gridMark } from './grid-mark';
import { jointReportHref } from './links';

export interface GridTableProps {
  trackName: string;
  programmeCode: string;
  noun: string;
  columns: readonly {
    readonly milestone: { readonly code: string; readonly position: number; readonly title: string };
    readonly readyCount: number;
  }[];
  rows: readonly {
    readonly body: { readonly code: string; readonly name: string; readonly ruralDistrictName: string | null };
    readonly cells: readonly ({
      readonly group: Parameters<typeof gridMark>[0]['group'];
      readonly state: MilestoneStateName;
      readonly daysLate: number;
    } | null)[];
  }[];
}

/** Own bodies down, steps across. A column leads to the report of its step for many bodies, a cell to the step of one. No hooks: it is drawn as text. */
export function GridTable({ trackName, programmeCode, noun, columns, rows }: GridTableProps) {
  const caption = GRID.caption(trackName);
  return (
    <div className="scroll grid-scroll" tabIndex={0} role="region" aria-label={tableRegion(caption)}>
      <table className="table grid-table">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{GRID.body}</th>
            {columns.map(({ milestone, readyCount }) => {
              const step = stepName(trackName, milestone.position);
              return (
                <th key={milestone.code} scope="col" title={milestone.title}>
                  <span className="vh">
                    {step}، {milestone.title}
                  </span>
                  <b aria-hidden="true">{formatInteger(milestone.position)}</b>
                  {readyCount > 0 ? (
                    <a
                      href={jointReportHref({ do: 'claim', programme: programmeCode, step: milestone.code })}
                      data-count={readyCount}
                      data-count-of="bodies"
                    >
                      {GRID.readyShort(readyCount)}
                      <span className="vh">: {GRID.reportStep(step, readyCount, noun)}</span>
                    </a>
                  ) : (
                    <small>{GRID.readyNone}</small>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ body, cells }) => (
            <tr key={body.code}>
              <th scope="row">
                <a href={`/my?body=${encodeURIComponent(body.code)}`}>{body.name}</a>
                {body.ruralDistrictName !== null && <small>{body.ruralDistrictName}</small>}
              </th>
              {columns.map(({ milestone }, index) => {
                const cell = cells[index] ?? null;
                if (cell === null) {
                  return (
                    <td key={milestone.code}>
                      <span className="vh">{GRID.notApplying}</span>
                    </td>
                  );
                }
                const mark = gridMark(cell);
                const words = cell.daysLate > 0 ? MILESTONES.daysLate(cell.daysLate) : GRID_MARK_LABELS[mark];
                return (
                  <td key={milestone.code}>
                    <a
                      className={`grid-cell ${GRID_MARK_LOOK[mark].tone}`}
                      href={`/my/${encodeURIComponent(body.code)}/${encodeURIComponent(milestone.code)}?programme=${encodeURIComponent(programmeCode)}`}
                      title={words}
                      aria-label={`${body.name}، ${stepName(trackName, milestone.position)}: ${words}`}
                    >
                      <Icon name={GRID_MARK_LOOK[mark].icon} />
                      <span aria-hidden="true">{GRID_LETTERS[mark]}</span>
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the icons and letters mean, of those that stand in the table. */
export function GridLegend({ marks }: { marks: readonly GridMark[] }) {
  return (
    <ul className="legend" aria-label={GRID.legend}>
      {marks.map((mark) => (
        <li key={mark}>
          <span className={`grid-cell ${GRID_MARK_LOOK[mark].tone}`}>
            <Icon name={GRID_MARK_LOOK[mark].icon} />
            <span aria-hidden="true">{GRID_LETTERS[mark]}</span>
          </span>
          {GRID_MARK_LABELS[mark]}
        </li>
      ))}
    </ul>
  );
}
