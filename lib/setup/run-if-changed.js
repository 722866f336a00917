import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './paths.js'

/**
 * Does some work unless its stamp says that it was done for these very sources.
 *
 * @param {string} stamp  a file that holds the hash of the sources
 * @param {string} key
 * @param {() => Promise<unknown>} work
 */
export async function runIfChanged(stamp, key, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  rmSync(stamp, { force: true }) // work that is cut off is not done
  await work()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, key)
}

/**
 * A hash of files and folders with all that is in them: names and contents.
 *
 * @param {readonly string[]} paths
 * @param {(file: string) => boolean} [counts]  which files count
 */
export function hashFiles(paths, counts = () => true) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesIn).filter(counts))
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** @param {string} at @returns {string[]} */
function filesIn(at) {
  if (!existsSync(at)) return []
  if (!statSync(at).isDirectory()) return [at]
  return readdirSync(at)
    .sort()
    .flatMap((name) => filesIn(path.join(at, name)))
}
