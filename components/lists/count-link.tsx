import type { ComponentProps } from 'react';

/** What a number counts; the page it leads to says how many of these it holds. */
export type CountedThing = 'rows' | 'bodies' | 'pairs';

/** A link whose number is exactly the length of the list it opens. The attributes let a test follow every one of them. */
export function CountLink({ count, of, ...rest }: ComponentProps<'a'> & { count: number; of: CountedThing }) {
  return <a {...rest} data-count={count} data-count-of={of} />;
}
