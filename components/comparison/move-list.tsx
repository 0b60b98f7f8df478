import { formatInteger } from '@/lib/format/numbers';
import { COMPARISON } from '@/lib/messages/comparison';
import { CountLink, type CountedThing } from '@/components/ui/count-link';

export interface MoveListProps {
  title: string;
  total: number;
  of: CountedThing;
  allHref: string;
  rows: readonly { readonly key: string; readonly name: string; readonly href: string; readonly text: string }[];
}

/** Bodies or steps that moved one way; the first of them, and a link to all. */
export function MoveList({ title, total, of, allHref, rows }: MoveListProps) {
  return (
    <section className="moves" aria-label={title}>
      <h3>
        {title} <b>{formatInteger(total)}</b>
      </h3>
      {rows.length === 0 ? (
        <p className="muted">{COMPARISON.none}</p>
      ) : (
        <ul className="list">
          {rows.map((row) => (
            <li key={row.key}>
              <a href={row.href}>{row.name}</a> <small className="faint">{row.text}</small>
            </li>
          ))}
        </ul>
      )}
      {total > 0 && (
        <CountLink className="more-link" href={allHref} count={total} of={of}>
          {COMPARISON.all(total)}
        </CountLink>
      )}
    </section>
  );
}
