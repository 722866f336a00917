import { getCurrentLearner } from '#lib/client/browser-learner.ts'
import { GUEST, type LearnerId } from '#lib/client/learner.ts'

/** Of older versions, which didn't keep learners apart. */
const LEGACY_KEY = 'course:opened-lessons'
const toKey = (learner: LearnerId): string => `${LEGACY_KEY}/${learner}`

/** What became of lessons that were opened on this device: their cards wait to come in, or have come in once. */
type Opened = Readonly<Record<string, 'waits' | 'taken'>>

/**
 * Remembers that a lesson was opened and read down to its exercise, so that its cards come in when the learner reviews.
 *
 * Kept on the device: to open a page writes nothing to the server, and creates no guest.
 */
export function recordLessonOpened(path: string): void {
  const slug = /^\/lessons\/([a-z0-9-]+)/.exec(path)?.[1]
  if (slug && !read()[slug]) write({ ...read(), [slug]: 'waits' })
}

/** Slugs of lessons whose cards wait to come in. */
export const pendingLessons = (): readonly string[] =>
  Object.entries(read()).flatMap(([slug, state]) => (state === 'waits' ? [slug] : []))

/** Lessons whose cards have come in. Who takes one out of the reviews later is not asked again. */
export const markLessonsAdded = (slugs: readonly string[]): void =>
  write({ ...read(), ...Object.fromEntries(slugs.map((slug) => [slug, 'taken'] as const)) })

/** Forgets the lessons that a learner opened on this device. */
export function forgetOpened(learner: LearnerId): void {
  try {
    localStorage.removeItem(toKey(learner))
  } catch {
    // nothing is kept here
  }
}

/** Moves what a guest opened to the account that they sign in to. */
function read(): Opened {
  return { ...parse(LEGACY_KEY), ...parse(toKey(GUEST)), ...parse(toKey(getCurrentLearner().id)) }
}

function parse(key: string): Opened {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return Object.fromEntries(
      Object.entries(Object(all)).flatMap(([slug, state]) =>
        state === 'waits' || state === 'taken' ? [[slug, state]] : [],
      ),
    )
  } catch {
    return {} // nothing is kept here, or something else by this name
  }
}

function write(opened: Opened): void {
  const key = toKey(getCurrentLearner().id)
  try {
    localStorage.setItem(key, JSON.stringify(opened))
    for (const moved of [LEGACY_KEY, toKey(GUEST)]) if (moved !== key) localStorage.removeItem(moved)
  } catch {
    // a browser that keeps nothing: the lesson can be chosen by hand
  }
}
