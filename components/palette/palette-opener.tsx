'use client';

import { useEffect, useState, type ComponentType } from 'react';
import type { CommandPaletteProps } from './command-palette';

/**
 * Opens the palette on Ctrl K or on whatever carries `data-palette`. Its code is loaded on the first opening, so a page carries no more of
 * it than this. Where it cannot be loaded, the search field takes its place.
 */
export function PaletteOpener({ searchId }: { searchId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [Palette, setPalette] = useState<ComponentType<CommandPaletteProps> | null>(null);
  useEffect(() => {
    const open = () => {
      import('./command-palette').then(
        (loaded) => {
          setPalette(() => loaded.CommandPalette);
          setOpen(true);
        },
        () => document.getElementById(searchId)?.focus(),
      );
    };
    const onKey = (event: KeyboardEvent) => {
      // by place on the keyboard, since a Persian layout sends another letter
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      open();
    };
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('[data-palette]') === null) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onClick);
    // the key is told of from the moment it works
    for (const opener of document.querySelectorAll('[data-palette]'))
      opener.setAttribute('aria-keyshortcuts', 'Control+K');
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', onClick);
    };
  }, [searchId]);
  if (!isOpen || Palette === null) return null;
  return <Palette onClose={() => setOpen(false)} />;
}
