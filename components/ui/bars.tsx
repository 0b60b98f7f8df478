import { classNames } from './class-names';
import type { Tone } from './tag';

/** A share between 0 and 1 as a CSS length; what lies outside is cut. */
function share(ratio: number): string {
  return `${(Math.min(1, Math.max(0, ratio)) * 100).toFixed(2)}%`;
}

export interface BulletBarProps {
  /** Ratios from 0 to 1; null leaves the mark out. */
  planned: number | null;
  claimed: number | null;
  verified: number | null;
  /** The three figures as a sentence. */
  label: string;
  small?: boolean;
}

/** Claimed behind verified, with planned as a dashed mark. */
export function BulletBar({ planned, claimed, verified, label, small }: BulletBarProps) {
  return (
    <div className={classNames('bullet', small && 'sm')} role="img" aria-label={label}>
      {claimed !== null && <i className="c" style={{ inlineSize: share(claimed) }} />}
      {verified !== null && <i className="v" style={{ inlineSize: share(verified) }} />}
      {planned !== null && <i className="p" style={{ insetInlineStart: share(planned) }} />}
    </div>
  );
}

export interface StackPart {
  key: string;
  tone: Exclude<Tone, 'plain' | 'blocked'>;
  count: number;
  /** The count in the digits of the screen. */
  text: string;
  /** What the part says, for screen readers and on hover: «عقب‌مانده: ۳۸». */
  label: string;
  href?: string;
}

/** Parts narrower than this carry no number and no link; the table below the bar has all. */
const NARROWEST_LABELLED_SHARE = 0.075;

export function StackBar({ parts, label }: { parts: readonly StackPart[]; label: string }) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div className="stack" role="group" aria-label={label}>
      {parts
        .filter((part) => part.count > 0)
        .map((part) => {
          const isWide = part.count / total >= NARROWEST_LABELLED_SHARE;
          const look = { className: `f-${part.tone}`, style: { flex: `${part.count} 1 0` }, title: part.label };
          return isWide && part.href ? (
            <a key={part.key} {...look} href={part.href} aria-label={part.label}>
              <b>{part.text}</b>
            </a>
          ) : (
            <span key={part.key} {...look} role="img" aria-label={part.label}>
              {isWide && <b>{part.text}</b>}
            </span>
          );
        })}
    </div>
  );
}
