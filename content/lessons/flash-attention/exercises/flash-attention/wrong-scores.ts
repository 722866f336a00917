import { floorSqrt, noScale, scaleD } from '#content/mistakes/scale.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { type Flash, type Tiling, tiling } from './tiled.ts'

type Wrong = FunctionMisconception<Flash>
const scaledBy = (scale: NonNullable<Tiling['scale']>) => tiling({ scale })

const DIVISOR = '`Math.sqrt(Q[0].length)`'

/** The factor of the scores. */
export const wrongScores: readonly Wrong[] = [
  noScale((scale) => scaledBy(({ d }) => scale(d)), {
    wording: { divisor: DIVISOR, reason: 'Blocks change the order of the work and nothing else.' },
  }),
  scaleD((scale) => scaledBy(({ d }) => scale(d)), { wording: { divisor: DIVISOR } }),
  floorSqrt((scale) => scaledBy(({ d }) => scale(d))),
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
