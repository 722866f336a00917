import type { LearnerId } from './learner.ts'
import { openLearner } from './open-learner.ts'

/** Keeps one object for each learner, created at the first use. */
export interface PerLearner<T> {
  readonly get: (learner: LearnerId) => T
  /** The object of this page’s learner. */
  readonly open: () => Promise<T>
}

/** Remembers what `create` returns for each learner. */
export function createPerLearner<T>(create: (learner: LearnerId) => T): PerLearner<T> {
  const created = new Map<LearnerId, T>()
  const get = (learner: LearnerId): T => {
    const cached = created.get(learner)
    if (cached !== undefined) return cached
    const value = create(learner)
    created.set(learner, value)
    return value
  }
  return { get, open: async () => get(await openLearner()) }
}
