'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { typedValues } from '@/components/drafts/typed-values';
import { momentNow } from '@/components/evidence/pending-files';
import { shrinkPhoto } from '@/components/evidence/shrink-photo';
import { FormContext, useFormContext } from '@/components/ui/action-form';
import { Button, LinkButton } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { FormState, FormValues } from '@/components/ui/form-state';
import { Note } from '@/components/ui/note';
import { gradeProblems, type ChecklistItem, type ItemGrade } from '@/lib/domain/inspections';
import { INSPECTION_GRADES } from '@/lib/domain/vocabulary';
import { correctThese } from '@/lib/messages/common';
import { GRADE_PROBLEMS, VISIT_FORM } from '@/lib/messages/inspections';
import { RunningScore } from './running-score';
import {
  findKeptVisit,
  forgetVisit,
  keepVisit,
  sendVisit,
  visitNameOf,
  type KeptPhoto,
  type KeptVisit,
} from './visit-outbox';
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

export function useVisitPhotos(): PhotoStore {
  return useContext(PhotoContext);
}

export interface VisitFormProps {
  userId: string;
  body: { readonly code: string; readonly name: string };
  /** Id of the visit that is corrected, or empty. */
  corrects: string;
  /** The key for sending without script; with script each form makes its own, since a kept page is opened more than once. */
  formKey: string;
  /** When the page was drawn: one that was kept may be of another day. Null where the day is simulated. */
  drawnAt: number | null;
  items: readonly ChecklistItem[];
  passPercent: number;
  /** Where to come back to after signing in again. */
  signInHref: string;
  children: ReactNode;
}

type Sending =
  | { readonly name: 'form' }
  | { readonly name: 'kept' | 'signed_out' }
  | { readonly name: 'sending'; readonly photo: readonly [number, number] | null }
  | { readonly name: 'recorded'; readonly href: string; readonly label: string };

const PAUSE_MS = 400;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;
const STALE_MS = 12 * 3600 * 1000;

/** A key nobody guesses; also where the connection is not secure and the browser has no `randomUUID`. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const gradesIn = (values: Readonly<Record<string, readonly string[]>>, items: readonly ChecklistItem[]): ItemGrade[] =>
  items.map(({ code }) => ({
    code,
    grade: INSPECTION_GRADES.find((grade) => grade === values[`grade-${code}`]?.[0]) ?? null,
    remark: values[`remark-${code}`]?.[0] ?? null,
  }));

/** What the server would refuse, said before it is kept for later: once the line is back the inspector is not at the desk any more. */
function problemsOf(
  values: Readonly<Record<string, readonly string[]>>,
  items: readonly ChecklistItem[],
  isCorrection: boolean,
): Record<string, string> {
  const problems: Record<string, string> = {};
  const isEmpty = (name: string) => (values[name]?.[0] ?? '').trim() === '';
  if (isEmpty('isAnnounced')) problems['isAnnounced'] = VISIT_FORM.chooseAnnounced;
  for (const name of ['visitedOn', 'inspectorPost', 'deskPost'] as const)
    if (isEmpty(name)) problems[name] = VISIT_FORM.missing[name];
  for (const { code, title, problem } of gradeProblems(items, gradesIn(values, items))) {
    const field = problem === 'remark_for_not_applicable' ? 'remark' : 'grade';
    problems[`${field}-${code}`] = GRADE_PROBLEMS[problem](title);
  }
  if (isCorrection && isEmpty('remark')) problems['remark'] = VISIT_FORM.missing.correction;
  return problems;
}

/**
 * Stands in the form of a visit and keeps it on the device as it is filled in, photos too. What is sent without a line is kept and sent once
 * when it is back, also after the page was opened again. Without script it is the form alone.
 */
export function VisitForm(props: VisitFormProps) {
  const { userId, body, corrects, formKey, drawnAt, items, passPercent, signInHref, children } = props;
  const form = useFormContext();
  const root = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const key = useRef(formKey);
  const [isReady, setReady] = useState(false);
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const photosNow = useRef<readonly KeptPhoto[]>([]);
  const [shown, setShown] = useState<{ state: FormState; round: number; isRestored: boolean }>({
    state: form.state,
    round: 0,
    isRestored: false,
  });
  const [sending, setSending] = useState<Sending>({ name: 'form' });
  const [isKept, setKept] = useState(true);
  const attempt = useRef<{ wake: () => void; controller: AbortController } | null>(null);
  const hadServerValues = useRef(form.state.status !== 'idle' || form.state.values !== undefined);
  const name = visitNameOf(userId, body.code, corrects);

  const element = () => root.current?.closest('form') ?? null;
  const change = (next: readonly KeptPhoto[]) => {
    photosNow.current = next;
    setPhotos(next);
  };
  const current = (isWaiting: boolean): Omit<KeptVisit, 'savedAt'> | null => {
    const own = element();
    if (own === null) return null;
    const tokens = new FormData(own).getAll('photos[]').map(String);
    const values = { ...typedValues(own), body: [body.code], corrects: [corrects] };
    return {
      name,
      userId,
      key: key.current,
      body: body.code,
      bodyName: body.name,
      path: `${location.pathname}${location.search}`,
      values: tokens.length === 0 ? values : { ...values, 'photos[]': tokens },
      photos: photosNow.current,
      isWaiting,
    };
  };

  const backToForm = (values: FormValues, state: FormState = { status: 'idle', values }) => {
    setSending({ name: 'form' });
    setShown(({ round }) => ({ state, round: round + 1, isRestored: false }));
  };

  const send = async (kept: KeptVisit) => {
    if (attempt.current !== null) return;
    const controller = new AbortController();
    let visit: KeptVisit = kept;
    for (let failures = 0; !controller.signal.aborted; failures += 1) {
      setSending({ name: 'sending', photo: null });
      attempt.current = { controller, wake: () => undefined };
      const answer = await sendVisit(visit, {
        signal: controller.signal,
        onPhoto: (index, total) => setSending({ name: 'sending', photo: [index, total] }),
        photoFailed: VISIT_FORM.photoFailed,
      });
      if (controller.signal.aborted) break;
      if (answer.status === 'recorded') {
        setSending({ name: 'recorded', href: answer.href, label: answer.label });
        location.replace(answer.href);
        return;
      }
      if (answer.status === 'refused') {
        attempt.current = null;
        const left = await findKeptVisit(name);
        if (left !== null) change(left.photos);
        backToForm({}, answer.error);
        return;
      }
      setSending({ name: answer.status === 'broken' ? 'kept' : 'signed_out' });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures));
        const wake = () => {
          clearTimeout(timer);
          resolve();
        };
        attempt.current = { controller, wake };
        controller.signal.addEventListener('abort', wake);
      });
      visit = (await findKeptVisit(name)) ?? visit;
    }
    attempt.current = null;
  };

  const tryNow = () => attempt.current?.wake();
  const stop = () => {
    attempt.current?.controller.abort();
    attempt.current = null;
  };

  useEffect(() => {
    let isLeft = false;
    key.current = newKey();
    setReady(true);
    void keepPageOffline();
    void findKeptVisit(name).then((kept) => {
      if (isLeft) return;
      const isStale = drawnAt !== null && momentNow() - drawnAt > STALE_MS;
      if (kept === null || hadServerValues.current) {
        if (isStale) setShown(({ state, round }) => ({ state: withoutDay(state), round: round + 1, isRestored: false }));
        return;
      }
      key.current = kept.key;
      change(kept.photos);
      setShown({ state: { status: 'idle', values: kept.values }, round: 1, isRestored: !kept.isWaiting });
      if (kept.isWaiting) void send(kept);
    });
    const wake = () => tryNow();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      isLeft = true;
      stop();
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
    };
    // the form of one desk: its name says all of it
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);

  // keeps what is typed, and takes the press of the button over
  useEffect(() => {
    const own = element();
    if (own === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const save = () => {
      if (timer === null) return;
      clearTimeout(timer);
      timer = null;
      const visit = current(false);
      if (visit !== null) void keepVisit(visit).then(setKept);
    };
    const later = () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    };
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const visit = current(true);
      if (visit === null) return;
      const problems = problemsOf(visit.values, items, corrects !== '');
      if (Object.keys(problems).length > 0) {
        const error = { status: 'error' as const, message: VISIT_FORM.refused, fieldErrors: problems, values: visit.values };
        backToForm({}, error);
        return;
      }
      void keepVisit(visit).then((kept) => {
        setKept(kept);
        void send({ ...visit, savedAt: momentNow() });
      });
    };
    own.addEventListener('input', later);
    own.addEventListener('change', later);
    own.addEventListener('click', later);
    own.addEventListener('submit', submit, true);
    window.addEventListener('pagehide', save);
    return () => {
      save();
      own.removeEventListener('input', later);
      own.removeEventListener('change', later);
      own.removeEventListener('click', later);
      own.removeEventListener('submit', submit, true);
      window.removeEventListener('pagehide', save);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [name]);

  useEffect(() => {
    if (shown.state.status === 'error') summary.current?.querySelector<HTMLElement>('[role=alert]')?.focus();
  }, [shown]);

  const store = useMemo<PhotoStore>(
    () => ({
      isReady,
      photos,
      add: (item, files) => {
        for (const file of files) {
          void shrinkPhoto(file).then((small) => {
            const last = photosNow.current.at(-1)?.id ?? 0;
            const id = Math.max(momentNow(), last + 1);
            change([
              ...photosNow.current,
              { id, item, name: small.name, content: small, serverId: null, token: null },
            ]);
            const visit = current(false);
            if (visit !== null) void keepVisit(visit).then(setKept);
          });
        }
      },
      remove: (id) => {
        change(photosNow.current.filter((photo) => photo.id !== id));
        const visit = current(false);
        if (visit !== null) void keepVisit(visit);
      },
    }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isReady, photos, name],
  );

  const startAnew = () => {
    void forgetVisit(name);
    key.current = newKey();
    change([]);
    backToForm({});
  };

  const { state } = shown;
  const isForm = sending.name === 'form';
  return (
    <div ref={root} className="visit-form">
      <div role="status">
        {!isForm && (
          <SendingNote
            sending={sending}
            isKept={isKept}
            signInHref={signInHref}
            onTryNow={tryNow}
            onEdit={() => {
              stop();
              const visit = current(false);
              if (visit !== null) void keepVisit(visit);
              setSending({ name: 'form' });
            }}
          />
        )}
        {isForm && shown.isRestored && (
          <Note>
            {VISIT_FORM.restored}{' '}
            <Button size="sm" variant="quiet" onClick={startAnew}>
              {VISIT_FORM.startAnew}
            </Button>
          </Note>
        )}
      </div>
      {isForm && state !== form.state && state.status === 'error' && (
        <div ref={summary}>
          <ErrorSummary
            title={`${state.message} ${Object.keys(state.fieldErrors).length > 0 ? correctThese(Object.keys(state.fieldErrors).length) : ''}`}
            items={Object.entries(state.fieldErrors).map(([field, text]) => ({ href: `#${form.id}-${field}`, text }))}
          />
        </div>
      )}
      <div hidden={!isForm}>
        <input type="hidden" name="key" value={formKey} readOnly />
        <PhotoContext value={store}>
          <FormContext key={shown.round} value={{ id: form.id, state }}>
            {children}
          </FormContext>
        </PhotoContext>
        <RunningScore items={items} passPercent={passPercent} round={shown.round} />
      </div>
    </div>
  );
}

/** A kept page may be of another day: its day of the visit is not to be taken for today. */
function withoutDay(state: FormState): FormState {
  const values = state.status === 'done' ? {} : (state.values ?? {});
  return { status: 'idle', values: { ...values, visitedOn: '' } };
}

function SendingNote({
  sending,
  isKept,
  signInHref,
  onTryNow,
  onEdit,
}: {
  sending: Sending;
  isKept: boolean;
  signInHref: string;
  onTryNow: () => void;
  onEdit: () => void;
}) {
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
            {sending.name === 'signed_out' ? (
              <LinkButton href={signInHref}>{VISIT_FORM.signIn}</LinkButton>
            ) : (
              <Button onClick={onTryNow}>{VISIT_FORM.tryNow}</Button>
            )}
            <Button variant="quiet" onClick={onEdit}>
              {VISIT_FORM.edit}
            </Button>
          </p>
        </Note>
      );
  }
}
