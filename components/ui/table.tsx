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
