import 'server-only'
import { headers } from 'next/headers'
import { isAuthor } from '#lib/auth/author.ts'
import { readClientAddress } from '#lib/auth/client-address.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import type { Learner } from '#lib/learner/learner.ts'
import { logFailure } from '#lib/learner/log-failure.ts'
import {
  countUnexplainedOutputs,
  findUnexplainedAnswer,
  type UnexplainedAnswer,
  type UnexplainedOutputs,
} from '#lib/learner/unexplained-answers.ts'
import { logSecurityEvent } from '#lib/log/security-log.ts'
import { findPageLearner } from './page-learner.ts'

/** Wrong outputs that no misconception explains yet, by exercise. */
export interface UnexplainedAnswers {
  /** Whether the reader may see what learners wrote. */
  readonly author: boolean
  /** Published exercises that have any, in the order of the course. */
  readonly exercises: readonly {
    readonly exercise: string
    /** Slug of its lesson. */
    readonly lesson: string
    /** The most frequent first; with the newest of the answers for authors only. */
    readonly outputs: readonly (UnexplainedOutputs & { readonly example?: UnexplainedAnswer })[]
  }[]
}

/** The unexplained outputs for whoever views a page; undefined if they can’t be read now. */
export async function readPageUnexplainedAnswers(): Promise<UnexplainedAnswers | undefined> {
  const received = await headers() // not in the try: Next throws here to render the page for each request
  try {
    return await readUnexplainedAnswers(await findPageLearner(), received)
  } catch (error) {
    logFailure('Could not read unexplained answers.', error)
    return undefined
  }
}

/**
 * Reads the wrong outputs that no misconception explains. Everyone gets the counts, and only authors what learners
 * wrote. Logs that an author had access.
 *
 * @param received  the request’s headers
 */
export async function readUnexplainedAnswers(
  learner: Learner | undefined,
  received: Headers,
): Promise<UnexplainedAnswers> {
  const author = isAuthor(learner, received, process.env)
  if (author) logAuthorAccess(received, learner?.id)
  const [{ publishedLessons }, db] = await Promise.all([readCourse(), database()])
  const exercises = publishedLessons.flatMap((lesson) => lesson.exercises)
  const outputsByExercise = await countUnexplainedOutputs(
    db,
    exercises.map(({ id, version }) => ({ exercise: id, version })),
  )
  const exerciseAnswers = await Promise.all(
    exercises.map(async ({ id: exercise, lesson }) => {
      const outputs = await Promise.all(
        (outputsByExercise.get(exercise) ?? []).map(async (output) => {
          const example = author ? await findUnexplainedAnswer(db, output.name) : undefined
          return { ...output, ...(example && { example }) }
        }),
      )
      return { exercise, lesson, outputs }
    }),
  )
  return { author, exercises: exerciseAnswers.filter(({ outputs }) => outputs.length > 0) }
}

function logAuthorAccess(received: Headers, learnerId: string | undefined): void {
  const client = readClientAddress(received)
  logSecurityEvent({ event: 'author-access', learnerId, client, route: 'GET /authors/answers' })
}
