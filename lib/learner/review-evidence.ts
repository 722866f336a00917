import 'server-only'
import { z } from 'zod'
import type { Attempt, Evidence } from '#lib/review/evidence.ts'
import type { Database } from './database.ts'

/** Mistakes that were made longer ago than this say little of what is known today. */
const FADES = 30 * 86_400_000
/** Of so many failed answers, the last ones, the mistakes are looked at: verdicts are large. */
const LOOKED_AT = 40

/** What a learner's answers to exercises say of their memory, from what is stored of them. */
export async function reviewEvidence(db: Database, learnerId: string, now: Date): Promise<Evidence> {
  const settled = { settles: { not: null } }
  const since = new Date(now.getTime() - FADES)
  const [submissions, verdicts, seen] = await Promise.all([
    db.submission.findMany({
      where: { learnerId, verdicts: { some: { ...settled, outcome: { in: ['passed', 'failed'] } } } },
      orderBy: { at: 'asc' },
      select: { id: true, exercise: true, at: true, verdicts: { where: settled, select: { outcome: true } } },
    }),
    db.verdict.findMany({
      where: { ...settled, outcome: 'failed', submission: { learnerId, at: { gte: since } } },
      orderBy: { at: 'desc' },
      take: LOOKED_AT,
      select: { submissionId: true, verdict: true },
    }),
    db.solutionSeen.findMany({ where: { learnerId, givenUp: true }, select: { exercise: true, at: true } }),
  ])
  const mistakes = new Map(verdicts.map((it) => [it.submissionId, Mistakes.parse(it.verdict).misconceptions]))
  return {
    attempts: submissions.map(
      (it): Attempt => ({
        exercise: it.exercise,
        at: it.at.getTime(),
        passed: it.verdicts[0]?.outcome === 'passed',
        misconceptions: (mistakes.get(it.id) ?? []).map(({ id }) => id),
      }),
    ),
    givenUp: seen.map((it) => ({ exercise: it.exercise, at: it.at.getTime() })),
  }
}

const Mistakes = z.object({ misconceptions: z.array(z.object({ id: z.string() })) })
