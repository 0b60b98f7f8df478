'use client';

import { useEffect } from 'react';

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

/** Draws the explorable copy into the element that holds the picture; the picture stays until it is ready. */
async function explore(element: HTMLElement): Promise<() => void> {
  const [{ SCurveExplorer }, { decodeCurve }, { createRoot }] = await Promise.all([
    import('./s-curve-explorer'),
    import('./s-curve-points'),
    import('react-dom/client'),
  ]);
  const data = decodeCurve(element.dataset['sCurve'] ?? '');
  // the live picture takes exactly the room of the still one: nothing below it moves
  const { height } = element.getBoundingClientRect();
  const root = createRoot(element);
  root.render(
    <SCurveExplorer
      data={data}
      title={element.dataset['title'] ?? ''}
      sentence={element.dataset['sentence'] ?? ''}
      height={height}
    />,
  );
  return () => root.unmount();
}

/**
 * Replaces the server-drawn curves of the page by explorable ones. The chart library is not in the page's first script; if it cannot be
 * loaded the pictures simply stay.
 */
export function SCurveEnhancer() {
  useEffect(() => {
    let isCurrent = true;
    const leave: (() => void)[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('[data-s-curve]')) {
      leave.push(
        whenIdleAndVisible(element, () => {
          explore(element).then(
            (unmount) => {
              if (isCurrent) leave.push(unmount);
              else unmount();
            },
            () => undefined,
          );
        }),
      );
    }
    return () => {
      isCurrent = false;
      for (const stop of leave) stop();
    };
  }, []);
  return null;
}
