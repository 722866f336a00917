import { AsyncLocalStorage } from 'node:async_hooks'
import type { StorageError } from './storage-error.ts'

/** What happened to the database during some work. */
export interface StorageWatch {
  /** The first error, even if something on the way has caught it. */
  error?: StorageError
}

/** Does work, and notes in `watch` if the database can't do its part: better-auth replaces such errors by its own. */
export const watchStorage = <T>(watch: StorageWatch, work: () => Promise<T>): Promise<T> =>
  getWatches().run(watch, work)

/** Does work that may fail without a consequence for the rest. */
export const ignoreStorage = <T>(work: () => Promise<T>): Promise<T> => getWatches().exit(work)

/** What has happened to the database during the work that the caller is part of. */
export const findStorageWatch = (): StorageWatch | undefined => getWatches().getStore()

function getWatches(): AsyncLocalStorage<StorageWatch> {
  globalForStorage.storageWatches ??= new AsyncLocalStorage()
  return globalForStorage.storageWatches
}
/** On globalThis, because Next bundles this file into several routes. */
const globalForStorage = globalThis as typeof globalThis & { storageWatches?: AsyncLocalStorage<StorageWatch> }
