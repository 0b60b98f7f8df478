import { LinkedCount } from '@/components/ui/count-link';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatInteger } from '@/lib/format/numbers';
import { TRACKS } from '@/lib/messages/tracks';

export interface MilestoneLineRow {
  readonly code: string;
  readonly position: number;
  readonly title: string;
  readonly weight: string;
  readonly due: string;
  readonly isDue: boolean;
  readonly isGovernorates: boolean;
  readonly bodies: number;
  readonly verified: number;
  readonly claimed: number;
  readonly blocked: number;
  readonly late: number;
  readonly notStarted: number;
}

/** What of a milestone a number counts, as the list behind it names it. */
export type CountedState = 'all' | 'verified' | 'claimed' | 'blocked' | 'not_started' | 'late';

/** The milestones of a track over all bodies. Every number opens its list. */
export function MilestoneLines({
  rows,
  hrefOf,
}: {
  rows: readonly MilestoneLineRow[];
  hrefOf: (code: string, state: CountedState) => string;
}) {
  const number = (row: MilestoneLineRow, state: CountedState, count: number, strong = false) => (
    <LinkedCount href={hrefOf(row.code, state)} count={count} of="rows" strong={strong} />
  );
  const heads = [TRACKS.bodies, TRACKS.verified, TRACKS.claimed, TRACKS.blocked, TRACKS.notStarted, TRACKS.late];
  return (
    <Table caption={TRACKS.milestones} className="lines-t">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {TRACKS.step}
          </th>
          <th scope="col" className="n">
            {TRACKS.weight}
          </th>
          <th scope="col">{TRACKS.due}</th>
          <th scope="col" className="share">
            {TRACKS.share}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="n">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} id={row.code}>
            <td className="n faint">{formatInteger(row.position)}</td>
            <th scope="row">
              {row.title}{' '}
              {row.isGovernorates && (
                <Tag tone="awaiting" icon="eye" line>
                  {TRACKS.governorate}
                </Tag>
              )}
            </th>
            <td className="n">{row.weight}</td>
            <td className="nowrap">
              {row.due} {!row.isDue && <small className="faint">{TRACKS.notDue}</small>}
            </td>
            <td className="share">
              <div className="bullet sm" role="img" aria-label={TRACKS.shareOf(row.verified, row.claimed, row.bodies)}>
                <i className="c" style={{ inlineSize: share(row.verified + row.claimed, row.bodies) }} />
                <i className="v" style={{ inlineSize: share(row.verified, row.bodies) }} />
              </div>
            </td>
            <td className="n">{number(row, 'all', row.bodies)}</td>
            <td className="n">{number(row, 'verified', row.verified, true)}</td>
            <td className="n">{number(row, 'claimed', row.claimed)}</td>
            <td className="n">{number(row, 'blocked', row.blocked)}</td>
            <td className="n">{number(row, 'not_started', row.notStarted)}</td>
            <td className="n">{number(row, 'late', row.late)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const share = (count: number, of: number) => `${of === 0 ? 0 : (count / of) * 100}%`;
