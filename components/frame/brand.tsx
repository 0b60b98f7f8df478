import { FRAME } from '@/lib/messages/frame';

/** A desk and the person behind it. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="6" fill="var(--accent)" />
      <path
        d="M5.5 13.5h17M8 13.5V21M20 13.5V21"
        stroke="var(--on-accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="14" cy="8" r="2.3" fill="var(--on-accent)" />
    </svg>
  );
}

export function Brand({ owner }: { owner: string | null }) {
  return (
    <a className="brand" href="/" aria-label={owner === null ? FRAME.product : `${FRAME.product}، ${owner}`}>
      <BrandMark />
      {FRAME.product}
      {owner !== null && <small>{owner}</small>}
    </a>
  );
}
