import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { findNearest } from '#lib/course/nearest.ts'
import { UsageError } from './grade-arguments.ts'

/** The folder of an exercise: `lessons/<lesson>/exercises/<id>`. */
export interface ExerciseLocation {
  readonly lesson: string
  readonly id: string
}

/** All exercises below a folder of lessons by their ids, those of drafts included. */
export async function listExerciseLocations(lessons: string): Promise<readonly ExerciseLocation[]> {
  const files = await readdir(lessons, { recursive: true })
  return files
    .map((file) => file.split(path.sep))
    .flatMap(([lesson, folder, id, file, ...rest]) =>
      lesson && folder === 'exercises' && id && file === 'exercise.ts' && rest.length === 0 ? [{ lesson, id }] : [],
    )
    .sort((a, b) => a.id.localeCompare(b.id))
}

/**
 * Finds an exercise by its id, or by a path to its folder or a file in it, with slashes or backslashes.
 *
 * @throws UsageError with the nearest names, where there is none
 */
export function findExerciseLocation(locations: readonly ExerciseLocation[], argument: string): ExerciseLocation {
  const id = /(?:^|[\\/])exercises[\\/]([^\\/]+)/.exec(argument)?.[1] ?? argument
  const location = locations.find((candidate) => candidate.id === id)
  if (location) return location
  const near = findNearest(
    id,
    locations.map((candidate) => ({ slug: candidate.id })),
  )
    .slice(0, 3)
    .map(({ slug }) => slug)
  throw new UsageError(`there is no exercise “${id}”. The nearest: ${near.join(', ')}`)
}
