import type { PairStatus } from '@/lib/domain/vocabulary';
import { formatInteger } from '@/lib/format/numbers';
import { chartWords } from '@/lib/messages/charts';
import { PAIR_STATUS_DRAWING_ORDER, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';

/** Every fill has a pattern of its own, so the bar reads without colour. */
const FILLS: Readonly<Record<PairStatus, string>> = {
  complete: 'f-complete',
  on_track: 'f-ontrack',
  awaiting_review: 'f-awaiting',
  at_risk: 'f-risk',
  late: 'f-late',
  missed: 'f-missed',
  exempt: 'f-exempt',
};
const SEGMENTS = PAIR_STATUS_DRAWING_ORDER.map((status) => ({
  status,
  fill: FILLS[status],
  label: PAIR_STATUS_LABELS[status],
}));

/** A segment narrower than this share carries neither number nor link: the table under the bars has them all. */
const READABLE_SHARE = 0.075;

/**
 * Counts by status as one bar from the right. `hrefs` gives the address of the list behind a status; segments too small to read stay
 * without a number and without a link.
 */
export function StatusStack({
  counts,
  label,
  hrefs = {},
}: {
  counts: Readonly<Record<PairStatus, number>>;
  label: string;
  hrefs?: Partial<Record<PairStatus, string>>;
}) {
  const shown = SEGMENTS.filter(({ status }) => counts[status] > 0);
  const total = shown.reduce((sum, { status }) => sum + counts[status], 0);
  if (total === 0) return <span className="muted">{chartWords.noData}</span>;
  const words = shown.map(({ status, label: name }) => `${name} ${formatInteger(counts[status])}`).join('، ');
  const hasLink = shown.some(({ status }) => hrefs[status] !== undefined && counts[status] / total >= READABLE_SHARE);
  // a group of links must keep them reachable: only a bar without links is one picture
  const naming = hasLink
    ? { role: 'group', 'aria-label': `${label}: ${words}` }
    : { role: 'img', 'aria-label': `${label}: ${words}` };
  return (
    <div className="stack" {...naming}>
      {shown.map(({ status, fill, label: name }) => {
        const count = formatInteger(counts[status]);
        const isReadable = counts[status] / total >= READABLE_SHARE;
        const href = hrefs[status];
        const style = { flex: `${counts[status]} 1 0` };
        if (!isReadable) return <span key={status} className={fill} style={style} title={`${name} ${count}`} />;
        if (href === undefined) {
          return (
            <span key={status} className={fill} style={style} title={`${name} ${count}`}>
              <b>{count}</b>
            </span>
          );
        }
        return (
          <a
            key={status}
            className={fill}
            style={style}
            href={href}
            aria-label={`${label}: ${name} ${count}`}
            data-count={counts[status]}
            data-count-of="pairs"
          >
            <b>{count}</b>
          </a>
        );
      })}
    </div>
  );
}

/** Names of the fills. Drawn once for several bars; a count leads to its list where there is one. */
export function StatusKey({
  counts,
  hrefs = {},
}: {
  counts?: Readonly<Record<PairStatus, number>>;
  hrefs?: Partial<Record<PairStatus, string>>;
}) {
  return (
    <ul className="legend">
      {SEGMENTS.map(({ status, fill, label }) => (
        <li key={status}>
          <span className={`swatch ${fill}`} aria-hidden="true" />{' '}
          {counts === undefined || hrefs[status] === undefined || counts[status] === 0 ? (
            <>
              {label}
              {counts !== undefined && <b>{formatInteger(counts[status])}</b>}
            </>
          ) : (
            <a href={hrefs[status]} data-count={counts[status]} data-count-of="pairs">
              {label} <b>{formatInteger(counts[status])}</b>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
