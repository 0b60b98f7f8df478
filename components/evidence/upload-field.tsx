'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Fieldset } from '@/components/ui/field';
import { errorOf, valuesOf } from '@/components/ui/form-state';
import { Icon } from '@/components/ui/icon';
import { formatBytes } from '@/lib/format/numbers';
import { STEP_FORMS } from '@/lib/messages/my';
import { UPLOADS } from '@/lib/messages/uploads';
import { SendingList } from './sending-list';
import { UploadQueue, type SendingFile } from './upload-queue';

export interface UploadFieldProps {
  /** Route that takes one file of a form without script; below it, at `/parts`, files come in pieces. */
  uploadPath: string;
  /** Code of the body; the form around it carries the same in its field `body`. */
  body: string;
  /** The page to come back to without script, and after signing in again. */
  returnTo: string;
  /** Files that have arrived: `id|bytes|name`. */
  initial?: readonly string[];
  optional?: string;
  /** Whose form it is: under this name the browser keeps files until they have arrived. Left out: it keeps none. */
  keepAs?: string;
}

const FIELD = 'uploads[]';
const ACCEPT = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,.docx,.xlsx,.odt,.ods';

function parts(token: string): { id: string; sizeBytes: number; name: string } {
  const [id = '', sizeBytes = '0', ...name] = token.split('|');
  return { id, sizeBytes: Number(sizeBytes), name: name.join('|') };
}

/**
 * Photos and files of a form. With script each is sent on its own as soon as it is chosen, photos made smaller first, and goes on where it
 * stopped after a broken line, a reload or an ended session; without script the button sends the file and the page comes back with what
 * was typed, or the file travels with the form itself.
 */
export function UploadField({ uploadPath, body, returnTo, initial = [], optional, keepAs }: UploadFieldProps) {
  const form = useFormContext();
  const [tokens, setTokens] = useState<readonly string[]>(() => [
    ...new Set([...valuesOf(form.state, FIELD), ...initial]),
  ]);
  const [sending, setSending] = useState<readonly SendingFile[]>([]);
  const [news, setNews] = useState<{ text: string; isHeld?: boolean } | null>(null);
  const [isEnhanced, setEnhanced] = useState(false);
  const [hasCamera, setHasCamera] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const queue = useRef<UploadQueue | null>(null);
  /** The button that was pressed while a file was on its way. */
  const held = useRef<HTMLElement | null>(null);
  const id = `${form.id}-uploads`;

  useEffect(() => {
    setEnhanced(true);
    setHasCamera(window.matchMedia('(pointer: coarse)').matches);
    const own = new UploadQueue({
      path: `${uploadPath}/parts`,
      body,
      form: keepAs ?? null,
      onChange: setSending,
      onArrived: (token, name, shrunkFrom) => {
        setTokens((before) => [...new Set([...before, token])]);
        const size = parts(token).sizeBytes;
        const shrunk = shrunkFrom === null ? '' : ` ${STEP_FORMS.shrunk(formatBytes(shrunkFrom), formatBytes(size))}.`;
        setNews({ text: UPLOADS.arrived(name) + shrunk });
      },
      onContinued: (name) => setNews({ text: UPLOADS.goesOn(name) }),
    });
    queue.current = own;
    void own.resume();
    const comeBack = () => {
      if (document.visibilityState === 'visible') own.tryNow();
    };
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', comeBack);
      own.close();
    };
  }, [uploadPath, body, keepAs]);

  // whoever keeps what is typed should keep the arrived files with it
  useEffect(() => {
    if (tokens.length > 0) root.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [tokens]);

  const isBusy = sending.some(({ state }) => state !== 'refused');
  const hasRefused = sending.some(({ state }) => state === 'refused');
  useEffect(() => {
    const element = root.current?.closest('form');
    if (!element) return undefined;
    if (!isBusy) {
      const { current } = held;
      held.current = null;
      // what was refused should be seen before the report leaves without it
      if (current !== null && !hasRefused) element.requestSubmit(current.isConnected ? current : null);
      return undefined;
    }
    // a report must not leave without the file that its sender has just chosen: it leaves when that is there
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      held.current = event.submitter;
      setNews({ text: UPLOADS.stillOnItsWay, isHeld: true });
    };
    element.addEventListener('submit', hold, true);
    return () => element.removeEventListener('submit', hold, true);
  }, [isBusy, hasRefused]);

  const cancel = (file: number) => {
    held.current = null;
    setNews(null);
    queue.current?.cancel(file);
  };

  const take = (files: readonly File[]) => {
    setNews(null);
    for (const file of files) void queue.current?.add(file);
    // what is sent on its own must not travel with the form again
    if (input.current) input.current.value = '';
  };

  /** The one field of files, opened as a camera once; afterwards it offers files again. */
  const openCamera = () => {
    const field = input.current;
    if (field === null) return;
    field.accept = 'image/*';
    field.setAttribute('capture', 'environment');
    field.click();
    field.accept = ACCEPT;
    field.removeAttribute('capture');
  };

  const error = errorOf(form.state, 'uploads') ?? errorOf(form.state, 'uploadId') ?? errorOf(form.state, 'evidence');
  return (
    <Fieldset id={id} legend={STEP_FORMS.files} hint={STEP_FORMS.filesHint} error={error} optionalWord={optional}>
      <div ref={root} className="upload-field">
        {tokens.length > 0 && (
          <ul className="uploads">
            {tokens.map((token) => {
              const { name, sizeBytes } = parts(token);
              return (
                <li key={token}>
                  <input type="hidden" name={FIELD} value={token} />
                  <Icon name="file" />
                  <span>
                    <b>
                      <bdi>{name}</bdi>
                    </b>{' '}
                    <small>{formatBytes(sizeBytes)}</small>
                  </span>
                  {isEnhanced && (
                    <Button
                      iconOnly
                      variant="quiet"
                      aria-label={STEP_FORMS.removeFile(name)}
                      onClick={() => setTokens((before) => before.filter((each) => each !== token))}
                    >
                      <Icon name="close" />
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        <SendingList files={sending} returnTo={returnTo} onTryNow={() => queue.current?.tryNow()} onCancel={cancel} />
        <div role="status">
          {news !== null && (!news.isHeld || isBusy) && (
            <small className={news.isHeld ? 'held' : 'hint'}>{news.text}</small>
          )}
        </div>
        <div className="file-choices">
          {hasCamera && (
            <Button size="big" onClick={openCamera}>
              <Icon name="camera" />
              {UPLOADS.camera}
            </Button>
          )}
          {/* with script the browser's own words, in whatever language it has, give way to ours */}
          <label className={isEnhanced ? 'btn big file-choice' : undefined}>
            {isEnhanced && (
              <>
                <Icon name="upload" />
                {STEP_FORMS.chooseFile}
              </>
            )}
            <input
              ref={input}
              className="input"
              type="file"
              name="file"
              aria-label={STEP_FORMS.chooseFile}
              accept={ACCEPT}
              multiple={isEnhanced}
              onChange={(event) => take([...(event.target.files ?? [])])}
            />
          </label>
        </div>
        {!isEnhanced && (
          <Button type="submit" formAction={uploadPath} className="justify-self-start">
            <Icon name="upload" />
            {STEP_FORMS.addFile}
          </Button>
        )}
        <input type="hidden" name="returnTo" value={returnTo} />
      </div>
    </Fieldset>
  );
}
