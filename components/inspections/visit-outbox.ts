import { momentNow } from '@/components/evidence/pending-files';
import { sendInParts } from '@/components/evidence/send-in-parts';
import type { FormError } from '@/components/ui/form-state';
import type { TypedValues } from '@/components/drafts/typed-values';
import { VISITS_DATABASE } from '@/components/drafts/device-drafts';
import { deviceTable } from '@/components/drafts/device-table';

/** A photo of a visit that this device keeps: its content until it has arrived, then the token under which the server has it. */
export interface KeptPhoto {
  /** The moment it was chosen. */
  readonly id: number;
  /** Code of the item; null for the whole desk. */
  readonly item: string | null;
  readonly name: string;
  readonly content: Blob | null;
  readonly serverId: string | null;
  readonly token: string | null;
}

/** A visit that this device keeps until the server has recorded it. */
export interface KeptVisit {
  /** `visitNameOf`: one form of one person. */
  readonly name: string;
  readonly userId: string;
  /** The key under which it is recorded once. */
  readonly key: string;
  readonly body: string;
  readonly bodyName: string;
  /** Address of its form. */
  readonly path: string;
  readonly values: TypedValues;
  readonly photos: readonly KeptPhoto[];
  /** It is to be sent; otherwise it is still being filled in. */
  readonly isWaiting: boolean;
  readonly savedAt: number;
}

/** The name of the form of one person about one desk, or about the visit that it corrects. */
export function visitNameOf(userId: string, body: string, corrects: string): string {
  return [userId, body, corrects].join('|');
}

const KEPT_MS = 30 * 24 * 3600 * 1000;
const UPLOADS = '/my/uploads/parts';
const SEND = '/inspections/new/send';

const run = deviceTable(VISITS_DATABASE, 'visits', 'name');

/** @returns whether the browser keeps it */
export async function keepVisit(visit: Omit<KeptVisit, 'savedAt'>): Promise<boolean> {
  return (await run('readwrite', (store) => store.put({ ...visit, savedAt: momentNow() }))) !== null;
}

export async function forgetVisit(name: string): Promise<void> {
  await run('readwrite', (store) => store.delete(name));
}

export async function findKeptVisit(name: string): Promise<KeptVisit | null> {
  return (await run<KeptVisit | undefined>('readonly', (store) => store.get(name))) ?? null;
}

/** What this person still has to send from this device. What was left a month ago is given up. */
export async function listWaitingVisits(userId: string): Promise<KeptVisit[]> {
  const all = (await run<KeptVisit[]>('readonly', (store) => store.getAll())) ?? [];
  for (const { name, savedAt } of all) if (savedAt < momentNow() - KEPT_MS) await forgetVisit(name);
  return all.filter((visit) => visit.userId === userId && visit.isWaiting);
}

export type SendAnswer =
  | { readonly status: 'recorded'; readonly href: string; readonly label: string }
  /** The line is broken, or the server is not there: worth trying again. */
  | { readonly status: 'broken' }
  | { readonly status: 'signed_out' }
  | { readonly status: 'refused'; readonly error: FormError };

const refusal = (message: string, values: TypedValues, fieldErrors: Record<string, string> = {}): SendAnswer => ({
  status: 'refused',
  error: { status: 'error', message, fieldErrors, values },
});

/**
 * Sends a kept visit: its photos that have not arrived, then the form with its key. What has arrived is noted, so that the next attempt goes
 * on from there; a visit that was recorded is forgotten here.
 */
export async function sendVisit(
  visit: KeptVisit,
  watch: {
    readonly signal: AbortSignal;
    readonly onPhoto: (index: number, total: number) => void;
    readonly photoFailed: string;
  },
): Promise<SendAnswer> {
  let current = visit;
  const note = (photo: KeptPhoto) => {
    current = { ...current, photos: current.photos.map((each) => (each.id === photo.id ? photo : each)) };
    return keepVisit(current);
  };
  for (const [index, photo] of visit.photos.entries()) {
    const { content } = photo;
    if (photo.token !== null || content === null) continue;
    watch.onPhoto(index + 1, visit.photos.length);
    let { serverId } = photo;
    const answer = await sendInParts(
      UPLOADS,
      { name: photo.name, content, body: visit.body, serverId },
      {
        signal: watch.signal,
        onBegun: (id) => {
          serverId = id;
          void note({ ...photo, serverId });
        },
        onProgress: () => undefined,
      },
    );
    if (answer.status === 'broken' || answer.status === 'signed_out') return answer;
    if (answer.status === 'refused') {
      await keepVisit({ ...current, photos: current.photos.filter(({ id }) => id !== photo.id), isWaiting: false });
      return refusal(answer.message ?? watch.photoFailed, visit.values);
    }
    await note({ ...photo, serverId, content: null, token: answer.token });
  }
  return sendForm(current, watch.signal);
}

async function sendForm(visit: KeptVisit, signal: AbortSignal): Promise<SendAnswer> {
  const data = new FormData();
  for (const [name, values] of Object.entries(visit.values)) for (const value of values) data.append(name, value);
  data.set('key', visit.key);
  for (const { item, token } of visit.photos) if (token !== null) data.append('photos[]', `${item ?? ''}:${token}`);
  let response: Response;
  try {
    response = await fetch(SEND, { method: 'POST', body: data, signal, redirect: 'error' });
  } catch {
    return { status: 'broken' };
  }
  if (response.status === 401) return { status: 'signed_out' };
  if (response.status >= 500) return { status: 'broken' };
  const answer: unknown = await response.json().catch(() => null);
  if (isRecorded(answer)) {
    await forgetVisit(visit.name);
    return { status: 'recorded', href: answer.href, label: answer.label };
  }
  if (!isFormError(answer)) return { status: 'broken' };
  // it is a form again, to be put right
  await keepVisit({ ...visit, isWaiting: false });
  return { status: 'refused', error: { ...answer, values: visit.values } };
}

function isRecorded(answer: unknown): answer is { href: string; label: string } {
  return typeof answer === 'object' && answer !== null && 'href' in answer && 'label' in answer;
}

function isFormError(answer: unknown): answer is FormError {
  return typeof answer === 'object' && answer !== null && 'status' in answer && answer.status === 'error';
}
