import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ApiFailure } from './api.ts'
import { DurableQueue, type QueueEntry } from './durable-queue.ts'
import { CurrentLearner, GUEST, type LearnerId } from './learner.ts'
import { adoptGuestWork } from './open-learner.ts'
import { TemporaryBrowser } from './temporary-browser.ts'

const OFFLINE: ApiFailure = { kind: 'unreachable', reason: '' }

/** A server with one session per browser, which takes what its learner sends, and a guest's work into an account. */
class Server {
  session: LearnerId | undefined
  isOnline = true
  losesAnswers = false
  /** Whose each entry is. */
  readonly owners = new Map<string, LearnerId>()

  send(id: string, expected: LearnerId): ApiFailure | 'taken' {
    if (!this.isOnline) return OFFLINE
    if (this.session === undefined && expected !== GUEST) return { kind: 'signed-out', reason: '' }
    this.session ??= GUEST
    if (this.session !== expected) return { kind: 'other-learner', reason: '' }
    if (!this.owners.has(id)) this.owners.set(id, this.session)
    return this.losesAnswers ? OFFLINE : 'taken'
  }

  signIn(account: LearnerId): void {
    if (this.session === GUEST) for (const [id, owner] of this.owners) if (owner === GUEST) this.owners.set(id, account)
    this.session = account
  }
}

/** A page: its learner, and the queue that it opened for them. */
class Tab {
  readonly #browser: TemporaryBrowser
  readonly #server: Server
  readonly learner: CurrentLearner
  #queue: { readonly learner: LearnerId; readonly queue: DurableQueue<string, undefined> } | undefined

  constructor(browser: TemporaryBrowser, server: Server, memory: Memory) {
    this.#browser = browser
    this.#server = server
    this.learner = new CurrentLearner({ ...memory, announce: (id) => memory.announce(id, this) })
    this.ask()
  }

  /** Asks the server who is signed in. */
  ask(): void {
    const { session, isOnline } = this.#server
    if (!isOnline) this.learner.confirmOffline()
    else this.learner.confirm(session === undefined ? undefined : { id: session, isGuest: session === GUEST })
  }

  async open(): Promise<DurableQueue<string, undefined>> {
    const id = await this.learner.settle(Promise.resolve())
    if (this.#queue?.learner === id) return this.#queue.queue
    const storage = this.#browser.open()
    if (id !== GUEST) await adoptGuestWork(storage, id)
    const key = `${id}/queue/all`
    const toEntries = (stored: unknown) => (stored ?? []) as readonly QueueEntry<string>[]
    const queue = new DurableQueue<string, undefined>({
      read: async () => toEntries(await storage.read(key)),
      change: (change) => storage.change(key, (stored) => change(toEntries(stored))),
      send: async ([entry]) => {
        const result = this.#server.send(entry?.id ?? '', id)
        if (result !== 'taken') return result
        return { kind: 'answered', results: new Map([[entry?.id ?? '', { kind: 'done', value: undefined }]]) }
      },
      maxBatch: 1,
      now: () => 0,
      schedule: () => undefined,
      lock: (work) => work(),
      broadcast: () => undefined,
      isActive: () => this.learner.id === id,
    })
    this.#queue = { learner: id, queue }
    return queue
  }
}

interface Memory {
  readonly read: () => string | undefined
  readonly write: (id: string | undefined) => void
  readonly announce: (id: string, from: Tab) => void
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('work' as const), tab: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('send' as const), tab: fc.nat(1) }) },
  fc.record({ kind: fc.constant('reload' as const), tab: fc.nat(1) }),
  fc.record({ kind: fc.constant('network' as const), state: fc.constantFrom('on', 'off', 'answers-lost') }),
  fc.record({
    kind: fc.constant('sign-in' as const),
    tab: fc.nat(1),
    account: fc.constantFrom('ada', 'bob'),
    isHeard: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('sign-out' as const), tab: fc.nat(1), isHeard: fc.boolean() }),
  fc.constant({ kind: 'session-ends' as const }),
)

test('what one learner did is never sent as another’s, and arrives once, whoever signs in and out meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const [browser, server] = [new TemporaryBrowser(), new Server()]
      let remembered: string | undefined
      // a tab that is frozen, or can't be told, continues as before
      let isHeard = true
      const tabs: Tab[] = []
      const memory: Memory = {
        read: () => remembered,
        write: (id) => {
          remembered = id
        },
        announce: (id, from) => {
          for (const tab of tabs) if (isHeard && tab !== from) tab.learner.follow(id)
        },
      }
      const openTab = () => new Tab(browser, server, memory)
      tabs.push(openTab(), openTab())
      /** Who was at work when each entry was stored. */
      const authors = new Map<string, LearnerId>()
      for (const [i, current] of steps.entries()) {
        isHeard = 'isHeard' in current ? current.isHeard : true
        const tab = 'tab' in current ? tabs[current.tab] : undefined
        if (current.kind === 'work' && tab) {
          const queue = await tab.open()
          authors.set(`${i}`, tab.learner.id)
          await queue.add(`${i}`, 'work')
          await queue.flush()
        } else if (current.kind === 'send' && tab) await (await tab.open()).flushNow()
        else if (current.kind === 'reload') tabs[current.tab] = openTab()
        else if (current.kind === 'network') {
          server.isOnline = current.state !== 'off'
          server.losesAnswers = current.state === 'answers-lost'
        } else if (current.kind === 'sign-in' && tab && server.isOnline) {
          server.signIn(current.account)
          tab.ask()
        } else if (current.kind === 'sign-out' && tab && server.isOnline) {
          server.session = undefined
          tab.learner.leave()
        } else if (current.kind === 'session-ends') server.session = undefined
      }
      Object.assign(server, { isOnline: true, losesAnswers: false })
      for (const account of ['ada', 'bob']) {
        server.session = undefined
        server.signIn(account)
        tabs[0] = openTab()
        await (await tabs[0].open()).flushNow()
      }
      for (const [id, author] of authors) {
        const owner = server.owners.get(id)
        expect(owner).toBeDefined()
        if (author !== GUEST) expect(owner).toBe(author)
      }
    }),
    { numRuns: 300 },
  )
})
