import type { Database } from './database.ts'

/** Where something is stored. What is only in memory is lost when the page is closed. */
export type StoragePlace = 'indexeddb' | 'localstorage' | 'memory'

/** Joins two copies of the value under a key; `newer` was stored after `older`, if that is known. */
export type Merge = (key: string, older: unknown, newer: unknown) => unknown

/** The part of `Storage` that we use. It may throw if cookies are blocked or the quota is used up. */
export type LocalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const LOCAL_PREFIX = 'course/'

/**
 * This device’s storage, by key: in IndexedDB, else in localStorage, else in memory.
 *
 * A copy in a weaker place is dropped only after a stronger place has confirmed that it has the value.
 */
export class DeviceStorage {
  readonly #database: Database
  readonly #getLocal: () => LocalStorage | undefined
  readonly #merge: Merge
  readonly #memory = new Map<string, unknown>()

  constructor(database: Database, getLocal: () => LocalStorage | undefined, merge: Merge) {
    this.#database = database
    this.#getLocal = getLocal
    this.#merge = merge
  }

  /** Reads a value; undefined if there is none. */
  async read(key: string): Promise<unknown> {
    const stored = await this.#database.read(key).catch(() => undefined)
    return this.#withFallbacks(key, stored)
  }

  /**
   * Replaces a value; undefined deletes it. In IndexedDB, nothing that another tab stores in the meantime is lost.
   *
   * @param change  a function without side effects: it may be called twice
   * @returns where the value is stored now
   */
  async change(key: string, change: (stored: unknown) => unknown): Promise<StoragePlace> {
    let fallbacks: readonly string[] = []
    try {
      await this.#database.change(key, (stored) => {
        fallbacks = this.#listFallbacks(key)
        return change(this.#withFallbacks(key, stored))
      })
      this.#dropFallbacks(key, fallbacks)
      return 'indexeddb'
    } catch {
      const next = change(await this.read(key))
      if (this.#writeLocal(key, next)) {
        this.#memory.delete(key)
        return 'localstorage'
      }
      if (next === undefined) this.#memory.delete(key)
      else this.#memory.set(key, next)
      return 'memory'
    }
  }

  /** Lists the keys that begin with a prefix. */
  async listKeys(prefix: string): Promise<readonly string[]> {
    const stored = await this.#database.listKeys(prefix).catch(() => [])
    const all = [...stored, ...this.#listLocalKeys(), ...this.#memory.keys()]
    return [...new Set(all)].filter((key) => key.startsWith(prefix)).sort()
  }

  #withFallbacks(key: string, stored: unknown): unknown {
    return [this.#readLocal(key), this.#memory.get(key)]
      .filter((copy) => copy !== undefined)
      .reduce((older, newer) => (older === undefined ? newer : this.#merge(key, older, newer)), stored)
  }

  /** The copies in the weaker places, for comparison: another tab may write there in the meantime. */
  #listFallbacks(key: string): readonly string[] {
    return [JSON.stringify(this.#readLocal(key)) ?? '']
  }

  #dropFallbacks(key: string, confirmed: readonly string[]): void {
    this.#memory.delete(key)
    if (this.#listFallbacks(key)[0] === confirmed[0]) this.#writeLocal(key, undefined)
  }

  #readLocal(key: string): unknown {
    try {
      const text = this.#getLocal()?.getItem(LOCAL_PREFIX + key)
      return text ? JSON.parse(text) : undefined
    } catch {
      return undefined
    }
  }

  #writeLocal(key: string, value: unknown): boolean {
    try {
      const local = this.#getLocal()
      if (!local) return false
      if (value === undefined) local.removeItem(LOCAL_PREFIX + key)
      else local.setItem(LOCAL_PREFIX + key, JSON.stringify(value))
      return true
    } catch {
      return false
    }
  }

  #listLocalKeys(): readonly string[] {
    try {
      const local = this.#getLocal()
      return Array.from({ length: local?.length ?? 0 }, (_, i) => local?.key(i) ?? '')
        .filter((key) => key.startsWith(LOCAL_PREFIX))
        .map((key) => key.slice(LOCAL_PREFIX.length))
    } catch {
      return []
    }
  }
}
