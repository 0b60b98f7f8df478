import type { ReactNode } from 'react';

export interface SegmentedProps {
  label: string;
  /** Shown as a first, inert part. */
  visibleLabel?: string;
  items: readonly { href: string; label: ReactNode; isCurrent: boolean; key?: string }[];
}

/** A choice between a few views of the same page; each is a link, so it can be kept and sent. */
export function Segmented({ label, visibleLabel, items }: SegmentedProps) {
  return (
    <nav className="seg" aria-label={label}>
      {visibleLabel && <span className="seg-label">{visibleLabel}</span>}
      {items.map((item) => (
        <a key={item.key ?? item.href} href={item.href} aria-current={item.isCurrent ? 'true' : undefined}>
          {item.label}
        </a>
      ))}
    </nav>
  );
}
