import { padding, type Wrong } from './misconceptions.ts'

const flipped =
  'You treat `true` as “padding”. Here `true` marks a real token, so your rows are made of padding only. Conventions differ: PyTorch’s `key_padding_mask` says true where a key is hidden, its `scaled_dot_product_attention` true where it may be seen. Read the contract, then flip the condition.'

/** Misreadings of the key mask: which rows it speaks of, and what true means. */
export const wrongKeys: readonly Wrong[] = [
  {
    id: 'inverted',
    headline: 'True taken for padding',
    feedback: flipped,
    ...padding({ visible: isPadding }),
  },
  {
    id: 'inverted-unguarded',
    headline: 'True taken for padding',
    feedback: flipped,
    ...padding({ visible: isPadding, unguarded: true }),
    variants: [
      padding({ visible: isPadding, unguarded: true, empty: 'mean' }),
      padding({ visible: isPadding, empty: 'mean' }),
      padding({ visible: isPadding, empty: 'zeros' }),
    ],
  },
  {
    id: 'inverted-zeros',
    headline: 'True taken for padding',
    feedback: flipped,
    ...padding({ visible: isPadding, unguarded: true, empty: 'zeros' }),
  },
  {
    id: 'queries-masked',
    headline: 'Queries masked instead of keys',
    feedback:
      'You look up `keyMask[i]` for the query, so whole rows of the scores become −∞ and then NaN, and padding keys stay visible in the other rows. The mask describes keys, so it hides columns. Use `keyMask[j]`.',
    ...padding({ visible: theQuerys }),
    variants: [
      padding({ visible: theQuerys, empty: 'mean' }),
      padding({ visible: theQuerys, unguarded: true }),
      padding({ visible: theQuerys, unguarded: true, empty: 'mean' }),
    ],
  },
  {
    id: 'queries-zeroed',
    headline: 'Queries masked instead of keys',
    feedback:
      'You return zeros for the queries with `keyMask[i]` false, and padding keys stay visible in the other rows. The mask describes keys, so it hides columns of the scores, not rows. Use `keyMask[j]`.',
    ...padding({ visible: () => true, unguarded: true, finish: (row, i, real) => (real[i] ? row : row.map(() => 0)) }),
  },
  {
    id: 'queries-too',
    headline: 'Queries masked as well as keys',
    feedback:
      'Padding keys are hidden, but you also return zeros for the queries with `keyMask[i]` false. The mask has one entry per key and does not describe queries, whose number may even be different. Compute every row.',
    ...padding({ finish: (row, i, real) => (real[i] ? row : row.map(() => 0)) }),
  },
  {
    id: 'right-padding',
    headline: 'Padding is not always on the right',
    feedback:
      'You keep the first keys: as many as there are real tokens, or those up to a certain one. Batches for generation are padded on the left, and padding may also be in between. Check `keyMask[j]` for each key.',
    ...padding({ visible: (_i, j, real) => j < real.filter(Boolean).length }),
    variants: [
      padding({ visible: (_i, j, real) => !real.slice(0, j + 1).includes(false), empty: 'zeros' }),
      padding({ visible: (_i, j, real) => j <= real.lastIndexOf(true) }),
      padding({ visible: (_i, j, real) => j <= real.filter(Boolean).length }),
      padding({ visible: (_i, j, real) => j < real.filter(Boolean).length - 1 }),
    ],
  },
  {
    id: 'mask-shifted',
    headline: 'The mask is shifted by one key',
    feedback:
      'You look up the entry of a neighboring key, such as `keyMask[j + 1]`. Padding then becomes visible at one boundary, and a real token is lost at the other. Entry j describes key j: use `keyMask[j]`.',
    ...padding({ visible: isNextReal, unguarded: true, empty: 'zeros' }),
    variants: [
      ...[isNextReal, isPreviousReal].flatMap((visible) => [
        padding({ visible, unguarded: true }),
        padding({ visible, unguarded: true, empty: 'mean' }),
        padding({ visible, empty: 'zeros' }),
        padding({ visible }),
      ]),
      padding({ visible: isPreviousReal, unguarded: true, empty: 'zeros' }),
    ],
  },
  {
    id: 'last-key-missing',
    headline: 'The last key is never read',
    feedback:
      'Your loop over the keys ends one key too early, at `K.length - 1`. The last key may be a real token, as it is with padding on the left. Loop while `j < K.length`.',
    ...padding({ visible: isRealButLast, unguarded: true, empty: 'zeros' }),
    variants: [
      padding({ visible: isRealButLast, unguarded: true }),
      padding({ visible: isRealButLast, unguarded: true, empty: 'mean' }),
      padding({ visible: isRealButLast }),
    ],
  },
  {
    id: 'causal-too',
    headline: 'Causal mask added',
    feedback:
      'You hide the padding and also every key after i. This function is not causal: in an encoder, tokens see what comes after them. Hide only the keys that `keyMask` hides.',
    ...padding({ visible: (i, j, real) => real[j] === true && j <= i }),
    variants: [padding({ visible: (i, j, real) => real[j] === true && j <= i, empty: 'zeros' })],
  },
]

function isNextReal(_i: number, j: number, real: readonly boolean[]): boolean {
  return real[j + 1] === true
}
function isPreviousReal(_i: number, j: number, real: readonly boolean[]): boolean {
  return real[j - 1] === true
}
function isRealButLast(_i: number, j: number, real: readonly boolean[]): boolean {
  return real[j] === true && j < real.length - 1
}
function isPadding(_i: number, j: number, real: readonly boolean[]): boolean {
  return !real[j]
}
function theQuerys(i: number, _j: number, real: readonly boolean[]): boolean {
  return real[i] === true
}
