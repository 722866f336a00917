import { createStore, type UseStore } from 'idb-keyval'

const TIMEOUT_MS = 4000

/** An asynchronous key-value store in which every change is one transaction. */
export interface Database {
  readonly read: (key: string) => Promise<unknown>
  /** Replaces what is stored; undefined deletes it. Resolves when the browser has confirmed it. */
  readonly change: (key: string, change: (stored: unknown) => unknown) => Promise<void>
  readonly listKeys: (prefix: string) => Promise<string[]>
}

/**
 * Opens an IndexedDB database of one object store. All methods reject if the browser has no IndexedDB, doesn't answer in
 * time, or has no space left.
 *
 * The connection closes when another tab wants to delete or upgrade the database, and reopens at the next use.
 */
export function openDatabase(databaseName: string, storeName: string): Database {
  let store: UseStore | undefined
  const runTransaction: UseStore = (mode, callback) => {
    store ??= createStore(databaseName, storeName)
    return store(mode, (objectStore) => {
      const { db } = objectStore.transaction
      db.onversionchange = () => {
        db.close()
        store = undefined
      }
      return callback(objectStore)
    })
  }
  /** Retries once, because we notice only on use that the browser has closed a connection. */
  const retryTransaction: UseStore = async (mode, callback) => {
    try {
      return await runTransaction(mode, callback)
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
      store = undefined
      return await runTransaction(mode, callback)
    }
  }
  return {
    read: (key) => withTimeout(retryTransaction('readonly', (objectStore) => toPromise(objectStore.get(key)))),
    change: (key, change) =>
      withTimeout(retryTransaction('readwrite', (objectStore) => changeEntry(objectStore, key, change))),
    listKeys: (prefix) =>
      withTimeout(
        retryTransaction('readonly', async (objectStore) => {
          const keys = await toPromise(objectStore.getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))
          return keys.map(String)
        }),
      ),
  }
}

function changeEntry(store: IDBObjectStore, key: string, change: (stored: unknown) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const { transaction } = store
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser didn’t store it.'))
    const reading = store.get(key)
    reading.onsuccess = () => {
      try {
        const next = change(reading.result)
        if (next === undefined) store.delete(key)
        else store.put(next, key)
      } catch (error) {
        reject(error)
        transaction.abort()
      }
    }
  })
}

function toPromise<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function withTimeout<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('IndexedDB doesn’t respond.')), TIMEOUT_MS)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
