'use client';

import { useEffect } from 'react';
import { REVIEW } from '@/lib/messages/review';
import { REVIEW_TARGETS } from './review-targets';

export interface ReviewKeysProps {
  nextHref: string | null;
  previousHref: string | null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !isBox(target)
  );
}

function isBox(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}

function openReturn(): void {
  const part = document.getElementById(REVIEW_TARGETS.return);
  if (part instanceof HTMLDetailsElement) part.open = true;
  part?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
}

/**
 * Keys of the queue, by their place on the keyboard: the same with a Persian and an English layout. Each does what a control on the
 * page does, so nothing needs them.
 */
export function ReviewKeys({ nextHref, previousHref }: ReviewKeysProps) {
  useEffect(() => {
    const act: Readonly<Record<string, () => void>> = {
      KeyJ: () => nextHref !== null && window.location.assign(nextHref),
      KeyK: () => previousHref !== null && window.location.assign(previousHref),
      KeyV: () =>
        document
          .getElementById(REVIEW_TARGETS.verify)
          ?.querySelector<HTMLButtonElement>('button[type=submit]')
          ?.click(),
      KeyR: openReturn,
      KeyO: () => document.querySelector<HTMLElement>('[data-evidence]')?.click(),
      KeyX: () => document.querySelector<HTMLInputElement>('.queue-list li.on input[type=checkbox]')?.click(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const run = act[event.code];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [nextHref, previousHref]);

  const keys = [
    ['J', REVIEW.keys.next],
    ['K', REVIEW.keys.previous],
    ['V', REVIEW.keys.verify],
    ['R', REVIEW.keys.return],
    ['O', REVIEW.keys.open],
    ['X', REVIEW.keys.select],
  ] as const;
  return (
    <ul className="keys" aria-label={REVIEW.keysLabel}>
      {keys.map(([key, word]) => (
        <li key={key}>
          <kbd className="kbd">{key}</kbd>
          {word}
        </li>
      ))}
      <li className="keys-note">{REVIEW.keysNote}</li>
    </ul>
  );
}
