import 'server-only'
import { z } from 'zod'
import type { Mistake, PracticeEvidence } from '#lib/review/evidence.ts'
import type { Database } from './database.ts'
import { loadExerciseHistories } from './exercise-history.ts'

/** Older mistakes say little about what the learner knows today. */
const MAX_MISTAKE_AGE_MS = 30 * 86_400_000
/** Only this many of the latest failed answers are searched for mistakes, because verdicts are large. */
const MAX_FAILED_ANSWERS = 40

/** Reads what a learner’s stored submissions show about their memory. */
export async function reviewEvidence(db: Database, learnerId: string, now: Date): Promise<PracticeEvidence> {
  const [exercises, mistakes] = await Promise.all([
    loadExerciseHistories(db, learnerId),
    loadRecentMistakes(db, learnerId, new Date(now.getTime() - MAX_MISTAKE_AGE_MS)),
  ])
  return { exercises, mistakes }
}

async function loadRecentMistakes(db: Database, learnerId: string, since: Date): Promise<Mistake[]> {
  const failed = { gradedSubmissionId: { not: null }, outcome: 'failed' }
  const submissions = await db.submission.findMany({
    where: { learnerId, submittedAt: { gte: since }, verdicts: { some: failed } },
    orderBy: { submittedAt: 'desc' },
    take: MAX_FAILED_ANSWERS,
    select: { exerciseId: true, submittedAt: true, verdicts: { where: failed, select: { verdict: true } } },
  })
  return submissions.flatMap(({ exerciseId, submittedAt, verdicts }) =>
    verdicts
      .flatMap(({ verdict }) => MisconceptionsSchema.parse(verdict).misconceptions)
      .map(({ id }) => ({ exercise: exerciseId, at: submittedAt.getTime(), misconception: id })),
  )
}

const MisconceptionsSchema = z.object({ misconceptions: z.array(z.object({ id: z.string() })) })
