import type { ComponentProps, ReactNode } from 'react';
import { tableRegion } from '@/lib/messages/common';
import { classNames } from './class-names';
import { Icon } from './icon';

export interface TableProps extends ComponentProps<'table'> {
  /** What the table holds; hidden unless `showCaption`. */
  caption: string;
  showCaption?: boolean;
}

/** A table in its own scroller, which the keyboard can reach. */
export function Table({ caption, showCaption, className, children, ...rest }: TableProps) {
  return (
    <div className="scroll" role="region" aria-label={tableRegion(caption)} tabIndex={0}>
      <table {...rest} className={classNames('table', className)}>
        <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export interface SortableHeaderProps {
  href: string;
  /** The order now in force on this column, if it is the one sorted by. */
  order?: 'ascending' | 'descending';
  numeric?: boolean;
  className?: string;
  children: ReactNode;
}

export function SortableHeader({ href, order, numeric, className, children }: SortableHeaderProps) {
  return (
    <th scope="col" className={classNames('sortable', numeric && 'n', className)} aria-sort={order ?? 'none'}>
      <a href={href}>
        {children}
        {order && <Icon name={order === 'ascending' ? 'arrow_up' : 'arrow_down'} />}
      </a>
    </th>
  );
}

/** How a table is sorted, and where each of its columns leads to be sorted by. */
export interface Sorting<Column extends string> {
  /** Null: by none of its columns. */
  readonly sort: Column | null;
  readonly isDescending: boolean;
  readonly hrefOf: (column: Column) => string;
}

export interface SortedHeaderProps<Column extends string> {
  /** Left out where the order is given: a plain head. */
  sorting?: Sorting<Column>;
  name: Column;
  className?: string;
  children: ReactNode;
}

/** The head of a column by which a table may be sorted. */
export function SortedHeader<Column extends string>({ sorting, name, className, children }: SortedHeaderProps<Column>) {
  if (sorting === undefined) {
    return (
      <th scope="col" className={className}>
        {children}
      </th>
    );
  }
  const order = sorting.sort === name ? (sorting.isDescending ? 'descending' : 'ascending') : undefined;
  return (
    <SortableHeader href={sorting.hrefOf(name)} order={order} className={className}>
      {children}
    </SortableHeader>
  );
}
