import 'server-only'
import type { ExerciseInfo } from '#lib/course/course.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import type { Database } from '#lib/learner/database.ts'
import { gradeOf, storeSubmission, storeVerdict } from '#lib/learner/submissions.ts'
import { notGraded } from './not-graded.ts'

/** An answer as it arrives: `id` is a UUID made by the client. */
export interface Sent {
  readonly id: string
  readonly exercise: ExerciseInfo
  readonly source: string
  readonly learnerId: string
}

/** What a submission is judged by. The pool's workers answer; its faults are rejections. */
export interface Grader {
  grade(job: { lesson: string; exercise: string; source: string; seed: number }): Promise<Verdict>
}

/** What happens around a submission: where it is stored, who grades it, and what is drawn for it. */
export interface Parts {
  readonly db: Database
  readonly grader: Grader
  /** An unsigned integer of 32 bits that no learner can foresee. */
  readonly newSeed: () => number
  readonly newId: () => string
  readonly now: () => Date
  /** Submissions that are being graded in this process, by id. */
  readonly inFlight: Map<string, Promise<Verdict>>
  /** Told of faults of ours; the learner is told by the verdict. */
  readonly report: (error: unknown) => void
}

export type Answer =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** The id belongs to another body or to another learner. */
  | { readonly kind: 'conflict' }

/**
 * Stores a submission, has it graded, stores the verdict and gives it. A pass is progress from then on.
 *
 * It is stored before it is graded: what was cut off in between is graded when the same id is sent again. Sent again
 * after that, the stored verdict is the answer. A fault of ours gives `not-graded`, which counts for nothing.
 *
 * @throws LearnerGone
 */
export async function submit(sent: Sent, parts: Parts): Promise<Answer> {
  const { id, exercise, source, learnerId } = sent
  const submission = {
    id,
    learnerId,
    exercise: exercise.id,
    exerciseVersion: exercise.version,
    source,
    at: parts.now(),
  }
  const stored = await storeSubmission(parts.db, submission)
  if (stored === 'other') return { kind: 'conflict' }
  return { kind: 'verdict', verdict: await gradedOnce(sent, parts) }
}

function gradedOnce(sent: Sent, parts: Parts): Promise<Verdict> {
  const running = parts.inFlight.get(sent.id)
  if (running) return running
  const work = graded(sent, parts).finally(() => parts.inFlight.delete(sent.id))
  parts.inFlight.set(sent.id, work)
  return work
}

async function graded({ id, exercise, source }: Sent, parts: Parts): Promise<Verdict> {
  const already = await gradeOf(parts.db, id)
  if (already) return already
  const seed = parts.newSeed()
  let verdict: Verdict
  try {
    verdict = await parts.grader.grade({ lesson: exercise.lesson, exercise: exercise.id, source, seed })
  } catch (error) {
    parts.report(error)
    verdict = notGraded(exercise, seed, error)
  }
  return storeVerdict(parts.db, { id: parts.newId(), submissionId: id, verdict, at: parts.now() })
}
