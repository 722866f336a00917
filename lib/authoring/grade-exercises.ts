import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { WrongUse } from './grade-arguments.ts'

/** Where an exercise lies: `lessons/<lesson>/exercises/<id>`. */
export interface ExercisePlace {
  readonly lesson: string
  readonly id: string
}

/** All exercises below a folder of lessons by their ids, those of drafts included. */
export async function exercisePlaces(lessons: string): Promise<readonly ExercisePlace[]> {
  const files = await readdir(lessons, { recursive: true })
  return files
    .map((file) => file.split(path.sep))
    .flatMap(([lesson, folder, id, file, ...rest]) =>
      lesson && folder === 'exercises' && id && file === 'exercise.ts' && rest.length === 0 ? [{ lesson, id }] : [],
    )
    .sort((a, b) => a.id.localeCompare(b.id))
}

/**
 * The exercise of that id.
 *
 * @throws WrongUse with the nearest names, where there is none
 */
export function findPlace(places: readonly ExercisePlace[], id: string): ExercisePlace {
  const found = places.find((it) => it.id === id)
  if (found) return found
  const near = places
    .map((it) => it.id)
    .sort((a, b) => distance(id, a) - distance(id, b))
    .slice(0, 3)
  throw new WrongUse(`there is no exercise “${id}”. The nearest: ${near.join(', ')}`)
}

/** How many letters must be put in, taken out or changed (Levenshtein); a name that holds the other one is near. */
function distance(a: string, b: string): number {
  if (a !== '' && (a.includes(b) || b.includes(a))) return 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
