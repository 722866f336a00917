import { CurrentLearner, GUEST, type LearnerId } from './learner.ts'

// This page's learner. Every page loads it, so it imports no libraries.

const KEY = 'course:learner'
const CHANNEL = 'course:learner'
const SETTLE_TIMEOUT_MS = 3000

let learner: CurrentLearner | undefined

/** Gets the learner of this page. */
export function getCurrentLearner(): CurrentLearner {
  if (learner) return learner
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL)
  const opened = new CurrentLearner({
    read: () => {
      try {
        return localStorage.getItem(KEY) ?? undefined
      } catch {
        return undefined // every page asks the server anyway
      }
    },
    write: (id) => {
      try {
        if (id === undefined) localStorage.removeItem(KEY)
        else localStorage.setItem(KEY, id)
      } catch {
        // every page asks the server anyway
      }
    },
    announce: (id) => channel?.postMessage(id),
  })
  channel?.addEventListener('message', ({ data }) => opened.follow(String(data)))
  learner = opened
  return opened
}

/** Resolves to the learner whose work this page shows: the server's answer, or what it was last time if that takes long. */
export const settleLearner = (): Promise<LearnerId> =>
  getCurrentLearner().settle(new Promise((resolve) => setTimeout(resolve, SETTLE_TIMEOUT_MS)))

/**
 * Reloads a page that shows one learner’s work as soon as somebody signs in or out. A guest’s page is reloaded too,
 * because their work moves to the account that they sign in to.
 */
export function reloadForNextLearner(): void {
  if (isWatching) return
  isWatching = true
  const current = getCurrentLearner()
  const { id } = current
  const reloadIfChanged = () => {
    if (current.id === id || isReloading) return
    isReloading = true
    location.reload()
  }
  current.listen(reloadIfChanged)
  // a page that the browser had put aside has heard nothing meanwhile
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) current.readAgain()
  })
}
let isWatching = false
let isReloading = false

/**
 * Whether this page may store a learner’s work: not if somebody else has signed in since. What a guest writes before
 * their page is reloaded moves to the account with the rest.
 */
export const canStore = (id: LearnerId): boolean => id === GUEST || getCurrentLearner().id === id
