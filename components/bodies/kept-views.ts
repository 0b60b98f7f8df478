/** A view of the list of bodies that somebody keeps under a name on this device. */
export interface OwnView {
  readonly name: string;
  /** Path and query within the product. */
  readonly address: string;
}

const KEY = 'mizban.bodies.views';
const MOST = 30;

const isView = (value: unknown): value is OwnView => {
  const { name, address } = (value ?? {}) as Partial<Record<keyof OwnView, unknown>>;
  // what lies on a device can have been written by anybody: only addresses of the list itself become links
  return typeof name === 'string' && typeof address === 'string' && /^\/bodies(?:\?|$)/.test(address);
};

/** Views kept on this device, oldest first; none where the browser keeps nothing. */
export function readViews(): OwnView[] {
  try {
    const known: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(known) ? known.filter(isView) : [];
  } catch {
    return [];
  }
}

function write(views: readonly OwnView[]): readonly OwnView[] | null {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(views));
    return views;
  } catch {
    return null;
  }
}

/** Keeps a view; another one of the same name gives way. Null where the browser refuses. */
export function addView(view: OwnView): readonly OwnView[] | null {
  return write([...readViews().filter(({ name }) => name !== view.name), view].slice(-MOST));
}

export function removeView(name: string): readonly OwnView[] {
  const left = readViews().filter((view) => view.name !== name);
  return write(left) ?? left;
}
