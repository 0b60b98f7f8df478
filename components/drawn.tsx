'use client';

import { useEffect, useState } from 'react';
import { readDrawn } from './drawn-store';

/**
 * Places a drawn part of a page. Only its name travels with the framework's own data, so that the text is not sent a second time; in the
 * browser the text is what already stands in the document.
 */
export function Drawn({ id, name }: { id: string; name: string }) {
  const [placed] = useState(name);
  const [isInDocument] = useState(() => typeof document === 'undefined' || document.getElementById(id) !== null);
  const [markup] = useState(() =>
    typeof document === 'undefined' ? readDrawn(name) : (document.getElementById(id)?.innerHTML ?? ''),
  );
  // Where an action leads here (signing in, say), or answers with the page drawn anew, only the name arrives: the document brings the text.
  useEffect(() => {
    if (!isInDocument || placed !== name) window.location.reload();
  }, [isInDocument, placed, name]);
  return <div id={id} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />;
}
