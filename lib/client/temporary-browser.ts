import type { Database } from './database.ts'
import { DeviceStorage, type LocalStorage } from './device-storage.ts'
import { getCollection, mergeValues } from './merge-values.ts'

/** A browser whose IndexedDB and localStorage can be broken, for tests. */
export class TemporaryBrowser {
  readonly stored = new Map<string, unknown>()
  readonly local = new Map<string, string>()
  isDatabaseBroken = false
  isLocalBroken = false

  /** Opens its storage as a newly loaded page does. */
  open(): DeviceStorage {
    const { stored } = this
    const database: Database = {
      read: async (key) => structuredClone(stored.get(key)),
      change: async (key, change) => {
        const next = change(structuredClone(stored.get(key)))
        if (this.isDatabaseBroken) throw new DOMException('full', 'QuotaExceededError')
        if (next === undefined) stored.delete(key)
        else stored.set(key, structuredClone(next))
      },
      listKeys: async () => [...stored.keys()],
    }
    return new DeviceStorage(
      database,
      () => this.localStorage,
      (key, older, newer) => mergeValues(getCollection(key), older, newer),
    )
  }

  get localStorage(): LocalStorage {
    const { local } = this
    const isBroken = () => this.isLocalBroken
    return {
      getItem: (key) => local.get(key) ?? null,
      setItem: (key, value) => {
        if (isBroken()) throw new DOMException('full', 'QuotaExceededError')
        local.set(key, value)
      },
      removeItem: (key) => void local.delete(key),
      key: (i) => [...local.keys()][i] ?? null,
      get length() {
        return local.size
      },
    }
  }
}
