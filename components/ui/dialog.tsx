'use client';

import { type ReactNode, useId, useRef } from 'react';
import { Button, type ButtonVariant } from './button';

export interface DialogProps {
  /** What opens it: a verb, as in «تمدید مهلت». */
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  triggerSize?: 'sm' | 'big';
  /** The question it asks: «تمدید تا ۲۴ آذر؟» */
  title: ReactNode;
  description?: ReactNode;
  cancelLabel: string;
  /** A form with its own submit button. */
  children: ReactNode;
}

/**
 * A native modal dialog: the browser keeps the focus inside, closes it on Escape and gives the focus back. What it offers must also be
 * reachable without script, on a page of its own or in the open.
 */
export function Dialog({
  trigger,
  triggerVariant,
  triggerSize,
  title,
  description,
  cancelLabel,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button
        variant={triggerVariant}
        size={triggerSize}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={titleId}>
        <h2 id={titleId}>{title}</h2>
        {description && <p className="small muted">{description}</p>}
        {children}
        <div className="acts">
          <Button variant="quiet" onClick={() => dialog.current?.close()}>
            {cancelLabel}
          </Button>
        </div>
      </dialog>
    </>
  );
}
