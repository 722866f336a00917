import type { LogEntry } from '#lib/review/log.ts'

/** What an outbox of reviews needs of the world. */
export interface ReviewOutboxWorld {
  readonly list: () => Promise<readonly LogEntry[]>
  readonly change: (change: (all: readonly LogEntry[]) => readonly LogEntry[]) => Promise<void>
  /** Ids that need not be sent again: none when the whole request was refused; undefined when there is no line. */
  readonly send: (entries: readonly LogEntry[]) => Promise<readonly string[] | undefined>
  readonly later: (ms: number, work: () => void) => void
}

/** How many entries wait on this device, and whether the last try to send them failed. */
export interface Waiting {
  readonly count: number
  readonly away: boolean
}

/** The server takes 200 at once. */
const AT_ONCE = 100

/** Keeps what was done until the server has it: stored first, then sent, in order, again and again. */
export class ReviewOutbox {
  readonly #world: ReviewOutboxWorld
  readonly #listeners = new Set<(waiting: Waiting) => void>()
  #sending: Promise<void> | undefined
  #again = false
  #tries = 0
  #batch = AT_ONCE

  constructor(world: ReviewOutboxWorld) {
    this.#world = world
  }

  /** Is told how many wait after each change, until the returned function is called. */
  listen(listener: (waiting: Waiting) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What the server may not have yet, oldest first. */
  waiting(): Promise<readonly LogEntry[]> {
    return this.#world.list()
  }

  /** Stores an entry, then sends it. Resolves when it is stored: a closed tab loses nothing. */
  async add(entry: LogEntry): Promise<void> {
    await this.#world.change((all) => [...all, entry])
    await this.#tell()
    void this.flush()
  }

  /** Sends all that waits; resolves when it is sent or there is no line. */
  flush(): Promise<void> {
    this.#again = true
    this.#sending ??= this.#work()
    return this.#sending
  }

  /** What is added while the last look finds nothing is looked for once more. */
  async #work(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false
        await this.#send()
      }
    } finally {
      this.#sending = undefined
    }
  }

  async #send(): Promise<void> {
    for (let all = await this.#world.list(); all.length > 0; all = await this.#world.list()) {
      const some = all.slice(0, this.#batch)
      const settled = await this.#world.send(some)
      if (!settled) {
        this.#tries++
        await this.#tell()
        this.#world.later(Math.min(2 ** this.#tries, 60) * 1000, () => void this.flush())
        return
      }
      this.#tries = 0
      // a batch that is refused is sent one by one; what is refused alone would be refused again, and holds up nothing
      const refused = settled.length === 0
      this.#batch = refused ? 1 : AT_ONCE
      if (refused && some.length > 1) continue
      const gone = new Set(refused ? some.map((it) => it.id) : settled)
      await this.#world.change((now) => now.filter((it) => !gone.has(it.id)))
      await this.#tell()
    }
  }

  async #tell(): Promise<void> {
    const { length: count } = await this.#world.list()
    for (const listener of this.#listeners) listener({ count, away: this.#tries > 0 })
  }
}
