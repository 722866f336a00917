import 'server-only'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Exercise } from '#lib/grading/exercise.ts'
import type { ExerciseInfo } from './course.ts'
import { exerciseVersion } from './exercise-version.ts'
import { loadExercise } from './load-exercise.ts'
import type { CourseProblem } from './problem.ts'

/** Reads what pages need to know of an exercise, or what is wrong with its folder. */
export async function readExercise(
  content: string,
  lesson: string,
  id: string,
): Promise<{ readonly exercise?: ExerciseInfo; readonly problems: readonly CourseProblem[] }> {
  const folder = path.join(content, 'lessons', lesson, 'exercises', id)
  const file = `content/lessons/${lesson}/exercises/${id}/exercise.ts`
  const problems = ['exercise.ts', 'starter.ts', 'solution.ts']
    .filter((name) => !existsSync(path.join(folder, name)))
    .map((name) => ({ file: file.replace('exercise.ts', name), line: 1, message: 'this file is missing' }))
  if (problems.length > 0) return { problems }
  try {
    const exercise = await loadExercise(lesson, id)
    return { exercise: { ...summarize(exercise), lesson, version: await exerciseVersion(folder) }, problems: [] }
  } catch (error) {
    return {
      problems: [{ file, line: 1, message: `it does not load: ${error instanceof Error ? error.message : error}` }],
    }
  }
}

function summarize(exercise: Exercise): Omit<ExerciseInfo, 'lesson' | 'version'> {
  const { id, kind, name, signature, hints, tolerance, misconceptions } = exercise
  return {
    id,
    kind,
    name,
    signature,
    hints,
    tolerance,
    misconceptions: misconceptions.map(({ id, headline }) => ({ id, headline })),
  }
}
