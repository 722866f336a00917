import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit, type DraftRecord, DraftRecordSchema, EMPTY_RECORD, isUnsent } from './draft.ts'
import { CurrentLearner, GUEST, type LearnerId } from './learner.ts'
import { adoptGuestWork, deleteLearner } from './open-learner.ts'
import { TemporaryBrowser } from './temporary-browser.ts'

// Two people and a guest at one browser. Every order of a few actions is tried, and some longer ones.

type Step = 'write' | 'enter ada' | 'enter bob' | 'keep and leave' | 'delete and leave' | 'session ends' | 'go offline'
const STEPS: readonly Step[] = [
  'write',
  'enter ada',
  'enter bob',
  'keep and leave',
  'delete and leave',
  'session ends',
  'go offline',
]
const MAX_STEPS = 4

/** Lists all orders of that number of steps. */
function* listOrders(length: number, before: readonly Step[] = []): Generator<readonly Step[]> {
  if (before.length === length) return yield before
  for (const step of STEPS) yield* listOrders(length, [...before, step])
}

/** One browser, one exercise, and the server’s session. */
class World {
  readonly browser = new TemporaryBrowser()
  session: LearnerId | undefined
  isOnline = true
  #remembered: LearnerId | undefined
  /** Who wrote each text, and whether they asked to have it deleted. */
  readonly texts = new Map<string, { author: LearnerId; isDeleted: boolean }>()

  /** Opens a page: asks the server who is signed in, and moves a guest’s work into their account. */
  async open(): Promise<LearnerId> {
    const learner = new CurrentLearner({
      read: () => this.#remembered,
      write: (id) => {
        this.#remembered = id
      },
      announce: () => undefined,
    })
    if (!this.isOnline) learner.confirmOffline()
    else if (this.session === undefined) learner.confirm(undefined)
    else learner.confirm({ id: this.session, isGuest: this.session === GUEST })
    const id = await learner.settle(Promise.resolve())
    if (id !== GUEST) await adoptGuestWork(this.browser.open(), id)
    return id
  }

  async read(id: LearnerId): Promise<DraftRecord> {
    return DraftRecordSchema.safeParse(await this.browser.open().read(`${id}/drafts/softmax`)).data ?? EMPTY_RECORD
  }

  async write(text: string): Promise<void> {
    const id = await this.open()
    if (this.isOnline) this.session ??= id // the first write makes a guest
    // each text comes from a page of its own, so that the earlier ones are kept among the others
    const edit = { source: text, at: 0, revision: text, page: text }
    await this.browser.open().change(`${id}/drafts/softmax`, (stored) => {
      return applyEdit(DraftRecordSchema.safeParse(stored).data ?? EMPTY_RECORD, edit, '')
    })
    this.texts.set(text, { author: id, isDeleted: false })
  }

  async enter(account: LearnerId): Promise<void> {
    if (!this.isOnline) return
    this.session = account
    await this.open()
    for (const text of this.texts.values()) if (text.author === GUEST) text.author = account
  }

  async leave({ keepsUnsent }: { readonly keepsUnsent: boolean }): Promise<void> {
    const id = await this.open()
    if (!this.isOnline || id === GUEST || this.session !== id) return
    this.session = undefined
    this.#remembered = undefined
    await deleteLearner(this.browser.open(), id, async () => keepsUnsent && isUnsent(await this.read(id)))
    if (!keepsUnsent) for (const text of this.texts.values()) if (text.author === id) text.isDeleted = true
  }

  async take(step: Step, text: string): Promise<void> {
    if (step === 'write') await this.write(text)
    else if (step === 'enter ada') await this.enter('ada')
    else if (step === 'enter bob') await this.enter('bob')
    else if (step === 'keep and leave') await this.leave({ keepsUnsent: true })
    else if (step === 'delete and leave') await this.leave({ keepsUnsent: false })
    else if (step === 'session ends') this.session = undefined
    else this.isOnline = !this.isOnline
  }
}

const listTexts = ({ current, others }: DraftRecord): readonly string[] =>
  [...(current ? [current] : []), ...others].map(({ source }) => source)

async function expectOwnDrafts(order: readonly Step[]): Promise<void> {
  const world = new World()
  for (const [i, step] of order.entries()) await world.take(step, `text ${i}`)
  for (const id of [GUEST, 'ada', 'bob']) {
    const actual = [...listTexts(await world.read(id))].sort()
    const own = [...world.texts].filter(([, { author, isDeleted }]) => author === id && !isDeleted)
    const expected = own.map(([text]) => text).sort()
    if (actual.join() !== expected.join()) expect({ order, id, found: actual }).toEqual({ order, id, found: expected })
  }
}

describe('two people at one browser find their own drafts and nobody else’s', () => {
  test(`in every order of ${MAX_STEPS} actions`, async () => {
    for (const order of listOrders(MAX_STEPS)) await expectOwnDrafts(order)
  })

  test('in longer orders', async () => {
    const orders = fc.array(fc.constantFrom(...STEPS), { maxLength: 10 })
    await fc.assert(fc.asyncProperty(orders, expectOwnDrafts), { numRuns: 300 })
  })
})
