'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { FormContext, useFormContext } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { DEVICE_DRAFT } from '@/lib/messages/uploads';
import { dropDeviceDraft, readDeviceDraft, writeDeviceDraft } from './device-drafts';
import { typedValues, type TypedValues } from './typed-values';

export interface KeptDraftProps {
  /** `draftKeyOf` */
  draftKey: string;
  /** The newest event that the form has seen. */
  seen: string;
  /** The key under which the form counts once; a draft of the same state keeps its own. */
  submission: string;
  children: ReactNode;
}

const PAUSE_MS = 400;
/** After a lost answer the same form is sent again within this time, and must lead to the same receipt. */
const SAME_SENDING_MS = 24 * 3600 * 1000;

/**
 * Keeps what is typed into the fields of an `ActionForm` on this device, and puts it back when the form is opened again. What the server
 * sent back (an error, a draft of an ended session) is newer and stays. Without script it is only the hidden key.
 */
export function KeptDraft({ draftKey, seen, submission, children }: KeptDraftProps) {
  const form = useFormContext();
  const root = useRef<HTMLDivElement>(null);
  /** What an untouched form holds: not worth keeping. */
  const untouched = useRef('');
  const key = useRef(submission);
  const [restored, setRestored] = useState<{ values: TypedValues | null; round: number }>({ values: null, round: 0 });
  const hasServerValues = form.state.status !== 'idle' || form.state.values !== undefined;
  const hadServerValues = useRef(hasServerValues);

  useEffect(() => {
    const element = root.current?.closest('form');
    if (!element) return undefined;
    untouched.current = JSON.stringify(typedValues(element, 'drawn'));
    const draft = hadServerValues.current ? null : readDeviceDraft(draftKey);
    if (draft !== null) {
      if (draft.seen === seen && draft.savedAt > performance.timeOrigin - SAME_SENDING_MS)
        key.current = draft.submission;
      // on a slow line somebody has begun to type before this runs
      const typed = Object.entries(typedValues(element)).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(typedValues(element, 'drawn')[name]),
      );
      setRestored({ values: { ...draft.values, ...Object.fromEntries(typed) }, round: 1 });
    }

    let timer: ReturnType<typeof setTimeout> | null = null;
    const save = () => {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      const values = typedValues(element);
      if (JSON.stringify(values) === untouched.current) dropDeviceDraft(draftKey);
      else writeDeviceDraft(draftKey, { seen, submission: key.current, values });
    };
    const later = () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    };
    element.addEventListener('input', later);
    element.addEventListener('change', later);
    // a click chooses a day in the calendar or takes a file away, which is no input
    element.addEventListener('click', later);
    element.addEventListener('submit', save, true);
    window.addEventListener('pagehide', save);
    return () => {
      save();
      element.removeEventListener('input', later);
      element.removeEventListener('change', later);
      element.removeEventListener('click', later);
      element.removeEventListener('submit', save, true);
      window.removeEventListener('pagehide', save);
    };
  }, [draftKey, seen]);

  const startAnew = () => {
    dropDeviceDraft(draftKey);
    key.current = submission;
    setRestored(({ round }) => ({ values: null, round: round + 1 }));
  };

  const { values } = restored;
  const state = values !== null && !hasServerValues ? { status: 'idle' as const, values } : form.state;
  return (
    <div ref={root} className="kept-draft">
      {values !== null && !hasServerValues && (
        <Note role="status">
          {DEVICE_DRAFT.restored}{' '}
          <Button size="sm" variant="quiet" onClick={startAnew}>
            {DEVICE_DRAFT.drop}
          </Button>
        </Note>
      )}
      <input type="hidden" name="submission" value={restored.round === 0 ? submission : key.current} readOnly />
      <FormContext key={restored.round} value={{ id: form.id, state }}>
        {children}
      </FormContext>
    </div>
  );
}
