import type { ApiFailure } from '#lib/client/api.ts'
import { computeBackoffMs, SIGN_IN_WAIT_MS } from '#lib/client/backoff.ts'
import type { StoragePlace } from '#lib/client/device-storage.ts'
import { createDeviceStore } from '#lib/client/device-store.ts'
import {
  applyEdit,
  type Draft,
  type DraftEdit,
  type DraftRecord,
  DraftRecordSchema,
  EMPTY_RECORD,
  isUnsent,
  joinServer,
  listAlternatives,
  offerDrafts,
  replaceDraft,
  restoreDraft,
} from '#lib/client/draft.ts'
import { holdEdit, listHeldEdits, releaseEdits } from '#lib/client/held-edits.ts'
import { GUEST, type LearnerId } from '#lib/client/learner.ts'
import { randomId } from '#lib/client/random-id.ts'
import { withLock } from '#lib/client/write-turn.ts'
import { announceProgress } from '../ui/use-progress.ts'
import { fetchDrafts, sendDraft, sendKeptDraft } from './course-api.ts'
import { type DraftStatus, getSaveState } from './save-state.ts'

const DEVICE_DEBOUNCE_MS = 200
const SERVER_DEBOUNCE_MS = 2000

/** What a page gets to know about a draft. */
export interface DraftSyncOptions {
  readonly learner: LearnerId
  readonly exercise: string
  readonly starter: string
  /** Whether the server gets a copy. */
  readonly isShared: boolean
  readonly onStatus: (status: DraftStatus) => void
  /** The server has a newer text, and nothing was written here since it was loaded. */
  readonly onText: (text: string) => void
}

/** Identifies this page among the tabs that show the same exercise. */
const page = randomId()

/** Keeps one exercise's draft: on this device after each change, on the server when the learner pauses. */
export class DraftSync {
  readonly #options: DraftSyncOptions
  readonly #store
  readonly #channel: BroadcastChannel | undefined
  #record: DraftRecord = EMPTY_RECORD
  /** What the learner sees here. Another tab may have stored something else. */
  #visibleDraft: Draft
  #pending: DraftEdit | undefined
  #place: StoragePlace | undefined
  #failure: ApiFailure | undefined
  #failures = 0
  /** The server may have a text without having confirmed it: joining finds out, and sends what is missing. */
  #mustJoin = false
  /** Texts that the server keeps although others took their place. Unknown until it has been asked. */
  #keptSources: Set<string> | undefined
  #deviceTimer: ReturnType<typeof setTimeout> | undefined
  #serverTimer: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(options: DraftSyncOptions) {
    const { learner, exercise, starter } = options
    this.#options = options
    this.#visibleDraft = { source: starter, at: 0 }
    this.#store = createDeviceStore<DraftRecord>('drafts', DraftRecordSchema, learner)
    this.#channel =
      typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(`course:drafts/${learner}/${exercise}`)
    this.#channel?.addEventListener('message', () => void this.#readAgain())
  }

  /** Resolves to the text to begin with: this device's draft, else the starter. */
  async load(): Promise<string> {
    await this.#change()
    const { current } = this.#record
    if (current) this.#visibleDraft = current
    this.#tell()
    return this.#visibleDraft.source
  }

  /** Compares with the server's draft. Its text is shown unless this device holds one that doesn't lead to it. */
  async join(): Promise<void> {
    if (!this.#options.isShared || this.#isClosed) return
    const { exercise, learner, starter } = this.#options
    const visibleDraft = this.#visibleDraft
    const result = await fetchDrafts(exercise, learner)
    if (this.#isClosed) return
    if (result.kind !== 'ok') return this.#fail(result)
    this.#mustJoin = false
    this.#keptSources = new Set(result.value.kept.map(({ source }) => source))
    const revision = randomId()
    await this.#change((record) => joinServer(record, result.value, revision, starter))
    const { current } = this.#record
    const isUntouched = this.#pending === undefined && this.#visibleDraft === visibleDraft
    if (current?.revision === revision && isUntouched) {
      const isNewText = current.source !== visibleDraft.source
      this.#visibleDraft = current
      if (isNewText) this.#options.onText(current.source)
    }
    this.#tell()
    if (isUnsent(this.#record)) this.#sendLater(0)
    else await this.#sendOthers()
  }

  /** The learner changed the text. */
  change(source: string): void {
    if (source === this.#visibleDraft.source) return
    const base = this.#pending ? this.#pending.base : this.#visibleDraft.revision
    const edit = { source, at: Date.now(), revision: randomId(), page, ...(base !== undefined && { base }) }
    this.#pending = edit
    this.#visibleDraft = edit
    holdEdit(this.#options, edit)
    this.#tell()
    clearTimeout(this.#deviceTimer)
    this.#deviceTimer = setTimeout(() => void this.flush(), DEVICE_DEBOUNCE_MS)
    this.#sendLater(SERVER_DEBOUNCE_MS)
  }

  /** Goes back to the starter. What was written is kept. Returns the text to show. */
  startAgain(): string {
    const { starter } = this.#options
    const next = { source: starter, at: Date.now(), revision: randomId(), page }
    this.#visibleDraft = next
    void this.#change((record) => replaceDraft(record, next, starter))
    this.#sendLater(SERVER_DEBOUNCE_MS)
    return starter
  }

  /** Swaps the draft with the other one. Returns the text to show; undefined if there is no other one. */
  restore(): string | undefined {
    const { starter } = this.#options
    const visibleDraft = this.#visibleDraft
    const [first] = listAlternatives(this.#record, visibleDraft.source, starter)
    if (!first) return undefined
    const next = { source: first.source, at: Date.now(), revision: randomId(), page }
    this.#visibleDraft = next
    void this.#change((record) => restoreDraft(record, visibleDraft, next, starter))
    this.#sendLater(SERVER_DEBOUNCE_MS)
    return first.source
  }

  /** Stores what was written on this device, without waiting for a pause. */
  async flush(): Promise<void> {
    clearTimeout(this.#deviceTimer)
    if (this.#pending) await this.#change()
  }

  close(): void {
    void this.flush()
    this.#isClosed = true
    clearTimeout(this.#serverTimer)
    this.#channel?.close()
  }

  /** Stores the held edits, then other changes. */
  async #change(change: (record: DraftRecord) => DraftRecord = (record) => record): Promise<void> {
    const { exercise, starter } = this.#options
    const pending = this.#pending
    const edits = new Map(listHeldEdits(this.#options).map((edit) => [edit.revision, edit]))
    if (pending) edits.set(pending.revision, pending)
    let next = this.#record
    const storage = await this.#store.change(exercise, (stored) => {
      const edited = [...edits.values()].reduce(
        (record, edit) => applyEdit(record, edit, starter),
        stored ?? EMPTY_RECORD,
      )
      next = change(edited)
      return next === EMPTY_RECORD ? undefined : next
    })
    this.#record = next
    this.#place = storage
    if (storage !== 'memory') releaseEdits(this.#options, [...edits.values()])
    if (this.#pending === pending) this.#pending = undefined
    else if (this.#pending && pending) this.#pending = { ...this.#pending, base: pending.revision }
    this.#tell()
    if (!this.#isClosed) this.#channel?.postMessage(null)
  }

  /** Another tab has stored something. */
  async #readAgain(): Promise<void> {
    this.#record = (await this.#store.read(this.#options.exercise)) ?? EMPTY_RECORD
    this.#tell()
  }

  #sendLater(delayMs: number): void {
    if (!this.#options.isShared || this.#isClosed) return
    clearTimeout(this.#serverTimer)
    this.#serverTimer = setTimeout(() => void this.#send(), delayMs)
  }

  async #send(): Promise<void> {
    await this.flush()
    if (this.#mustJoin) return this.join()
    const failure = await sendUnsent(this.#options, (change) => this.#change(change))
    if (failure) this.#fail(failure)
    else await this.#sendOthers()
  }

  /** Sends the texts that were replaced here, so that the learner’s other devices can restore them too. */
  async #sendOthers(): Promise<void> {
    const failure = this.#keptSources && (await sendOthers(this.#options, this.#record.others, this.#keptSources))
    if (failure && failure.kind !== 'refused') this.#fail(failure)
    else this.#succeed()
  }

  #succeed(): void {
    this.#failures = 0
    this.#failure = undefined
    this.#tell()
  }

  #fail(failure: ApiFailure): void {
    this.#failures++
    this.#failure = failure
    this.#mustJoin = true
    this.#tell()
    if (failure.kind === 'refused') return // the next change retries
    const serverWaitMs = 'retryAfterMs' in failure ? (failure.retryAfterMs ?? 0) : 0
    const isSession = failure.kind === 'signed-out' || failure.kind === 'other-learner'
    if (isSession) announceProgress()
    this.#sendLater(Math.max(serverWaitMs, isSession ? SIGN_IN_WAIT_MS : computeBackoffMs(this.#failures)))
  }

  #tell(): void {
    const saved = getSaveState({
      storagePlace: this.#record.current && this.#place,
      isPending: this.#pending !== undefined,
      isOnServer: this.#options.isShared && !isUnsent(this.#record),
      failure: this.#failure,
      isGuest: this.#options.learner === GUEST,
    })
    const others = listAlternatives(this.#record, this.#visibleDraft.source, this.#options.starter)
    this.#options.onStatus({ saved, others })
  }
}

/**
 * Sends the current text of an exercise unless the server has it. One tab at a time.
 *
 * @param change  changes the record on this device
 * @returns why it wasn't sent; undefined if it was, or had been
 */
export function sendUnsent(
  { learner, exercise, starter }: Pick<DraftSyncOptions, 'learner' | 'exercise' | 'starter'>,
  change: (change: (record: DraftRecord) => DraftRecord) => Promise<void>,
): Promise<ApiFailure | undefined> {
  return withLock(`course:drafts/${learner}/${exercise}`, async () => {
    let record = EMPTY_RECORD
    await change((stored) => {
      const { current, server } = stored
      record = current && isUnsent(stored) ? { ...stored, server: { ...server, unanswered: current.source } } : stored
      return record
    })
    const { current, server } = record
    if (!current || !isUnsent(record)) return undefined
    const result = await sendDraft(exercise, { source: current.source, base: server.base }, learner)
    if (result.kind !== 'ok') return result
    const { draft, other } = result.value
    await change((stored) => {
      const saved = { ...stored, server: { base: draft.at, saved: current.revision } }
      return other ? offerDrafts(saved, [other], starter) : saved
    })
    return undefined
  })
}

/**
 * Sends texts that others have replaced, unless the server keeps them.
 *
 * @param keptSources  texts that the server keeps; those that it has now answered are added, so that a refused one isn’t resent
 * @returns why they weren’t all sent; undefined if they were
 */
export async function sendOthers(
  { learner, exercise }: Pick<DraftSyncOptions, 'learner' | 'exercise'>,
  others: readonly Draft[],
  keptSources: Set<string>,
): Promise<ApiFailure | undefined> {
  let refusal: ApiFailure | undefined
  for (const { source } of others.toReversed()) {
    if (keptSources.has(source)) continue
    const result = await sendKeptDraft(exercise, source, learner)
    if (result.kind !== 'ok' && result.kind !== 'refused') return result
    if (result.kind === 'refused') refusal = result
    keptSources.add(source)
  }
  return refusal
}
