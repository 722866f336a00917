import { AsyncLocalStorage } from 'node:async_hooks'
import type { StorageError } from './storage-error.ts'

/** Records whether the database failed during some work. */
export interface StorageWatch {
  /** The first error, even if other code has caught it. */
  error?: StorageError
}

/** Does work and records database failures in `watch`, because better-auth replaces such errors with its own. */
export const watchStorage = <T>(watch: StorageWatch, work: () => Promise<T>): Promise<T> =>
  getWatches().run(watch, work)

/** Does work whose database failures don’t affect the caller’s request. */
export const ignoreStorage = <T>(work: () => Promise<T>): Promise<T> => getWatches().exit(work)

/** The watch of the work that the caller is part of, if any. */
export const findStorageWatch = (): StorageWatch | undefined => getWatches().getStore()

function getWatches(): AsyncLocalStorage<StorageWatch> {
  globalForStorage.storageWatches ??= new AsyncLocalStorage()
  return globalForStorage.storageWatches
}
/** On globalThis, because Next bundles this file into several routes. */
const globalForStorage = globalThis as typeof globalThis & { storageWatches?: AsyncLocalStorage<StorageWatch> }
