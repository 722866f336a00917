import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Which definition of an exercise a verdict was given for: twelve hex digits of the SHA-256 of exercise.ts and of the
 * files of its folder that it imports, directly or through one another.
 */
export async function exerciseVersion(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const seen = new Set<string>()
  const queue = ['exercise.ts']
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file)) continue
    seen.add(file)
    const text = (await readFile(path.join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
    hash.update(file).update('\0').update(text).update('\0')
    queue.push(...importsOf(text).map((it) => path.posix.join(path.posix.dirname(file), it)))
  }
  return hash.digest('hex').slice(0, 12)
}

/** Relative imports that stay in the folder, in the order of the text. */
function importsOf(text: string): string[] {
  const found = text.matchAll(/^\s*(?:import|export)\b[^'"]*['"](\.\/[^'"]+)['"]/gm)
  return [...found].map((it) => it[1] ?? '')
}
