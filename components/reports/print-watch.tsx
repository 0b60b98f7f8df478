'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { REPORT_FILES } from '@/lib/messages/report-files';

/** A print on its way, as its queue says. */
export type PrintOnItsWay =
  | { readonly name: 'waiting'; readonly seconds: number; readonly ahead: number }
  | { readonly name: 'printing'; readonly seconds: number };

export interface PrintWatchProps {
  state: PrintOnItsWay;
  stateHref: string;
  pdfHref: string;
  printHref: string;
  /** What stops the print; not shown when there is nothing left to stop. */
  children: ReactNode;
}

const EVERY_MS = 1000;

type Answer = PrintOnItsWay | { readonly name: 'done' | 'failed' | 'idle' };

async function look(href: string): Promise<Answer | null> {
  const response = await fetch(href, { cache: 'no-store' }).catch(() => null);
  if (response === null) return null;
  return response.ok ? ((await response.json()) as Answer) : { name: 'idle' };
}

/** Says how a print goes on, and leads to the file when it is there. A line that breaks off is tried again. */
export function PrintWatch({ state: first, stateHref, pdfHref, printHref, children }: PrintWatchProps) {
  const [state, setState] = useState<Answer>(first);
  const isOver = state.name === 'done';
  useEffect(() => {
    if (isOver) return;
    let isLooking = false;
    const timer = setInterval(() => {
      if (isLooking) return;
      isLooking = true;
      void look(stateHref).then((answer) => {
        isLooking = false;
        if (answer === null) return;
        if (answer.name === 'failed' || answer.name === 'idle') window.location.reload();
        else setState(answer);
        if (answer.name === 'done') window.location.replace(pdfHref);
      });
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isOver, stateHref, pdfHref]);

  return (
    <>
      <Note tone={isOver ? 'ok' : 'info'} role="status">
        <b>
          {isOver
            ? REPORT_FILES.done
            : state.name === 'waiting'
              ? REPORT_FILES.waiting(state.ahead)
              : REPORT_FILES.printing}
        </b>
      </Note>
      {'seconds' in state && <p className="take">{REPORT_FILES.seconds(state.seconds)}</p>}
      <p className="small muted">{REPORT_FILES.patience}</p>
      <div className="row mb-4">
        {isOver && (
          <LinkButton variant="primary" href={pdfHref}>
            {REPORT_FILES.open}
          </LinkButton>
        )}
        <LinkButton href={printHref}>{REPORT_FILES.instead}</LinkButton>
      </div>
      {!isOver && children}
    </>
  );
}
