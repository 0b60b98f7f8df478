'use client';

import { useEffect, useState } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { VISIT_FORM } from '@/lib/messages/inspections';
import { listWaitingVisits, sendVisit, type KeptVisit } from './visit-outbox';

interface Shown {
  readonly visit: KeptVisit;
  readonly state: 'kept' | 'sending' | 'signed_out' | 'refused' | 'recorded';
  readonly text: string;
  readonly href: string;
}

/** What this person still has to send from this device: sent as soon as there is a line. Nothing where there is nothing. */
export function WaitingVisits({ userId }: { userId: string }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);

  useEffect(() => {
    const controller = new AbortController();
    const show = (next: Shown) =>
      setShown((before) => [...before.filter(({ visit }) => visit.name !== next.visit.name), next]);
    let isRunning = false;
    const run = async () => {
      if (isRunning || controller.signal.aborted) return;
      isRunning = true;
      for (const visit of await listWaitingVisits(userId)) {
        if (controller.signal.aborted) break;
        show({ visit, state: 'sending', text: VISIT_FORM.sending, href: visit.path });
        const answer = await sendVisit(visit, {
          signal: controller.signal,
          onPhoto: () => undefined,
          photoFailed: VISIT_FORM.photoFailed,
        });
        if (controller.signal.aborted) break;
        if (answer.status === 'recorded') {
          show({ visit, state: 'recorded', text: answer.label, href: answer.href });
        } else if (answer.status === 'refused') {
          show({ visit, state: 'refused', text: answer.error.message, href: visit.path });
        } else {
          const text = answer.status === 'signed_out' ? VISIT_FORM.signedOut : VISIT_FORM.kept;
          show({ visit, state: answer.status === 'signed_out' ? 'signed_out' : 'kept', text, href: visit.path });
        }
      }
      isRunning = false;
    };
    const again = () => void run();
    again();
    window.addEventListener('online', again);
    return () => {
      controller.abort();
      window.removeEventListener('online', again);
    };
  }, [userId]);

  return (
    <div role="status" className="no-print">
      {shown.map(({ visit, state, text, href }) => (
        <Note key={visit.name} tone={state === 'recorded' ? 'ok' : 'warn'}>
          {visit.bodyName}: {text}{' '}
          <LinkButton size="sm" href={href}>
            {VISIT_FORM.openVisit}
          </LinkButton>
        </Note>
      ))}
    </div>
  );
}
