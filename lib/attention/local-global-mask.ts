import { assertCount } from './shape.ts'

/**
 * Mask of local and global attention: |i − j| ≤ window, or i or j is global.
 *
 * @param n  tokens
 * @param window  radius on each side, ≥ 0
 * @param globals  distinct positions that see all and are seen by all
 * @param causal  hides the future too
 * @returns n × n, true = may attend
 * @throws RangeError when n, the window or a global position is out of range
 * @complexity O(n²): a mask saves nothing; `localGlobalKeys` does
 * @see Beltagy et al. 2020, §3.1 (whose window is the whole width, 2·window here)
 */
export function localGlobalMask(n: number, window: number, globals: readonly number[], causal = false): boolean[][] {
  const isGlobal = globalFlags(n, window, globals)
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => {
      if (causal && j > i) return false
      return Math.abs(i - j) <= window || isGlobal[i] === true || isGlobal[j] === true
    }),
  )
}

/**
 * Keys that one query sees under local and global attention, in rising order, each once.
 *
 * @param n  tokens
 * @returns a function from a query to its keys
 * @throws RangeError when n, the window or a global position is out of range
 * @complexity O(w + g), or O(n) for a global query
 * @see Beltagy et al. 2020, §3.1
 */
export function localGlobalKeys(n: number, window: number, globals: readonly number[], causal = false) {
  const isGlobal = globalFlags(n, window, globals)
  const sorted = [...globals].sort((a, b) => a - b)
  return (i: number): number[] => {
    const last = causal ? i : n - 1
    if (isGlobal[i]) return range(0, last)
    const low = Math.max(0, i - window)
    const high = Math.min(last, i + window)
    const before = sorted.filter((g) => g < low)
    const after = sorted.filter((g) => g > high && g <= last)
    return [...before, ...range(low, high), ...after]
  }
}

function globalFlags(n: number, window: number, globals: readonly number[]): boolean[] {
  assertCount('the number of tokens', n)
  assertCount('the window', window, 0)
  const flags = new Array<boolean>(n).fill(false)
  for (const g of globals) {
    if (!Number.isInteger(g) || g < 0 || g >= n) throw new RangeError(`there is no token ${g} among ${n} to be global`)
    flags[g] = true
  }
  return flags
}

function range(low: number, high: number): number[] {
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, k) => low + k)
}
