/**
 * Which claims of a list are chosen, kept in the browser's tab: every item and every page of the queue is a page of its own, and a choice
 * has to outlast them. Values are those of the boxes, `claim:last event`.
 */
const PREFIX = 'mizban-chosen:';
const ANCHOR = 'mizban-chosen-anchor';
/** What an address can carry along. */
export const MOST_CHOSEN = 300;

export function readChosen(list: string): Map<string, string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + list) ?? '[]');
    const values = Array.isArray(kept) ? kept.filter((value): value is string => /^\d+:\d+$/.test(String(value))) : [];
    return new Map(values.map((value) => [value.split(':')[0] ?? '', value]));
  } catch {
    return new Map();
  }
}

export function keepChosen(list: string, chosen: ReadonlyMap<string, string>): void {
  try {
    if (chosen.size === 0) sessionStorage.removeItem(PREFIX + list);
    else sessionStorage.setItem(PREFIX + list, JSON.stringify([...chosen.values()]));
  } catch {
    // a browser without storage forgets a choice with its page
  }
}

export function forgetAllChosen(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('.queue-list input[type=checkbox]')];
}

function set(box: HTMLInputElement, isChosen: boolean): void {
  if (box.checked !== isChosen) box.click();
}

function anchorId(): string {
  try {
    return sessionStorage.getItem(ANCHOR) ?? '';
  } catch {
    return '';
  }
}

/** The box from which a range begins. */
export function keepAnchor(value: string): void {
  try {
    sessionStorage.setItem(ANCHOR, value.split(':')[0] ?? '');
  } catch {
    // without storage a range begins at the first box
  }
}

/** Chooses everything from the box that was chosen last to this one. */
export function chooseRange(to: HTMLInputElement): void {
  const all = boxes();
  const end = all.indexOf(to);
  const known = all.findIndex((box) => box.value.startsWith(`${anchorId()}:`));
  const start = known < 0 ? end : known;
  all.slice(Math.min(start, end), Math.max(start, end) + 1).forEach((box) => set(box, true));
}

/** Chooses everything shown; where everything is, nothing. */
export function chooseShown(): void {
  const all = boxes();
  const isAll = all.every((box) => box.checked);
  all.forEach((box) => set(box, !isAll));
}
