let last: Promise<unknown> = Promise.resolve()

/**
 * Runs the learner's writing requests one after the other, in all tabs of the course. The first one creates the guest,
 * and two first ones at once would create two.
 */
export function takeWriteTurn<T>(request: () => Promise<T>): Promise<T> {
  const mine = last.then(() => withLock('course-writes', request))
  last = mine.catch(() => undefined)
  return mine
}

/**
 * Runs work while no other tab runs work under the same name. Where the browser has no locks, as on plain http from
 * another machine, only the caller's own order holds.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return locks ? await locks.request(name, work) : await work()
}
