import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatInteger } from '@/lib/format/numbers';
import { LIST_EDIT as W } from '@/lib/messages/admin-lists';

export interface ListItemRow {
  readonly code: string;
  readonly isRetired: boolean;
  readonly title: string;
  /** Under the title. */
  readonly note: string;
  readonly marks: readonly string[];
  readonly href: string;
}

/** Items of a list in their order, inside a form whose buttons move them. */
export function ListItemsTable({ caption, rows }: { caption: string; rows: readonly ListItemRow[] }) {
  const inUse = rows.filter(({ isRetired }) => !isRetired);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <th scope="col" className="n">
            {W.place}
          </th>
          <th scope="col">{W.code}</th>
          <th scope="col">{W.what}</th>
          <th scope="col">{W.order}</th>
          <th scope="col">
            <span className="vh">{W.edit}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const place = inUse.indexOf(row);
          return (
            <tr key={row.code} id={`item-${row.code}`}>
              <td className="n">{place < 0 ? '–' : formatInteger(place + 1)}</td>
              <td className="faint">
                <bdi className="ltr">{row.code}</bdi>
              </td>
              <th scope="row">
                {row.title}
                {row.note !== '' && <small>{row.note}</small>}
                {(row.marks.length > 0 || row.isRetired) && (
                  <span className="row">
                    {row.isRetired && <Tag>{W.withdrawn}</Tag>}
                    {row.marks.map((mark) => (
                      <Tag key={mark}>{mark}</Tag>
                    ))}
                  </span>
                )}
              </th>
              <td className="nowrap">
                {place > 0 && (
                  <button className="btn sm" name="move" value={`up ${row.code}`} aria-label={W.up(row.code)}>
                    {W.upMark}
                  </button>
                )}{' '}
                {place >= 0 && place < inUse.length - 1 && (
                  <button className="btn sm" name="move" value={`down ${row.code}`} aria-label={W.down(row.code)}>
                    {W.downMark}
                  </button>
                )}
              </td>
              <td>
                <a href={row.href} aria-label={`${W.edit} ${row.code}`}>
                  {W.edit}
                </a>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
