import 'server-only'
import { type Counterexample, type Verdict, VerdictSchema } from '#lib/grading/verdict.ts'
import type { Database } from './database.ts'

/** Wrong outputs that several answers to an exercise gave and that none of its misconceptions explains. */
export interface UnexplainedOutputs {
  /** The same for equal outputs. */
  readonly name: string
  readonly answers: number
  readonly learners: number
  /** Of the newest of these answers, in milliseconds since 1970. */
  readonly at: number
}
/** One of the answers that gave them: the newest. */
export interface UnexplainedAnswer {
  readonly source: string
  readonly headline: string
  readonly difference?: string
  readonly tolerance: Verdict['tolerance']
  readonly counterexample?: Counterexample
}

interface Asked {
  readonly exercise: string
  /** Only answers to this version count: an older one may have had fewer misconceptions. */
  readonly version: string
}

/** The wrong outputs of an exercise that no misconception explains, the most frequent first. */
export async function unexplainedOutputs(
  db: Database,
  { exercise, version }: Asked,
  most = 5,
): Promise<readonly UnexplainedOutputs[]> {
  const groups = await db.verdict.groupBy({
    by: ['unexplained'],
    where: { unexplained: { not: null }, submission: { exercise, exerciseVersion: version } },
    _count: { _all: true },
    _max: { at: true },
    orderBy: [{ _count: { unexplained: 'desc' } }, { unexplained: 'asc' }],
    take: most,
  })
  return Promise.all(
    groups.map(async ({ unexplained, _count, _max }): Promise<UnexplainedOutputs> => {
      const name = unexplained ?? ''
      const where = { exercise, exerciseVersion: version, verdicts: { some: { unexplained: name } } }
      const learners = await db.submission.groupBy({ by: ['learnerId'], where })
      return { name, answers: _count._all, learners: learners.length, at: _max.at?.getTime() ?? 0 }
    }),
  )
}

/** The newest answer that gave such outputs. A learner's work: for authors alone. */
export async function unexplainedAnswer(db: Database, name: string): Promise<UnexplainedAnswer | undefined> {
  const found = await db.verdict.findFirst({
    where: { unexplained: name },
    orderBy: { at: 'desc' },
    select: { verdict: true, submission: { select: { source: true } } },
  })
  if (!found) return undefined
  const { headline, difference, tolerance, counterexample } = VerdictSchema.parse(found.verdict)
  return {
    source: found.submission.source,
    headline,
    tolerance,
    ...(difference && { difference }),
    ...(counterexample && { counterexample }),
  }
}
