'use client';

import { useEffect, useState } from 'react';
import { readDrawn } from './drawn-store';

/**
 * Places a drawn part of a page. Only its name travels with the framework's own data, so that the text is not sent a second time; in the
 * browser the text is what already stands in the document.
 */
export function Drawn({ id, name }: { id: string; name: string }) {
  const [placed] = useState(name);
  const [markup] = useState(() =>
    typeof document === 'undefined' ? readDrawn(name) : (document.getElementById(id)?.innerHTML ?? ''),
  );
  // An action may answer with a page drawn anew, of which only the name arrives.
  useEffect(() => {
    if (placed !== name) window.location.reload();
  }, [placed, name]);
  return <div id={id} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />;
}
