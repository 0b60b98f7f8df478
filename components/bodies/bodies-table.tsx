import { SortableHeader, Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import { trackOfSort, type BodyColumn, type BodySort } from '@/lib/domain/body-columns';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_COLUMN_LABELS } from '@/lib/messages/body-list';
import { BodyCell, TrackCell } from './body-cells';
import type { ListedBody, ListedTrack } from './list-types';

export interface BodiesTableProps {
  rows: readonly ListedBody[];
  columns: readonly BodyColumn[];
  /** Tracks of the whole list, so that every page of it has the same columns. */
  tracks: readonly ListedTrack[];
  sort: BodySort;
  isDescending: boolean;
  sortHref: (sort: BodySort) => string;
  linkDay: CivilDate | null;
}

const NUMERIC: ReadonlySet<BodyColumn> = new Set([
  'planned',
  'claimed',
  'verified',
  'gap',
  'silence',
  'blockers',
  'waiting',
]);
/** What a telephone shows: the name, the status and how much is verified. */
const KEPT_WHEN_NARROW: ReadonlySet<BodyColumn> = new Set(['name', 'status', 'verified']);

const classOf = (column: BodyColumn) => [`c-${column}`, KEPT_WHEN_NARROW.has(column) ? '' : 'hide-s'].join(' ').trim();

function Heads({ columns, tracks, sort, isDescending, sortHref }: BodiesTableProps) {
  const order = (name: BodySort) => (sort === name ? (isDescending ? 'descending' : 'ascending') : undefined);
  return columns.map((column) =>
    column === 'tracks' ? (
      tracks.map(({ code, title }) => (
        <SortableHeader
          key={code}
          className="trk hide-s"
          href={sortHref(`track-${code}`)}
          order={trackOfSort(sort) === code ? order(sort) : undefined}
        >
          {title}
        </SortableHeader>
      ))
    ) : (
      <SortableHeader
        key={column}
        className={classOf(column)}
        numeric={NUMERIC.has(column)}
        href={sortHref(column)}
        order={order(column)}
      >
        {BODY_COLUMN_LABELS[column]}
      </SortableHeader>
    ),
  );
}

/** Bodies with the chosen columns. Drawn as text: it holds hundreds of bars and nothing of it changes in the browser. */
export function BodiesTable(props: BodiesTableProps) {
  const { rows, columns, tracks, linkDay } = props;
  return (
    <Table caption={BODIES.tableCaption} className="bodies-t">
      <thead>
        <tr>
          <Heads {...props} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.body.code} data-body={row.body.code}>
            {columns.map((column) =>
              column === 'tracks' ? (
                tracks.map(({ code }) => (
                  <td key={code} className="trk hide-s">
                    <TrackCell track={row.tracks.find(({ trackCode }) => trackCode === code)} />
                  </td>
                ))
              ) : (
                <BodyCell
                  key={column}
                  column={column}
                  row={row}
                  linkDay={linkDay}
                  className={NUMERIC.has(column) ? `n ${classOf(column)}` : classOf(column)}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
