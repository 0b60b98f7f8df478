import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { COMMON } from '@/lib/messages/common';

/** A word or date of a filter. */
export function FilterText({
  name,
  label,
  value,
  placeholder,
  list,
  isSearch,
}: {
  name: string;
  label: string;
  value: string;
  placeholder?: string;
  list?: string;
  isSearch?: boolean;
}) {
  return (
    <label className={isSearch ? 'q' : undefined}>
      <span>{label}</span>
      <input
        key={value}
        className="input"
        type={isSearch ? 'search' : 'text'}
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        list={list}
        autoComplete="off"
      />
    </label>
  );
}

/** A filter as a form that works without script: what is chosen stands in the address. */
export function GetFilter({
  action,
  submitLabel = COMMON.search,
  clear,
  children,
  extra,
}: {
  action: string;
  submitLabel?: string;
  clear: { readonly href: string; readonly label: string } | null;
  children: ReactNode;
  extra?: ReactNode;
}) {
  return (
    <form method="get" action={action} className="admin-filter">
      {children}
      <div className="row">
        <button className="btn" type="submit">
          <Icon name="search" />
          {submitLabel}
        </button>
        {clear && (
          <a className="btn quiet" href={clear.href}>
            {clear.label}
          </a>
        )}
        {extra}
      </div>
    </form>
  );
}
