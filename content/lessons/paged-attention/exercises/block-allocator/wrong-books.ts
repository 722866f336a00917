import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { allocating, type Books, type Sequence } from './allocating.ts'

/** Errors, and what they leave behind; slots; counts. */
export const wrongBooks: readonly ClassMisconception[] = [
  {
    id: 'failed-append-leaves-traces',
    headline: 'A failed append changes something',
    feedback:
      'If no block is free, `append` must throw and change nothing. You change the table, the length or a count before you know whether there is a free block. Take the block first.',
    ...allocating({ tooSoon: (seq, sequence, { sequences }) => sequences.set(seq, sequence) }),
    variants: [
      allocating({ tooSoon: released }),
      allocating({
        tooSoon(seq, sequence, all) {
          if (all.free.length > 0) return
          sequence.length++
          all.sequences.set(seq, sequence)
        },
      }),
    ],
  },
  {
    id: 'another-error',
    headline: 'Wrong type of error',
    feedback:
      'You throw an `Error` where a `RangeError` is asked for. Callers tell “no block is free” from a bug by the type of the error: `throw new RangeError(…)`.',
    ...allocating({ error: (message) => new Error(message) }),
    variants: [allocating({ error: (message) => new TypeError(message) })],
  },
  {
    id: 'no-error',
    headline: 'A call that cannot be right passes',
    feedback:
      'A call that must throw a `RangeError` returns normally in your code: `fork` from an unknown sequence or onto an existing one, `free` or `blockTable` of an unknown one, or `append` without a free block.',
    ...allocating({ lax: 'free' }),
    variants: (['fork from nobody', 'fork to a living one', 'blockTable', 'append'] as const).map((lax) =>
      allocating({ lax }),
    ),
  },
  {
    id: 'slots-from-one',
    headline: 'Slots are counted from 1',
    feedback:
      'The first token of a block is in slot 0: the slot is `length % blockSize`, with the length before this token.',
    ...allocating({ slot: (n, B) => (n % B) + 1 }),
    variants: [allocating({ slot: (n, B) => (n + 1) % B }), allocating({ slot: (n) => n })],
  },
  {
    id: 'block-too-early',
    headline: 'A block is begun at the wrong token',
    feedback:
      'You begin a block one token too early or too late. A new one is needed where `length % blockSize` is 0, with the length before this token.',
    ...allocating({ begins: (n, B) => (n + 1) % B === 0 }),
    variants: [
      allocating({ begins: (n, B) => n > 0 && (n - 1) % B === 0 }),
      allocating({ begins: (_n, _B) => true, slot: () => 0 }),
    ],
  },
  {
    id: 'counts-used-blocks',
    headline: '`freeBlocks` counts something else',
    feedback:
      'Your `freeBlocks` gives the blocks in use, or those that were never used. It is the number of blocks whose count is 0.',
    ...allocating({ freeBlocks: ({ counts, free }) => counts.length - free.length }),
    variants: [allocating({ freeBlocks: ({ counts, sequences }) => counts.length - tables(sequences).length })],
  },
]

const tables = (sequences: Books['sequences']): number[] => [...sequences.values()].flatMap(({ table }) => table)
/** The shared block is let go before it is copied; a full one is not copied. */
function released(_seq: string, sequence: Sequence, { counts, free, blockSize }: Books): void {
  const last = sequence.table.at(-1)
  const isFull = sequence.length % blockSize === 0
  if (!isFull && free.length === 0 && last !== undefined && (counts[last] ?? 0) > 1)
    counts[last] = (counts[last] ?? 0) - 1
}
