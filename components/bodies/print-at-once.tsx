'use client';

import { useEffect } from 'react';

/** Opens the browser's print dialog once the page and its letters are there; without script the reader prints from the browser's menu. */
export function PrintAtOnce() {
  useEffect(() => {
    let isHere = true;
    void document.fonts.ready.then(() => {
      if (isHere) window.print();
    });
    return () => {
      isHere = false;
    };
  }, []);
  return null;
}
