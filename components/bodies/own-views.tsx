'use client';

import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { BODY_LIST } from '@/lib/messages/body-list';
import { addView, readViews, removeView, type OwnView } from './kept-views';

/** Puts text on the clipboard. A site of an office network has no secure address, where only the old way works. */
async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  field.select();
  try {
    if (navigator.clipboard && window.isSecureContext) {
      await navigator.clipboard.writeText(field.value);
      return true;
    }
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/**
 * The address of the view as it stands, to be copied, and views kept under a name on this device. The address holds the whole view, so
 * without script it can be copied from the field or kept as a bookmark.
 */
export function OwnViews({ address }: { address: string }) {
  const [views, setViews] = useState<readonly OwnView[] | null>(null);
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setViews(readViews());
    // the server does not know under which name this computer reaches it
    if (field.current) field.current.value = new URL(address, window.location.href).href;
  }, [address]);

  const keep = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.current?.value.trim() ?? '';
    if (wanted === '') {
      setSaid(BODY_LIST.needsName);
      name.current?.focus();
      return;
    }
    const after = addView({ name: wanted, address });
    setSaid(after === null ? BODY_LIST.notKept : BODY_LIST.kept(wanted));
    if (after === null || !name.current) return;
    setViews(after);
    name.current.value = '';
  };
  const remove = (view: OwnView) => {
    setViews(removeView(view.name));
    setSaid(BODY_LIST.removed(view.name));
  };
  const copy = async () => {
    if (!field.current) return;
    setSaid((await copyFrom(field.current)) ? BODY_LIST.copied : BODY_LIST.copyYourself);
  };

  return (
    <details className="own-views">
      <summary>
        <Icon name="flag" />
        {BODY_LIST.ownViews}
      </summary>
      <div className="own-in">
        <p className="hint">{BODY_LIST.ownViewsHelp}</p>
        <div className="own-row">
          <label>
            <span>{BODY_LIST.address}</span>
            <input ref={field} className="input" dir="ltr" readOnly defaultValue={address} />
          </label>
          {views !== null && (
            <Button onClick={() => void copy()}>
              <Icon name="link" />
              {BODY_LIST.copy}
            </Button>
          )}
        </div>
        {views !== null && (
          <>
            <form className="own-row" onSubmit={keep}>
              <label>
                <span>{BODY_LIST.viewName}</span>
                <input ref={name} className="input" maxLength={60} autoComplete="off" />
              </label>
              <Button type="submit">{BODY_LIST.keep}</Button>
            </form>
            {views.length === 0 ? (
              <p className="muted small">{BODY_LIST.noOwnViews}</p>
            ) : (
              <ul className="own-list">
                {views.map((view) => (
                  <li key={view.name}>
                    <a href={view.address} aria-current={view.address === address ? 'true' : undefined}>
                      {view.name}
                    </a>
                    <Button
                      iconOnly
                      size="sm"
                      variant="quiet"
                      aria-label={BODY_LIST.removeView(view.name)}
                      onClick={() => remove(view)}
                    >
                      <Icon name="close" />
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
        <p role="status" className="small">
          {said}
        </p>
      </div>
    </details>
  );
}
