import 'server-only'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Exercise } from '#lib/grading/exercise.ts'
import type { ExerciseInfo } from './course.ts'
import { extractDecidingCode } from './deciding-code.ts'
import { loadExercise } from './load-exercise.ts'
import type { CourseProblem } from './problem.ts'
import { readSource } from './read-source.ts'

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
    return { exercise: { ...summarize(exercise), lesson, version: await computeVersion(folder) }, problems: [] }
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

/**
 * Which definition of an exercise a verdict was given for: twelve hex digits of the SHA-256 of what decides a verdict
 * in exercise.ts and in the files that it imports, directly or through one another: those of content/ and of the
 * reference engine. The grader has its own version. Comments, types, layout and words for people change nothing.
 *
 * @param folder  the exercise's folder
 * @param root  what `#lib/` and `#content/` start from
 */
export async function computeVersion(folder: string, root: string = workFolder()): Promise<string> {
  const hash = createHash('sha256')
  const visitedFiles = new Set<string>()
  const queue = [path.join(folder, 'exercise.ts')]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (visitedFiles.has(file)) continue
    visitedFiles.add(file)
    const { code, imports } = extractDecidingCode(await readSource(file))
    hash.update(code).update('\0')
    const from = path.dirname(file)
    queue.push(...imports.flatMap((imported) => resolveImport(imported, from, root)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** The file that an import means, where it is part of what decides. */
function resolveImport(specifier: string, from: string, root: string): string[] {
  if (/^\.\.?\//.test(specifier)) return [path.join(from, specifier)]
  return /^#(content|lib\/attention)\//.test(specifier) ? [path.join(root, specifier.slice(1))] : []
}

const workFolder = (): string => path.join(/* turbopackIgnore: true */ process.cwd())
