import { PENDING_DATABASE, momentNow } from '@/components/evidence/pending-files';

/** What somebody typed in a form on this device and has not sent. Passwords are never among it. */
export interface DeviceDraft {
  readonly savedAt: number;
  /** The newest event that the form had seen. */
  readonly seen: string;
  /** The key under which the form counts once. */
  readonly submission: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Visits that were filled in without a line (`components/inspections/visit-outbox.ts`), and the page of their form. */
export const VISITS_DATABASE = 'mizban-visits';
export const VISIT_PAGE_CACHE = 'mizban-visit-page';

const PREFIX = 'mizban.draft.';
const KEPT_MS = 7 * 24 * 3600 * 1000;

/** The name of the draft of one person's form about one step. */
export function draftKeyOf(userId: string, bodyCode: string, milestoneCode: string, form: string): string {
  return [userId, bodyCode, milestoneCode, form].join('|');
}

/** Null where the browser keeps nothing, or refuses to. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function parse(text: string | null): DeviceDraft | null {
  try {
    const draft: unknown = JSON.parse(text ?? 'null');
    const isDraft = typeof draft === 'object' && draft !== null && 'values' in draft && 'savedAt' in draft;
    return isDraft ? (draft as DeviceDraft) : null;
  } catch {
    return null;
  }
}

function keysOf(store: Storage): string[] {
  return Object.keys(store).filter((key) => key.startsWith(PREFIX));
}

/** The draft of a form. Those of a week ago are given up, whoever wrote them. */
export function readDeviceDraft(key: string): DeviceDraft | null {
  const store = storage();
  if (store === null) return null;
  for (const each of keysOf(store)) {
    if ((parse(store.getItem(each))?.savedAt ?? 0) < momentNow() - KEPT_MS) store.removeItem(each);
  }
  return parse(store.getItem(PREFIX + key));
}

export function writeDeviceDraft(key: string, draft: Omit<DeviceDraft, 'savedAt'>): void {
  try {
    storage()?.setItem(PREFIX + key, JSON.stringify({ ...draft, savedAt: momentNow() }));
  } catch {
    // no room: the form itself still holds what was typed
  }
}

export function dropDeviceDraft(key: string): void {
  storage()?.removeItem(PREFIX + key);
}

/** Forgets the drafts and files of everybody: the next person at this device must not find them. */
export function forgetEverything(): void {
  const store = storage();
  if (store !== null) for (const key of keysOf(store)) store.removeItem(key);
  try {
    indexedDB.deleteDatabase(PENDING_DATABASE);
    indexedDB.deleteDatabase(VISITS_DATABASE);
  } catch {
    // this browser kept no files
  }
  forgetKeptPages();
}

/** Forgets pages that were kept for opening without a line: they show the name of whoever opened them. What was filled in stays. */
export function forgetKeptPages(): void {
  // absent where the connection is not secure: nothing was kept then
  if ('caches' in window) void caches.delete(VISIT_PAGE_CACHE).catch(() => undefined);
}
