import { deviceTable } from '@/components/drafts/device-table';

/** A file that has not arrived yet. The browser keeps it until then, so that a reload or an ended session does not lose it. */
export interface PendingFile {
  /** The moment it was chosen, in milliseconds; it orders the files and names them. */
  readonly id: number;
  /** Whose form it belongs to; nobody else's form asks for it. */
  readonly form: string;
  readonly name: string;
  readonly content: Blob;
  /** The name under which the server knows what has arrived of it. */
  readonly serverId: string | null;
}

export const PENDING_DATABASE = 'mizban-files';
const KEPT_MS = 7 * 24 * 3600 * 1000;

export const momentNow = () => performance.timeOrigin + performance.now();

/** Where nothing is kept, the file is sent all the same. */
const run = deviceTable(PENDING_DATABASE, 'files', 'id');

export async function keepPendingFile(file: PendingFile): Promise<void> {
  await run('readwrite', (store) => store.put(file));
}

export async function forgetPendingFile(id: number): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
}

/** Files of a form that are still to be sent, in the order in which they were chosen. Those of a week ago are given up. */
export async function listPendingFiles(form: string): Promise<PendingFile[]> {
  await run('readwrite', (store) => store.delete(IDBKeyRange.upperBound(momentNow() - KEPT_MS)));
  const all = (await run<PendingFile[]>('readonly', (store) => store.getAll())) ?? [];
  return all.filter((file) => file.form === form);
}
