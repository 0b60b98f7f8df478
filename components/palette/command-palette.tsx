'use client';

import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { PALETTE, PALETTE_GROUP_LABELS, PALETTE_GROUPS } from '@/lib/messages/palette';
import type { PaletteDocument } from './palette-document';
import { findInPalette, listSearch, paletteEntries, type PaletteDeed, type PaletteEntry } from './palette-results';
import './palette.css';

export interface CommandPaletteProps {
  onClose: () => void;
}

/** Kept for the life of the page; the browser asks the server again on the next one, and mostly hears that nothing changed. */
let kept: PaletteDocument | null = null;

async function load(): Promise<PaletteDocument> {
  if (kept !== null) return kept;
  const response = await fetch('/palette', { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`palette: ${response.status}`);
  kept = (await response.json()) as PaletteDocument;
  return kept;
}

function perform(deed: PaletteDeed): void {
  if ('href' in deed) window.location.assign(deed.href);
  else if ('press' in deed) document.querySelector<HTMLButtonElement>(`[data-press="${deed.press}"]`)?.click();
  else window.print();
}

const LIST_ID = 'palette-list';
const optionId = (index: number) => `palette-option-${index}`;

function Options({
  entries,
  active,
  onPick,
  onPoint,
}: {
  entries: readonly PaletteEntry[];
  active: number;
  onPick: (entry: PaletteEntry) => void;
  onPoint: (index: number) => void;
}) {
  return PALETTE_GROUPS.filter((group) => entries.some((entry) => entry.group === group)).map((group) => (
    <div key={group} role="group" aria-labelledby={`palette-${group}`}>
      <div className="palette-group" id={`palette-${group}`} role="presentation">
        {PALETTE_GROUP_LABELS[group]}
      </div>
      {entries.map((entry, index) =>
        entry.group === group ? (
          <div
            key={index}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            className="palette-option"
            onClick={() => onPick(entry)}
            onPointerMove={() => onPoint(index)}
          >
            <span>{entry.title}</span>
            {entry.note !== '' && <small>{entry.note}</small>}
          </div>
        ) : null,
      )}
    </div>
  ));
}

function Keys() {
  return (
    <p className="palette-keys" aria-hidden="true">
      <span>
        <kbd className="kbd">
          <Icon name="arrow_up" />
          <Icon name="arrow_down" />
        </kbd>{' '}
        {PALETTE.keyMove}
      </span>
      <span>
        <kbd className="kbd">Enter</kbd> {PALETTE.keyOpen}
      </span>
      <span>
        <kbd className="kbd">Esc</kbd> {PALETTE.keyClose}
      </span>
    </p>
  );
}

/** What is shown for a query, once the document is there; a failed loading leaves the list's own search. */
function useResults(query: string, loaded: PaletteDocument | 'failed' | null) {
  const entries = useMemo(() => (loaded === null || loaded === 'failed' ? [] : paletteEntries(loaded)), [loaded]);
  return useMemo(() => {
    const wanted = query.trim();
    if (loaded === null) return { entries: [], sentence: PALETTE.loading };
    const fallback = wanted === '' ? [] : [listSearch(wanted)];
    if (loaded === 'failed') return { entries: fallback, sentence: PALETTE.failed };
    const found = findInPalette(query, entries, loaded);
    if (found.entries.length > 0) return { ...found, sentence: found.sentence ?? PALETTE.found(found.entries.length) };
    return { entries: found.sentence === null ? fallback : [], sentence: found.sentence ?? PALETTE.nothing };
  }, [query, loaded, entries]);
}

/** Search over bodies, pages, tracks, editions and actions. A native modal dialog: the browser keeps the focus in it and gives it back. */
export function CommandPalette({ onClose }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<PaletteDocument | 'failed' | null>(kept);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { entries, sentence } = useResults(query, loaded);

  useEffect(() => {
    dialog.current?.showModal();
    load().then(setLoaded, () => setLoaded('failed'));
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, entries]);

  const pick = (entry: PaletteEntry) => {
    dialog.current?.close();
    perform(entry.deed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setActive((active + step + entries.length) % entries.length);
    }
    const chosen = entries[active];
    if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      pick(chosen);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={PALETTE.title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close();
      }}
    >
      <div className="palette-in">
        <div className="palette-field">
          <Icon name="search" />
          <input
            autoFocus
            role="combobox"
            aria-label={PALETTE.label}
            aria-expanded={entries.length > 0}
            aria-controls={LIST_ID}
            aria-autocomplete="list"
            aria-activedescendant={entries.length > 0 ? optionId(active) : undefined}
            placeholder={PALETTE.placeholder}
            autoComplete="off"
            spellCheck={false}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <button type="button" className="btn bare" aria-label={PALETTE.close} onClick={() => dialog.current?.close()}>
            <Icon name="close" />
          </button>
        </div>
        <div className="palette-list" id={LIST_ID} ref={list} role="listbox" aria-label={PALETTE.results}>
          <Options entries={entries} active={active} onPick={pick} onPoint={setActive} />
        </div>
        <div className="palette-foot">
          <p role="status">{sentence}</p>
          <Keys />
        </div>
      </div>
    </dialog>
  );
}
