import { Icon } from '@/components/ui/icon';
import { LISTS } from '@/lib/messages/lists';
import { addressDay } from '@/components/dashboard/links';
import type { ListAddress } from './list-href';

/** Looks through a list; everything else that its address says is kept. */
export function ListSearch({ path, address, q }: { path: string; address: ListAddress; q: string }) {
  const days = ['asOf', 'since', 'deadline'];
  return (
    <form method="get" action={path} className="list-search" role="search" aria-label={LISTS.searchLabel}>
      {Object.entries(address).map(([name, value]) => {
        if (name === 'q' || name === 'page' || value === null || value === undefined || value === '') return null;
        const isDay = days.includes(name) && value !== 'all';
        return (
          <input key={name} type="hidden" name={name} value={isDay ? addressDay(value as never) : String(value)} />
        );
      })}
      <input
        className="input"
        type="search"
        name="q"
        defaultValue={q}
        aria-label={LISTS.searchLabel}
        autoComplete="off"
      />
      <button className="btn" type="submit">
        <Icon name="search" />
        {LISTS.search}
      </button>
    </form>
  );
}
