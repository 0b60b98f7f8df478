'use client';

import { useEffect, useRef, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { useFormContext } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field';
import { errorOf, valuesOf } from '@/components/ui/form-state';
import { COMMON } from '@/lib/messages/common';
import { JOINT } from '@/lib/messages/villages';

export interface JointBox {
  /** `code:last event` */
  readonly value: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly isReturned: boolean;
}

export interface JointGroup {
  readonly name: string | null;
  readonly boxes: readonly JointBox[];
}

const boxesIn = (root: ParentNode | null) => [
  ...(root?.querySelectorAll<HTMLInputElement>('input[type=checkbox][name="targets[]"]') ?? []),
];

/** The bodies of one report, by rural district. What was taken out stays out when the form comes back with a question. */
export function JointChoice({ groups }: { groups: readonly JointGroup[] }) {
  const { id, state } = useFormContext();
  const all = groups.flatMap(({ boxes }) => boxes);
  const chosen = new Set(
    valuesOf(
      state,
      'targets[]',
      all.filter(({ isChosen }) => isChosen).map(({ value }) => value),
    ).map(codeOf),
  );
  const root = useRef<HTMLFieldSetElement>(null);
  const [count, setCount] = useState(chosen.size);
  const [isEnhanced, setEnhanced] = useState(false);
  useEffect(() => setEnhanced(true), []);
  // a browser that goes back brings its own ticks along
  useEffect(() => setCount(boxesIn(root.current).filter(({ checked }) => checked).length), [state]);

  const setAll = (where: ParentNode | null, isChosen: boolean) => {
    for (const box of boxesIn(where)) box.checked = isChosen;
    root.current?.dispatchEvent(new Event('change', { bubbles: true }));
    setCount(boxesIn(root.current).filter(({ checked }) => checked).length);
  };
  const error = errorOf(state, 'targets');
  return (
    <fieldset
      ref={root}
      id={`${id}-targets`}
      className="joint-groups"
      onChange={() => setCount(boxesIn(root.current).filter(({ checked }) => checked).length)}
    >
      <legend className="lab">{JOINT.choose}</legend>
      {error !== undefined && <FieldError id={`${id}-targets`} message={error} />}
      {isEnhanced && (
        <div className="row">
          <p role="status">{JOINT.chosen(count, all.length)}</p>
          <Button size="sm" variant="quiet" onClick={() => setAll(root.current, true)}>
            {JOINT.chooseAll}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setAll(root.current, false)}>
            {JOINT.chooseNone}
          </Button>
        </div>
      )}
      {groups.map((group) => (
        <div className="joint-group" key={group.name ?? ''}>
          <p>
            <span>{JOINT.group(group.name, group.boxes.length)}</span>
            {isEnhanced && groups.length > 1 && (
              <Button
                size="sm"
                variant="quiet"
                onClick={(event) => {
                  const own = event.currentTarget.closest('.joint-group');
                  setAll(
                    own,
                    boxesIn(own).some(({ checked }) => !checked),
                  );
                }}
              >
                {JOINT.toggleGroup(group.name)}
              </Button>
            )}
          </p>
          <ul>
            {group.boxes.map((box) => {
              const isOn = chosen.has(codeOf(box.value));
              return (
                <li key={`${box.value}-${isOn}`}>
                  <label className="check">
                    <input type="checkbox" name="targets[]" value={box.value} defaultChecked={isOn} />
                    <span>
                      {box.name}
                      {box.isReturned && <span className="hint">{JOINT.wasReturned}</span>}
                    </span>
                  </label>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </fieldset>
  );
}

/** What was seen of the step may differ in a form that comes back; the body is the same. */
function codeOf(value: string): string {
  return value.slice(0, value.lastIndexOf(':'));
}

/** Names how many it sends for, as soon as a script can count. */
export function JointSubmit({ noun }: { noun: string }) {
  const { pending } = useFormStatus();
  const { state } = useFormContext();
  const button = useRef<HTMLButtonElement>(null);
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    const form = button.current?.closest('form');
    if (!form) return;
    const look = () => setCount(boxesIn(form).filter(({ checked }) => checked).length);
    look();
    form.addEventListener('change', look);
    return () => form.removeEventListener('change', look);
  }, [state]);
  return (
    <button
      ref={button}
      type="submit"
      className="btn primary big"
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? COMMON.sending : count === null || count === 0 ? JOINT.sendChosen : JOINT.send(count, noun)}
    </button>
  );
}
