import type { GroupComparison } from '@/lib/domain/comparison';
import type { GroupFigures } from '@/lib/domain/figures';
import { COMPARISON } from '@/lib/messages/comparison';
import { Table } from '@/components/ui/table';
import { ChangeCell } from './change-cell';

const lateOf = (group: GroupFigures | null) => (group === null ? null : group.status.late + group.status.missed);

export interface ComparedGroups {
  readonly key: string;
  readonly title: string | null;
  readonly groups: readonly GroupComparison[];
}

/** Figures of the groups on two days. */
export function FiguresTable({ parts }: { parts: readonly ComparedGroups[] }) {
  const words = COMPARISON;
  return (
    <Table caption={words.figures} className="compare-t">
      <thead>
        <tr>
          <th scope="col">{words.group}</th>
          {[words.planned, words.claimed, words.verified, words.spi, words.pace, words.late].map((head) => (
            <th key={head} scope="col" className="n">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map(({ key, title, groups }) => (
        <tbody key={key}>
          {title !== null && (
            <tr className="oth">
              <th colSpan={7} scope="rowgroup">
                {title}
              </th>
            </tr>
          )}
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.label}</th>
              <ChangeCell as="ratio" before={group.planned.before} after={group.planned.after} />
              <ChangeCell as="ratio" before={group.claimed.before} after={group.claimed.after} />
              <ChangeCell as="ratio" before={group.verified.before} after={group.verified.after} />
              <ChangeCell as="index" before={group.spi.before} after={group.spi.after} />
              <ChangeCell as="pace" before={group.recentPerWeek.before} after={group.recentPerWeek.after} />
              <ChangeCell as="count" before={lateOf(group.before)} after={lateOf(group.after)} />
            </tr>
          ))}
        </tbody>
      ))}
    </Table>
  );
}
