'use client';

import { useState } from 'react';
import { useFormContext } from '@/components/ui/action-form';
import { Fieldset } from '@/components/ui/field';
import { errorOf, valueOf, valuesOf } from '@/components/ui/form-state';
import { Checkbox, TextInput } from '@/components/ui/inputs';
import { USER_FORM } from '@/lib/messages/admin';

export interface PickableBody {
  readonly code: string;
  readonly name: string;
  /** Kind and district, for telling two of the same name apart. */
  readonly place: string;
  /** What a search looks at, already without differences of spelling. */
  readonly key: string;
}

/** Name of the search field; a form sent for searching comes back with it. */
export const BODY_SEARCH = 'bodySearch';

const fold = (text: string) =>
  text
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[\u200c\s]+/g, '')
    .toLowerCase();

/**
 * Bodies to tick. With script the list narrows while somebody writes; without it a button sends the form for searching, and what was
 * ticked and written comes back. Ticked bodies always stay in sight.
 */
export function BodyPicker(props: BodyPickerProps) {
  const { state } = useFormContext();
  // each answer of the form begins anew: with what was sent after a mistake, with the known choice once it went through
  const answer = state.status === 'done' ? JSON.stringify(state.data) : state.status;
  return <Picker key={answer} {...props} />;
}

interface BodyPickerProps {
  bodies: readonly PickableBody[];
  chosen?: readonly string[];
  hint?: string;
}

function Picker({ bodies, chosen = [], hint }: BodyPickerProps) {
  const { id: formId, state } = useFormContext();
  const sentSearch = valueOf(state, BODY_SEARCH);
  const wasSent = state.status !== 'done' && state.values !== undefined;
  const start = valuesOf(state, 'bodyCodes[]', wasSent ? [] : chosen);
  const [search, setSearch] = useState(sentSearch);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(start));
  const id = `${formId}-bodyCodes`;
  const needle = fold(search);
  const isShown = (body: PickableBody) => needle === '' || ticked.has(body.code) || fold(body.key).includes(needle);
  const shownCount = bodies.filter(isShown).length;

  const tick = (code: string, isTicked: boolean) =>
    setTicked((before) => {
      const after = new Set(before);
      if (isTicked) after.add(code);
      else after.delete(code);
      return after;
    });

  return (
    <Fieldset id={id} legend={USER_FORM.bodies} hint={hint} error={errorOf(state, 'bodyCodes')}>
      {bodies.length === 0 ? (
        <p className="small">{USER_FORM.noBodies}</p>
      ) : (
        <>
          <div className="picker-search">
            <TextInput
              type="search"
              name={BODY_SEARCH}
              aria-label={USER_FORM.bodySearch}
              placeholder={USER_FORM.bodySearch}
              autoComplete="off"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.preventDefault();
              }}
            />
            <noscript>
              <button className="btn" type="submit" name="intent" value="search">
                {USER_FORM.bodySearchButton}
              </button>
            </noscript>
          </div>
          <p className="small muted" role="status">
            {shownCount === 0 ? USER_FORM.noMatch : USER_FORM.chosenCount(ticked.size)}
          </p>
          <div className="picker" tabIndex={0} role="group" aria-label={USER_FORM.bodies}>
            {bodies.map((body) => (
              <div key={body.code} hidden={!isShown(body)}>
                <Checkbox
                  name="bodyCodes[]"
                  value={body.code}
                  checked={ticked.has(body.code)}
                  onChange={(event) => tick(body.code, event.target.checked)}
                  label={body.name}
                  hint={
                    <>
                      {body.place} · <bdi className="ltr">{body.code}</bdi>
                    </>
                  }
                />
              </div>
            ))}
          </div>
        </>
      )}
    </Fieldset>
  );
}
