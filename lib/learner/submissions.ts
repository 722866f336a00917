import 'server-only'
import { type Verdict, VerdictSchema } from '#lib/grading/verdict.ts'
import { type Database, isUniqueViolation } from './database.ts'
import { mapMissingLearner } from './learner.ts'

/** Code as a learner submitted it. */
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
 * @returns `new`; `same` if it was stored already; `other` if its id belongs to different code or another learner
 * @throws LearnerNotFoundError
 */
export async function storeSubmission(db: Database, submission: Submission): Promise<'new' | 'same' | 'other'> {
  try {
    await mapMissingLearner(db.submission.create({ data: toRow(submission), select: { id: true } }))
    return 'new'
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const stored = await db.submission.findUnique({ where: { id: submission.id } })
    const same =
      stored?.learnerId === submission.learnerId &&
      stored.exerciseId === submission.exercise &&
      stored.source === submission.source
    return same ? 'same' : 'other'
  }
}

const toRow = ({ exercise, at, ...fields }: Submission) => ({ ...fields, exerciseId: exercise, submittedAt: at })

/** Whether a submission with this id is stored for this learner. */
export async function isSubmissionStored(
  db: Database,
  where: { readonly id: string; readonly learnerId: string },
): Promise<boolean> {
  return (await db.submission.count({ where })) > 0
}

/** The verdict that counts for a submission, if it has been graded. */
export async function findServerVerdict(db: Database, submissionId: string): Promise<Verdict | undefined> {
  const stored = await db.verdict.findUnique({ where: { gradedSubmissionId: submissionId }, select: { verdict: true } })
  return stored ? VerdictSchema.parse(stored.verdict) : undefined
}

/**
 * Stores the grader’s verdict on a submission and returns the verdict that counts: this one, or the one that was stored
 * first if two came at the same time. `not-graded` may be stored several times and never counts. The fingerprint of wrong
 * outputs that no misconception explains is stored in its own column, for authors, and isn’t sent to learners.
 */
export async function storeVerdict(
  db: Database,
  { id, submissionId, verdict: graded, at }: { id: string; submissionId: string; verdict: Verdict; at: Date },
): Promise<Verdict> {
  const { unexplained = null, ...verdictFields } = graded
  const verdict = toStorableJson(verdictFields)
  const { outcome, seed, grader } = verdict
  const data = {
    id,
    submissionId,
    outcome,
    seed: BigInt(seed),
    graderVersion: grader,
    verdict,
    gradedAt: at,
    gradedSubmissionId: outcome === 'not-graded' ? null : submissionId,
    outputFingerprint: unexplained,
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

/** A learner's newest pass of this version of an exercise, or of an older version if there is none. */
export async function findNewestPass(
  db: Database,
  { learnerId, exercise, version }: { learnerId: string; exercise: string; version: string },
): Promise<Pass | undefined> {
  const find = (where: { exerciseVersion?: string }) =>
    db.verdict.findFirst({
      where: {
        outcome: 'passed',
        gradedSubmissionId: { not: null },
        submission: { learnerId, exerciseId: exercise, ...where },
      },
      orderBy: { submission: { submittedAt: 'desc' } },
      select: {
        graderVersion: true,
        submission: { select: { id: true, source: true, exerciseVersion: true, submittedAt: true } },
      },
    })
  const verdict = (await find({ exerciseVersion: version })) ?? (await find({}))
  if (!verdict) return undefined
  const { id, source, exerciseVersion, submittedAt } = verdict.submission
  return { submission: id, source, exerciseVersion, graderVersion: verdict.graderVersion, at: submittedAt }
}

/**
 * Makes a value storable in a JSON column. PostgreSQL rejects NUL and lone surrogates, which a learner's code may well
 * return or throw. They are replaced with U+FFFD, in strings and in keys.
 */
export function toStorableJson<T extends object>(value: T): T {
  const text = JSON.stringify(value)
  const cleaned = text.replace(REFUSED, '$1\\ufffd')
  return cleaned === text ? value : JSON.parse(cleaned)
}

/** JSON.stringify escapes only lone surrogates. An even number of backslashes before the match is text. */
const REFUSED = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g
