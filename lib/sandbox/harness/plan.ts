import type { Primordials } from './primordials.ts'
import type { Reader } from './read.ts'

/** What is to be done. The steps stay in the input, where nobody but the harness can reach them. */
export interface Plan {
  readonly trace: boolean
  readonly unchanged: boolean
  /** How closely living array elements are counted: 0 not at all, 1 quickly, 2 without garbage, 3 closely. */
  readonly memory: number
  readonly names: readonly string[]
  /** How many scripts there are, and where the first one begins in the input. */
  readonly scripts: number
  readonly from: number
  /** Arguments, a list for each step of all scripts in turn; passed to the learner's code as they are. */
  readonly args: readonly unknown[][]
}

/** Reads what is to be done: all inputs at once, at the first run before the learner's code is evaluated. */
export function createPlanReader(read: Reader, is: Primordials) {
  return function plan(): Plan {
    read.begin()
    const trace = read.next() === 1
    const unchanged = read.next() === 1
    const memory = read.next()
    const names = is.bare() as string[]
    for (let i = 0, n = read.next(); i < n; i++) names[i] = read.string()
    const scripts = read.next()
    const from = read.at()
    const args = is.bare() as unknown[][]
    let count = 0
    for (let s = 0; s < scripts; s++) for (let n = read.next(); n > 0; n--) args[count++] = read.args()
    return { __proto__: null, trace, unchanged, memory, names, scripts, from, args } as never
  }
}
