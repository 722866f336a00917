import 'server-only'
import { type Verdict, VerdictSchema } from '#lib/grading/verdict.ts'
import { type Database, isUniqueViolation } from './database.ts'
import { mapMissingLearner } from './learner.ts'

/** An answer as a learner sent it. */
export interface Submission {
  /** A UUID made by the client. */
  readonly id: string
  readonly learnerId: string
  readonly exercise: string
  readonly exerciseVersion: string
  readonly source: string
  readonly at: Date
}

/**
 * Stores a submission, once.
 *
 * @returns `new`; `same` when it had been stored already; `other` when its id belongs to another body or learner
 * @throws LearnerNotFoundError
 */
export async function storeSubmission(db: Database, submission: Submission): Promise<'new' | 'same' | 'other'> {
  try {
    await mapMissingLearner(db.submission.create({ data: submission, select: { id: true } }))
    return 'new'
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const stored = await db.submission.findUnique({ where: { id: submission.id } })
    const same =
      stored?.learnerId === submission.learnerId &&
      stored.exercise === submission.exercise &&
      stored.source === submission.source
    return same ? 'same' : 'other'
  }
}

/** Whether a submission with this id is stored for this learner. */
export async function isSubmissionStored(
  db: Database,
  where: { readonly id: string; readonly learnerId: string },
): Promise<boolean> {
  return (await db.submission.count({ where })) > 0
}

/** The verdict that counts for a submission, if it has been graded. */
export async function findServerVerdict(db: Database, submissionId: string): Promise<Verdict | undefined> {
  const stored = await db.verdict.findUnique({ where: { settles: submissionId }, select: { verdict: true } })
  return stored ? VerdictSchema.parse(stored.verdict) : undefined
}

/**
 * Stores what the grader said of a submission and gives the verdict that counts: this one, or the one that was stored
 * first where two were made at the same time. `not-graded` may be stored several times and never counts. The name of
 * wrong outputs that no misconception explains is stored beside it, for authors, and is no part of what learners get.
 */
export async function storeVerdict(
  db: Database,
  { id, submissionId, verdict: graded, at }: { id: string; submissionId: string; verdict: Verdict; at: Date },
): Promise<Verdict> {
  const { unexplained = null, ...verdictFields } = graded
  const verdict = storableJson(verdictFields)
  const { outcome, seed, grader } = verdict
  const settles = outcome === 'not-graded' ? null : submissionId
  const data = {
    id,
    submissionId,
    outcome,
    seed: BigInt(seed),
    graderVersion: grader,
    verdict,
    at,
    settles,
    unexplained,
  }
  try {
    await db.verdict.create({ data, select: { id: true } })
    return verdict
  } catch (error) {
    const first = isUniqueViolation(error) ? await findServerVerdict(db, submissionId) : undefined
    if (!first) throw error
    return first
  }
}

/** An answer that passed once. */
export interface Pass {
  readonly submission: string
  readonly source: string
  readonly exerciseVersion: string
  readonly graderVersion: string
  readonly at: Date
}

/** A learner's newest pass of an exercise: one of this version of it where there is one, else of an older one. */
export async function newestPass(
  db: Database,
  { learnerId, exercise, version }: { learnerId: string; exercise: string; version: string },
): Promise<Pass | undefined> {
  const find = (where: { exerciseVersion?: string }) =>
    db.verdict.findFirst({
      where: { outcome: 'passed', settles: { not: null }, submission: { learnerId, exercise, ...where } },
      orderBy: { submission: { at: 'desc' } },
      select: {
        graderVersion: true,
        submission: { select: { id: true, source: true, exerciseVersion: true, at: true } },
      },
    })
  const found = (await find({ exerciseVersion: version })) ?? (await find({}))
  if (!found) return undefined
  const { id: submission, ...rest } = found.submission
  return { submission, ...rest, graderVersion: found.graderVersion }
}

/**
 * A value as a column of JSON takes it. PostgreSQL refuses NUL and lone halves of surrogate pairs, which a learner's code
 * may well return or throw: in their place stands U+FFFD, in texts as in keys.
 */
export function storableJson<T extends object>(value: T): T {
  const text = JSON.stringify(value)
  const cleaned = text.replace(REFUSED, '$1\\ufffd')
  return cleaned === text ? value : JSON.parse(cleaned)
}

/** JSON.stringify escapes no half of a pair but a lone one. An even number of backslashes before is text. */
const REFUSED = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g
