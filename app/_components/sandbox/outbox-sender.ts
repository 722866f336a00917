import { type Answer, afterAnswer, type Waiting } from './outbox.ts'

/** What an outbox needs of the world. */
export interface OutboxWorld {
  readonly list: () => Promise<readonly Waiting[]>
  readonly change: (change: (all: readonly Waiting[]) => readonly Waiting[]) => Promise<void>
  readonly send: (waiting: Waiting) => Promise<Answer>
  readonly now: () => number
  readonly later: (ms: number, work: () => void) => void
}

/** Sends what waits, one after the other, until the server has answered each. Survives reloads by its store. */
export class OutboxSender {
  readonly #world: OutboxWorld
  readonly #listeners = new Set<(id: string, answer: Answer) => void>()
  #sending: Promise<void> | undefined
  #again = false

  constructor(world: OutboxWorld) {
    this.#world = world
  }

  /** Is told of every answer, until the returned function is called. */
  listen(listener: (id: string, answer: Answer) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Stores a submission, then sends it: what was put in is not lost when the tab closes. */
  async submit(waiting: Waiting): Promise<void> {
    await this.#world.change((all) => [...all.filter((w) => w.id !== waiting.id), waiting])
    await this.flush()
  }

  /** The line is back: nothing waits for its time any longer. */
  async hurry(): Promise<void> {
    await this.#world.change((all) => all.map((w) => ({ ...w, notBefore: 0 })))
    await this.flush()
  }

  /** Sends what is due. Called while it sends, it looks again afterwards. */
  flush(): Promise<void> {
    if (this.#sending) {
      this.#again = true
      return this.#sending
    }
    this.#sending = this.#sendAll().finally(() => {
      this.#sending = undefined
    })
    return this.#sending
  }

  async #sendAll(): Promise<void> {
    do {
      this.#again = false
      const due = await this.#due()
      for (const [i, waiting] of due.entries()) {
        const answer = await this.#world.send(waiting)
        await this.#settle(waiting, answer)
        if (!holdsUpOthers(answer)) continue
        for (const { id } of due.slice(i + 1)) this.#tell(id, answer) // they wait for the same line
        break
      }
    } while (this.#again)
    await this.#wake()
  }

  async #due(): Promise<readonly Waiting[]> {
    const now = this.#world.now()
    return (await this.#world.list()).filter((w) => w.notBefore <= now)
  }

  async #settle(waiting: Waiting, answer: Answer): Promise<void> {
    const next = afterAnswer(waiting, answer, this.#world.now())
    // without a line the others wait as long as this one
    const least = next.kind === 'keep' && holdsUpOthers(answer) ? next.waiting.notBefore : 0
    await this.#world.change((all) =>
      all
        .flatMap((w) => (w.id !== waiting.id ? [w] : next.kind === 'keep' ? [next.waiting] : []))
        .map((w) => ({ ...w, notBefore: Math.max(w.notBefore, least) })),
    )
    this.#tell(waiting.id, answer)
  }

  #tell(id: string, answer: Answer): void {
    for (const listener of this.#listeners) listener(id, answer)
  }

  async #wake(): Promise<void> {
    const times = (await this.#world.list()).map((w) => w.notBefore)
    if (times.length === 0) return
    this.#world.later(Math.max(250, Math.min(...times) - this.#world.now()), () => void this.flush())
  }
}

/** Whether the other submissions would get the same answer now. */
const holdsUpOthers = ({ kind }: Answer): boolean => kind === 'unreachable' || kind === 'signed-out'
