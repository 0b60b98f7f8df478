type Run = <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T | null>;

/**
 * A table of records that this device keeps, in a database of its own. What is asked of it answers null where the browser keeps nothing, as in
 * a private window.
 */
export function deviceTable(database: string, table: string, keyPath: string): Run {
  const open = () =>
    new Promise<IDBDatabase | null>((resolve) => {
      try {
        const request = indexedDB.open(database, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(null);
        request.onblocked = () => resolve(null);
      } catch {
        resolve(null);
      }
    });
  return async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>) => {
    const opened = await open();
    if (opened === null) return null;
    try {
      return await new Promise<T | null>((resolve) => {
        const transaction = opened.transaction(table, mode);
        const request = work(transaction.objectStore(table));
        transaction.oncomplete = () => resolve(request.result);
        transaction.onerror = () => resolve(null);
        transaction.onabort = () => resolve(null);
      });
    } catch {
      return null;
    } finally {
      opened.close();
    }
  };
}
