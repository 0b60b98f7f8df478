'use client';

import { useId, useState, type KeyboardEvent } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { describedBy, Field } from '@/components/ui/field';
import { errorOf, valueOf } from '@/components/ui/form-state';
import { TextInput } from '@/components/ui/inputs';
import { COMMON } from '@/lib/messages/common';
import { MEETING } from '@/lib/messages/meeting';

export interface PickableBody {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  /** What a search looks at, already without differences of spelling. */
  readonly key: string;
}

const MOST_SHOWN = 6;

/** Near to the server's own way of comparing; what it lets through or not, the server decides. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u064a\u0649]/g, 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[ةۀ]/g, 'ه')
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\s\u200c\p{P}\p{S}]+/gu, '')
    .toLowerCase();

/**
 * A body by its code or name. With script the bodies that fit are offered while somebody writes; without it the server finds the body, or
 * answers with the names that come near.
 */
export function BodyField({ name, bodies }: { name: string; bodies: readonly PickableBody[] }) {
  const { id: formId, state } = useFormContext();
  const sent = valueOf(state, name);
  // an answer of the server begins anew with what was sent
  return <Combobox key={`${state.status} ${sent}`} id={`${formId}-${name}`} name={name} bodies={bodies} sent={sent} />;
}

function Combobox({
  id,
  name,
  bodies,
  sent,
}: {
  id: string;
  name: string;
  bodies: readonly PickableBody[];
  sent: string;
}) {
  const error = errorOf(useFormContext().state, name);
  const listId = useId();
  const [text, setText] = useState(sent);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const needle = fold(text);
  const fitting = needle === '' ? [] : bodies.filter(({ key }) => key.includes(needle));
  const shown = fitting.slice(0, MOST_SHOWN);
  const isShown = isOpen && shown.length > 0;

  const choose = (body: PickableBody) => {
    setText(`${body.name} (${body.code})`);
    setOpen(false);
    setActive(-1);
  };
  const move = (step: number) => {
    setOpen(true);
    setActive((before) => (before + step + shown.length) % Math.max(1, shown.length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(active < 0 ? 0 : -1);
    else if (event.key === 'Enter' && isShown && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape' && isShown) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <Field id={id} label={MEETING.body} hint={MEETING.bodyHint} error={error} optionalWord={COMMON.optional}>
      <div className="body-combo">
        <TextInput
          id={id}
          name={name}
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown && active >= 0 ? `${listId}-${active}` : undefined}
          aria-describedby={describedBy(id, { hint: MEETING.bodyHint, error })}
          invalid={error !== undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
        />
        <ul id={listId} role="listbox" aria-label={MEETING.bodyOptions} hidden={!isShown}>
          {shown.map((body, index) => (
            <li
              key={body.code}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              // the field must not lose the focus before the choice is made
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(body)}
            >
              {body.name}
              <small>
                {body.place} · <bdi className="ltr">{body.code}</bdi>
              </small>
            </li>
          ))}
        </ul>
        <p className="vh" role="status">
          {needle === '' || !isOpen ? '' : MEETING.bodyFound(fitting.length)}
        </p>
      </div>
    </Field>
  );
}
