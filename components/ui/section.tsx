import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface SectionProps {
  id: string;
  title: ReactNode;
  /** One sentence with the conclusion, before any data. */
  take?: ReactNode;
  /** Beside the title: a count, a legend. */
  aside?: ReactNode;
  /** Leads to the whole of what is shown. */
  more?: { href: string; label: string; count?: number; of?: string };
  className?: string;
  children?: ReactNode;
}

/** Rule, title, conclusion, then the data. */
export function Section({ id, title, take, aside, more, className, children }: SectionProps) {
  return (
    <section className={classNames('sec', className)} aria-labelledby={`${id}-title`} id={id}>
      <div className="sec-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {aside}
        {more && (
          <a className="more" href={more.href} data-count={more.count} data-count-of={more.of}>
            {more.label}
          </a>
        )}
      </div>
      {take && <p className="take">{take}</p>}
      {children}
    </section>
  );
}
