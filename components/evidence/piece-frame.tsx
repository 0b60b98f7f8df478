'use client';

import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/button';
import { EVIDENCE_VIEW } from '@/lib/messages/evidence-view';

const STEPS = [50, 75, 100, 150, 200, 300] as const;
const FIT = STEPS.indexOf(100);
const never = () => () => {};

export interface PieceFrameProps {
  /** What kind of thing it is, its size. */
  meta: ReactNode;
  downloadHref: string;
  fileName: string;
  openHref?: string;
  /** Drawn at the zoom that was chosen: 1 = as wide as the pane. */
  children: (zoom: number) => ReactNode;
}

/** A sheet with what enlarges it. The buttons need script; the links do not. */
export function PieceFrame({ meta, downloadHref, fileName, openHref, children }: PieceFrameProps) {
  const hasScript = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [step, setStep] = useState(FIT);
  const frame = useRef<HTMLDivElement>(null);
  const percent = STEPS[step] ?? 100;
  const button = (label: string, icon: 'plus' | 'bar', by: number) => (
    <button
      type="button"
      className="btn icon sm"
      aria-label={label}
      title={label}
      aria-disabled={STEPS[step + by] === undefined || undefined}
      onClick={() => setStep(Math.min(Math.max(step + by, 0), STEPS.length - 1))}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div className="piece-frame" ref={frame}>
      <div className="piece-bar">
        <span className="piece-meta">{meta}</span>
        {hasScript && (
          <>
            {button(EVIDENCE_VIEW.zoomOut, 'bar', -1)}
            <output className="piece-zoom" aria-live="polite">
              {EVIDENCE_VIEW.zoom(percent)}
            </output>
            {button(EVIDENCE_VIEW.zoomIn, 'plus', 1)}
            <button
              type="button"
              className="btn icon sm"
              aria-label={EVIDENCE_VIEW.full}
              title={EVIDENCE_VIEW.full}
              data-evidence
              onClick={() => toggleFull(frame.current)}
            >
              <Icon name="zoom" />
            </button>
          </>
        )}
        {openHref !== undefined && (
          <LinkButton
            size="sm"
            iconOnly
            href={openHref}
            target="_blank"
            rel="noopener"
            aria-label={EVIDENCE_VIEW.openInTab}
            title={EVIDENCE_VIEW.openInTab}
          >
            <Icon name="link" />
          </LinkButton>
        )}
        <LinkButton
          size="sm"
          iconOnly
          href={downloadHref}
          download={fileName}
          aria-label={EVIDENCE_VIEW.download}
          title={EVIDENCE_VIEW.download}
        >
          <Icon name="download" />
        </LinkButton>
      </div>
      <div className="piece-sheet" role="region" aria-label={fileName} tabIndex={0}>
        {children(percent / 100)}
      </div>
    </div>
  );
}

function toggleFull(frame: HTMLElement | null): void {
  if (frame === null) return;
  // a browser that cannot leaves the sheet where it is
  if (document.fullscreenElement === null) void frame.requestFullscreen?.().catch(() => {});
  else void document.exitFullscreen().catch(() => {});
}
