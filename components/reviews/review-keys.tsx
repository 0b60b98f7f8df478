'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { REVIEW } from '@/lib/messages/review';
import { REVIEW_KEYS } from '@/lib/messages/review-queue';
import { chooseRange, chooseShown } from './chosen-store';
import { REVIEW_TARGETS } from './review-targets';

export interface ReviewKeysProps {
  nextHref: string | null;
  previousHref: string | null;
  /** Opens the undo of this person's last decision of today. */
  undoHref: string | null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && ['checkbox', 'radio'].includes(target.type))
  );
}

function openReturn(): void {
  const part = document.getElementById(REVIEW_TARGETS.return);
  if (part instanceof HTMLDetailsElement) part.open = true;
  part?.querySelector<HTMLElement>('input:not([type=hidden]), textarea')?.focus();
}

function openUndo(href: string | null): void {
  const undo = document.querySelector<HTMLDetailsElement>('details.undo');
  if (undo) {
    undo.open = true;
    undo.querySelector<HTMLInputElement>('input:not([type=hidden])')?.focus();
  } else if (href !== null) window.location.assign(href);
}

/** The first of what can be opened and is not on a hidden tab. */
function openEvidence(): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-evidence]')];
  all.find((each) => each.offsetParent !== null)?.click();
}

const currentBox = () => document.querySelector<HTMLInputElement>('.queue-list li.on input[type=checkbox]');

/**
 * Keys of the queue, by their place on the keyboard: the same with a Persian and an English layout. Each does what a control on the
 * page does, so nothing needs them.
 */
export function ReviewKeys({ nextHref, previousHref, undoHref }: ReviewKeysProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isListening, setListening] = useState(false);

  useEffect(() => {
    document.querySelector('.queue-list li.on')?.scrollIntoView({ block: 'nearest' });
  }, [nextHref, previousHref]);

  useEffect(() => {
    const go = (href: string | null) => href !== null && window.location.assign(href);
    const plain: Readonly<Record<string, () => void>> = {
      KeyJ: () => go(nextHref),
      KeyK: () => go(previousHref),
      KeyV: () =>
        document
          .getElementById(REVIEW_TARGETS.verify)
          ?.querySelector<HTMLButtonElement>('button[type=submit]')
          ?.click(),
      KeyR: openReturn,
      KeyO: openEvidence,
      KeyX: () => currentBox()?.click(),
      KeyA: chooseShown,
      Slash: () => document.getElementById(REVIEW_TARGETS.search)?.focus(),
    };
    const shifted: Readonly<Record<string, () => void>> = {
      KeyX: () => {
        const box = currentBox();
        if (box) chooseRange(box);
      },
      Slash: () => dialog.current?.showModal(),
    };
    const withControl: Readonly<Record<string, () => void>> = { KeyZ: () => openUndo(undoHref) };
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      // among the reasons of a return no key verifies
      if (event.target instanceof Element && event.target.closest('.return-form, .undo')) return;
      const keys = event.ctrlKey ? (event.shiftKey ? {} : withControl) : event.shiftKey ? shifted : plain;
      const run = keys[event.code];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKey);
    setListening(true);
    return () => document.removeEventListener('keydown', onKey);
  }, [nextHref, previousHref, undoHref]);

  const keys = [
    ['J', REVIEW.keys.next],
    ['K', REVIEW.keys.previous],
    ['V', REVIEW.keys.verify],
    ['R', REVIEW.keys.return],
    ['O', REVIEW.keys.open],
    ['X', REVIEW.keys.select],
    ['Ctrl Z', REVIEW.keys.undo],
  ] as const;
  return (
    // told once they work
    <div className="keys-bar" style={{ visibility: isListening ? 'visible' : 'hidden' }}>
      <ul className="keys" aria-label={REVIEW.keysLabel}>
        {keys.map(([key, word]) => (
          <li key={key}>
            <kbd className="kbd">{key}</kbd>
            {word}
          </li>
        ))}
      </ul>
      <button type="button" className="btn quiet sm" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        <kbd className="kbd">?</kbd>
        {REVIEW_KEYS.all}
      </button>
      <dialog ref={dialog} className="dialog keys-dialog" aria-labelledby={REVIEW_TARGETS.keys}>
        <h2 id={REVIEW_TARGETS.keys}>{REVIEW_KEYS.title}</h2>
        <dl className="kv">
          {REVIEW_KEYS.list.map(([key, word]) => (
            <div key={key}>
              <dt>
                <kbd className="kbd">{key}</kbd>
              </dt>
              <dd>{word}</dd>
            </div>
          ))}
        </dl>
        <p className="small muted">{REVIEW_KEYS.note}</p>
        <div className="acts">
          <Button onClick={() => dialog.current?.close()}>
            <Icon name="close" />
            {REVIEW_KEYS.close}
          </Button>
        </div>
      </dialog>
    </div>
  );
}
