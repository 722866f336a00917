import 'server-only'
import type { ExerciseInfo } from '#lib/course/course.ts'
import { createNotGraded } from '#lib/grading/grade.ts'
import type { Verdict } from '#lib/grading/verdict.ts'
import type { Database } from '#lib/learner/database.ts'
import { findServerVerdict, storeSubmission, storeVerdict } from '#lib/learner/submissions.ts'
import type { GradeJobInput } from '#lib/sandbox/server/job.ts'
import type { Requester } from '#lib/sandbox/server/requester.ts'
import { type Delay, describeDelay, readDelay } from './delay.ts'
import { SharedWork } from './shared-work.ts'

/** An answer as it arrives: `id` is a UUID made by the client. */
export interface SubmissionInput {
  readonly id: string
  readonly exercise: ExerciseInfo
  readonly source: string
  readonly learnerId: string
  /** The address of the client that sent it. */
  readonly address: string
  /** Aborted when the client no longer waits. */
  readonly signal?: AbortSignal
}

/** What a submission is judged by. The pool's workers answer; its faults are rejections. */
export interface Grader {
  grade(jobInput: GradeJobInput, requester: Requester): Promise<Verdict>
}

/** The dependencies of a submission: where it is stored, who grades it, and with which seed. */
export interface SubmitDependencies {
  readonly db: Database
  readonly grader: Grader
  /** An unsigned integer of 32 bits that no learner can foresee. */
  readonly newSeed: () => number
  readonly newId: () => string
  readonly now: () => Date
  readonly inFlight: InFlight
  /** Reports faults of ours; the learner hears of them through the verdict. */
  readonly report: (error: unknown) => void
}

/** Submissions that are being graded in this process, by id. */
export type InFlight = Map<string, SharedWork<Grading>>

/**
 * The result of grading. With a `delay`, the verdict is `not-graded`, and the client should send the submission again.
 */
export interface Grading {
  readonly verdict: Verdict
  readonly delay?: Delay
}

export type SubmitResult =
  | ({ readonly kind: 'verdict' } & Grading)
  /** The id belongs to another body or to another learner. */
  | { readonly kind: 'conflict' }

/**
 * Stores a submission, has it graded, stores the verdict and gives it. A pass is progress from then on.
 *
 * It is stored before it is graded: what was cut off in between is graded when the same id is sent again. Sent again
 * after that, the stored verdict is the answer. A delay or a fault of ours gives `not-graded`, which counts for
 * nothing. If the client leaves before grading starts, the answer is not graded.
 *
 * @throws LearnerNotFoundError
 */
export async function submit(sent: SubmissionInput, dependencies: SubmitDependencies): Promise<SubmitResult> {
  const { id, exercise, source, learnerId } = sent
  const submission = {
    id,
    learnerId,
    exercise: exercise.id,
    exerciseVersion: exercise.version,
    source,
    at: dependencies.now(),
  }
  const stored = await storeSubmission(dependencies.db, submission)
  if (stored === 'other') return { kind: 'conflict' }
  return { kind: 'verdict', ...(await gradeOnce(sent, dependencies)) }
}

function gradeOnce(sent: SubmissionInput, { inFlight, ...rest }: SubmitDependencies): Promise<Grading> {
  const running = inFlight.get(sent.id)
  if (running) return running.join(sent.signal)
  const work = new SharedWork((signal) =>
    gradeAndStore({ ...sent, signal }, rest).finally(() => inFlight.delete(sent.id)),
  )
  inFlight.set(sent.id, work)
  return work.join(sent.signal)
}

async function gradeAndStore(
  { id, exercise, source, learnerId, address, signal }: SubmissionInput,
  { db, grader, newSeed, newId, now, report }: Omit<SubmitDependencies, 'inFlight'>,
): Promise<Grading> {
  const already = await findServerVerdict(db, id)
  if (already) return { verdict: already }
  const seed = newSeed()
  let verdict: Verdict
  try {
    const jobInput = { lesson: exercise.lesson, exercise: exercise.id, source, seed }
    verdict = await grader.grade(jobInput, { kind: 'learner', id: learnerId, address, signal })
  } catch (error) {
    const delay = readDelay(error)
    if (!delay || delay.reason === 'busy') report(error) // the learner causes the other delays
    verdict = createNotGraded(exercise, seed, { headline: describeDelay(delay) })
    if (delay) return { verdict, delay }
  }
  return { verdict: await storeVerdict(db, { id: newId(), submissionId: id, verdict, at: now() }) }
}
