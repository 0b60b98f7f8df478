/**
 * Text drawn for the page that is being answered, on its way from the page to the component that places it. The two live in different
 * bundles of the server, so it lies on globalThis.
 */
const STORE = Symbol.for('mizban.drawn');
type WithStore = typeof globalThis & { [STORE]?: Map<string, string> };

function store(): Map<string, string> {
  return ((globalThis as WithStore)[STORE] ??= new Map());
}

let sequence = 0;

/** Puts a drawn part of a page down under a name for this one answer. */
export function putDrawn(markup: string): { readonly name: string; readonly forget: () => void } {
  sequence += 1;
  const name = `drawn-${sequence}`;
  store().set(name, markup);
  return { name, forget: () => store().delete(name) };
}

/** What was put down under a name; empty where it is unknown. */
export function readDrawn(name: string): string {
  return store().get(name) ?? '';
}
