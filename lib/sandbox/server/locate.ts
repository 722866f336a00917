import type { Exercise } from '#lib/grading/exercise.ts'

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Loads an exercise's definition from its folder.
 *
 * @throws RangeError when a name is none that a folder may have
 */
export async function locateExercise(lesson: string, exercise: string): Promise<Exercise> {
  for (const name of [lesson, exercise]) if (!NAME.test(name)) throw new RangeError(`“${name}” is no name of a folder`)
  const module: { readonly default: Exercise } = await import(
    `../../../content/lessons/${lesson}/exercises/${exercise}/exercise.ts`
  )
  return module.default
}
