import { benchStore } from './bench-store.ts'
import { fetchDrafts, sendDraft } from './course-api.ts'
import { type DraftPair, mergeDrafts, replaceDraft, restoreKept } from './draft.ts'
import type { DraftStatus } from './draft-status.ts'

const DEVICE_REST = 200
const SERVER_REST = 2000

/** Keeps one exercise's draft: on this device at every change, on the server when the learner rests, if it is `shared`. */
export class DraftKeeper {
  readonly #exercise: string
  readonly #starter: string
  readonly #tell: (status: DraftStatus) => void
  readonly #shared: boolean
  #pair: DraftPair = {}
  #touched = false
  /** When the server's draft was written that the current one continues. */
  #base: number | undefined
  #device: ReturnType<typeof setTimeout> | undefined
  #server: ReturnType<typeof setTimeout> | undefined

  constructor(exercise: string, starter: string, tell: (status: DraftStatus) => void, shared = true) {
    this.#exercise = exercise
    this.#starter = starter
    this.#tell = tell
    this.#shared = shared
  }

  /** The text to begin with: this device's draft, else the starter. */
  async load(): Promise<string> {
    this.#pair = await benchStore.draft(this.#exercise)
    if (this.#pair.current) this.#say('saved')
    return this.#pair.current?.source ?? this.#starter
  }

  /** Looks at the server's draft. Gives a text where it is newer than what is shown; what was shown is kept. */
  async join(): Promise<string | undefined> {
    const server = this.#shared ? await fetchDrafts(this.#exercise) : {}
    if (!server.current) return undefined
    this.#base = server.current.at
    const before = this.#pair.current?.source ?? this.#starter
    this.#pair = mergeDrafts(this.#pair, server, this.#starter)
    this.#say('saved')
    void benchStore.saveDraft(this.#exercise, this.#pair)
    const after = this.#pair.current?.source ?? this.#starter
    return after === before ? undefined : after
  }

  /** The learner changed the text. */
  change(source: string): void {
    if (source === (this.#pair.current?.source ?? this.#starter)) return
    this.#touched = true
    this.#pair = { ...this.#pair, current: { source, at: Date.now() } }
    this.#soon()
  }

  /** Back to the starter; what stood there is kept. Gives the text to show. */
  startAgain(): string {
    this.#touched = true
    this.#pair = replaceDraft(this.#pair, { source: this.#starter, at: Date.now() }, this.#starter)
    this.#soon()
    return this.#starter
  }

  /** Exchanges the draft for the one that was kept. Gives the text to show. */
  restore(): string | undefined {
    this.#touched = true
    this.#pair = restoreKept(this.#pair, Date.now())
    this.#soon()
    return this.#pair.current?.source
  }

  /** Saves on this device now: the page may be going. */
  flush(): void {
    if (this.#device === undefined) return
    clearTimeout(this.#device)
    this.#device = undefined
    void benchStore.saveDraft(this.#exercise, this.#pair).then(() => this.#say('saved'))
  }

  close(): void {
    this.flush()
    clearTimeout(this.#server)
  }

  #soon(): void {
    benchStore.holdDraft(this.#exercise, this.#pair)
    clearTimeout(this.#device)
    clearTimeout(this.#server)
    this.#say('saving')
    this.#device = setTimeout(() => this.flush(), DEVICE_REST)
    if (this.#shared) this.#server = setTimeout(() => void this.#send(), SERVER_REST)
  }

  async #send(): Promise<void> {
    const { current } = this.#pair
    if (!current || !this.#touched) return
    const held = await sendDraft(this.#exercise, current, this.#base)
    if (!held) return
    this.#base = held.at
    if (held.source === current.source || held.source === this.#pair.current?.source) return
    // another device was quicker: its text is offered, ours is sent again with the next change
    this.#pair = { ...this.#pair, kept: held }
    this.#say('saved')
  }

  #say(saved: DraftStatus['saved']): void {
    const { kept } = this.#pair
    this.#tell({ saved, ...(kept && { kept }) })
  }
}
