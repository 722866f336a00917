import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { type Flash, type Tiling, tiling } from './tiled.ts'

type Wrong = FunctionMisconception<Flash>
const scaledBy = (scale: NonNullable<Tiling['scale']>) => tiling({ scale })

/** The factor of the scores. */
export const wrongScores: readonly Wrong[] = [
  {
    id: 'no-scale',
    headline: 'Scale missing',
    feedback:
      'You leave out 1/√d. Blocks change the order of the work and nothing else: each score is `dot(q, k) / Math.sqrt(d)`, where d is the width of the queries.',
    ...scaledBy(() => 1),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not √d',
    feedback:
      'You divide the scores by the width of the queries. Their variance grows like d, but their standard deviation grows like √d. Divide by `Math.sqrt(Q[0].length)`.',
    ...scaledBy(({ d }) => 1 / d),
  },
  {
    id: 'floor-sqrt',
    headline: '√d rounded to an integer',
    feedback:
      'You round √d to an integer. For widths such as 2, 3 or 5 the scores are wrong. Use `Math.sqrt(d)` without rounding.',
    ...scaledBy(({ d }) => 1 / Math.floor(Math.sqrt(d))),
  },
  {
    id: 'scale-block',
    headline: 'Scaled by the block size',
    feedback:
      'You divide by the root of the block size. The result then depends on how the keys are split into blocks, which it must not. The scale comes from the width of the queries.',
    ...scaledBy(({ B }) => 1 / Math.sqrt(B)),
    variants: [scaledBy(({ B }) => 1 / B)],
  },
  {
    id: 'scale-length',
    headline: 'Scaled by the number of keys',
    feedback:
      'You divide by the root of the number of keys (or of queries). The scale compensates for the width of the vectors, however many there are: `Math.sqrt(Q[0].length)`.',
    ...scaledBy(({ nK }) => 1 / Math.sqrt(nK)),
    variants: [scaledBy(({ nQ }) => 1 / Math.sqrt(nQ))],
  },
  {
    id: 'scale-value-width',
    headline: 'Scaled by the values’ width',
    feedback:
      'You divide by the root of the width of V. The scores are dot products of queries and keys, so their width counts; the values may have a different one.',
    ...scaledBy(({ dV }) => 1 / Math.sqrt(dV)),
  },
]
