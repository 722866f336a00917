import { type Padded, padding, type Wrong } from './misconceptions.ts'

/** What may come out where no token is real, when all else is right. */
export const emptyRows: readonly Wrong[] = [
  {
    id: 'all-masked-nan',
    headline: 'Fully masked row is NaN',
    feedback:
      'With every key hidden, all scores are −∞, and −∞ minus the maximum is NaN. In a batch one such row makes the loss NaN. Return a row of zeros if no key is visible, before you divide.',
    ...padding({ unguarded: true }),
  },
  {
    id: 'all-masked-mean',
    headline: 'Fully masked row is a mean of padding',
    feedback:
      'With every key hidden, your scores are all the same finite number, so the softmax gives every padding key the same weight and the row is the mean of the padding. Return a row of zeros if no key is visible.',
    implementation: (Q, K, V, real) => right(Q, K, V, real) ?? Q.map(() => computeMean(V)),
  },
  {
    id: 'all-masked-empty',
    headline: 'Fully masked row is an empty list',
    feedback:
      'If no token is real, your rows are empty. Their width is still that of `V`: what follows in the model multiplies them by a matrix. Return as many zeros as a row of `V` has entries.',
    implementation: (Q, K, V, real) => right(Q, K, V, real) ?? Q.map(() => []),
    variants: [
      (Q, K, V, real) => right(Q, K, V, real) ?? [],
      (Q, K, V, real) => right(Q, K, V, real) ?? Q.map((q) => q.map(() => 0)),
    ],
  },
  {
    id: 'all-masked-all-seen',
    headline: 'Fully masked row attends to padding',
    feedback:
      'With every key hidden, you lower all scores by the same amount. Softmax depends only on differences, so the row attends to the padding as if there were no mask. Return a row of zeros if no key is visible.',
    implementation: (Q, K, V, real) =>
      right(Q, K, V, real) ?? padding({ visible: () => true, unguarded: true }).implementation(Q, K, V, real),
  },
]

/** Undefined where no token is real. */
function right(...args: Padded) {
  return args[3].includes(true) ? padding({}).implementation(...args) : undefined
}
function computeMean(V: Padded[2]): number[] {
  return (V[0] ?? []).map((_, c) => V.reduce((sum, row) => sum + (row[c] ?? 0), 0) / V.length)
}
