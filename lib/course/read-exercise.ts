import 'server-only'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Exercise } from '#lib/grading/exercise.ts'
import type { ExerciseInfo } from './course.ts'
import { exerciseVersion } from './exercise-version.ts'
import { loadExercise } from './load-exercise.ts'
import type { CourseProblem } from './problem.ts'

/** What pages need to know of an exercise, or what is wrong with its folder. */
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
    const it = await loadExercise(lesson, id)
    if (it?.id !== id)
      return { problems: [{ file, line: 1, message: `its folder is called ${id}, it calls itself ${it?.id}` }] }
    return { exercise: { ...light(it), lesson, version: await exerciseVersion(folder) }, problems: [] }
  } catch (error) {
    return {
      problems: [{ file, line: 1, message: `it does not load: ${error instanceof Error ? error.message : error}` }],
    }
  }
}

function light(it: Exercise): Omit<ExerciseInfo, 'lesson' | 'version'> {
  return {
    id: it.id,
    kind: it.kind,
    name: it.name,
    signature: it.signature,
    hints: it.hints,
    tolerance: it.tolerance,
    misconceptions: it.misconceptions.map(({ id, headline }) => ({ id, headline })),
  }
}
