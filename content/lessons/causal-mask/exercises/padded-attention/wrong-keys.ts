import { padding, type Wrong } from './misconceptions.ts'

const flipped =
  'You treat `true` as “padding”. Here `true` marks a real token, so your rows are made of padding only. Conventions differ: PyTorch’s `key_padding_mask` says true where a key is hidden, its `scaled_dot_product_attention` true where it may be seen. Read the contract, then flip the condition.'

/** Misreadings of the key mask: which rows it speaks of, and what true means. */
export const wrongKeys: readonly Wrong[] = [
  {
    id: 'inverted',
    headline: 'True was read as padding',
    say: flipped,
    ...padding({ visible: isPadding }),
  },
  {
    id: 'inverted-unguarded',
    headline: 'True was read as padding',
    say: flipped,
    ...padding({ visible: isPadding, unguarded: true }),
    forms: [
      padding({ visible: isPadding, unguarded: true, empty: 'mean' }),
      padding({ visible: isPadding, empty: 'mean' }),
      padding({ visible: isPadding, empty: 'zeros' }),
    ],
  },
  {
    id: 'inverted-zeros',
    headline: 'True was read as padding',
    say: flipped,
    ...padding({ visible: isPadding, unguarded: true, empty: 'zeros' }),
  },
  {
    id: 'queries-masked',
    headline: 'Queries are masked in place of keys',
    say: 'You look up `keyMask[i]` for the query, so whole rows of the scores become −∞ and NaN, and padding keys stay in every other row. The mask speaks of keys: it hides columns. Use `keyMask[j]`.',
    ...padding({ visible: theQuerys }),
    forms: [
      padding({ visible: theQuerys, empty: 'mean' }),
      padding({ visible: theQuerys, unguarded: true }),
      padding({ visible: theQuerys, unguarded: true, empty: 'mean' }),
    ],
  },
  {
    id: 'queries-zeroed',
    headline: 'Queries are masked in place of keys',
    say: 'You give zeros for the queries with `keyMask[i]` false, and padding keys stay in every other row. The mask speaks of keys: it hides columns of the scores, not rows. Use `keyMask[j]`.',
    ...padding({ visible: () => true, unguarded: true, finish: (row, i, real) => (real[i] ? row : row.map(() => 0)) }),
  },
  {
    id: 'queries-too',
    headline: 'Queries are masked as well as keys',
    say: 'Padding keys are hidden, and you also give zeros for the queries with `keyMask[i]` false. The mask has one entry a key and says nothing of queries, which may even differ in number. Compute every row.',
    ...padding({ finish: (row, i, real) => (real[i] ? row : row.map(() => 0)) }),
  },
  {
    id: 'right-padding',
    headline: 'Padding is not always on the right',
    say: 'You keep keys from the start: as many as there are real tokens, or up to the first or last of them. Batches for generation are padded on the left, and a mask may have holes. Ask `keyMask[j]` for each key.',
    ...padding({ visible: (_i, j, real) => j < real.filter(Boolean).length }),
    forms: [
      padding({ visible: (_i, j, real) => !real.slice(0, j + 1).includes(false), empty: 'zeros' }),
      padding({ visible: (_i, j, real) => j <= real.lastIndexOf(true) }),
    ],
  },
  {
    id: 'causal-too',
    headline: 'A causal mask crept in',
    say: 'You hide the padding and also every key after i. This function knows no order: an encoder’s tokens see what comes after them. Only `keyMask` hides.',
    ...padding({ visible: (i, j, real) => real[j] === true && j <= i }),
    forms: [padding({ visible: (i, j, real) => real[j] === true && j <= i, empty: 'zeros' })],
  },
]

function isPadding(_i: number, j: number, real: readonly boolean[]): boolean {
  return !real[j]
}
function theQuerys(i: number, _j: number, real: readonly boolean[]): boolean {
  return real[i] === true
}
