import { Table } from '@/components/ui/table';
import type { PublicRow } from '@/lib/domain/public-data';
import { formatDayMonthYear } from '@/lib/format/dates';
import { formatInteger } from '@/lib/format/numbers';
import { PUBLIC_PAGE } from '@/lib/messages/public';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { ShareBar, shareText } from './share-bar';

export type FigureRow = PublicRow<'figures'>;

/** One block for each track: its share as number and bar, its steps and its deadline. */
export function TrackFigures({ rows }: { rows: readonly FigureRow[] }) {
  return (
    <ul className="pub-tracks">
      {rows.map((row) => (
        <li key={row.code}>
          <h3>{row.title}</h3>
          <p className="num">{shareText(row.verified)}</p>
          <ShareBar verified={row.verified} planned={row.planned} />
          <p className="small muted">
            {PUBLIC_PAGE.stepsDone(row.verified_milestones ?? 0, row.milestones ?? 0)}
            {row.deadline !== null && <>، {PUBLIC_PAGE.until(formatDayMonthYear(row.deadline as CivilDate))}</>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Groups of bodies with their shares. */
export function GroupFigures({ caption, head, rows }: { caption: string; head: string; rows: readonly FigureRow[] }) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="n">
            {PUBLIC_PAGE.bodyCount}
          </th>
          <th scope="col" className="n">
            {PUBLIC_PAGE.planned}
          </th>
          <th scope="col" className="n">
            {PUBLIC_PAGE.verified}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">{row.title}</th>
            <td className="n">{formatInteger(row.bodies ?? 0)}</td>
            <td className="n">{shareText(row.planned)}</td>
            <td className="n">{shareText(row.verified)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
