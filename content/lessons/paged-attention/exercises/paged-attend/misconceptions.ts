import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { Unfit } from '#lib/grading/unfit.ts'
import { type At, type Paged, type Place, paging, placed, softmax, unmapped, upTo, type Ways } from './paging.ts'

type Wrong = FunctionMisconception<Paged>
const as = (ways: Ways) => ({ wrong: (...args: Paged) => paging(ways, args) })
/** As `as`, where a place that is not there may be read in any way. */
const asFits = (ways: Ways) => ({
  wrong: (...args: Paged) => {
    try {
      return paging(ways, args)
    } catch {
      throw new Unfit()
    }
  },
})
const both = (ways: Ways): Pick<Wrong, 'wrong' | 'forms'> => ({ ...as(ways), forms: [asFits(ways)] })
const whole = ({ length, B }: Omit<At, 't'>) => upTo(Math.floor(length / B) * B)
const mapped = (block: number, { table }: At): number => table[block] ?? -1

const BLOCK_SIZES: readonly ((at: At) => number)[] = [
  () => 4,
  () => 2,
  () => 8,
  ({ table }) => table.length,
  ({ blocks }) => blocks,
  ({ length, table }) => Math.ceil(length / table.length),
]

const wrongPlace: readonly Wrong[] = [
  {
    id: 'ignores-table',
    headline: 'The block table is not used',
    say: 'You take logical block b for physical block b. The blocks of a sequence lie anywhere, and block b of the pool may belong to another one: look it up, `blockTable[Math.floor(t / B)]`.',
    ...both({ key: unmapped }),
  },
  {
    id: 'v-ignores-table',
    headline: 'The table is used for keys only',
    say: 'Your keys come from the right blocks, your values from others. Key and value of a token lie in the same block and slot: use the table for both.',
    ...both({ value: unmapped }),
  },
  {
    id: 'k-ignores-table',
    headline: 'The table is used for values only',
    say: 'Your values come from the right blocks, your keys from others. Key and value of a token lie in the same block and slot: use the table for both.',
    ...both({ key: unmapped, value: placed }),
  },
  {
    id: 'divmod-swapped',
    headline: 'Block and slot are exchanged',
    say: 'You deal the tokens out over the blocks in turn. Tokens fill one block before the next begins: the block is `Math.floor(t / B)`, the slot `t % B`.',
    ...as({
      key: ({ t, B, table }) => ({ block: table[t % table.length] ?? -1, slot: Math.floor(t / table.length) % B }),
    }),
    forms: [
      asFits({ key: ({ t, B, table }) => ({ block: table[t % B] ?? -1, slot: Math.floor(t / B) }) }),
      asFits({ key: ({ t, table }) => ({ block: table[t % table.length] ?? -1, slot: Math.floor(t / table.length) }) }),
      asFits({ key: (at) => ({ block: mapped(at.t % usedBlocks(at), at), slot: Math.floor(at.t / usedBlocks(at)) }) }),
      as({ key: ({ t, B, table }) => ({ block: table[t % B] ?? -1, slot: Math.floor(t / B) }) }),
    ],
  },
  {
    id: 'table-inverted',
    headline: 'The table is read backwards',
    say: 'You look for the place of a physical block in the table (`indexOf`), or go through the table from its end. Entry b of the table is the physical block of logical block b.',
    ...asFits({ key: (at) => ({ block: at.table.indexOf(Math.floor(at.t / at.B)), slot: at.t % at.B }) }),
    forms: [
      asFits({
        key: (at) => ({ block: mapped(at.table.length - 1 - Math.floor(at.t / at.B), at), slot: at.t % at.B }),
      }),
      asFits({ key: (at) => ({ block: mapped(usedBlocks(at) - 1 - Math.floor(at.t / at.B), at), slot: at.t % at.B }) }),
    ],
  },
  {
    id: 'table-sorted',
    headline: 'The table is sorted',
    say: 'You go through the physical blocks in order of their numbers. Which block holds which tokens is what the order of the table says: leave it as it is.',
    ...both({
      key: ({ t, B, table }) => ({ block: [...table].sort((a, b) => a - b)[Math.floor(t / B)] ?? -1, slot: t % B }),
    }),
  },
  {
    id: 'reversed-slots',
    headline: 'Slots are read backwards',
    say: 'You read the slots of a block from its end. They fill from 0 upwards: token t lies in slot `t % B`.',
    ...as({ key: (at) => ({ ...placed(at), slot: at.B - 1 - (at.t % at.B) }) }),
  },
  {
    id: 'slot-not-wrapped',
    headline: 'The slot is counted through',
    say: 'You use t itself as the slot, or count slots from 1. Within its block token t lies in slot `t % B`, from 0.',
    ...asFits({ key: (at) => ({ ...placed(at), slot: at.t }) }),
    forms: [
      asFits({ key: (at) => ({ ...placed(at), slot: (at.t % at.B) + 1 }) }),
      as({ key: (at) => ({ ...placed(at), slot: (at.t + 1) % at.B }) }),
      as({ key: (at) => ({ ...placed(at), slot: at.t }) }),
    ],
  },
  {
    id: 'block-rounded',
    headline: 'The block number is rounded up',
    say: 'You round t / B (or count blocks from 1), so tokens of one block are looked up in the next. Cut the fraction off: `Math.floor(t / B)`.',
    ...asFits({ key: (at) => ({ block: mapped(Math.round(at.t / at.B), at), slot: at.t % at.B }) }),
    forms: [
      asFits({ key: (at) => ({ block: mapped(Math.ceil(at.t / at.B), at), slot: at.t % at.B }) }),
      asFits({ key: (at) => ({ block: mapped(Math.floor(at.t / at.B) + 1, at), slot: at.t % at.B }) }),
      asFits({ key: (at) => ({ block: mapped(Math.floor((at.t + 1) / at.B), at), slot: at.t % at.B }) }),
    ],
  },
  {
    id: 'first-block-only',
    headline: 'Every token is looked up in one block',
    say: 'You use the first entry (or the last one) of the table for all tokens. Each logical block has its own entry: `blockTable[Math.floor(t / B)]`.',
    ...as({ key: (at) => ({ block: mapped(0, at), slot: at.t % at.B }) }),
    forms: [as({ key: (at) => ({ block: mapped(at.table.length - 1, at), slot: at.t % at.B }) })],
  },
  {
    id: 'fixed-block-size',
    headline: 'The block size is taken from elsewhere',
    say: 'Your block size is a fixed number such as 16, the number of blocks, or the width of a key. It is how many tokens a block holds: `kPages[0].length`.',
    ...as({ key: sized(() => 16) }),
    forms: [
      asFits({ key: sized(() => 16) }),
      ...BLOCK_SIZES.flatMap((size) => [as({ key: sized(size) }), asFits({ key: sized(size) })]),
    ],
  },
]

const wrongTokens: readonly Wrong[] = [
  {
    id: 'whole-pages',
    headline: 'Unused slots of the last block count',
    say: 'You read every slot of the blocks in use. The last block is filled only in part, and behind token `length - 1` lies garbage. Stop at `length` tokens.',
    ...as({ tokens: ({ length, B }) => upTo(Math.ceil(length / B) * B) }),
  },
  {
    id: 'all-table-pages',
    headline: 'The whole table is read',
    say: 'You read every block that the table names. It may be longer than needed, as blocks are reserved ahead. Stop at `length` tokens.',
    ...as({ tokens: ({ table, B }) => upTo(table.length * B) }),
  },
  {
    id: 'whole-pool',
    headline: 'The whole pool is read',
    say: 'You attend over all blocks there are, those of other sequences among them. Only blocks that the table names belong to this one, and only the first `length` tokens in them.',
    ...as({ tokens: ({ blocks, B }) => upTo(blocks * B), key: unmapped }),
  },
  {
    id: 'drops-partial',
    headline: 'The last, partial block is dropped',
    say: 'You read full blocks only. The last block, filled in part, holds the newest tokens: go on to `length`.',
    ...as({ tokens: whole }),
    forms: [
      asFits({ tokens: (s) => nonEmpty(whole(s)) }),
      as({ tokens: ({ length, B }) => upTo(Math.max(1, Math.floor(length / B) * B)) }),
      as({ tokens: ({ length, B }) => upTo(length < B ? length : Math.floor(length / B) * B) }),
      as({ tokens: ({ length, B }) => upTo(Math.min(length, Math.floor(length / B) * B || B)) }),
    ],
  },
  {
    id: 'one-too-few',
    headline: 'The newest token is missing',
    say: 'You stop one token early. Tokens 0 to `length - 1` count: `t < length`.',
    ...as({ tokens: ({ length }) => upTo(Math.max(1, length - 1)) }),
    forms: [
      as({ tokens: ({ length }) => upTo(length - 1) }),
      asFits({ tokens: ({ length }) => nonEmpty(upTo(length - 1)) }),
    ],
  },
  {
    id: 'one-too-many',
    headline: 'One token too many is read',
    say: 'You go one token past the end, into a slot that was not written, or a block that is not there. Tokens 0 to `length - 1` count: `t < length`.',
    ...both({ tokens: ({ length }) => upTo(length + 1) }),
  },
  {
    id: 'first-token-missing',
    headline: 'The first token is missing',
    say: 'You begin with token 1. The first token of a sequence is token 0, in slot 0 of its first block.',
    ...as({ tokens: ({ length }) => upTo(length).slice(1) }),
    forms: [asFits({ tokens: ({ length }) => nonEmpty(upTo(length).slice(1)) })],
  },
  {
    id: 'last-block-only',
    headline: 'Only one block is attended to',
    say: 'You attend over the last block (or the first) alone. All tokens of the sequence count, in whatever block they lie.',
    ...as({ tokens: ({ length, B }) => upTo(length).slice(Math.floor((length - 1) / B) * B) }),
    forms: [as({ tokens: ({ length, B }) => upTo(Math.min(length, B)) })],
  },
  {
    id: 'zero-pad',
    headline: 'Padding of zeros takes weight',
    say: 'You fill the last block up with keys and values of zeros. A key of zeros has score 0, and exp(0) is not nothing: it takes a share. Do not read unused slots, or give them a score of −∞.',
    ...as({ padding: ({ length, B }) => (B - (length % B)) % B }),
    forms: [as({ padding: ({ length, B, table }) => table.length * B - length })],
  },
]

const wrongSoftmax: readonly Wrong[] = [
  {
    id: 'softmax-per-page',
    headline: 'A softmax in each block',
    say: 'You take a softmax inside each block and average or add the results. Blocks are a matter of storage: one softmax runs over all tokens of the sequence.',
    ...as({ weigh: (s, B) => perPage(s, B, (_n, pages) => 1 / pages) }),
    forms: [
      as({ weigh: (s, B) => perPage(s, B, () => 1) }),
      as({ weigh: (s, B) => perPage(s, B, (n) => n / s.length) }),
    ],
  },
  {
    id: 'no-scale',
    headline: 'The scores are not scaled',
    say: 'You leave out 1/√d. Divide each score by `Math.sqrt(q.length)`.',
    ...as({ scale: () => 1 }),
  },
  {
    id: 'scale-d',
    headline: 'Divided by d, not by √d',
    say: 'You divide the scores by the length of q. Their typical size grows with √d: divide by `Math.sqrt(q.length)`.',
    ...as({ scale: (d) => 1 / d }),
  },
  {
    id: 'floor-sqrt',
    headline: 'The root was rounded',
    say: 'You round √d to a whole number. For widths such as 2, 3 or 5 the scores come out too large. Keep the fraction.',
    ...as({ scale: (d) => 1 / Math.floor(Math.sqrt(d)) }),
  },
  {
    id: 'scale-length',
    headline: 'Scaled by a number of tokens',
    say: 'You divide by the root of the sequence’s length, of the block size, or of the values’ width. The scale makes up for the width of q and k: `Math.sqrt(q.length)`.',
    ...as({ scale: (_d, _dV, length) => 1 / Math.sqrt(length) }),
    forms: [as({ scale: (_d, _dV, _length, B) => 1 / Math.sqrt(B) }), as({ scale: (_d, dV) => 1 / Math.sqrt(dV) })],
  },
  {
    id: 'no-max',
    headline: 'Large scores overflow to NaN',
    say: 'You take exponentials of the scores as they are. Subtract the largest score first.',
    ...as({ shift: () => 0 }),
  },
  {
    id: 'max-from-zero',
    headline: 'The maximum starts at 0',
    say: 'Your search for the largest score begins at 0. When all scores are far below zero, every exponential is 0, and 0/0 is NaN. Begin at `-Infinity`.',
    ...as({ shift: (s) => Math.max(0, ...s) }),
  },
  {
    id: 'token-mean',
    headline: 'All tokens weigh the same',
    say: 'You average the values as equals. Their weights come from the scores: softmax over `q·k / √d`.',
    ...as({ scale: () => 0 }),
  },
  {
    id: 'keys-as-values',
    headline: 'Keys are averaged in place of values',
    say: 'Your weights multiply rows of `kPages`. The weights come from the keys; what they average are the values, in `vPages`.',
    ...as({ what: 'keys' }),
    forms: [
      (...args: Paged) => {
        if (args[1][0]?.[0]?.length !== args[2][0]?.[0]?.length) throw new Unfit() // the width is a matter of style
        return paging({ what: 'keys' }, args)
      },
    ],
  },
]

export const misconceptions = [...wrongPlace, ...wrongTokens, ...wrongSoftmax]

function usedBlocks({ length, B }: Omit<At, 't'>): number {
  return Math.ceil(length / B)
}
function sized(size: (at: At) => number): (at: At) => Place {
  return (at) => ({ block: mapped(Math.floor(at.t / size(at)), at), slot: at.t % size(at) })
}
/** What an empty sequence gives is a matter of style. */
function nonEmpty(tokens: readonly number[]): readonly number[] {
  if (tokens.length === 0) throw new Unfit()
  return tokens
}
function perPage(scores: readonly number[], B: number, share: (n: number, pages: number) => number): number[] {
  const pages = Math.ceil(scores.length / B)
  return upTo(pages).flatMap((b) => {
    const part = scores.slice(b * B, (b + 1) * B)
    return softmax(part).map((w) => w * share(part.length, pages))
  })
}
