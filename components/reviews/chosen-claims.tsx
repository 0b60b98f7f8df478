'use client';

import { useEffect, useRef, useState } from 'react';
import { QUEUE } from '@/lib/messages/review-queue';
import {
  chooseRange,
  chooseShown,
  forgetAllChosen,
  keepAnchor,
  keepChosen,
  MOST_CHOSEN,
  readChosen,
} from './chosen-store';

export interface ChosenClaimsProps {
  /** Names the list, so that a choice belongs to it. */
  list: string;
  /** Boxes on this page. */
  shown: number;
  /** All claims of the list that can be decided on together, and the address of that. */
  whole: { readonly count: number; readonly href: string };
}

/** The foot of the queue: how many are chosen, and what can be done with them. Without script the boxes of this page are what is sent. */
export function ChosenClaims({ list, shown, whole }: ChosenClaimsProps) {
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string> | null>(null);

  useEffect(() => {
    const form = root.current?.closest('form');
    if (!form) return;
    const boxesOf = () => [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=claims]')];
    const kept = readChosen(list);
    const isHere = new Map(boxesOf().map((box) => [box.value.split(':')[0] ?? '', box]));
    for (const [id, box] of isHere) if (kept.has(id)) box.checked = true;

    const look = () => {
      const next = new Map([...readChosen(list)].filter(([id]) => !isHere.has(id)));
      for (const box of boxesOf()) if (box.checked) next.set(box.value.split(':')[0] ?? '', box.value);
      keepChosen(list, next);
      setChosen(next);
    };
    const onChange = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.checked) keepAnchor(event.target.value);
      look();
    };
    const onClick = (event: MouseEvent) => {
      const box = event.target;
      if (event.shiftKey && box instanceof HTMLInputElement && box.name === 'claims') chooseRange(box);
    };
    look();
    form.addEventListener('change', onChange);
    form.addEventListener('click', onClick);
    return () => {
      form.removeEventListener('change', onChange);
      form.removeEventListener('click', onClick);
    };
  }, [list]);

  const clear = () => {
    forgetAllChosen();
    const form = root.current?.closest('form');
    form?.querySelectorAll<HTMLInputElement>('input[type=checkbox][name=claims]').forEach((box) => {
      box.checked = false;
    });
    setChosen(new Map());
  };

  const count = chosen?.size ?? 0;
  const isHere = (id: string) =>
    root.current?.closest('form')?.querySelector(`input[name=claims][type=checkbox][value^="${id}:"]`) != null;
  const elsewhere = [...(chosen ?? [])].filter(([id]) => !isHere(id)).slice(0, MOST_CHOSEN);
  return (
    <div className="bulk" ref={root}>
      {elsewhere.map(([id, value]) => (
        <input key={id} type="hidden" name="claims" value={value} />
      ))}
      <div className="bulk-row">
        <p className="bulk-count" role="status">
          {count > 0 ? <b>{QUEUE.chosen(count)}</b> : QUEUE.chooseHint}
          {elsewhere.length > 0 && <span className="muted"> {QUEUE.chosenElsewhere(elsewhere.length)}</span>}
        </p>
        <button className="btn sm" type="submit" name="do" value="verify">
          {QUEUE.verifyChosen}
        </button>
        <button className="btn sm" type="submit" name="do" value="return">
          {QUEUE.returnChosen}
        </button>
      </div>
      <div className="bulk-row bulk-more">
        {count > 0 && (
          <button className="btn quiet sm" type="button" onClick={clear}>
            {QUEUE.clearChosen}
          </button>
        )}
        {chosen !== null && count === 0 && shown > 0 && (
          <button className="btn quiet sm" type="button" onClick={chooseShown}>
            {QUEUE.chooseShown(shown)}
          </button>
        )}
        {whole.count > 0 && (
          <a className="btn quiet sm" href={whole.href}>
            {QUEUE.wholeList(whole.count)}
          </a>
        )}
      </div>
    </div>
  );
}

/** After several were decided on: the choice has been used up. */
export function ForgetChosen() {
  useEffect(() => forgetAllChosen(), []);
  return null;
}
