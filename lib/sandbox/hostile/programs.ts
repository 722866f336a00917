import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Attack } from './attack.ts'

/** A hostile program for a particular exercise. */
export interface HostileProgram extends Attack {
  readonly exercise: string
}

/**
 * Programs from a security review that try to pass without doing the work, in files named `exercise--what-they-do.ts`.
 * The first line of each states the verdict that it must get.
 */
export const hostilePrograms: readonly HostileProgram[] = readPrograms(path.resolve('lib/sandbox/hostile/programs'))

function readPrograms(folder: string): HostileProgram[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const [exercise = '', name = ''] = file.slice(0, -'.ts'.length).split('--')
      return { exercise, name: `${exercise}: ${name}`, source: readFileSync(path.join(folder, file), 'utf8') }
    })
}
