'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Fieldset } from '@/components/ui/field';
import { errorOf, valuesOf } from '@/components/ui/form-state';
import { Icon } from '@/components/ui/icon';
import { formatBytes } from '@/lib/format/numbers';
import { STEP_FORMS } from '@/lib/messages/my';
import { sendFile, shrinkPhoto } from './send-file';

export interface UploadFieldProps {
  /** Route that takes one file. */
  uploadPath: string;
  /** Code of the body; the form around it carries the same in its field `body`. */
  body: string;
  /** The page to come back to without script. */
  returnTo: string;
  /** Files that have arrived: `id|bytes|name`. */
  initial?: readonly string[];
  optional?: string;
}

const FIELD = 'uploads[]';

function parts(token: string): { id: string; sizeBytes: number; name: string } {
  const [id = '', sizeBytes = '0', ...name] = token.split('|');
  return { id, sizeBytes: Number(sizeBytes), name: name.join('|') };
}

/**
 * Photos and files of a form. With script each is sent on its own as soon as it is chosen, photos made smaller first; without script the
 * button sends the file and the page comes back with what was typed, or the file travels with the form itself.
 */
export function UploadField({ uploadPath, body, returnTo, initial = [], optional }: UploadFieldProps) {
  const form = useFormContext();
  const [tokens, setTokens] = useState<readonly string[]>(() => [
    ...new Set([...valuesOf(form.state, FIELD), ...initial]),
  ]);
  const [progress, setProgress] = useState<number | null>(null);
  const [message, setMessage] = useState<{ text: string; isError: boolean } | null>(null);
  const [isEnhanced, setEnhanced] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = `${form.id}-uploads`;

  useEffect(() => setEnhanced(true), []);

  const take = async (file: File) => {
    setMessage(null);
    setProgress(0);
    try {
      const small = await shrinkPhoto(file);
      const answer = await sendFile(uploadPath, small, { body, returnTo }, setProgress);
      if (answer.ok) {
        setTokens((before) => [...before, answer.token]);
        if (small !== file)
          setMessage({ text: STEP_FORMS.shrunk(formatBytes(file.size), formatBytes(small.size)), isError: false });
      } else setMessage({ text: answer.message ?? STEP_FORMS.fileFailed, isError: true });
    } finally {
      setProgress(null);
      // what has been sent must not travel with the form again
      if (input.current) input.current.value = '';
    }
  };

  const error = message?.isError
    ? message.text
    : (errorOf(form.state, 'uploads') ?? errorOf(form.state, 'uploadId') ?? errorOf(form.state, 'evidence'));
  return (
    <Fieldset id={id} legend={STEP_FORMS.files} hint={STEP_FORMS.filesHint} error={error} optionalWord={optional}>
      {tokens.length > 0 && (
        <ul className="uploads">
          {tokens.map((token) => {
            const { name, sizeBytes } = parts(token);
            return (
              <li key={token}>
                <input type="hidden" name={FIELD} value={token} />
                <Icon name="file" />
                <span>
                  <b>{name}</b> <small>{formatBytes(sizeBytes)}</small>
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
      <div role="status">
        {progress !== null && (
          <p className="upload-progress">
            <progress max={100} value={progress} aria-label={STEP_FORMS.files} />
            <small>{STEP_FORMS.sendingFile(progress)}</small>
          </p>
        )}
        {message !== null && !message.isError && <small className="hint">{message.text}</small>}
      </div>
      <input
        ref={input}
        className="input"
        type="file"
        name="file"
        aria-label={STEP_FORMS.chooseFile}
        accept="image/jpeg,image/png,image/webp,image/heic,application/pdf,.docx,.xlsx,.odt,.ods"
        disabled={progress !== null}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void take(file);
        }}
      />
      {!isEnhanced && (
        <Button type="submit" formAction={uploadPath} className="justify-self-start">
          <Icon name="upload" />
          {STEP_FORMS.addFile}
        </Button>
      )}
      <input type="hidden" name="returnTo" value={returnTo} />
    </Fieldset>
  );
}
