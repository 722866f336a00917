import type { Exercise } from '#lib/grading/exercise.ts'

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Loads an exercise's definition from its folder: the one place where code imports it, in a page, on the server and in
 * workers. Names may come from outside, and become part of a path.
 *
 * @throws RangeError when a name is none that a folder may have
 */
export async function loadExercise(lesson: string, id: string): Promise<Exercise> {
  for (const name of [lesson, id]) if (!NAME.test(name)) throw new RangeError(`“${name}” is no name of a folder`)
  // bundlers need a relative template; Node and Vitest read the same
  const module: { readonly default: Exercise } = await import(
    `../../content/lessons/${lesson}/exercises/${id}/exercise.ts`
  )
  return module.default
}
