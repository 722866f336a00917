import 'server-only'
import { z } from 'zod'
import { type Counterexample, type Verdict, VerdictSchema } from '#lib/grading/verdict.ts'
import type { Database } from './database.ts'
import { StoredCountSchema, StoredTimeSchema } from './raw-columns.ts'

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

/**
 * One version of an exercise. Answers to other versions don’t count: an older one may have had fewer misconceptions.
 */
interface ExerciseVersion {
  readonly exercise: string
  readonly version: string
}

/**
 * Reads the wrong outputs that no misconception explains, by exercise, the most frequent first. Leaves out exercises
 * without any.
 *
 * One statement counts them all, without reading the verdicts’ JSON, and returns at most `max` rows per exercise and
 * version.
 */
export async function countUnexplainedOutputs(
  db: Database,
  exercises: readonly ExerciseVersion[],
  max = 5,
): Promise<ReadonlyMap<string, readonly UnexplainedOutputs[]>> {
  const rows = z.array(OutputsSchema).parse(await countOutputs(db, max))
  const versions = new Map(exercises.map(({ exercise, version }) => [exercise, version]))
  const current = rows.filter(({ exercise, version }) => versions.get(exercise) === version)
  return new Map(
    [...Map.groupBy(current, ({ exercise }) => exercise)].map(([exercise, outputs]) => [
      exercise,
      outputs.map(({ name, answers, learners, at }) => ({ name, answers, learners, at })),
    ]),
  )
}

const countOutputs = (db: Database, max: number): Promise<unknown> => db.$queryRaw`
  SELECT "exercise", "version", "name", "answers", "learners", "at"
  FROM (
    SELECT
      s."exercise" AS "exercise",
      s."exerciseVersion" AS "version",
      v."unexplained" AS "name",
      COUNT(*) AS "answers",
      COUNT(DISTINCT s."learnerId") AS "learners",
      MAX(s."at") AS "at",
      ROW_NUMBER() OVER (
        PARTITION BY s."exercise", s."exerciseVersion" ORDER BY COUNT(*) DESC, v."unexplained" ASC
      ) AS "rank"
    FROM "Verdict" v JOIN "Submission" s ON s."id" = v."submissionId"
    WHERE v."unexplained" IS NOT NULL
    GROUP BY s."exercise", s."exerciseVersion", v."unexplained"
  ) counted
  WHERE "rank" <= ${max}
  ORDER BY "exercise", "version", "rank"`

const OutputsSchema = z.object({
  exercise: z.string(),
  version: z.string(),
  name: z.string(),
  answers: StoredCountSchema,
  learners: StoredCountSchema,
  at: StoredTimeSchema,
})

/** The newest answer that gave such outputs. A learner's work: for authors only. */
export async function findUnexplainedAnswer(db: Database, name: string): Promise<UnexplainedAnswer | undefined> {
  const stored = await db.verdict.findFirst({
    where: { outputFingerprint: name },
    orderBy: { gradedAt: 'desc' },
    select: { verdict: true, submission: { select: { source: true } } },
  })
  if (!stored) return undefined
  const { headline, difference, tolerance, counterexample } = VerdictSchema.parse(stored.verdict)
  return {
    source: stored.submission.source,
    headline,
    tolerance,
    ...(difference && { difference }),
    ...(counterexample && { counterexample }),
  }
}
