import { LinkButton } from './button';

export interface PaginationProps {
  /** The sentence «۱ تا ۴ از ۲۱۰». */
  summary: string;
  label: string;
  previous: { href: string | null; label: string };
  next: { href: string | null; label: string };
}

/** Links to the neighbouring pages of a list. */
export function Pagination({ summary, label, previous, next }: PaginationProps) {
  return (
    <nav className="pager" aria-label={label}>
      <span>{summary}</span>
      <span className="row">
        {[previous, next].map((link) =>
          link.href === null ? (
            <span key={link.label} className="btn sm" aria-disabled="true">
              {link.label}
            </span>
          ) : (
            <LinkButton key={link.label} size="sm" href={link.href} rel={link === previous ? 'prev' : 'next'}>
              {link.label}
            </LinkButton>
          ),
        )}
      </span>
    </nav>
  );
}
