import {
  type At,
  both,
  mapped,
  type Paged,
  type PagingOverrides,
  type Place,
  paging,
  pagingWhereMapped,
  pagingWith,
  placed,
  unmapped,
  type Wrong,
} from './paging.ts'

const BLOCK_SIZES: readonly ((at: At) => number)[] = [
  () => 4,
  () => 2,
  () => 8,
  ({ table }) => table.length,
  ({ blocks }) => blocks,
  ({ d }) => d,
  ({ length, table }) => Math.ceil(length / table.length),
]

/** Where a token is looked for. */
export const wrongPlace: readonly Wrong[] = [
  {
    id: 'ignores-table',
    headline: 'The block table is not used',
    feedback:
      'You take logical block b for physical block b. The blocks of a sequence may be anywhere in the pool, and physical block b may belong to another sequence: look it up, `blockTable[Math.floor(t / B)]`.',
    ...both({ key: unmapped }),
  },
  {
    id: 'v-ignores-table',
    headline: 'The table is used for keys only',
    feedback:
      'Your keys come from the right blocks, your values from others. Key and value of a token are in the same block and slot: use the table for both.',
    ...both({ value: unmapped }),
  },
  {
    id: 'k-ignores-table',
    headline: 'The table is used for values only',
    feedback:
      'Your values come from the right blocks, your keys from others. Key and value of a token are in the same block and slot: use the table for both.',
    ...both({ key: unmapped, value: placed }),
  },
  {
    id: 'divmod-swapped',
    headline: 'Block and slot swapped',
    feedback:
      'You assign tokens to blocks round-robin. Tokens fill one block before the next begins: the block is `Math.floor(t / B)`, the slot `t % B`.',
    ...lookUp(
      ({ t, B, table }) => ({ block: table[t % table.length] ?? -1, slot: Math.floor(t / table.length) % B }),
      ({ t, B, table }) => ({ block: table[t % B] ?? -1, slot: Math.floor(t / B) }),
      ({ t, table }) => ({ block: table[t % table.length] ?? -1, slot: Math.floor(t / table.length) }),
      (at) => ({ block: mapped(at.t % usedBlocks(at), at), slot: Math.floor(at.t / usedBlocks(at)) }),
    ),
  },
  {
    id: 'table-inverted',
    headline: 'The table is read backwards',
    feedback:
      'You look for the place of a physical block in the table (`indexOf`), or go through the table from its end. Entry b of the table is the physical block of logical block b.',
    ...lookUp(
      (at) => ({ block: at.table.indexOf(Math.floor(at.t / at.B)), slot: at.t % at.B }),
      (at) => ({ block: mapped(at.table.length - 1 - Math.floor(at.t / at.B), at), slot: at.t % at.B }),
      (at) => ({ block: mapped(usedBlocks(at) - 1 - Math.floor(at.t / at.B), at), slot: at.t % at.B }),
    ),
  },
  {
    id: 'table-sorted',
    headline: 'The table is sorted',
    feedback:
      'You go through the physical blocks in order of their numbers. The order of the table says which block holds which tokens: do not sort it.',
    ...lookUp(({ t, B, table }) => ({
      block: [...table].sort((a, b) => a - b)[Math.floor(t / B)] ?? -1,
      slot: t % B,
    })),
  },
  {
    id: 'reversed-slots',
    headline: 'Slots are read backwards',
    feedback: 'You read the slots of a block from its end. They fill from 0 upwards: token t is in slot `t % B`.',
    ...lookUp((at) => ({ ...placed(at), slot: at.B - 1 - (at.t % at.B) })),
  },
  {
    id: 'slot-not-wrapped',
    headline: 'The slot is not reset in each block',
    feedback:
      'You use t itself as the slot, or count slots from 1. Within its block token t is in slot `t % B`, from 0.',
    ...lookUp(
      (at) => ({ ...placed(at), slot: at.t }),
      (at) => ({ ...placed(at), slot: (at.t % at.B) + 1 }),
      (at) => ({ ...placed(at), slot: (at.t + 1) % at.B }),
    ),
  },
  {
    id: 'block-rounded',
    headline: 'The block number is rounded up',
    feedback:
      'You round t / B (or count blocks from 1), so tokens of one block are looked up in the next. Cut the fraction off: `Math.floor(t / B)`.',
    ...lookUp(
      (at) => ({ block: mapped(Math.round(at.t / at.B), at), slot: at.t % at.B }),
      (at) => ({ block: mapped(Math.ceil(at.t / at.B), at), slot: at.t % at.B }),
      (at) => ({ block: mapped(Math.floor(at.t / at.B) + 1, at), slot: at.t % at.B }),
      (at) => ({ block: mapped(Math.floor((at.t + 1) / at.B), at), slot: at.t % at.B }),
    ),
  },
  {
    id: 'first-block-only',
    headline: 'Every token is looked up in one block',
    feedback:
      'You use the first entry (or the last one) of the table for all tokens. Each logical block has its own entry: `blockTable[Math.floor(t / B)]`.',
    ...lookUp(
      (at) => ({ block: mapped(0, at), slot: at.t % at.B }),
      (at) => ({ block: mapped(at.table.length - 1, at), slot: at.t % at.B }),
    ),
  },
  {
    id: 'fixed-block-size',
    headline: 'The block size is taken from elsewhere',
    feedback:
      'Your block size is a fixed number such as 16, the number of blocks, or the width of a key. It is how many tokens a block holds: `kPages[0].length`.',
    ...pagingWith({ key: sized(() => 16) }),
    variants: [
      pagingWhereMapped({ key: sized(() => 16) }),
      ...BLOCK_SIZES.flatMap((size) => [pagingWith({ key: sized(size) }), pagingWhereMapped({ key: sized(size) })]),
    ],
  },
]

type FindPlace = (at: At) => Place

/** A token is looked for in one of these places: its key and its value, or one of the two only. */
function lookUp(
  ...places: readonly [FindPlace, ...FindPlace[]]
): Pick<Wrong, 'implementation' | 'parametrization' | 'variants'> {
  const [first, ...others] = places
  const alone =
    (overrides: PagingOverrides) =>
    (...args: Paged) =>
      paging({ ...overrides, missing: 'not-applicable' }, args)
  return {
    ...pagingWith({ key: first }),
    variants: [
      pagingWhereMapped({ key: first }),
      ...others.flatMap((key) => [pagingWith({ key }), pagingWhereMapped({ key })]),
      ...places.flatMap((place) => [alone({ key: place, value: placed }), alone({ value: place })]),
    ],
  }
}

function usedBlocks({ length, B }: Omit<At, 't'>): number {
  return Math.ceil(length / B)
}

function sized(size: (at: At) => number): (at: At) => Place {
  return (at) => ({ block: mapped(Math.floor(at.t / size(at)), at), slot: at.t % size(at) })
}
