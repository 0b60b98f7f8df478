import { formatInteger } from '@/lib/format/numbers';
import { BODY_LIST } from '@/lib/messages/body-list';

export interface ListView {
  readonly href: string;
  readonly label: string;
  readonly count: number;
  readonly isCurrent: boolean;
}

/** Ready-made views of the list, each with how many bodies it holds. */
export function ListViews({ views }: { views: readonly ListView[] }) {
  return (
    <nav className="list-views" aria-label={BODY_LIST.views}>
      {views.map(({ href, label, count, isCurrent }) => (
        <a
          key={href}
          href={href}
          aria-current={isCurrent ? 'true' : undefined}
          data-count={count}
          data-count-of="bodies"
        >
          {label} <b>{formatInteger(count)}</b>
        </a>
      ))}
    </nav>
  );
}
