'use client'

import { useSyncExternalStore } from 'react'
import { AnswerOrder } from '#lib/client/answer-order.ts'
import { getCurrentLearner } from '#lib/client/browser-learner.ts'
import type { ServerLearner } from '#lib/client/learner.ts'

/** What the server knows about this page’s learner. Empty until it has answered, and for someone who has done nothing yet. */
export interface KnownProgress {
  /** Ids of passed exercises. */
  readonly passed: ReadonlySet<string>
  /** Items that would be asked in a review now. */
  readonly dueCount: number
  /** When each reviewed item is asked again, by its id, in milliseconds since 1970. */
  readonly dueAt: ReadonlyMap<string, number>
  /** Absent for a guest. */
  readonly email?: string
  /** The course’s https address, if sessions work only there. */
  readonly secureAddress?: string
}

/** Dispatched on `window` by whatever changes progress: a confirmed verdict, signing in or out. */
export const PROGRESS_EVENT = 'course:progress'

/** Makes everything that shows progress request it again. */
export const announceProgress = (): void => void dispatchEvent(new Event(PROGRESS_EVENT))

/**
 * Like `announceProgress`, a moment after the last call: what many small changes in a row change, such as the count of
 * due items, is asked for once.
 */
export function announceProgressSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(announceProgress, 1000)
}
let timer: ReturnType<typeof setTimeout> | undefined

/** The learner's progress, asked for once per page and again when something has changed it. */
export const useProgress = (): KnownProgress =>
  useSyncExternalStore(
    subscribe,
    () => currentProgress,
    () => NOTHING,
  )

const NOTHING: KnownProgress = { passed: new Set(), dueCount: 0, dueAt: new Map() }
const listeners = new Set<() => void>()
let currentProgress = NOTHING
let isRequested = false
let isConfirming = false

let stopFollowing = () => {}

/** Asks again when another tab has seen somebody sign in or out. */
function followLearner(): void {
  if (!isConfirming) requestProgress()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) stopFollowing = getCurrentLearner().listen(followLearner)
  if (listeners.size === 1) addEventListener(PROGRESS_EVENT, requestProgress)
  if (!isRequested) requestProgress()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    removeEventListener(PROGRESS_EVENT, requestProgress)
    stopFollowing()
  }
}

const order = new AnswerOrder()

function requestProgress() {
  isRequested = true
  const takeAnswer = order.start()
  fetch('/api/progress', { headers: { accept: 'application/json' } })
    .then((response) => (response.ok ? response.json() : undefined))
    .then((body: unknown) => {
      // a captive portal answers in our server’s place
      if (!('learner' in record(body) && 'exercises' in record(body))) return getCurrentLearner().confirmOffline()
      if (!takeAnswer()) return
      currentProgress = parse(body)
      isConfirming = true
      getCurrentLearner().confirm(parseLearner(body))
      isConfirming = false
      for (const listener of listeners) listener()
    })
    .catch(() => {
      // the server is away: the page is as it was built, and the next change asks again
      getCurrentLearner().confirmOffline()
    })
}

/** By hand: a schema library is too heavy for every page. */
function parse(body: unknown): KnownProgress {
  const { exercises, learner, review, secureAddress } = record(body)
  const { dueCount, dueAt } = record(review)
  const email = record(learner).email
  const passed = Object.entries(record(exercises)).flatMap(([id, stored]) =>
    record(stored).passed === true ? [id] : [],
  )
  return {
    passed: new Set(passed),
    dueCount: typeof dueCount === 'number' ? dueCount : 0,
    dueAt: new Map(Object.entries(record(dueAt)).flatMap(([id, at]) => (typeof at === 'number' ? [[id, at]] : []))),
    ...(typeof email === 'string' && { email }),
    ...(typeof secureAddress === 'string' && { secureAddress }),
  }
}

function parseLearner(body: unknown): ServerLearner | undefined {
  const { id, guest } = record(record(body).learner)
  return typeof id === 'string' ? { id, isGuest: guest === true } : undefined
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
