import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import {
  type Block,
  combined,
  divided,
  type Flash,
  plus,
  rescaled,
  type State,
  softmax,
  sum,
  type Tiling,
  tiled,
  tiling,
  times,
} from './tiled.ts'

type Wrong = FunctionMisconception<Flash>
const countBlocks = ({ nK, B }: { nK: number; B: number }) => Math.ceil(nK / B)
const attendToBlock = ({ s, V }: Block) => combined(softmax(s), V)

/** How blocks come together, and what is divided by what. */
export const wrongMerging: readonly Wrong[] = [
  {
    id: 'block-average',
    headline: 'Blocks averaged with equal weight',
    feedback:
      'You take a softmax inside each block and average the results. A block with high scores must count for more than one with low scores. Keep the sums of exponentials: they are the weights of the blocks.',
    ...tiling({
      absorb: (state, block) => ({ m: 0, l: state.l + 1, o: plus(state.o, attendToBlock(block)) }),
    }),
    variants: [tiling({ absorb: halved })],
  },
  {
    id: 'length-weighted',
    headline: 'Blocks weighted by their length',
    feedback:
      'You take a softmax inside each block and weight the results by the number of keys in a block. The right weight is the block’s sum of exponentials, measured from one common maximum.',
    ...tiling({
      absorb: (state, block) => ({
        m: 0,
        l: state.l + block.s.length,
        o: plus(state.o, times(attendToBlock(block), block.s.length)),
      }),
    }),
  },
  {
    id: 'block-sum',
    headline: 'Finished blocks are added up',
    feedback:
      'You divide inside each block and add the results, so the weights sum to the number of blocks. Add the unnormalized outputs, and divide by the running sum once, after the last block.',
    ...tiling({
      absorb: (state, block) => ({ m: 0, l: 1, o: plus(state.o, attendToBlock(block)) }),
    }),
  },
  {
    id: 'sums-not-aligned',
    headline: 'Sums measured from different maxima',
    feedback:
      'You weight each block by its own sum of exponentials, and each sum is measured from its own block’s maximum. Such sums cannot be compared. Bring them to one maximum first: multiply by `Math.exp(mBlock - m)`.',
    ...tiling({ top: (_m, s) => Math.max(...s), keepL: () => 1, keepO: () => 1 }),
  },
  {
    id: 'maxima-only',
    headline: 'A block’s sum is left out',
    feedback:
      'You weight each block’s finished output by `Math.exp(mBlock - m)` and not by its sum of exponentials. Two blocks with the same maximum then get the same weight, however many large scores they hold. Multiply by the block’s `l` as well.',
    ...tiling({
      absorb: ({ m, l, o }, block) => {
        const mine = Math.max(...block.s)
        const top = Math.max(m, mine)
        const [keep, add] = [Math.exp(m - top), Math.exp(mine - top)]
        return { m: top, l: l * keep + add, o: plus(times(o, keep), times(attendToBlock(block), add)) }
      },
    }),
  },
  {
    id: 'divide-each-block',
    headline: 'Divided in each block, never undone',
    feedback:
      'You divide the output by `l` after each block and treat it as undivided in the next. Either multiply by the old `l` first, as FlashAttention 1 does, or divide once after the last block.',
    ...tiling({ absorb: dividing, finish: ({ o }) => [...o] }),
    variants: [
      tiling({ absorb: dividing }),
      tiling({ absorb: dividingNew, finish: ({ o }) => [...o] }),
      tiling({ absorb: dividingNew }),
      tiling({ absorb: withoutNewSum, finish: ({ o }) => [...o] }),
    ],
  },
  {
    id: 'no-division',
    headline: 'The output is not divided by l',
    feedback:
      'What you add up are exponentials times values. They become weights when you divide by their sum: `o[c] / l`, once, after the last block.',
    ...tiling({ finish: ({ o }) => [...o] }),
    variants: [
      tiling({ finish: ({ o }, { nK }) => times(o, 1 / nK) }),
      tiling({ finish: ({ o }, sizes) => times(o, 1 / countBlocks(sizes)) }),
      tiling({ finish: ({ l, o }) => times(o, l) }),
    ],
  },
  {
    id: 'acc-reset',
    headline: 'The output holds the last block only',
    feedback:
      'You replace the output in each block, while the sum goes on. The earlier blocks then count in the denominator and nowhere else. Rescale the old output and add the block to it.',
    ...tiling({
      absorb: (state, block) => ({
        ...rescaled(state, block),
        o: rescaled({ ...state, o: times(state.o, 0) }, block).o,
      }),
    }),
  },
  {
    id: 'sum-reset',
    headline: 'The sum holds the last block only',
    feedback:
      'You replace the running sum in each block, while the output goes on. You then divide everything by the last block’s share. Rescale the old sum and add the block’s exponentials to it.',
    ...tiling({ absorb: (state, block) => ({ ...rescaled(state, block), l: rescaled({ ...state, l: 0 }, block).l }) }),
  },
  {
    id: 'stale-m',
    headline: 'Only the last block survives',
    feedback:
      'Each block wipes out what came before it. Either `m` stays at −∞, so that the correction exp(−∞ − m) is 0 each time, or the state is reset inside the loop over blocks. Store the new maximum, and initialize the state once per query.',
    ...tiling({
      absorb: (state, block) => ({ ...rescaled({ m: Number.NEGATIVE_INFINITY, l: 0, o: times(state.o, 0) }, block) }),
    }),
    variants: [tiling({ absorb: (state, block) => rescaled({ m: state.m, l: 0, o: times(state.o, 0) }, block) })],
  },
  {
    id: 'counts-keys',
    headline: 'The sum counts keys',
    feedback:
      'Your running sum grows by the number of keys, or by their scores, and not by their exponentials. The denominator is Σ exp(score − m): add the same numbers that weight the values.',
    ...tiling({ absorb: summing(({ s }) => s.length) }),
    variants: [tiling({ absorb: summing(({ s }) => sum(s)) }), tiling({ absorb: summing(() => 1) })],
  },
  {
    id: 'keys-as-values',
    headline: 'Keys averaged instead of values',
    feedback:
      'Your weights multiply the rows of K. The weights come from the keys; they average the values. Use the rows of V of the same block.',
    implementation: (Q, K, _V, B) => tiled({}, [Q, K, K, B]),
    variants: [
      (Q, K, V, B) => {
        if (K[0]?.length !== V[0]?.length) throw new NotApplicable() // how wide the rows are then is a matter of style
        return tiled({}, [Q, K, K, B])
      },
    ],
  },
  {
    id: 'values-of-first-block',
    headline: 'Every block uses the first values',
    feedback:
      'Your index into V begins at 0 in every block. Key `start + j` belongs to value `start + j`: take the same rows of V as of K.',
    implementation: (Q, K, V, B) =>
      tiled({ absorb: (state, { s }) => rescaled(state, { s, V: V.slice(0, s.length), index: 0 }) }, [Q, K, V, B]),
  },
]

function halved(state: State, block: Block): State {
  if (block.index === 0) return { m: 0, l: 1, o: attendToBlock(block) }
  return { m: 0, l: 1, o: times(plus(state.o, attendToBlock(block)), 1 / 2) }
}
function dividing(state: State, block: Block): State {
  const next = rescaled(state, block)
  return { ...next, o: divided(next) }
}
/** Only the new block is divided. */
function dividingNew({ m, l, o }: State, { s, V }: Block): State {
  const top = Math.max(m, ...s)
  const keep = Math.exp(m - top)
  const p = s.map((x) => Math.exp(x - top))
  const next = l * keep + sum(p)
  return { m: top, l: next, o: plus(times(o, keep), times(combined(p, V), 1 / next)) }
}
/** FlashAttention 1 with its formula not finished: the old output is not multiplied by the old sum over the new one. */
function withoutNewSum({ m, l, o }: State, { s, V }: Block): State {
  const top = Math.max(m, ...s)
  const keep = Math.exp(m - top)
  const p = s.map((x) => Math.exp(x - top))
  const next = l * keep + sum(p)
  return { m: top, l: next, o: times(plus(times(o, l), combined(p, V)), 1 / next) }
}
function summing(add: (block: Block) => number): NonNullable<Tiling['absorb']> {
  return (state, block) => {
    const next = rescaled(state, block)
    return { ...next, l: state.l * Math.exp(state.m - next.m) + add(block) }
  }
}
