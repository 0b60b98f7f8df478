'use client';

import { useEffect } from 'react';

/** Ctrl+K leads to the search field, wherever the focus stands. The field itself needs no script. */
export function SearchShortcut({ inputId }: { inputId: string }) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // by place on the keyboard, since a Persian layout sends another letter
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey)) return;
      const input = document.getElementById(inputId);
      if (!(input instanceof HTMLInputElement) || input.offsetParent === null) return;
      event.preventDefault();
      input.focus();
      input.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [inputId]);
  return null;
}
