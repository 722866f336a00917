import { measureStrength, type Strength } from '#lib/authoring/strength.ts'
import type { StrengthAnswer } from '#lib/contract/authors.ts'
import type { ExerciseInfo } from '#lib/course/course.ts'
import { getExerciseFolder } from '#lib/course/read-course.ts'
import { createSubmitDependencies } from '#lib/service/submit-dependencies.ts'
import { jsonResponse, readHandler } from '../../_edge/endpoint.ts'
import { requireExercise } from '../../_edge/exercise.ts'

/** How an exercise judges its own right and wrong answers. This server grades each version once. */
export const GET = readHandler(async (request) => {
  const exercise = await requireExercise(new URL(request.url).searchParams.get('exercise') ?? '')
  const { strength, at } = await measureNow(exercise)
  return jsonResponse({ exercise: exercise.id, ...strength, at } as StrengthAnswer)
})

interface Known {
  readonly strength: Strength
  readonly at: number
}
const accuracyByExercise = new Map<string, Promise<Known>>()

/** In production the answers stay as they are until the server starts again; in development they are looked at again. */
function measureNow(exercise: ExerciseInfo): Promise<Known> {
  const cached = process.env.NODE_ENV === 'production' ? accuracyByExercise.get(exercise.id) : undefined
  if (cached) return cached
  const measurement = measureExercise(exercise)
  accuracyByExercise.set(exercise.id, measurement)
  measurement.catch(() => accuracyByExercise.delete(exercise.id)) // a fault of ours: the next request asks again
  return measurement
}

async function measureExercise(exercise: ExerciseInfo): Promise<Known> {
  const { grader, newSeed, now } = await createSubmitDependencies()
  const { id, lesson } = exercise
  const seed = newSeed()
  const strength = await measureStrength(getExerciseFolder(exercise), (source) =>
    grader.grade({ lesson, exercise: id, source, seed }, { kind: 'author', id: 'strength' }),
  )
  return { strength, at: now().getTime() }
}
