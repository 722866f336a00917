const KEY = 'course:opened-lessons'

/** What became of lessons that were opened on this device: their cards wait to come in, or have come in once. */
type Opened = Readonly<Record<string, 'waits' | 'taken'>>

/**
 * Remembers that a lesson was opened and read down to its exercise, so that its cards come in when the learner reviews.
 *
 * Kept on the device: to open a page writes nothing to the server, and makes no guest.
 */
export function noteOpened(path: string): void {
  const slug = /^\/lessons\/([a-z0-9-]+)/.exec(path)?.[1]
  if (slug && !read()[slug]) write({ ...read(), [slug]: 'waits' })
}

/** Slugs of lessons whose cards wait to come in. */
export const openedLessons = (): readonly string[] =>
  Object.entries(read()).flatMap(([slug, it]) => (it === 'waits' ? [slug] : []))

/** Lessons whose cards have come in. Who takes one out of the reviews later is not asked again. */
export const takeOpened = (slugs: readonly string[]): void =>
  write({ ...read(), ...Object.fromEntries(slugs.map((slug) => [slug, 'taken'] as const)) })

function read(): Opened {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return Object.fromEntries(
      Object.entries(Object(all)).flatMap(([slug, it]) => (it === 'waits' || it === 'taken' ? [[slug, it]] : [])),
    )
  } catch {
    return {} // nothing is kept here, or something else by this name
  }
}

function write(opened: Opened): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(opened))
  } catch {
    // a browser that keeps nothing: the lesson can be chosen by hand
  }
}
