import { LinkedCount } from '@/components/ui/count-link';
import { PairStatusTag } from '@/components/status/status-tag';
import { Table } from '@/components/ui/table';
import type { StatusFlow } from '@/lib/domain/comparison';
import type { PairStatus } from '@/lib/domain/vocabulary';
import { COMPARISON } from '@/lib/messages/comparison';

export interface FlowTableProps {
  flows: readonly StatusFlow[];
  fromDay: string;
  toDay: string;
  hrefs: Readonly<Record<'before' | 'left' | 'entered' | 'after', (status: PairStatus) => string>>;
}

/** How many left and entered each status between two days; every number opens its list. */
export function FlowTable({ flows, fromDay, toDay, hrefs }: FlowTableProps) {
  const columns = [
    ['before', COMPARISON.before(fromDay)],
    ['left', COMPARISON.left],
    ['entered', COMPARISON.entered],
    ['after', COMPARISON.before(toDay)],
  ] as const;
  return (
    <Table caption={COMPARISON.flow} className="flow-t">
      <thead>
        <tr>
          <th scope="col">{COMPARISON.status}</th>
          {columns.map(([key, head]) => (
            <th key={key} scope="col" className="n">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <tr key={flow.status}>
            <th scope="row">
              <PairStatusTag line status={flow.status} />
            </th>
            {columns.map(([key]) => (
              <td key={key} className="n">
                <LinkedCount href={hrefs[key](flow.status)} count={flow[key]} of="pairs" />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
