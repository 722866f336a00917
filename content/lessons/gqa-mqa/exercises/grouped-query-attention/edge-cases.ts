import { LOOSE_TOLERANCE, type Tolerance } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Heads, QKV } from './kv-index.ts'

interface EdgeCase {
  readonly label: string
  readonly make: (random: Random) => QKV
  readonly tolerance?: Tolerance
}

/** h query heads over g KV heads, widths from 1 to 3. */
export function heads(random: Random, h: number, g: number, nQ: number, nK: number): QKV {
  const d = random.int(1, 3)
  return [random.heads(h, nQ, d, 1.2), random.heads(g, nK, d, 1.2), random.heads(g, nK, random.int(1, 3))]
}

/** Inputs on which near-misses of `groupedQueryAttention` come apart from right answers. */
export const edgeCases: readonly EdgeCase[] = [
  { label: 'as many KV heads as query heads', make: (r) => heads(r, 3, 3, 2, 3) },
  { label: 'one KV head for all', make: (r) => heads(r, 5, 1, 2, 3) },
  { label: 'one head of each', make: (r) => heads(r, 1, 1, 2, 3) },
  { label: 'groups of three', make: (r) => heads(r, 6, 2, 2, 3) },
  { label: 'as many groups as heads in a group', make: (r) => heads(r, 9, 3, 1, 2) },
  { label: 'groups of four', make: (r) => heads(r, 12, 3, 1, 2) },
  { label: 'eight groups of two', make: (r) => heads(r, 16, 8, 1, 2) },
  { label: 'one token', make: (r) => heads(r, 4, 2, 1, 1) },
  { label: 'more queries than keys', make: (r) => heads(r, 4, 2, 4, 2) },
  { label: 'as many queries as keys', make: (r) => heads(r, 4, 2, 3, 3) },
  {
    label: 'values wider than keys',
    make: (r) => [r.heads(4, 2, 2), r.heads(2, 3, 2), r.heads(2, 3, 5)],
  },
  {
    label: 'width 5, whose root is not a whole number',
    make: (r) => [r.heads(4, 2, 5), r.heads(2, 3, 5), r.heads(2, 3, 2)],
  },
  { label: 'queries of zeros', make: (r) => [zeros(4, 1), r.heads(2, 3, 2), r.heads(2, 3, 2)] },
  { label: 'scores near −20,000', make: (r) => atLevel(r, -20_000), tolerance: LOOSE_TOLERANCE },
  { label: 'scores near +10,000', make: (r) => atLevel(r, 10_000), tolerance: LOOSE_TOLERANCE },
]

const zeros = (h: number, n: number): Heads => Array.from({ length: h }, () => Array.from({ length: n }, () => [0, 0]))

/** All scores near one level, a half apart: width 4, exact in single precision too. */
function atLevel(random: Random, level: number): QKV {
  const K = Array.from({ length: 2 }, () =>
    Array.from({ length: 3 }, () => [level / 2 + random.int(0, 2), level / 2, level / 2, level / 2]),
  )
  return [Array.from({ length: 4 }, () => [[1, 1, 1, 1]]), K, random.heads(2, 3, 2)]
}
