'use client';

import { useEffect } from 'react';
import { Note } from '@/components/ui/note';
import { DESKS } from '@/lib/messages/desk-checks';

const EVERY_MS = 1000;

/** Says that a check is under way, and shows its result when it is there. A line that breaks off is tried again. */
export function CheckWatch({ stateHref, doneHref }: { stateHref: string; doneHref: string }) {
  useEffect(() => {
    let isLooking = false;
    const timer = setInterval(() => {
      if (isLooking) return;
      isLooking = true;
      void fetch(stateHref, { cache: 'no-store' })
        .then(async (answer) => {
          const isRunning = answer.ok && ((await answer.json()) as { isRunning: boolean }).isRunning;
          if (!isRunning) window.location.replace(doneHref);
        })
        .catch(() => undefined)
        .finally(() => (isLooking = false));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [stateHref, doneHref]);
  return (
    <Note role="status">
      <b>{DESKS.running}</b> {DESKS.runningText}
    </Note>
  );
}
