'use client';

import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import type { SCurveData } from './s-curve-points';
import type { SCurveExplorerProps } from './s-curve-explorer';

/** Calls back once the element is near the screen and the browser has nothing better to do. */
function whenIdleAndVisible(element: Element, run: () => void): () => void {
  let idle: number | null = null;
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      // Safari has no requestIdleCallback
      if (typeof window.requestIdleCallback === 'function') idle = window.requestIdleCallback(run, { timeout: 3000 });
      else idle = window.setTimeout(run, 400);
    },
    { rootMargin: '200px' },
  );
  observer.observe(element);
  return () => {
    observer.disconnect();
    if (idle === null) return;
    if (typeof window.cancelIdleCallback === 'function') window.cancelIdleCallback(idle);
    else window.clearTimeout(idle);
  };
}

/**
 * Shows the server-drawn picture it is given, and replaces it by an explorable one when that part has arrived. The chart library is not
 * in the page's first script; if it cannot be loaded the picture simply stays.
 */
export function SCurveInteractive({
  data,
  title,
  sentence,
  children,
}: {
  data: SCurveData;
  title: string;
  sentence: string;
  children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [Explorer, setExplorer] = useState<ComponentType<SCurveExplorerProps> | null>(null);

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    let isCurrent = true;
    const stop = whenIdleAndVisible(element, () => {
      import('./s-curve-explorer').then(
        (loaded) => {
          if (isCurrent) setExplorer(() => loaded.SCurveExplorer);
        },
        () => undefined,
      );
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, []);

  return (
    <div ref={frame}>{Explorer === null ? children : <Explorer data={data} title={title} sentence={sentence} />}</div>
  );
}
