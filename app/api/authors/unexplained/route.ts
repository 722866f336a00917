import { isAuthor } from '#lib/auth/author.ts'
import { readClientAddress } from '#lib/auth/client-address.ts'
import { getSession } from '#lib/auth/session.ts'
import type { UnexplainedAnswers } from '#lib/contract/authors.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { database } from '#lib/learner/database.ts'
import { unexplainedAnswer, unexplainedOutputs } from '#lib/learner/unexplained-answers.ts'
import { logSecurityEvent } from '#lib/log/security-log.ts'
import { jsonResponse, readHandler } from '../../_edge/endpoint.ts'

/** Wrong outputs that no misconception explains yet. Counts for all; what learners wrote for authors alone. */
export const GET = readHandler(async (request) => {
  const authenticated = await getSession(request)
  const author = isAuthor(authenticated?.learner, request.headers, process.env)
  if (author) logAuthorAccess(request, authenticated?.learner.id)
  const [{ publishedLessons }, db] = await Promise.all([readCourse(), database()])
  const exercises = publishedLessons.flatMap((lesson) => lesson.exercises)
  const outputsByExercise = await unexplainedOutputs(
    db,
    exercises.map(({ id, version }) => ({ exercise: id, version })),
  )
  const found = await Promise.all(
    exercises.map(async ({ id: exercise, lesson }) => {
      const outputs = await Promise.all(
        (outputsByExercise.get(exercise) ?? []).map(async (output) => {
          const example = author ? await unexplainedAnswer(db, output.name) : undefined
          return { ...output, ...(example && { example }) }
        }),
      )
      return { exercise, lesson, outputs }
    }),
  )
  const body = { author, exercises: found.filter(({ outputs }) => outputs.length > 0) }
  return jsonResponse(body satisfies UnexplainedAnswers, authenticated)
})

function logAuthorAccess(request: Request, learnerId: string | undefined): void {
  const client = readClientAddress(request.headers)
  logSecurityEvent({ event: 'author-access', learnerId, client, route: 'GET /api/authors/unexplained' })
}
