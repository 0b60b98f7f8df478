import { formatPercentValue } from '@/lib/format/numbers';
import { PUBLIC_PAGE } from '@/lib/messages/public';

const width = (ratio: number) => `${Math.max(0, Math.min(1, ratio)) * 100}%`;

/** A share of 0 to 1 in words: «۵۷ درصد»; a dash without one. */
export function shareText(ratio: number | null): string {
  return ratio === null ? '–' : PUBLIC_PAGE.percent(formatPercentValue(ratio, 0));
}

/** The verified share as a bar from the right, the plan as a dashed line. */
export function ShareBar({ verified, planned }: { verified: number | null; planned: number | null }) {
  if (verified === null) return null;
  return (
    <div
      className="bullet"
      role="img"
      aria-label={PUBLIC_PAGE.share(shareText(verified), planned === null ? '–' : shareText(planned))}
    >
      <i className="v" style={{ inlineSize: width(verified) }} />
      {planned !== null && <i className="p" style={{ insetInlineStart: width(planned) }} />}
    </div>
  );
}
