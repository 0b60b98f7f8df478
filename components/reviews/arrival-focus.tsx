'use client';

import { useEffect } from 'react';

/** Puts the focus on what a decision led to, once for each arrival: reading goes on there and not at the top of the page. */
export function ArrivalFocus({ targetId, arrival }: { targetId: string; arrival: string }) {
  useEffect(() => {
    document.getElementById(targetId)?.focus({ preventScroll: true });
  }, [targetId, arrival]);
  return null;
}
