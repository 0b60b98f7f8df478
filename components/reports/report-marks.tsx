import type { PairStatus } from '@/lib/domain/vocabulary';
import { STEP_MARKS, type StepMark } from '@/lib/domain/edition';
import { formatPercentValue } from '@/lib/format/numbers';
import { PAIR_STATUS_DRAWING_ORDER, PAIR_STATUS_LABELS } from '@/lib/messages/vocabulary';
import { paperWords } from '@/lib/messages/reports';

/**
 * Marks on paper. Status is always a shape besides a shade, because most copies are black and white. Hatching is drawn line by line: an SVG
 * pattern becomes a picture of dots in the PDF.
 */
const ACCENT = '#0c4a5b';
const INK = '#15181b';
const LATE = '#8f2d0f';
const RISK = '#7a5200';
const WAIT = '#3d4750';
const FAINT = '#8b9298';

const r1 = (value: number) => Math.round(value * 10) / 10;

/** Diagonal lines inside a box, each cut at its edges. */
function diagonals(x: number, y: number, width: number, height: number, step: number): string {
  let path = '';
  for (let offset = step; offset < width + height; offset += step) {
    const fromX = Math.max(0, offset - height);
    const fromY = Math.min(height, offset);
    const toX = Math.min(width, offset);
    const toY = Math.max(0, offset - width);
    path += `M${r1(x + fromX)} ${r1(y + fromY)}L${r1(x + toX)} ${r1(y + toY)}`;
  }
  return path;
}

function dots(x: number, y: number, width: number, height: number): string {
  let path = '';
  for (let row = 0; 4 + row * 8 < height; row += 1) {
    for (let column = row % 2 === 0 ? 4 : 8; column < width - 1; column += 8)
      path += `M${r1(x + column)} ${r1(y + 4 + row * 8)}h.01`;
  }
  return path;
}

/** The shape of each status in a box of 20 × 20. */
export function StatusShape({ status }: { status: PairStatus }) {
  switch (status) {
    case 'complete':
      return (
        <>
          <circle cx="10" cy="10" r="9" fill={ACCENT} />
          <path d="M5.6 10.4l3 3 5.6-6.4" fill="none" stroke="#fff" strokeWidth="2.4" />
        </>
      );
    case 'on_track':
      return (
        <>
          <circle cx="10" cy="10" r="7.9" fill="none" stroke={ACCENT} strokeWidth="2.2" />
          <circle cx="10" cy="10" r="3" fill={ACCENT} />
        </>
      );
    case 'awaiting_review':
      return (
        <>
          <circle cx="10" cy="10" r="7.9" fill="none" stroke={WAIT} strokeWidth="2.2" />
          <path d="M10 2.1a7.9 7.9 0 0 1 0 15.8z" fill={WAIT} />
        </>
      );
    case 'at_risk':
      return (
        <>
          <path d="M10 2.4L18.4 17.4H1.6z" fill="none" stroke={RISK} strokeWidth="2.2" strokeLinejoin="round" />
          <path d="M10 7.4v4.6M10 14v1.6" stroke={RISK} strokeWidth="2.1" />
        </>
      );
    case 'late':
      return (
        <>
          <path d="M10 1L19.4 18.4H.6z" fill={LATE} />
          <path d="M10 6.6v6M10 14.4v2" stroke="#fff" strokeWidth="2.4" />
        </>
      );
    case 'missed':
      return (
        <>
          <rect x="1.5" y="1.5" width="17" height="17" fill={INK} />
          <path d="M5.8 5.8l8.4 8.4M14.2 5.8l-8.4 8.4" stroke="#fff" strokeWidth="2.5" />
        </>
      );
    case 'exempt':
      return <circle cx="10" cy="10" r="7.9" fill="none" stroke={FAINT} strokeWidth="2.2" strokeDasharray="4 3" />;
  }
}

export function StatusIcon({ status }: { status: PairStatus }) {
  return (
    <svg className="ic" viewBox="0 0 20 20" role="img" aria-label={PAIR_STATUS_LABELS[status]}>
      <StatusShape status={status} />
    </svg>
  );
}

const box = (x: number) => `M${x + 0.7} .7h15.6v15.6h-15.6z`;
const cross = (x: number) => `M${x + 4} 4l9 9M${x + 13} 4l-9 9`;

/** One square a step; squares of one kind share a path, which keeps two hundred rows small. */
function squares(marks: readonly { mark: StepMark; x: number }[]) {
  const of = (...kinds: StepMark[]) => marks.filter(({ mark }) => kinds.includes(mark)).map(({ x }) => x);
  const done = of(STEP_MARKS.verified);
  const waiting = of(STEP_MARKS.claimed);
  const open = of(STEP_MARKS.notDue);
  const late = of(STEP_MARKS.late, STEP_MARKS.lateBlocked);
  const barred = of(STEP_MARKS.lateBlocked);
  const stopped = of(STEP_MARKS.blocked);
  const ours = of(STEP_MARKS.governorate);
  const exempt = of(STEP_MARKS.exempt);
  return (
    <>
      {done.length > 0 && <path d={done.map((x) => `M${x} 0h17v17h-17z`).join('')} fill={ACCENT} />}
      {waiting.length > 0 && (
        <>
          <path d={waiting.map(box).join('')} fill="none" stroke={ACCENT} strokeWidth="1.5" />
          <path d={waiting.map((x) => `M${x + 17} 0v17h-17z`).join('')} fill={ACCENT} />
        </>
      )}
      {open.length > 0 && <path d={open.map(box).join('')} fill="none" stroke="#aab0b5" strokeWidth="1.3" />}
      {late.length > 0 && (
        <path d={late.map((x) => box(x) + cross(x)).join('')} fill="none" stroke={LATE} strokeWidth="1.9" />
      )}
      {barred.length > 0 && (
        <path d={barred.map((x) => `M${x + 1} 14.4h15`).join('')} fill="none" stroke={INK} strokeWidth="3.4" />
      )}
      {stopped.length > 0 && (
        <>
          <path d={stopped.map(box).join('')} fill="none" stroke={ACCENT} strokeWidth="1.5" />
          <path d={stopped.map((x) => `M${x + 8.5} 3v11`).join('')} fill="none" stroke={INK} strokeWidth="3.4" />
        </>
      )}
      {ours.length > 0 && (
        <>
          <path d={ours.map(box).join('')} fill="none" stroke={WAIT} strokeWidth="1.5" />
          <path
            d={ours.map((x) => `M${x + 8.5} 8.5h.01`).join('')}
            fill="none"
            stroke={WAIT}
            strokeWidth="6.5"
            strokeLinecap="round"
          />
        </>
      )}
      {exempt.length > 0 && (
        <path d={exempt.map(box).join('')} fill="none" stroke={FAINT} strokeWidth="1.5" strokeDasharray="2.6 2.6" />
      )}
    </>
  );
}

export function StepIcon({ mark }: { mark: StepMark }) {
  return (
    <svg className="st" viewBox="0 0 17 17" aria-hidden="true">
      {squares([{ mark, x: 0 }])}
    </svg>
  );
}

/** Status of a pair and all its steps as one strip, first step on the right. */
export function StepStrip({ status, marks }: { status: PairStatus; marks: string }) {
  const count = marks.length;
  const width = count * 20 + 35;
  const placed = [...marks].map((mark, index) => ({ mark: mark as StepMark, x: (count - 1 - index) * 20 }));
  return (
    <svg
      className="st2"
      viewBox={`0 -4 ${width} 25`}
      style={{ width: `${(width * 0.104).toFixed(2)}mm` }}
      role="img"
      aria-label={`${PAIR_STATUS_LABELS[status]}؛ ${paperWords.stepsDone([...marks].filter((mark) => mark === STEP_MARKS.verified).length, [...marks].filter((mark) => mark !== STEP_MARKS.none).length)}`}
    >
      <g transform={`translate(${width - 26} -4) scale(1.26)`}>
        <StatusShape status={status} />
      </g>
      {squares(placed)}
    </svg>
  );
}

/** Verified solid, claimed hatched, plan as a tick; from the right. */
export function PaperBullet({
  planned,
  claimed,
  verified,
  widthMm,
}: {
  planned: number | null;
  claimed: number | null;
  verified: number | null;
  widthMm: number;
}) {
  if (verified === null || claimed === null) return <span className="no">—</span>;
  const width = widthMm * 10;
  const x = (ratio: number) => r1(width - width * Math.min(1, ratio));
  const name = paperWords.bullet(
    planned === null ? '—' : formatPercentValue(planned, 0),
    formatPercentValue(claimed, 0),
    formatPercentValue(verified, 0),
  );
  const waiting = r1(x(verified) - x(claimed));
  return (
    <svg
      className="bul"
      viewBox={`0 0 ${width} 34`}
      style={{ width: `${widthMm}mm`, height: '3.4mm' }}
      role="img"
      aria-label={name}
    >
      <rect x="1" y="6" width={width - 2} height="22" fill="#fff" stroke="#9aa1a7" strokeWidth="1.6" />
      {waiting > 0 && (
        <>
          <path d={diagonals(x(claimed), 6, waiting, 22, 7)} stroke={ACCENT} strokeWidth="1.8" fill="none" />
          <rect x={x(claimed)} y="6" width={waiting} height="22" fill="none" stroke={ACCENT} strokeWidth="2" />
        </>
      )}
      <rect x={x(verified)} y="6" width={r1(width - x(verified))} height="22" fill={ACCENT} />
      {planned !== null && (
        <>
          <path d={`M${Math.max(3, x(planned))} 0V34`} stroke="#fff" strokeWidth="8" />
          <path d={`M${Math.max(3, x(planned))} 0V34`} stroke={INK} strokeWidth="4" />
        </>
      )}
    </svg>
  );
}

/** Explains the three marks of `PaperBullet`. */
export function BulletKey() {
  return (
    <>
      <span>
        <svg className="sw" viewBox="0 0 60 20" aria-hidden="true">
          <rect width="60" height="20" fill={ACCENT} />
        </svg>{' '}
        {paperWords.verified}
      </span>
      <span>
        <svg className="sw" viewBox="0 0 60 20" aria-hidden="true">
          <path d={diagonals(0, 0, 60, 20, 7)} stroke={ACCENT} strokeWidth="1.8" fill="none" />
          <rect x="1" y="1" width="58" height="18" fill="none" stroke={ACCENT} strokeWidth="2" />
        </svg>{' '}
        {paperWords.claimedOnly}
      </span>
      <span>
        <svg className="sw" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 0v20" stroke={INK} strokeWidth="4" />
        </svg>{' '}
        {paperWords.planned}
      </span>
    </>
  );
}

function StackFill({ status, x, width }: { status: PairStatus; x: number; width: number }) {
  switch (status) {
    case 'complete':
      return <rect x={x} y="1" width={width} height="28" fill={ACCENT} />;
    case 'on_track':
      return <path d={dots(x, 1, width, 28)} stroke={ACCENT} strokeWidth="2.4" strokeLinecap="round" />;
    case 'awaiting_review':
      return <path d={[4, 11, 18, 25].map((y) => `M${x} ${y}h${width}`).join('')} stroke={WAIT} strokeWidth="1.6" />;
    case 'at_risk':
      return <path d={diagonals(x, 1, width, 28, 8)} stroke={RISK} strokeWidth="1.8" />;
    case 'late':
      return (
        <>
          <rect x={x} y="1" width={width} height="28" fill={LATE} />
          <path d={diagonals(x, 1, width, 28, 6)} stroke="#fff" strokeWidth="1.1" />
        </>
      );
    case 'missed':
      return <rect x={x} y="1" width={width} height="28" fill={INK} />;
    case 'exempt':
      return null;
  }
}

/** Counts by status as one bar from the right, each status with a texture of its own. */
export function PaperStack({ counts, widthMm }: { counts: Readonly<Record<PairStatus, number>>; widthMm: number }) {
  const width = widthMm * 10;
  const total = PAIR_STATUS_DRAWING_ORDER.reduce((sum, status) => sum + counts[status], 0);
  let edge = width;
  return (
    <svg
      className="bul"
      viewBox={`0 0 ${width} 30`}
      style={{ width: `${widthMm}mm`, height: '3mm' }}
      aria-hidden="true"
    >
      {PAIR_STATUS_DRAWING_ORDER.map((status) => {
        if (counts[status] === 0) return null;
        const share = r1((width * counts[status]) / total);
        edge = r1(edge - share);
        const x = Math.max(0, edge);
        return (
          <g key={status}>
            <StackFill status={status} x={x} width={share} />
            <rect x={x} y="1" width={share} height="28" fill="none" stroke={INK} strokeWidth="1.2" />
          </g>
        );
      })}
    </svg>
  );
}

/** A plain share bar from the right. */
export function PaperShare({ share, widthMm }: { share: number; widthMm: number }) {
  const width = widthMm * 10;
  const filled = r1(width * share);
  return (
    <svg
      className="bul"
      viewBox={`0 0 ${width} 30`}
      style={{ width: `${widthMm}mm`, height: '3mm' }}
      aria-hidden="true"
    >
      <rect x={r1(width - filled)} y="4" width={filled} height="22" fill={WAIT} />
    </svg>
  );
}
