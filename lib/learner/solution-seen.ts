import 'server-only'
import type { Database } from './database.ts'
import { mapMissingLearner } from './learner.ts'

/**
 * Records that a learner looks at the solution of an exercise.
 *
 * @param givenUp  whether they look before they have passed
 * @throws LearnerNotFoundError
 */
export async function recordSolutionSeen(
  db: Database,
  reveal: {
    readonly id: string
    readonly learnerId: string
    readonly exercise: string
    readonly givenUp: boolean
    readonly at: Date
  },
): Promise<void> {
  await mapMissingLearner(db.solutionSeen.create({ data: reveal, select: { id: true } }))
}
