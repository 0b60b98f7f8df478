'use client';

import { useEffect, useState } from 'react';

export interface ProjectorKeysProps {
  previousHref: string | null;
  nextHref: string | null;
  firstHref: string;
  lastHref: string;
  backHref: string;
  /** Says which keys there are. */
  hint: string;
}

/** Whether the key belongs to what has the focus: a field, or something that opens with it. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return key === ' ' && /^(BUTTON|SUMMARY|A)$/.test(target.tagName);
}

/**
 * Keys of the projector. The page reads from right to left, so the next topic lies to the left: the left arrow goes on. A remote control
 * sends page down and page up. Each key follows a link that stands on the page. The hint shows once the keys are listened to, and not
 * where they never will be.
 */
export function ProjectorKeys({ previousHref, nextHref, firstHref, lastHref, backHref, hint }: ProjectorKeysProps) {
  const [isListening, setListening] = useState(false);
  useEffect(() => {
    const hrefs: Readonly<Record<string, string | null>> = {
      ArrowLeft: nextHref,
      PageDown: nextHref,
      ' ': nextHref,
      ArrowRight: previousHref,
      PageUp: previousHref,
      Home: firstHref,
      End: lastHref,
      Escape: backHref,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target, event.key)) return;
      if (!(event.key in hrefs)) return;
      // a screen that is not a topic has nothing to scroll to with these keys: they turn the page, at its ends too
      event.preventDefault();
      const href = event.key === ' ' && event.shiftKey ? previousHref : hrefs[event.key];
      if (href != null && !event.repeat) window.location.assign(href);
    };
    document.addEventListener('keydown', onKey);
    setListening(true);
    return () => document.removeEventListener('keydown', onKey);
  }, [previousHref, nextHref, firstHref, lastHref, backHref]);

  return (
    <p className="p-keys" style={{ visibility: isListening ? 'visible' : 'hidden' }}>
      {hint}
    </p>
  );
}
