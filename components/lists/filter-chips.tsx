import { Icon } from '@/components/ui/icon';
import { LISTS } from '@/lib/messages/lists';

export interface FilterChip {
  readonly words: string;
  /** The same list without this filter; null for what every list has, such as its day. */
  readonly removeHref: string | null;
}

/** How a list came to be: each filter in words, with the way to take it off. */
export function FilterChips({ chips }: { chips: readonly FilterChip[] }) {
  return (
    <ul className="chips" aria-label={LISTS.filtersLabel}>
      {chips.map(({ words, removeHref }) => (
        <li key={words} className="chip">
          {words}
          {removeHref !== null && (
            <a className="no-print" href={removeHref} aria-label={LISTS.remove(words)} title={LISTS.remove(words)}>
              <Icon name="close" />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
