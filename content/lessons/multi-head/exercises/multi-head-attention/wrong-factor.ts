import { noScale } from '#content/mistakes/scale.ts'
import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { type LayerArgs, type LayerOverrides, layer, withVariants } from './parametrized-layer.ts'

const scaled = (...factors: readonly NonNullable<LayerOverrides['scale']>[]) => {
  const [first, ...others] = factors.map((scale) => ({ scale }))
  return withVariants(first ?? {}, ...others)
}

/** The factor of the scores. */
export const wrongFactor: readonly FunctionMisconception<LayerArgs>[] = [
  noScale((scale) => layer({ scale: ({ width }) => scale(width) }), {
    wording: { divisor: 'the root of the head’s own width, `√(d / numHeads)`' },
  }),
  {
    id: 'scale-dmodel',
    headline: 'Scaled by the width of the model',
    feedback:
      'You divide by the root of the full width. A head’s dot product sums only the head’s own columns, so divide by the root of their number: `√(d / numHeads)`.',
    ...scaled(({ width, heads }) => 1 / Math.sqrt(width * heads)),
  },
  {
    id: 'scale-heads',
    headline: 'Scaled by the number of heads',
    feedback:
      'You divide by the root of `numHeads`, or by the number itself. The number of heads does not affect the size of a score: divide by the root of the head’s width.',
    ...scaled(
      ({ heads }) => 1 / Math.sqrt(heads),
      ({ heads }) => 1 / heads,
      ({ width, heads }) => 1 / Math.sqrt(width) / heads,
      ({ width, heads }) => Math.sqrt(heads / width),
      ({ width, heads }) => 1 / Math.sqrt(width / heads),
    ),
  },
  {
    id: 'scale-width',
    headline: 'Divided by the width, not by its square root',
    feedback:
      'You divide the scores by the head’s width. Their standard deviation is its square root: divide by that. Dividing by the width makes the weights too even.',
    ...scaled(
      ({ width }) => 1 / width,
      ({ width, heads }) => 1 / (width * heads),
      ({ width }) => Math.sqrt(width),
    ),
  },
  {
    id: 'scale-len',
    headline: 'Scaled by the length',
    feedback:
      'You divide by the root of the number of tokens. The length decides how many scores there are, not how large one is. Divide by the root of the head’s width.',
    ...scaled(
      ({ n }) => 1 / Math.sqrt(n),
      ({ n }) => 1 / n,
    ),
  },
  {
    id: 'scale-floor',
    headline: '√d rounded to an integer',
    feedback: 'You round the root of the head’s width, or the width itself, to an integer. √3 is about 1.73, not 1.',
    ...scaled(
      ({ width }) => 1 / Math.floor(Math.sqrt(width)),
      ({ width }) => 1 / Math.round(Math.sqrt(width)),
    ),
  },
]
