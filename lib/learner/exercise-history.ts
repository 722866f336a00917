import 'server-only'
import { z } from 'zod'
import type { ExerciseHistory } from '#lib/review/evidence.ts'
import type { Tx } from './database.ts'
import { StoredCountSchema, StoredTimeSchema } from './raw-columns.ts'

/**
 * A learner’s history with an exercise. The database counts it, so it costs one row per exercise, not one per answer.
 */
export interface StoredExerciseHistory extends ExerciseHistory {
  /** Graded answers, including those that didn’t run. */
  readonly graded: number
  /** When the learner first gave up and looked at the solution. */
  readonly gaveUpAt?: number
}

/** Reads a learner’s history with each exercise that they tried or gave up, in no particular order. */
export async function loadExerciseHistories(db: Tx, learnerId: string): Promise<StoredExerciseHistory[]> {
  // one after the other: we may be in a transaction, which has only one connection
  const answers = z.array(AnswersSchema).parse(await countAnswers(db, learnerId))
  const solutions = await db.solutionReveal.groupBy({
    by: ['exerciseId'],
    where: { learnerId, gaveUp: true },
    _min: { revealedAt: true },
  })
  const gaveUp = new Map(
    solutions.flatMap(({ exerciseId, _min }) => (_min.revealedAt ? [[exerciseId, _min.revealedAt.getTime()]] : [])),
  )
  const byExercise = new Map(answers.map((row) => [row.exercise, row]))
  return [...new Set([...byExercise.keys(), ...gaveUp.keys()])].map((exercise) => {
    const { graded = 0, attempts = 0, runs = 0, passedAt = null, failedAt = null } = byExercise.get(exercise) ?? {}
    const gaveUpAt = gaveUp.get(exercise)
    const assisted = passedAt !== null && gaveUpAt !== undefined && gaveUpAt <= passedAt
    return {
      exercise,
      graded,
      attempts,
      ...(passedAt !== null && { firstPass: { at: passedAt, runs, assisted } }),
      ...(failedAt !== null && { lastFailedAt: failedAt }),
      ...(gaveUpAt !== undefined && { gaveUpAt }),
    }
  })
}

/**
 * Counts answers by exercise. Written in SQL, because Prisma would fetch every answer, in a statement with one
 * parameter per answer, and SQLite refuses thousands of parameters. `settles` is the column of `gradedSubmissionId`;
 * joining on it avoids reading the verdicts’ JSON.
 */
const countAnswers = (db: Tx, learnerId: string): Promise<unknown> => db.$queryRaw`
  WITH graded AS MATERIALIZED (
    SELECT s."exercise", s."at", v."outcome"
    FROM "Submission" s JOIN "Verdict" v ON v."settles" = s."id"
    WHERE s."learnerId" = ${learnerId}
  ),
  passes AS (
    SELECT "exercise", MIN("at") AS "at" FROM graded WHERE "outcome" = 'passed' GROUP BY "exercise"
  )
  SELECT
    g."exercise" AS "exercise",
    COUNT(*) AS "graded",
    SUM(CASE WHEN g."outcome" IN ('passed', 'failed') THEN 1 ELSE 0 END) AS "attempts",
    SUM(CASE WHEN g."outcome" IN ('passed', 'failed') AND g."at" <= p."at" THEN 1 ELSE 0 END) AS "runs",
    p."at" AS "passedAt",
    MAX(CASE WHEN g."outcome" = 'failed' THEN g."at" END) AS "failedAt"
  FROM graded g LEFT JOIN passes p ON p."exercise" = g."exercise"
  GROUP BY g."exercise", p."at"`

const AnswersSchema = z.object({
  exercise: z.string(),
  graded: StoredCountSchema,
  attempts: StoredCountSchema,
  runs: StoredCountSchema,
  passedAt: StoredTimeSchema.nullable(),
  failedAt: StoredTimeSchema.nullable(),
})
