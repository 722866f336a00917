import type { Tensor } from './tensor.ts'

export interface Tolerance {
  readonly atol: number
  readonly rtol: number
}

/**
 * Compares a result with what was wanted: an entry passes when |got − want| ≤ atol + rtol·|want|; NaN matches NaN only.
 *
 * @returns the largest difference of finite entries (Infinity where only one side is finite), and what is wrong
 */
export function compare(
  got: Tensor,
  want: Tensor,
  { atol, rtol }: Tolerance,
): { difference: number; fault: string | undefined } {
  const oneNumber = got.data.length === 1 && want.data.length === 1
  if (String(got.shape) !== String(want.shape) && !oneNumber) {
    return { difference: Number.POSITIVE_INFINITY, fault: `has shape [${got.shape}], wanted [${want.shape}]` }
  }
  let [difference, worst, excess] = [0, -1, 0]
  want.data.forEach((w, i) => {
    const off = distance(got.data[i] as number, w)
    if (off > difference) difference = off
    const over = off - (atol + rtol * (Number.isFinite(w) ? Math.abs(w) : 0))
    if (over > excess) [worst, excess] = [i, over]
  })
  if (worst < 0) return { difference, fault: undefined }
  const at = `[${indices(worst, want.shape)}]`
  return { difference, fault: `at ${at} is ${got.data[worst]}, wanted ${want.data[worst]}` }
}

function distance(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0
  const off = Math.abs(a - b)
  return Number.isNaN(off) ? Number.POSITIVE_INFINITY : off
}

function indices(flat: number, shape: readonly number[]): number[] {
  return shape.map((_, axis) => {
    const size = shape.slice(axis + 1).reduce((a, b) => a * b, 1)
    return Math.floor(flat / size) % (shape[axis] as number)
  })
}
