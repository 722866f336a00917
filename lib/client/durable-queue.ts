import type { ApiFailure } from './api.ts'
import { computeBackoffMs, SIGN_IN_WAIT_MS } from './backoff.ts'
import type { StoragePlace } from './device-storage.ts'

/** Something that waits on this device until the server has answered it. */
export interface QueueEntry<T> {
  /** Created once, here: the server accepts an id only once, however often it is sent. */
  readonly id: string
  readonly payload: T
  /** Why the server refused it. A refused entry isn’t retried automatically. */
  readonly refusal?: { readonly status: number; readonly reason: string } | undefined
}

/** What the server answered to one entry. */
export type EntryResult<R> =
  | { readonly kind: 'done'; readonly value: R }
  /** The server can’t handle it yet; others can be sent in the meantime. */
  | { readonly kind: 'later'; readonly reason?: string; readonly retryAfterMs?: number }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string }

/** The outcome of sending a batch: results by id, or why there are none. */
export type SendResult<R> =
  | { readonly kind: 'answered'; readonly results: ReadonlyMap<string, EntryResult<R>> }
  | ApiFailure

/** What happened to an entry. */
export interface QueueEvent<R> {
  readonly id: string
  readonly result: EntryResult<R> | ApiFailure
}

/** The status of a queue. */
export interface QueueStatus {
  /** Entries that the server hasn't answered. */
  readonly waiting: number
  /** Entries that it refused. */
  readonly refused: number
  /** Why the last attempt failed; undefined if it succeeded. */
  readonly failure: ApiFailure | undefined
  /** Where the entries are stored. */
  readonly storagePlace: StoragePlace
}
export const EMPTY_STATUS: QueueStatus = { waiting: 0, refused: 0, failure: undefined, storagePlace: 'indexeddb' }

/** What a queue needs from its environment. */
export interface QueueDependencies<T, R> {
  readonly read: () => Promise<readonly QueueEntry<T>[]>
  readonly change: (change: (entries: readonly QueueEntry<T>[]) => readonly QueueEntry<T>[]) => Promise<StoragePlace>
  readonly send: (entries: readonly QueueEntry<T>[]) => Promise<SendResult<R>>
  /** How many entries are sent in one request. */
  readonly maxBatch: number
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** Schedules work, replacing what was scheduled before. */
  readonly schedule: (delayMs: number, work: () => void) => void
  /** Runs work while no other tab sends. */
  readonly lock: <V>(work: () => Promise<V>) => Promise<V>
  /** Tells the other tabs. */
  readonly broadcast: (events: readonly QueueEvent<R>[]) => void
  /** Whether the queue’s learner is still the one who works here. */
  readonly isActive: () => boolean
}

/**
 * Keeps what a learner did until the server has it: stores it first, then sends it in order and retries. Sets aside
 * what the server refuses, with the reason, so that it holds up nothing. Survives reloads and is shared by all tabs.
 */
export class DurableQueue<T, R> {
  readonly #deps: QueueDependencies<T, R>
  readonly #eventListeners = new Set<(event: QueueEvent<R>) => void>()
  readonly #statusListeners = new Set<(status: QueueStatus) => void>()
  /** Answered already; a store that can't delete may still hold them. */
  readonly #settled = new Set<string>()
  readonly #notBefore = new Map<string, number>()
  readonly #attempts = new Map<string, number>()
  #blockedUntil = 0
  #failures = 0
  #failure: ApiFailure | undefined
  #storagePlace: StoragePlace = 'indexeddb'
  #batch: number
  #sending: Promise<void> | undefined
  #again = false

  constructor(deps: QueueDependencies<T, R>) {
    this.#deps = deps
    this.#batch = deps.maxBatch
  }

  /** Calls the listener with what happens to each entry, in whatever tab, until the returned function is called. */
  listen(listener: (event: QueueEvent<R>) => void): () => void {
    this.#eventListeners.add(listener)
    return () => this.#eventListeners.delete(listener)
  }

  /** Calls the listener with the status, now and after each change, until the returned function is called. */
  watch(listener: (status: QueueStatus) => void): () => void {
    this.#statusListeners.add(listener)
    void this.#tellStatus()
    return () => this.#statusListeners.delete(listener)
  }

  /** Lists what the server hasn't answered, oldest first. */
  async list(): Promise<readonly QueueEntry<T>[]> {
    return (await this.#read()).filter(({ refusal }) => refusal === undefined)
  }

  /** Stores an entry, then sends it. Resolves when it is stored, to where. */
  async add(id: string, payload: T): Promise<StoragePlace> {
    const storage = await this.#change((entries) => [...entries.filter((entry) => entry.id !== id), { id, payload }])
    this.#deps.broadcast([])
    void this.flush().then(() => this.#tellIfBlocked(id))
    return storage
  }

  /** Says of an entry why it isn’t being sent, if an earlier attempt has failed and the queue waits before the next one. */
  #tellIfBlocked(id: string): void {
    if (this.#failure && this.#deps.now() < this.#blockedUntil) this.#tell({ id, result: this.#failure })
  }

  /** Sends what is due. Resolves when everything due has been sent or can’t be. */
  flush(): Promise<void> {
    this.#again = true
    this.#sending ??= this.#work()
    return this.#sending
  }

  /** Sends everything now: the connection is back, or somebody has signed in. */
  flushNow(): Promise<void> {
    this.#blockedUntil = 0
    this.#notBefore.clear()
    return this.flush()
  }

  /** Retries entries that were refused with this HTTP status, because a misconfigured server may have refused them. */
  async retryRefused(status: number): Promise<void> {
    if (!(await this.#read()).some(({ refusal }) => refusal?.status === status)) return
    await this.#change((entries) =>
      entries.map((entry) => (entry.refusal?.status === status ? { id: entry.id, payload: entry.payload } : entry)),
    )
  }

  /** Takes note of what another tab has added or sent. */
  receive(events: readonly QueueEvent<R>[]): void {
    for (const event of events) this.#tell(event)
    void this.#tellStatus()
  }

  async #work(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false
        await this.#deps.lock(() => this.#sendDue())
        await this.#scheduleNext() // entries added in the meantime are sent in another round
      }
    } finally {
      this.#sending = undefined
    }
  }

  async #sendDue(): Promise<void> {
    while (this.#deps.isActive() && this.#deps.now() >= this.#blockedUntil) {
      const due = (await this.list()).filter(({ id }) => (this.#notBefore.get(id) ?? 0) <= this.#deps.now())
      if (due.length === 0) return
      const batch = due.slice(0, this.#batch)
      const result = await this.#deps.send(batch)
      if (result.kind === 'refused' && batch.length > 1) this.#batch = 1
      else if (result.kind === 'refused') await this.#settle(batch, new Map(batch.map(({ id }) => [id, result])))
      else if (result.kind === 'answered') {
        this.#failures = 0
        this.#failure = undefined
        await this.#settle(batch, result.results)
      } else return this.#wait(due, result)
    }
  }

  /** None of these can be sent at the moment. */
  async #wait(due: readonly QueueEntry<T>[], failure: ApiFailure): Promise<void> {
    this.#failures++
    this.#failure = failure
    const serverWaitMs = 'retryAfterMs' in failure ? (failure.retryAfterMs ?? 0) : 0
    const minWaitMs = failure.kind === 'signed-out' || failure.kind === 'other-learner' ? SIGN_IN_WAIT_MS : 0
    this.#blockedUntil = this.#deps.now() + Math.max(serverWaitMs, minWaitMs || computeBackoffMs(this.#failures))
    await this.#report(due.map(({ id }) => ({ id, result: failure })))
  }

  async #settle(batch: readonly QueueEntry<T>[], results: ReadonlyMap<string, EntryResult<R>>): Promise<void> {
    const events = batch.map(({ id }): QueueEvent<R> => ({ id, result: results.get(id) ?? { kind: 'later' } }))
    const refusals = new Map<string, { status: number; reason: string }>()
    for (const { id, result } of events) {
      if (result.kind === 'done') this.#settled.add(id)
      else if (result.kind === 'refused') refusals.set(id, { status: result.status, reason: result.reason })
      else this.#postpone(id, 'retryAfterMs' in result ? (result.retryAfterMs ?? 0) : 0)
    }
    await this.#change((entries) =>
      entries
        .filter(({ id }) => !this.#settled.has(id))
        .map((entry) => (refusals.has(entry.id) ? { ...entry, refusal: refusals.get(entry.id) } : entry)),
    )
    // found the entry because of which its batch was refused
    if (refusals.size > 0 || (await this.list()).length === 0) this.#batch = this.#deps.maxBatch
    await this.#report(events)
  }

  #postpone(id: string, askedMs: number): void {
    const attempts = (this.#attempts.get(id) ?? 0) + 1
    this.#attempts.set(id, attempts)
    this.#notBefore.set(id, this.#deps.now() + Math.max(askedMs, computeBackoffMs(attempts)))
  }

  async #scheduleNext(): Promise<void> {
    const waiting = await this.list()
    if (waiting.length === 0 || !this.#deps.isActive()) return
    const next = Math.min(...waiting.map(({ id }) => this.#notBefore.get(id) ?? 0))
    const delayMs = Math.max(this.#blockedUntil, next) - this.#deps.now()
    this.#deps.schedule(Math.max(delayMs, 250), () => void this.flush())
  }

  async #read(): Promise<readonly QueueEntry<T>[]> {
    return (await this.#deps.read()).filter(({ id }) => !this.#settled.has(id))
  }

  async #change(change: (entries: readonly QueueEntry<T>[]) => readonly QueueEntry<T>[]): Promise<StoragePlace> {
    this.#storagePlace = await this.#deps.change(change)
    await this.#tellStatus()
    return this.#storagePlace
  }

  async #report(events: readonly QueueEvent<R>[]): Promise<void> {
    for (const event of events) this.#tell(event)
    await this.#tellStatus()
    this.#deps.broadcast(events)
  }

  #tell(event: QueueEvent<R>): void {
    for (const listener of this.#eventListeners) listener(event)
  }

  async #tellStatus(): Promise<void> {
    const entries = await this.#read()
    const refused = entries.filter(({ refusal }) => refusal !== undefined).length
    const status = {
      waiting: entries.length - refused,
      refused,
      failure: this.#failure,
      storagePlace: this.#storagePlace,
    }
    for (const listener of this.#statusListeners) listener(status)
  }
}
