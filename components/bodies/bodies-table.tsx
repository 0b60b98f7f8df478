import { bodyHref } from '@/components/dashboard/links';
import { PairStatusTag } from '@/components/status/status-tag';
import { SortableHeader, Table } from '@/components/ui/table';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory, PairStatus } from '@/lib/domain/vocabulary';
import { formatInteger, formatPercentValue } from '@/lib/format/numbers';
import { BODIES } from '@/lib/messages/bodies';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';

type Sort = 'code' | 'name' | 'status' | 'verified' | 'silence';

export interface BodiesTableProps {
  rows: readonly {
    readonly body: { readonly code: string; readonly name: string; readonly category: BodyCategory };
    readonly districtName: string;
    readonly status: PairStatus;
    readonly verified: number | null;
    readonly tracks: readonly { readonly trackCode: string; readonly status: PairStatus; readonly verified: number }[];
    readonly silentDays: number | null;
  }[];
  tracks: readonly { readonly code: string; readonly title: string }[];
  sort: Sort;
  isDescending: boolean;
  sortHref: (sort: Sort) => string;
  linkDay: CivilDate | null;
}

/** Bodies with their worst status and the verified share of each track. */
export function BodiesTable({ rows, tracks, sort, isDescending, sortHref, linkDay }: BodiesTableProps) {
  const order = (name: Sort) => (sort === name ? (isDescending ? 'descending' : 'ascending') : undefined);
  const shownTracks = tracks.filter(({ code }) =>
    rows.some((row) => row.tracks.some(({ trackCode }) => trackCode === code)),
  );
  return (
    <Table caption={BODIES.tableCaption} className="bodies-t">
      <thead>
        <tr>
          <SortableHeader href={sortHref('code')} order={order('code')} className="hide-s">
            {BODIES.code}
          </SortableHeader>
          <SortableHeader href={sortHref('name')} order={order('name')}>
            {BODIES.body}
          </SortableHeader>
          <th scope="col" className="hide-s">
            {BODIES.category}
          </th>
          <th scope="col" className="hide-s">
            {BODIES.district}
          </th>
          <SortableHeader href={sortHref('status')} order={order('status')}>
            {BODIES.status}
          </SortableHeader>
          {shownTracks.map(({ code, title }) => (
            <th key={code} scope="col" className="n hide-s trk">
              {title}
            </th>
          ))}
          <SortableHeader numeric href={sortHref('verified')} order={order('verified')}>
            {BODIES.verifiedUnit}
          </SortableHeader>
          <SortableHeader numeric href={sortHref('silence')} order={order('silence')} className="hide-s">
            {BODIES.silenceUnit}
          </SortableHeader>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ body, districtName, status, verified, tracks: cells, silentDays }) => (
          <tr key={body.code}>
            <td className="hide-s faint">
              <bdi className="ltr">{body.code}</bdi>
            </td>
            <th scope="row">
              <a href={bodyHref(body.code, linkDay)}>{body.name}</a>
            </th>
            <td className="hide-s">{BODY_CATEGORY_LABELS[body.category]}</td>
            <td className="hide-s">{districtName}</td>
            <td>
              <PairStatusTag status={status} />
            </td>
            {shownTracks.map(({ code }) => {
              const cell = cells.find(({ trackCode }) => trackCode === code);
              return (
                <td key={code} className="n hide-s">
                  {cell === undefined || cell.status === 'exempt' ? (
                    <span className="faint" title={BODIES.notPair}>
                      –
                    </span>
                  ) : (
                    formatPercentValue(cell.verified, 0)
                  )}
                </td>
              );
            })}
            <td className="n b">{verified === null ? '–' : formatPercentValue(verified, 0)}</td>
            <td className="n hide-s">{silentDays === null ? '–' : formatInteger(silentDays)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
