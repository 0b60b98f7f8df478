'use client';

import { useRef, useState } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { errorOf, valuesOf } from '@/components/ui/form-state';
import { LETTER_CHOICE } from '@/lib/messages/letter-fields';

export interface RecipientRow {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly steps: string;
  readonly lastLetter: string | null;
  readonly previewHref: string;
}

/** The late bodies of one sending, all chosen; what is taken out stays out when the form comes back with a question. */
export function RecipientRows({ rows }: { rows: readonly RecipientRow[] }) {
  const { id, state } = useFormContext();
  const sent = new Set(
    valuesOf(
      state,
      'bodies[]',
      rows.map(({ code }) => code),
    ),
  );
  const list = useRef<HTMLOListElement>(null);
  const [count, setCount] = useState(rows.filter(({ code }) => sent.has(code)).length);
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
  const setAll = (isChosen: boolean) => {
    for (const box of boxes()) box.checked = isChosen;
    setCount(isChosen ? rows.length : 0);
  };
  const error = errorOf(state, 'bodies');
  return (
    <div className="recipients" id={`${id}-bodies`}>
      <div className="row">
        <p role="status">
          <b>{LETTER_CHOICE.chosen(count, rows.length)}</b>
        </p>
        {rows.length > 1 && (
          <>
            <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
              {LETTER_CHOICE.chooseAll}
            </Button>
            <Button size="sm" variant="quiet" onClick={() => setAll(false)}>
              {LETTER_CHOICE.chooseNone}
            </Button>
          </>
        )}
      </div>
      {error !== undefined && <FieldError id={`${id}-bodies`} message={error} />}
      <ol
        ref={list}
        className="recipient-list"
        aria-label={LETTER_CHOICE.rows}
        onChange={() => setCount(boxes().filter(({ checked }) => checked).length)}
      >
        {rows.map((row) => (
          <li key={`${row.code}-${sent.has(row.code)}`}>
            <label className="check">
              <input type="checkbox" name="bodies[]" value={row.code} defaultChecked={sent.has(row.code)} />
              <span>
                <b>{row.name}</b>
                <small>{row.place}</small>
              </span>
            </label>
            <span className="small">
              {row.steps}
              {row.lastLetter !== null && <small>{row.lastLetter}</small>}
            </span>
            <a className="small" href={row.previewHref} aria-label={LETTER_CHOICE.previewOf(row.name)}>
              {LETTER_CHOICE.preview}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
