import { type Padded, padding, type Wrong } from './misconceptions.ts'

/** What may come out where no token is real, when all else is right. */
export const emptyRows: readonly Wrong[] = [
  {
    id: 'all-masked-nan',
    headline: 'No real token, and the row is NaN',
    say: 'With every key hidden, all scores are −∞ and −∞ minus the maximum is NaN. In a batch one such row makes the loss NaN. A query that may attend to nothing gives a row of zeros: look for it before you divide.',
    ...padding({ unguarded: true }),
  },
  {
    id: 'all-masked-mean',
    headline: 'No real token, yet a mean of padding',
    say: 'With every key hidden your scores are all the same finite number, so the softmax shares the weight evenly and the row is the mean of the padding. A query that may attend to nothing gives a row of zeros.',
    wrong: (Q, K, V, real) => right(Q, K, V, real) ?? Q.map(() => meanOf(V)),
  },
  {
    id: 'all-masked-all-seen',
    headline: 'No real token, and all padding is seen',
    say: 'With every key hidden you lower all scores by the same amount. A softmax sees only differences, so the row is attention over the padding as if there were no mask. A query that may attend to nothing gives a row of zeros.',
    wrong: (Q, K, V, real) =>
      right(Q, K, V, real) ?? padding({ visible: () => true, unguarded: true }).wrong(Q, K, V, real),
  },
]

/** Undefined where no token is real. */
function right(...args: Padded) {
  return args[3].includes(true) ? padding({}).wrong(...args) : undefined
}
function meanOf(V: Padded[2]): number[] {
  return (V[0] ?? []).map((_, c) => V.reduce((sum, row) => sum + (row[c] ?? 0), 0) / V.length)
}
