import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { CivilDate } from '@/lib/calendar/civil-date';
import type { BodyCategory } from '@/lib/domain/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { formatDecimal, formatInteger } from '@/lib/format/numbers';
import { REFERENCE } from '@/lib/messages/admin-reference';
import { BODY_CATEGORY_LABELS } from '@/lib/messages/vocabulary';

export interface AdminBodyRow {
  readonly code: string;
  readonly districtName: string;
  readonly version: {
    readonly name: string;
    readonly category: BodyCategory;
    readonly weightPoints: number;
    readonly existsFrom: CivilDate | null;
    readonly dissolvedOn: CivilDate | null;
    readonly coordinationOnly: boolean;
  };
}

/** Bodies as reference data; progress stands elsewhere. */
export function AdminBodiesTable({ rows, today }: { rows: readonly AdminBodyRow[]; today: CivilDate }) {
  return (
    <Table caption={REFERENCE.bodiesCaption}>
      <thead>
        <tr>
          <th scope="col" className="hide-s">
            {REFERENCE.code}
          </th>
          <th scope="col">{REFERENCE.body}</th>
          <th scope="col">{REFERENCE.kind}</th>
          <th scope="col" className="hide-s">
            {REFERENCE.district}
          </th>
          <th scope="col" className="n hide-s">
            {REFERENCE.weight}
          </th>
          <th scope="col">{REFERENCE.state}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, districtName, version }) => (
          <tr key={code}>
            <td className="hide-s faint">
              <bdi className="ltr">{code}</bdi>
            </td>
            <th scope="row">
              <a href={`/admin/reference/bodies/${encodeURIComponent(code)}`}>{version.name}</a>
            </th>
            <td>{BODY_CATEGORY_LABELS[version.category]}</td>
            <td className="hide-s">{districtName}</td>
            <td className="n hide-s">
              {Number.isInteger(version.weightPoints)
                ? formatInteger(version.weightPoints)
                : formatDecimal(version.weightPoints, 1)}
            </td>
            <td>
              {version.dissolvedOn !== null && (
                <Tag tone="exempt" icon="bar">
                  {REFERENCE.dissolved(formatDate(version.dissolvedOn))}
                </Tag>
              )}
              {version.existsFrom !== null && version.existsFrom > today && (
                <Tag tone="ontrack">{REFERENCE.comes(formatDate(version.existsFrom))}</Tag>
              )}
              {version.coordinationOnly && <Tag>{REFERENCE.coordination}</Tag>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
