import { NotApplicable } from '#lib/grading/not-applicable.ts'
import {
  type At,
  both,
  type Paged,
  paging,
  pagingWhereMapped,
  pagingWith,
  unmapped,
  upTo,
  type Wrong,
} from './paging.ts'

const whole = ({ length, B }: Omit<At, 't'>) => upTo(Math.floor(length / B) * B)

/** Which tokens are read. */
export const wrongTokens: readonly Wrong[] = [
  {
    id: 'whole-pages',
    headline: 'Unused slots of the last block count',
    feedback:
      'You read every slot of the blocks in use. The last block is filled only in part, and the slots after token `length - 1` hold arbitrary numbers. Stop after `length` tokens.',
    ...pagingWith({ tokens: ({ length, B }) => upTo(Math.ceil(length / B) * B) }),
    variants: [
      pagingWith({ tokens: ({ length, B }) => upTo((Math.floor(length / B) + 1) * B) }),
      pagingWhereMapped({ tokens: ({ length, B }) => upTo((Math.floor(length / B) + 1) * B) }),
    ],
  },
  {
    id: 'all-table-pages',
    headline: 'The whole table is read',
    feedback:
      'You read every block that the table names. It may be longer than needed, because blocks are reserved ahead. Stop after `length` tokens.',
    ...pagingWith({ tokens: ({ table, B }) => upTo(table.length * B) }),
  },
  {
    id: 'whole-pool',
    headline: 'The whole pool is read',
    feedback:
      'You attend over all blocks there are, those of other sequences among them. Only blocks that the table names belong to this one, and only the first `length` tokens in them.',
    ...pagingWith({ tokens: ({ blocks, B }) => upTo(blocks * B), key: unmapped }),
  },
  {
    id: 'drops-partial',
    headline: 'The last, partial block is dropped',
    feedback: 'You read full blocks only. The last block, filled in part, holds the newest tokens: go on to `length`.',
    ...pagingWith({ tokens: whole }),
    variants: [
      pagingWhereMapped({ tokens: (s) => nonEmpty(whole(s)) }),
      pagingWith({ tokens: ({ length, B }) => upTo(Math.max(1, Math.floor(length / B) * B)) }),
      pagingWith({ tokens: ({ length, B }) => upTo(length < B ? length : Math.floor(length / B) * B) }),
      pagingWith({ tokens: ({ length, B }) => upTo(Math.min(length, Math.floor(length / B) * B || B)) }),
    ],
  },
  {
    id: 'one-too-few',
    headline: 'The newest token is missing',
    feedback: 'You stop one token early. Tokens 0 to `length - 1` count: `t < length`.',
    ...pagingWith({ tokens: ({ length }) => upTo(Math.max(1, length - 1)) }),
    variants: [
      pagingWith({ tokens: ({ length }) => upTo(length - 1) }),
      pagingWhereMapped({ tokens: ({ length }) => nonEmpty(upTo(length - 1)) }),
    ],
  },
  {
    id: 'one-too-many',
    headline: 'One token too many is read',
    feedback:
      'You go one token past the end, into a slot that was not written, or a block that is not there. Tokens 0 to `length - 1` count: `t < length`.',
    ...both({ tokens: ({ length }) => upTo(length + 1) }),
  },
  {
    id: 'extra-block',
    headline: 'One block too many',
    feedback:
      'If the block size divides `length`, your loop visits one more block, which the table need not name. There are `Math.ceil(length / B)` blocks in use: go on while `b * B < length`.',
    implementation: (...args: Paged) => {
      const [, kPages, , table, length] = args
      const B = kPages[0]?.length ?? 1
      if (length % B === 0 && table[length / B] === undefined) throw new TypeError('no such page')
      return paging({}, args)
    },
  },
  {
    id: 'first-token-missing',
    headline: 'The first token is missing',
    feedback: 'You begin with token 1. The first token of a sequence is token 0, in slot 0 of its first block.',
    ...pagingWith({ tokens: ({ length }) => upTo(length).slice(1) }),
    variants: [pagingWhereMapped({ tokens: ({ length }) => nonEmpty(upTo(length).slice(1)) })],
  },
  {
    id: 'last-block-only',
    headline: 'Only one block is attended to',
    feedback:
      'You attend over the last block (or the first) alone. All tokens of the sequence count, whatever block they are in.',
    ...pagingWith({ tokens: ({ length, B }) => upTo(length).slice(Math.floor((length - 1) / B) * B) }),
    variants: [pagingWith({ tokens: ({ length, B }) => upTo(Math.min(length, B)) })],
  },
  {
    id: 'zero-pad',
    headline: 'Padding of zeros takes weight',
    feedback:
      'You pad the last block with keys and values of zeros. A key of zeros has score 0, and exp(0) = 1, so unused slots get weight. Do not read unused slots, or give them a score of −∞.',
    ...pagingWith({ padding: ({ length, B }) => (B - (length % B)) % B }),
    variants: [pagingWith({ padding: ({ length, B, table }) => table.length * B - length })],
  },
]

/** What an empty sequence gives is a matter of style. */
function nonEmpty(tokens: readonly number[]): readonly number[] {
  if (tokens.length === 0) throw new NotApplicable()
  return tokens
}
