import type { FunctionMisconception } from '#lib/grading/define-function.ts'

/** A stream: an iterator that can be read only once. Typed as what it yields. */
export type Stream = readonly [xs: readonly number[]]
type Wrong = FunctionMisconception<Stream>
interface State {
  readonly max: number
  readonly sum: number
}
const NONE = Number.NEGATIVE_INFINITY

/** One pass from a start, item by item. */
function walking(
  step: (state: State, x: number) => State,
  start: State = { max: NONE, sum: 0 },
): Pick<Wrong, 'implementation'> {
  return {
    implementation: (xs) => {
      let state = start
      for (const x of xs) state = step(state, x)
      return { max: state.max, sum: state.sum }
    },
  }
}
/** A step whose correction is another one. */
const keeping = (keep: (max: number, top: number) => number) =>
  walking(({ max, sum }, x) => {
    const top = Math.max(max, x)
    return { max: top, sum: sum * keep(max, top) + Math.exp(x - top) }
  })
const right = keeping((max, top) => Math.exp(max - top)).implementation

export const misconceptions: readonly Wrong[] = [
  {
    id: 'no-rescale',
    headline: 'The sum is not rescaled',
    feedback:
      'When a larger item follows, your sum is still measured from the old maximum. Multiply it by `Math.exp(oldMax - newMax)` before you add. If you already do, check that the maximum is not overwritten first: then the factor is always 1.',
    ...keeping(() => 1),
  },
  {
    id: 'corr-inverted',
    headline: 'The factor is inverted',
    feedback:
      'You multiply by `Math.exp(newMax - oldMax)`. A larger maximum makes every earlier term smaller: the factor is `Math.exp(oldMax - newMax)`, at most 1.',
    ...keeping((max, top) => (max === NONE ? 0 : Math.exp(top - max))),
    variants: [
      keeping((max, top) => Math.exp(top - max)),
      keeping((max, top) => (max === NONE ? 1 : Math.exp(top - max))),
    ],
  },
  {
    id: 'correct-after',
    headline: 'The new item is corrected too',
    feedback: 'You add the item first and rescale afterwards, so the item itself is shrunk. Rescale the sum, then add.',
    ...walking(({ max, sum }, x) => {
      const top = Math.max(max, x)
      return { max: top, sum: (sum + Math.exp(x - top)) * Math.exp(max - top) }
    }),
    variants: [
      walking(({ max, sum }, x) => {
        const top = Math.max(max, x)
        return { max: top, sum: (sum + Math.exp(x - top)) * (max === NONE ? 1 : Math.exp(max - top)) }
      }),
    ],
  },
  {
    id: 'reset-on-new-maximum',
    headline: 'A new maximum wipes out the sum',
    feedback:
      'When a larger item follows, you restart the sum at 1. The earlier items still count: shrink the sum by `Math.exp(oldMax - newMax)` and add 1.',
    ...walking(({ max, sum }, x) => (x > max ? { max: x, sum: 1 } : { max, sum: sum + Math.exp(x - max) })),
  },
  {
    id: 'new-maximum-not-counted',
    headline: 'The new maximum is not counted',
    feedback:
      'When a larger item follows, you rescale the sum and forget to add the item itself. Its term is exp(0) = 1.',
    ...walking(({ max, sum }, x) =>
      x > max ? { max: x, sum: sum * Math.exp(max - x) } : { max, sum: sum + Math.exp(x - max) },
    ),
    variants: [
      walking(({ max, sum }, x) =>
        x > max ? { max: x, sum: max === NONE ? 1 : sum * Math.exp(max - x) } : { max, sum: sum + Math.exp(x - max) },
      ),
    ],
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    feedback:
      'Your maximum begins at 0, so for negative items it stays 0, and far below zero the whole sum is 0. Start at `-Infinity`.',
    ...walking(
      ({ max, sum }, x) => {
        const top = Math.max(max, x)
        return { max: top, sum: sum * Math.exp(max - top) + Math.exp(x - top) }
      },
      { max: 0, sum: 0 },
    ),
    variants: [-1e3, -1e4, Number.MIN_VALUE].map((max) =>
      walking(
        (s, x) => {
          const top = Math.max(s.max, x)
          return { max: top, sum: s.sum * Math.exp(s.max - top) + Math.exp(x - top) }
        },
        { max, sum: 0 },
      ),
    ),
  },
  {
    id: 'no-max',
    headline: 'The sum is not measured from the maximum',
    feedback:
      'You add up `Math.exp(x)` as it is. From 710 on that is `Infinity`, and below −746 it is 0. The sum to return is Σ exp(x − max), between 1 and the number of items.',
    ...walking(({ max, sum }, x) => ({ max: Math.max(max, x), sum: sum + Math.exp(x) })),
    variants: [
      (xs) => {
        const all = [...xs]
        const max = Math.max(...all)
        return { max, sum: all.reduce((s, x) => s + Math.exp(x), 0) * Math.exp(-max) }
      },
    ],
  },
  {
    id: 'old-max',
    headline: 'Items are measured from the old maximum',
    feedback:
      'You add an item measured from the maximum before it, and rescale only then (or not at all). Find the new maximum first, and measure both the sum and the item from it.',
    ...walking(({ max, sum }, x) => {
      const top = Math.max(max, x)
      return { max: top, sum: sum * Math.exp(max - top) + Math.exp(x - (max === NONE ? x : max)) }
    }),
  },
  {
    id: 'sum-from-one',
    headline: 'The sum starts at 1',
    feedback: 'Before the first item nothing has been seen: the sum is 0. The first item then adds exp(0) = 1.',
    ...walking(
      ({ max, sum }, x) => {
        const top = Math.max(max, x)
        return { max: top, sum: sum * (max === NONE ? 1 : Math.exp(max - top)) + Math.exp(x - top) }
      },
      { max: NONE, sum: 1 },
    ),
  },
  {
    id: 'walked-twice',
    headline: 'Two passes over the stream',
    feedback:
      'You find the maximum first and compute the sum in a second pass. By then the stream is used up, so the sum stays 0. Update both in one pass.',
    implementation: (xs) => after(xs, ({ max }) => ({ max, sum: 0 })),
  },
  {
    id: 'first-item-lost',
    headline: 'The first item is not counted',
    feedback:
      'You take the first item as the maximum and do not add its term to the sum. At that point its term is exp(0) = 1.',
    implementation: (xs) => {
      const [first = 0, ...rest] = [...xs]
      return walking(
        ({ max, sum }, x) => {
          const top = Math.max(max, x)
          return { max: top, sum: sum * Math.exp(max - top) + Math.exp(x - top) }
        },
        { max: first, sum: 0 },
      ).implementation(rest)
    },
  },
  {
    id: 'log-sum',
    headline: 'A logarithm is returned',
    feedback:
      'You return the log-sum-exp, or the logarithm of the sum. The exercise asks for the sum itself: Σ exp(x − max).',
    implementation: (xs) => after(xs, ({ max, sum }) => ({ max, sum: max + Math.log(sum) })),
    variants: [(xs) => after(xs, ({ max, sum }) => ({ max, sum: Math.log(sum) }))],
  },
  {
    id: 'sum-of-items',
    headline: 'The items are added, not their exponentials',
    feedback: 'Your sum adds the items, or counts them. The normalizer of a softmax is Σ exp(x − max).',
    ...walking(({ max, sum }, x) => ({ max: Math.max(max, x), sum: sum + x })),
    variants: [
      walking(({ max, sum }, x) => ({ max: Math.max(max, x), sum: sum + 1 })),
      (xs) => {
        const all = [...xs]
        const max = Math.max(...all)
        return { max, sum: all.reduce((s, x) => s + x - max, 0) }
      },
    ],
  },
  {
    id: 'last-as-max',
    headline: 'The last item is taken for the maximum',
    feedback: 'You overwrite the maximum with every item. Compare first: `Math.max(max, x)`.',
    ...walking(({ max, sum }, x) => ({ max: x, sum: sum * Math.exp(max - x) + 1 })),
  },
]

function after(xs: readonly number[], change: (state: State) => State) {
  const { max, sum } = change(right(xs) as { max: number; sum: number })
  return { max, sum }
}
