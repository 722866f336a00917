import 'server-only'
import type { Database } from './database.ts'
import { mapMissingLearner } from './learner.ts'

/**
 * Records that a learner looks at the solution of an exercise.
 *
 * @param reveal.gaveUp  whether they look before they have passed
 * @throws LearnerNotFoundError
 */
export async function recordSolutionReveal(
  db: Database,
  reveal: {
    readonly id: string
    readonly learnerId: string
    readonly exerciseId: string
    readonly gaveUp: boolean
    readonly revealedAt: Date
  },
): Promise<void> {
  await mapMissingLearner(db.solutionReveal.create({ data: reveal, select: { id: true } }))
}
