import type { Exercise, ExerciseDefinition } from '#lib/grading/exercise.ts'

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Loads an exercise from its folder, whose name is its id: the one place where code imports a definition, in a page, on
 * the server and in workers. Names may come from outside, and become part of a path.
 *
 * @throws RangeError when a name can’t be the name of a folder
 */
export async function loadExercise(lesson: string, id: string): Promise<Exercise> {
  for (const name of [lesson, id]) if (!NAME.test(name)) throw new RangeError(`“${name}” can’t be the name of a folder`)
  // bundlers need a relative template; Node and Vitest read the same
  const { default: definition }: { readonly default: ExerciseDefinition } = await import(
    `../../content/lessons/${lesson}/exercises/${id}/exercise.ts`
  )
  return { ...definition, id }
}
