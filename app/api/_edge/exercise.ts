import 'server-only'
import type { ExerciseInfo } from '#lib/course/course.ts'
import { findExercise } from '#lib/course/read-course.ts'
import { HttpError } from './http-error.ts'

/**
 * The exercise that a request names.
 *
 * @throws HttpError 404
 */
export async function requireExercise(id: string): Promise<ExerciseInfo> {
  const exercise = await findExercise(id)
  if (exercise) return exercise
  throw new HttpError(
    404,
    'no-exercise',
    `There is no exercise “${id.slice(0, 80)}”. The course’s exercises are on the home page.`,
  )
}
