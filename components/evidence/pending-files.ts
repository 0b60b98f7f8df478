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
const STORE = 'files';
const KEPT_MS = 7 * 24 * 3600 * 1000;

export const momentNow = () => performance.timeOrigin + performance.now();

function open(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(PENDING_DATABASE, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
      request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/** Null where the browser keeps nothing, as in a private window: the file is then sent all the same. */
async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  const database = await open();
  if (database === null) return null;
  try {
    return await new Promise<T | null>((resolve) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => resolve(null);
      transaction.onabort = () => resolve(null);
    });
  } catch {
    return null;
  } finally {
    database.close();
  }
}

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
