import { chartWords } from '@/lib/messages/charts';
import { percentText } from './chart-text';

const width = (ratio: number | null) => `${Math.max(0, Math.min(1, ratio ?? 0)) * 100}%`;

/** Verified and claimed as a bar from the right, the plan as a mark: an HTML drawing that follows the direction of the text. */
export function Bullet({
  planned,
  claimed,
  verified,
  isSmall = false,
}: {
  planned: number | null;
  claimed: number | null;
  verified: number | null;
  isSmall?: boolean;
}) {
  if (verified === null) return <span className="muted">{chartWords.noData}</span>;
  const name = chartWords.bullet(percentText(planned), percentText(claimed), percentText(verified));
  return (
    <div className={isSmall ? 'bullet sm' : 'bullet'} role="img" aria-label={name}>
      <i className="c" style={{ inlineSize: width(claimed) }} />
      <i className="v" style={{ inlineSize: width(verified) }} />
      {planned !== null && <i className="p" style={{ insetInlineStart: width(planned) }} />}
    </div>
  );
}
