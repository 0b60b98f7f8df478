'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, LinkButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { EVIDENCE_VIEW } from '@/lib/messages/evidence-view';
import type { PDFDocumentProxy, PdfFailure } from './pdf-reader';
import { PieceFrame } from './piece-frame';

type Reader = typeof import('./pdf-reader');

type Reading =
  | { readonly status: 'closed' | 'loading' | PdfFailure }
  | {
      readonly status: 'ready';
      readonly reader: Reader;
      readonly pdf: PDFDocumentProxy;
      readonly shapes: readonly number[];
    };

/** Pages that are drawn; the whole file can always be had. */
const MOST_PAGES = 60;
/** Below this width the file is opened when asked for: on a telephone it may cost money. */
const OPENS_BY_ITSELF = '(min-width: 60rem)';

export interface PdfViewProps {
  href: string;
  name: string;
  meta: ReactNode;
}

/** A PDF file beside the decision: read and drawn by script of our own origin, and always there as a download. */
export function PdfView({ href, name, meta }: PdfViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isWanted, setWanted] = useState(false);
  const [reading, setReading] = useState<Reading>({ status: 'closed' });

  useEffect(() => {
    const element = place.current;
    if (element === null || isWanted || !window.matchMedia(OPENS_BY_ITSELF).matches) return;
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && setWanted(true));
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [isWanted]);

  useEffect(() => {
    if (!isWanted) return;
    const stop = new AbortController();
    const read = async () => {
      setReading({ status: 'loading' });
      const reader = await import('./pdf-reader');
      try {
        const pdf = await reader.openPdf(href, stop.signal);
        const shapes = await reader.pageShapes(pdf, MOST_PAGES);
        if (!stop.signal.aborted) setReading({ status: 'ready', reader, pdf, shapes });
      } catch (error) {
        if (!stop.signal.aborted) setReading({ status: reader.failureOf(error) });
      }
    };
    read().catch(() => !stop.signal.aborted && setReading({ status: 'failed' }));
    return () => stop.abort();
  }, [isWanted, href]);

  const pages = reading.status === 'ready' ? ` · ${EVIDENCE_VIEW.pages(reading.pdf.numPages)}` : '';
  return (
    <PieceFrame
      meta={
        <>
          {meta}
          {pages}
        </>
      }
      downloadHref={href}
      fileName={name}
    >
      {(zoom) => (
        <div ref={place} data-pdf={reading.status}>
          {reading.status === 'ready' ? (
            reading.shapes.map((shape, index) => (
              <PdfPage key={index} {...reading} number={index + 1} shape={shape} zoom={zoom} />
            ))
          ) : (
            <div className="piece-word" role="status">
              {reading.status === 'closed' && (
                <>
                  <Icon name="file" />
                  <p>{name}</p>
                  <Button onClick={() => setWanted(true)}>{EVIDENCE_VIEW.pdfOpen}</Button>
                </>
              )}
              {reading.status === 'loading' && <p>{EVIDENCE_VIEW.pdfLoading}</p>}
              {(reading.status === 'failed' || reading.status === 'locked') && (
                <p>{reading.status === 'locked' ? EVIDENCE_VIEW.pdfLocked : EVIDENCE_VIEW.pdfFailed}</p>
              )}
              {reading.status !== 'loading' && (
                <LinkButton href={href} download={name}>
                  <Icon name="download" />
                  {EVIDENCE_VIEW.download}
                </LinkButton>
              )}
            </div>
          )}
        </div>
      )}
    </PieceFrame>
  );
}

interface PdfPageProps {
  reader: Reader;
  pdf: PDFDocumentProxy;
  number: number;
  shape: number;
  zoom: number;
}

/** One page; drawn when it comes near the window. */
function PdfPage({ reader, pdf, number, shape, zoom }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const stop = new AbortController();
    const watcher = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting)) return;
        watcher.disconnect();
        reader
          .drawPage(pdf, number, element, element.clientWidth, stop.signal)
          .then(() => element.setAttribute('data-drawn', String(number)))
          .catch(() => element.setAttribute('data-drawn', 'failed'));
      },
      { rootMargin: '400px' },
    );
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      stop.abort();
    };
  }, [reader, pdf, number, zoom]);
  return (
    <canvas
      ref={canvas}
      // the text of a page is placed from the left; a canvas of a Persian page would draw it from the right
      dir="ltr"
      className="piece-page"
      role="img"
      aria-label={EVIDENCE_VIEW.page(number, pdf.numPages)}
      style={{ inlineSize: `min(${zoom * 100}%, ${zoom * 46}rem)`, aspectRatio: `1 / ${shape}` }}
    />
  );
}
