'use client';

import { useEffect, useRef, useState } from 'react';
import { searchItems, searchText } from '@/lib/domain/name-search';
import { MY } from '@/lib/messages/my';

/**
 * Narrows the list of own bodies while a name is typed; with a single one left, Enter goes there. Without script the form around it searches on
 * the server.
 */
export function BodyFind({ id, defaultValue }: { id: string; defaultValue: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<number | null>(null);

  useEffect(() => {
    const field = input.current;
    const form = field?.form;
    const list = form?.closest('.body-list');
    if (!field || !form || !list) return;
    const items = [...list.querySelectorAll('li')].map((item) => ({ item, search: searchText([item.textContent]) }));
    const shown = () => items.filter(({ item }) => !item.hidden);
    const narrow = () => {
      const query = field.value.trim();
      const fit = new Set(query === '' ? items : searchItems(query, items, ({ search }) => search));
      for (const each of items) each.item.hidden = !fit.has(each);
      setFound(query === '' ? null : fit.size);
    };
    const go = (event: SubmitEvent) => {
      const [only, ...others] = shown();
      const link = only?.item.querySelector('a');
      if (others.length > 0 || !link || field.value.trim() === '') return;
      event.preventDefault();
      link.click();
    };
    field.addEventListener('input', narrow);
    form.addEventListener('submit', go);
    return () => {
      field.removeEventListener('input', narrow);
      form.removeEventListener('submit', go);
    };
  }, []);

  return (
    <>
      <input
        ref={input}
        id={id}
        className="input"
        type="search"
        name="find"
        defaultValue={defaultValue}
        autoComplete="off"
        enterKeyHint="search"
      />
      <span className="vh" role="status">
        {found !== null && MY.foundBodies(found)}
      </span>
    </>
  );
}
