import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { everyBlock, type Flash, type Tiling, tiled, tiling } from './tiled.ts'

type Wrong = FunctionMisconception<Flash>
type Blocks = NonNullable<Tiling['blocks']>
type Visits = NonNullable<Tiling['visits']>
const visiting = (blocks: Blocks) => tiling({ blocks })
/** Where a query that met no key gets zeros. */
const orZeros: NonNullable<Tiling['finish']> = ({ l, o }) => o.map((x) => (l === 0 ? 0 : x / l))
const visitingOrZeros = (blocks: Blocks) => tiling({ blocks, finish: orZeros })
const whole: Blocks = (nK, B) => everyBlock(nK, B).filter(([from, to]) => to - from === B)
const own: Visits = (i, from, { B }) => from === Math.floor(i / B) * B
const ownOrLast: Visits = (i, from, { nK, B }) => from === Math.floor(Math.min(i, nK - 1) / B) * B

/** Which keys are visited. */
export const wrongBlocks: readonly Wrong[] = [
  {
    id: 'drops-tail',
    headline: 'The last, partial block is dropped',
    feedback:
      'If the block size does not divide the number of keys, your code ignores the remaining keys. Make the last block shorter: its end is `Math.min(start + blockSize, K.length)`.',
    ...visiting(whole),
    variants: [
      visitingOrZeros(whole),
      visiting((nK, B) => (B > nK ? [[0, nK]] : whole(nK, B))),
      visiting((nK, B) => everyBlock(nK, B).map(([from, to]) => [from, to - from < B ? to - 1 : to])),
    ],
  },
  {
    id: 'overlap',
    headline: 'Neighboring blocks overlap',
    feedback:
      'A key at the boundary belongs to two of your blocks and counts twice. Blocks are half open: keys `start` to `start + blockSize - 1`, and the next one begins at `start + blockSize`.',
    ...visiting((nK, B) => everyBlock(nK, B).map(([from]) => [from, Math.min(from + B + 1, nK)])),
    variants: [
      visiting((nK, B) => everyBlock(nK, B).map(([from, to]) => [Math.max(0, from - 1), to])),
      visiting((nK, B) => (B > 1 ? stepping(nK, B, B - 1) : everyBlock(nK, B))),
      visiting((nK, B) => stepping(nK, B, Math.max(1, Math.floor(B / 2)))),
      // the last block moved back so that it is whole
      visiting((nK, B) => everyBlock(nK, B).map(([from, to]) => [to === nK ? Math.max(0, nK - B) : from, to])),
    ],
  },
  {
    id: 'gap',
    headline: 'A key between two blocks is skipped',
    feedback:
      'Your blocks leave out a key at each boundary. Blocks are half open: keys `start` to `start + blockSize - 1`, and the next one begins at `start + blockSize`.',
    ...visiting((nK, B) => stepping(nK, B, B + 1)),
    variants: [
      visiting((nK, B) => everyBlock(nK, B).map(([from, to]) => [from, Math.min(from + B - 1, to)])),
      visitingOrZeros((nK, B) => everyBlock(nK, B).map(([from, to]) => [from, Math.min(from + B - 1, to)])),
    ],
  },
  {
    id: 'last-key-missing',
    headline: 'The last key is never read',
    feedback:
      'Your last block ends one key too early, at `K.length - 1`. The end of a half-open block is the first key that is not in it: `Math.min(start + blockSize, K.length)`.',
    ...visiting((nK, B) => everyBlock(nK - 1, B)),
    variants: [
      visiting((nK, B) => everyBlock(nK, B).map(([from, to]) => [from, to === nK ? Math.max(from, nK - 1) : to])),
      visitingOrZeros((nK, B) => everyBlock(nK - 1, B)),
      visiting((nK, B) => {
        if ((nK - 1) % B === 0) throw new NotApplicable() // a block without keys: what comes of it depends on the style
        return everyBlock(nK - 1, B)
      }),
    ],
  },
  {
    id: 'block-diagonal',
    headline: 'Each query sees its own block only',
    feedback:
      'Query i attends only to the block of keys with its own index. That is local attention. FlashAttention is exact: every query visits all blocks of keys, one after the other.',
    ...tiling({ visits: ownOrLast }),
    variants: [
      tiling({ visits: own }),
      tiling({ visits: own, finish: orZeros }),
      tiling({ visits: (i, from, { B }) => from <= Math.floor(i / B) * B }),
    ],
  },
  {
    id: 'first-block-only',
    headline: 'Only the first block counts',
    feedback:
      'You return after the first block, or skip the others. Every query needs all keys: go on to the next block, and rescale the running sum and output.',
    ...visiting((nK, B) => everyBlock(nK, B).slice(0, 1)),
  },
  {
    id: 'skips-first-block',
    headline: 'The first block is skipped',
    feedback: 'Your loop over the blocks begins with the second one, so the first keys are ignored. Start at key 0.',
    ...visiting((nK, B) => everyBlock(nK, B).slice(1)),
    variants: [visitingOrZeros((nK, B) => everyBlock(nK, B).slice(1))],
  },
  {
    id: 'causal',
    headline: 'You added a causal mask',
    feedback:
      'Query i attends to keys 0 to i only. There is no mask in this exercise: every query sees every key, and there may be more keys than queries.',
    ...causal(1),
    variants: [causal(0)],
  },
  {
    id: 'zero-pad',
    headline: 'Padding keys take weight',
    feedback:
      'You pad the last block with keys and values of zeros. A key of zeros has score 0, and exp(0 − m) is above 0, so the padding gets weight. Shorten the last block, or set the padding’s scores to −∞.',
    ...tiling({ padding: (missing) => new Array<number>(missing).fill(0) }),
  },
  {
    id: 'past-the-end',
    headline: 'The last block reads past the end',
    feedback:
      'Your code treats the last block as full, so it reads keys that do not exist. If the block size does not divide the number of keys, end it at `K.length`.',
    implementation: (...args: Flash) => {
      if (args[1].length % args[3] !== 0) throw new TypeError('no such key')
      return tiled({}, args)
    },
    variants: [
      (...args: Flash) => {
        if (args[1].length % args[3] !== 0) throw new NotApplicable()
        return tiled({}, args)
      },
    ],
  },
  {
    id: 'extra-block',
    headline: 'One block too many',
    feedback:
      'If the block size divides the number of keys, your loop visits one more block, which has no keys. There are `Math.ceil(K.length / blockSize)` blocks: go on while `start < K.length`.',
    implementation: (...args: Flash) => {
      if (args[1].length % args[3] === 0) throw new TypeError('no such key')
      return tiled({}, args)
    },
  },
  {
    id: 'drops-query-tail',
    headline: 'The last queries are missing',
    feedback:
      'You go through the queries in blocks too, and drop or leave at zero those of the last, partial block. Every query has a row in the output: end the last block at `Q.length`.',
    implementation: ([...Q], K, V, B) => tiled({}, [Q.slice(0, Math.floor(Q.length / B) * B), K, V, B]),
    variants: [
      (Q, K, V, B) =>
        tiled({}, [Q, K, V, B]).map((row, i) => (i < Math.floor(Q.length / B) * B ? row : row.map(() => 0))),
    ],
  },
]

/** Keys 0 to i + more − 1. */
function causal(more: number) {
  return tiling({ sees: (j, i) => j < i + more })
}

/** Blocks of B keys that begin every `by` keys. */
function stepping(nK: number, B: number, by: number): [number, number][] {
  return Array.from({ length: Math.ceil(nK / by) }, (_, b) => [b * by, Math.min(b * by + B, nK)])
}
