let last: Promise<unknown> = Promise.resolve()

/**
 * Does the learner's writing requests one after the other, in every tab of the course: the first one makes the guest,
 * and two first ones at once would make two.
 */
export function inTurn<T>(request: () => Promise<T>): Promise<T> {
  const mine = last.then(() => (locks() ? locks()?.request('course-writes', request) : request())) as Promise<T>
  last = mine.catch(() => undefined)
  return mine
}

/** Absent on plain http from another machine; there the order within this tab has to do. */
function locks(): LockManager | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.locks
}
