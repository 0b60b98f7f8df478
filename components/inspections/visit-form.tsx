'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { momentNow } from '@/components/evidence/pending-files';
import { FormContext, useFormContext } from '@/components/ui/action-form';
import { Button, LinkButton } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Note } from '@/components/ui/note';
import type { ChecklistItem } from '@/lib/domain/inspections';
import { correctThese } from '@/lib/messages/common';
import { VISIT_FORM } from '@/lib/messages/inspections';
import { RunningScore } from './running-score';
import { FIRST_VIEW, VisitKeeper, type KeeperView } from './visit-keeper';
import { visitNameOf, type KeptPhoto } from './visit-outbox';
import { keepPageOffline } from './visit-page-cache';

interface PhotoStore {
  /** With script: photos are kept here and sent by themselves. */
  readonly isReady: boolean;
  readonly photos: readonly KeptPhoto[];
  readonly add: (item: string | null, files: readonly File[]) => void;
  readonly remove: (id: number) => void;
}

const PhotoContext = createContext<PhotoStore>({
  isReady: false,
  photos: [],
  add: () => undefined,
  remove: () => undefined,
});

/** Photos of the form around. */
export function useVisitPhotos(): PhotoStore {
  return useContext(PhotoContext);
}

export interface VisitFormProps {
  userId: string;
  bodyCode: string;
  bodyName: string;
  /** Id of the visit that is corrected, or empty. */
  corrects: string;
  /** The key for sending without script; with script each form makes its own. */
  formKey: string;
  /** When the page was drawn: one that was kept may be of another day. Null where the day is simulated. */
  drawnAt: number | null;
  items: readonly ChecklistItem[];
  passPercent: number;
  signInHref: string;
  children: ReactNode;
}

const STALE_MS = 12 * 3600 * 1000;

/**
 * Stands in the form of a visit and keeps it on the device as it is filled in, photos too. What is sent without a line is kept and sent once
 * when it is back, also after the page was opened again. Without script it is the form alone.
 */
export function VisitForm(props: VisitFormProps) {
  const { userId, bodyCode, bodyName, corrects, formKey, drawnAt, items, passPercent, signInHref, children } = props;
  const form = useFormContext();
  const root = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const keeper = useRef<VisitKeeper | null>(null);
  const [view, setView] = useState<KeeperView>(FIRST_VIEW);
  const [isReady, setReady] = useState(false);
  const isAnswered = useRef(form.state.status !== 'idle' || form.state.values !== undefined);

  useEffect(() => {
    const element = root.current?.closest('form');
    if (!element) return undefined;
    const name = visitNameOf(userId, bodyCode, corrects);
    const options = { name, userId, body: bodyCode, bodyName, corrects, items, onChange: setView };
    const own = (keeper.current = new VisitKeeper(element, options));
    const isStale = drawnAt !== null && momentNow() - drawnAt > STALE_MS;
    void own.start({ isAnswered: isAnswered.current, isStale });
    setReady(true);
    return () => own.close();
  }, [userId, bodyCode, bodyName, corrects, items, drawnAt]);

  useEffect(() => void keepPageOffline(), []);

  const { sending, photos, state, round, isRestored, isKept } = view;
  useEffect(() => {
    if (state?.status === 'error') summary.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
  }, [state, round]);

  const store = useMemo<PhotoStore>(
    () => ({
      isReady,
      photos,
      add: (item, files) => void keeper.current?.addPhotos(item, files),
      remove: (id) => keeper.current?.removePhoto(id),
    }),
    [isReady, photos],
  );
  const isForm = sending.name === 'form';
  return (
    <div ref={root} className="visit-form">
      <div role="status">
        {isForm
          ? isRestored && (
              <Note>
                {VISIT_FORM.restored}{' '}
                <Button size="sm" variant="quiet" onClick={() => keeper.current?.startAnew()}>
                  {VISIT_FORM.startAnew}
                </Button>
              </Note>
            )
          : null}
        <SendingNote
          sending={sending}
          isKept={isKept}
          signInHref={signInHref}
          onTryNow={() => keeper.current?.tryNow()}
          onEdit={() => keeper.current?.edit()}
        />
      </div>
      {isForm && state?.status === 'error' && (
        <div ref={summary}>
          <ErrorSummary
            title={titleOf(state.message, Object.keys(state.fieldErrors).length)}
            items={Object.entries(state.fieldErrors).map(([field, text]) => ({ href: `#${form.id}-${field}`, text }))}
          />
        </div>
      )}
      <div hidden={!isForm} className="visit-form">
        <input type="hidden" name="key" value={formKey} readOnly />
        <PhotoContext value={store}>
          <FormContext key={round} value={{ id: form.id, state: state ?? form.state }}>
            {children}
          </FormContext>
        </PhotoContext>
        <RunningScore items={items} passPercent={passPercent} round={round} />
      </div>
    </div>
  );
}

const titleOf = (message: string, count: number) => (count > 0 ? `${message} ${correctThese(count)}` : message);

interface SendingNoteProps {
  sending: KeeperView['sending'];
  isKept: boolean;
  signInHref: string;
  onTryNow: () => void;
  onEdit: () => void;
}

/** Where the visit is, in words. */
function SendingNote({ sending, isKept, signInHref, onTryNow, onEdit }: SendingNoteProps) {
  switch (sending.name) {
    case 'form':
      return null;
    case 'sending':
      return (
        <Note>
          {sending.photo === null ? VISIT_FORM.sending : VISIT_FORM.sendingPhoto(sending.photo[0], sending.photo[1])}
        </Note>
      );
    case 'recorded':
      return (
        <Note tone="ok">
          {sending.label} <a href={sending.href}>{VISIT_FORM.openVisit}</a>
        </Note>
      );
    case 'kept':
    case 'signed_out':
      return (
        <Note tone="warn">
          <p>{sending.name === 'signed_out' ? VISIT_FORM.signedOut : isKept ? VISIT_FORM.kept : VISIT_FORM.notKept}</p>
          <p className="row">
            {sending.name === 'signed_out' && <LinkButton href={signInHref}>{VISIT_FORM.signIn}</LinkButton>}
            <Button onClick={onTryNow}>{VISIT_FORM.tryNow}</Button>
            <Button variant="quiet" onClick={onEdit}>
              {VISIT_FORM.edit}
            </Button>
          </p>
        </Note>
      );
  }
}
