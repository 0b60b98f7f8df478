import type { ComponentProps } from 'react';
import { formatInteger } from '@/lib/format/numbers';

/** What a number counts; the page it leads to says how many of these it holds. */
export type CountedThing = 'rows' | 'bodies' | 'pairs' | 'claims' | 'decisions' | 'messages';

/** A link whose number is exactly the length of the list it opens. The attributes let a test follow every one of them. */
export function CountLink({ count, of, ...rest }: ComponentProps<'a'> & { count: number; of: CountedThing }) {
  return <a {...rest} data-count={count} data-count-of={of} />;
}

/** A number that leads to what it counts; a zero leads nowhere. */
export function LinkedCount({
  count,
  of,
  href,
  strong = false,
}: {
  count: number;
  of: CountedThing;
  href: string;
  strong?: boolean;
}) {
  if (count === 0) return <span className="faint">{formatInteger(0)}</span>;
  return (
    <CountLink href={href} count={count} of={of}>
      {strong ? <b>{formatInteger(count)}</b> : formatInteger(count)}
    </CountLink>
  );
}
