let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * Runs the learner’s writing requests one at a time across all tabs of the course, because the first one creates the
 * guest and two parallel ones would create two.
 */
export function takeWriteTurn<T>(request: () => Promise<T>): Promise<T> {
  const turn = lastTurn.then(() => withLock('course-writes', request))
  lastTurn = turn.catch(() => undefined)
  return turn
}

/**
 * Runs work while no other tab runs work under the same name. If the browser has no locks, as over http from
 * another machine, only this tab’s own order is guaranteed.
 */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return locks ? await locks.request(name, work) : await work()
}
