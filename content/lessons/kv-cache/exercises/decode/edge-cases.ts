import { type LabeledArgs, type LabeledGenerator, LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { DecodeArgs } from './broken-decode.ts'

/** Sizes and scores at which a near miss stands apart from a right answer. */
export const edgeCases: readonly (LabeledArgs<DecodeArgs> | LabeledGenerator<DecodeArgs>)[] = [
  { label: 'one token of width 1', args: [[[3]], [[1]], [[2]], [[-1]]] },
  { label: 'queries of width 1', make: drawn(4, 3, 1, 2) },
  { label: 'queries of width 3, values of width 2', make: drawn(4, 4, 3, 2) },
  { label: 'values wider than queries', make: drawn(3, 2, 2, 5) },
  { label: 'square projections', make: drawn(4, 3, 3, 3) },
  { label: 'wide tokens, narrow queries', make: drawn(3, 9, 2, 2) },
  {
    label: 'tokens that are all the same',
    args: [
      [
        [2, 1],
        [2, 1],
        [2, 1],
      ],
      [[1], [1]],
      [[1], [-1]],
      [
        [1, 3],
        [0, 1],
      ],
    ],
  },
  {
    label: 'tokens of zeros',
    args: [
      [
        [0, 0],
        [0, 0],
      ],
      [[1], [1]],
      [[1], [1]],
      [[1], [2]],
    ],
  },
  { label: 'scores near −20,000', args: scored([-20000, -20000.5, -20001]), tolerance: LOOSE_TOLERANCE },
  { label: 'scores at ±10,000', args: scored([10000, -10000, 9999]), tolerance: LOOSE_TOLERANCE },
  { label: 'one late spike', args: scored([0, 1, 900]) },
  { label: 'twenty tokens', make: drawn(20, 2, 2, 1) },
]

function drawn(n: number, model: number, d: number, v: number): (random: Random) => DecodeArgs {
  return (random) => [
    random.matrix(n, model),
    random.matrix(model, d),
    random.matrix(model, d),
    random.matrix(model, v),
  ]
}

/** A token is (1, score, value): the query is always 1, so that the scores are the keys. */
function scored(scores: readonly number[]): DecodeArgs {
  return [scores.map((s, j) => [1, s, j + 1]), [[1], [0], [0]], [[0], [1], [0]], [[0], [0], [1]]]
}
