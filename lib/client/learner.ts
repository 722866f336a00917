/** Whose work this browser keeps: an account's id, or `guest` for whoever uses it without an account. */
export type LearnerId = string
export const GUEST: LearnerId = 'guest'

/** Identifies the learner for whom a request is meant. The server refuses it if the session is somebody else’s. */
export const LEARNER_HEADER = 'x-course-learner'

/** What the server says about the session that this browser's cookie belongs to. */
export interface ServerLearner {
  readonly id: string
  readonly isGuest: boolean
}

/** Remembers the learner, so that a page opened offline knows whose work to show. */
export interface LearnerMemory {
  readonly read: () => string | undefined
  /** Undefined for a browser in which nobody has a session. */
  readonly write: (id: LearnerId | undefined) => void
  /** Tells the other tabs that somebody else works here now. */
  readonly announce: (id: LearnerId) => void
}

/** How a session ended without anybody signing out here: of an account, or of a guest. */
export type EndedSession = 'account' | 'guest'

/**
 * The learner of this page.
 *
 * It changes when somebody signs in or out, in this tab or another one. When a session merely ends, an open page keeps
 * its learner, so that it keeps what is being written and sends nothing in somebody else’s name.
 */
export class CurrentLearner {
  readonly #memory: LearnerMemory
  readonly #listeners = new Set<() => void>()
  #id: LearnerId
  #ended: EndedSession | undefined
  #isInUse = false
  #known: Promise<void>
  #setKnown: () => void = () => undefined

  constructor(memory: LearnerMemory) {
    this.#memory = memory
    this.#id = memory.read() ?? GUEST
    this.#known = new Promise((resolve) => {
      this.#setKnown = resolve
    })
  }

  get id(): LearnerId {
    return this.#id
  }

  /** Set when a session ended by itself, until somebody signs in or out. */
  get endedSession(): EndedSession | undefined {
    return this.#ended
  }

  /**
   * Resolves to the learner as soon as the server has said who that is, or can’t be reached. From then on the page
   * belongs to that learner.
   *
   * @param timeout  resolves if the server takes too long
   */
  async settle(timeout: Promise<unknown>): Promise<LearnerId> {
    await Promise.race([this.#known, timeout])
    this.#isInUse = true
    return this.#id
  }

  /** Takes what the server says of the session; undefined if there is none. */
  confirm(learner: ServerLearner | undefined): void {
    const remembered = this.#memory.read()
    if (learner) {
      const id = learner.isGuest ? GUEST : learner.id
      this.#ended = undefined
      this.#memory.write(id)
      if (remembered !== id) this.#memory.announce(id)
      this.#become(id)
    } else if (remembered !== undefined) {
      this.#ended = remembered === GUEST ? 'guest' : 'account'
      this.#memory.write(undefined)
      if (!this.#isInUse) this.#become(GUEST)
      for (const listener of this.#listeners) listener()
    }
    this.#setKnown()
  }

  /** The server can't be asked: the learner is who it was last time. */
  confirmOffline(): void {
    this.#setKnown()
  }

  /** Somebody has signed out here. */
  leave(): void {
    this.#ended = undefined
    this.#memory.write(undefined)
    this.#memory.announce(GUEST)
    this.#become(GUEST)
  }

  /** Takes what other pages have remembered while this one was frozen. */
  readAgain(): void {
    this.#become(this.#memory.read() ?? GUEST)
  }

  /** Another tab has seen somebody sign in or out. */
  follow(id: LearnerId): void {
    this.#ended = undefined
    this.#become(id)
  }

  /** Calls the listener after each change, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #become(id: LearnerId): void {
    if (this.#id === id) return
    this.#id = id
    for (const listener of this.#listeners) listener()
  }
}
