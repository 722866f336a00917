import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { allocating, type Books, type Sequence } from './allocating.ts'
import { wrongBooks } from './wrong-books.ts'

/** Writing into blocks that others read. */
const writing: readonly ClassMisconception[] = [
  {
    id: 'no-copy-on-write',
    headline: 'A shared block is written to',
    feedback:
      'After a fork, both block tables point to the same last block. You write the next token straight into it, so the other sequence reads it too. If the block’s reference count is above 1, allocate a free block and return the old block in `copiedFrom`.',
    ...allocating({ copies: () => false }),
  },
  {
    id: 'copies-when-alone',
    headline: 'A block is copied that is not shared',
    feedback:
      'You take a new block though the old one belongs to this sequence alone. After a fork the first writer copies; then the count of the old block is 1 again, and the second writer writes in place.',
    ...allocating({ copies: () => true }),
    variants: [allocating({ copies: (count) => count >= 1, keepsSource: true })],
  },
  {
    id: 'copies-full-block',
    headline: 'A full block is copied',
    feedback:
      'The shared block is full, so nothing is written into it: it stays shared, and the next token begins a new block. Look at the slot first, and at the count only when the slot is not 0.',
    ...allocating({ whenFull: replaced }),
    variants: [
      allocating({ whenFull: replaced, fullSilent: true }),
      allocating({ whenFull: copiedFirst }),
      allocating({ whenFull: copiedFirst, fullSilent: true }),
      allocating({ whenFull: () => undefined }),
      allocating({ whenFull: dropped }),
      allocating({ whenFull: dropped, fullSilent: true }),
    ],
  },
  {
    id: 'source-keeps-count',
    headline: 'The source of a copy keeps its count',
    feedback:
      'When a sequence takes a copy, it no longer names the old block: its count must fall by 1. Otherwise the block is never free again, and its last owner copies for nothing.',
    ...allocating({ keepsSource: true }),
  },
  {
    id: 'copy-not-said',
    headline: 'The copy is not reported',
    feedback:
      'You replace the shared block with a new one and do not report it. The caller has to copy slots 0 to slot − 1: return the old block as `copiedFrom`.',
    ...allocating({ silent: true }),
  },
]

/** Forks and ends. */
const sharing: readonly ClassMisconception[] = [
  {
    id: 'fork-without-count',
    headline: 'A fork is not counted',
    feedback:
      'Your fork uses the blocks of its source without changing their reference counts, so they do not count as shared. Add 1 to the count of each block in the table.',
    ...allocating({ fork: ({ table, length }) => ({ table: [...table], length }) }),
  },
  {
    id: 'fork-allocates',
    headline: 'A fork uses blocks',
    feedback:
      'Your fork takes new blocks for what its source holds. That is what sharing avoids: the same table, every count one higher, and no block used.',
    ...forkTaking(() => 0),
    variants: [forkTaking((free) => free.length - 1), forkTaking((free) => free.indexOf(Math.min(...free)))],
  },
  {
    id: 'fork-shares-table',
    headline: 'Two sequences share one table',
    feedback:
      'Your fork shares the array of its source, so when one grows, so does the other. The blocks are shared, the table is not: copy it.',
    ...allocating({
      fork({ table, length }, { counts }) {
        for (const block of table) counts[block] = (counts[block] ?? 0) + 1
        return { table, length }
      },
    }),
  },
  {
    id: 'fork-forgets-length',
    headline: 'A fork begins at length 0',
    feedback:
      'Your fork has the blocks of its source and not its length, so its next token begins a block too early. A fork starts with as many tokens as its source has.',
    ...allocating({
      fork({ table }, { counts }) {
        for (const block of table) counts[block] = (counts[block] ?? 0) + 1
        return { table: [...table], length: 0 }
      },
    }),
  },
  {
    id: 'shared-block-freed',
    headline: 'A shared block is freed with its first owner',
    feedback:
      'You put the blocks of a sequence back into the pool although another one still reads them. Take 1 from each count; a block is free when its count is 0.',
    ...allocating({
      release(block, { counts, free }) {
        counts[block] = 0
        if (!free.includes(block)) free.push(block)
      },
    }),
    variants: [allocating({ release: pushedAnyway })],
  },
  {
    id: 'never-freed',
    headline: 'Blocks do not come back',
    feedback:
      'When a sequence ends, or lets go of a copied block, the block does not become free, though its count is 0. Put it back into the pool.',
    ...allocating({
      release(block, { counts }) {
        counts[block] = (counts[block] ?? 0) - 1
      },
    }),
  },
  {
    id: 'name-stays',
    headline: 'A freed sequence still exists',
    feedback:
      'After `free` the name is still in your map: a second `free` does not throw, and the next `append` goes on where the old sequence ended. Remove it.',
    ...allocating({ keepsName: true }),
  },
]

export const misconceptions = [...writing, ...sharing, ...wrongBooks]

/** A fork that takes new blocks: from the front of the free list, from its end, or by the lowest number. */
function forkTaking(place: (free: readonly number[]) => number) {
  return allocating({
    fork: ({ table, length }, { takeFrom }) => ({ table: table.map(() => takeFrom(place)), length }),
  })
}

/** A copy of the full block takes its place; the token goes into a further one. */
function replaced(sequence: Sequence, last: number, { takeAnother, release }: Books): void {
  sequence.table.pop()
  release(last)
  sequence.table.push(takeAnother())
}
/** The same, where a block is taken before the old one is let go. */
function copiedFirst(sequence: Sequence, last: number, { takeAnother, release }: Books): void {
  const copy = takeAnother()
  release(last)
  sequence.table[sequence.table.length - 1] = copy
}
/** The new block takes the full one's place. */
function dropped(sequence: Sequence, last: number, { release }: Books): void {
  sequence.table.pop()
  release(last)
}
/** Into the list of free blocks at each release, so that a block may stand there twice. */
function pushedAnyway(block: number, { counts, free }: Books): void {
  counts[block] = (counts[block] ?? 0) - 1
  free.push(block)
}
