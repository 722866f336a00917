import 'server-only'
import { z } from 'zod'
import type { Mistake, PracticeEvidence } from '#lib/review/evidence.ts'
import type { Database } from './database.ts'
import { exerciseHistories } from './exercise-history.ts'

/** Mistakes that were made longer ago than this say little of what is known today. */
const FADES = 30 * 86_400_000
/** Only this many of the latest failed answers are searched for mistakes, because verdicts are large. */
const LOOKED_AT = 40

/** What a learner's answers to exercises say of their memory, from what is stored of them. */
export async function reviewEvidence(db: Database, learnerId: string, now: Date): Promise<PracticeEvidence> {
  const [exercises, mistakes] = await Promise.all([
    exerciseHistories(db, learnerId),
    recentMistakes(db, learnerId, new Date(now.getTime() - FADES)),
  ])
  return { exercises, mistakes }
}

async function recentMistakes(db: Database, learnerId: string, since: Date): Promise<Mistake[]> {
  const failed = { settles: { not: null }, outcome: 'failed' }
  const submissions = await db.submission.findMany({
    where: { learnerId, at: { gte: since }, verdicts: { some: failed } },
    orderBy: { at: 'desc' },
    take: LOOKED_AT,
    select: { exercise: true, at: true, verdicts: { where: failed, select: { verdict: true } } },
  })
  return submissions.flatMap(({ exercise, at, verdicts }) =>
    verdicts
      .flatMap(({ verdict }) => MisconceptionsSchema.parse(verdict).misconceptions)
      .map(({ id }) => ({ exercise, at: at.getTime(), misconception: id })),
  )
}

const MisconceptionsSchema = z.object({ misconceptions: z.array(z.object({ id: z.string() })) })
