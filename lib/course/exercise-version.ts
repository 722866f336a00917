import { createHash } from 'node:crypto'
import path from 'node:path'
import { decidingCode } from './deciding-code.ts'
import { readSource } from './read-source.ts'

/**
 * Which definition of an exercise a verdict was given for: twelve hex digits of the SHA-256 of what decides a verdict
 * in exercise.ts and in the files that it imports, directly or through one another: those of content/ and of the
 * reference engine. The grader has a version of its own. Comments, types, layout and words for people change nothing.
 *
 * @param folder  the exercise's folder
 * @param root  what `#lib/` and `#content/` start from
 */
export async function exerciseVersion(folder: string, root: string = workFolder()): Promise<string> {
  const hash = createHash('sha256')
  const seen = new Set<string>()
  const queue = [path.join(folder, 'exercise.ts')]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file)) continue
    seen.add(file)
    const { code, imports } = decidingCode(await readSource(file))
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
