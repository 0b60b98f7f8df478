'use client';

import { useRef, useState } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { errorOf, valuesOf } from '@/components/ui/form-state';
import { SEVERAL } from '@/lib/messages/review-several';

export interface ChosenRow {
  /** `claim:last event` */
  readonly value: string;
  readonly bodyName: string;
  readonly step: string;
  readonly wait: string;
  readonly href: string;
}

/** The claims of one decision, all chosen; what is taken out stays out when the form comes back with a question. */
export function ChosenRows({ rows }: { rows: readonly ChosenRow[] }) {
  const { id, state } = useFormContext();
  const sent = new Set(
    valuesOf(
      state,
      'claims[]',
      rows.map(({ value }) => value),
    ),
  );
  const [change, setChange] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const boxes = () => [...(list.current?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])];
  const [count, setCount] = useState(sent.size);
  const setAll = (isChosen: boolean) => {
    boxes().forEach((box) => {
      box.checked = isChosen;
    });
    setCount(isChosen ? rows.length : 0);
    setChange(change + 1);
  };
  const error = errorOf(state, 'claims');
  return (
    <div className="several" id={`${id}-claims`}>
      <div className="row">
        <p role="status">{SEVERAL.chosen(count, rows.length)}</p>
        <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
          {SEVERAL.chooseAll}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setAll(false)}>
          {SEVERAL.clear}
        </Button>
      </div>
      {error !== undefined && <FieldError id={`${id}-claims`} message={error} />}
      <ol
        ref={list}
        className="several-list"
        aria-label={SEVERAL.list}
        onChange={() => setCount(boxes().filter(({ checked }) => checked).length)}
      >
        {rows.map((row) => (
          <li key={`${row.value}-${sent.has(row.value)}`}>
            <label className="check">
              <input type="checkbox" name="claims[]" value={row.value} defaultChecked={sent.has(row.value)} />
              <span>
                <b>{row.bodyName}</b>
                <small>{row.step}</small>
              </span>
            </label>
            <span className="small muted">{row.wait}</span>
            <a className="small" href={row.href} aria-label={`${SEVERAL.open}: ${row.bodyName}، ${row.step}`}>
              {SEVERAL.open}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
