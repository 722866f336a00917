import { defineClass } from '#lib/grading/define-class.ts'
import { allocating } from './allocating.ts'
import { edgeCases, examples } from './edge-cases.ts'
import { misconceptions } from './misconceptions.ts'
import { randomScript } from './scripts.ts'

export default defineClass({
  name: 'BlockAllocator',
  signature:
    'class BlockAllocator { constructor(numBlocks: number, blockSize: number); append(seq: string): { block: number; slot: number; copiedFrom?: number }; fork(from: string, to: string): void; free(seq: string): void; get freeBlocks(): number; blockTable(seq: string): number[] }',
  shapes: {
    new: [{ int: 1 }, { int: 1 }],
    append: [{ fixed: true }],
    fork: [{ fixed: true }, { fixed: true }],
    free: [{ fixed: true }],
    blockTable: [{ fixed: true }],
  },
  reference: allocating({}).createClass(),
  // any free block will do
  follows: true,
  examples,
  random: { count: 22, make: randomScript },
  edgeCases,
  misconceptions,
  hints: [
    'Three things are enough: a list of free blocks, a reference count for each block, and for each sequence its table and its length. Which of them does `fork` change?',
    'In `append` there are three cases: the slot is 0, so a new block is needed; the last block is shared, so it must be copied; or the token is written in place. Where can it fail, and what has changed by then?',
    'Take the free block before anything else changes: if there is none, throw a RangeError. For a copy the old count falls by 1, the new block replaces it in this table only, and `copiedFrom` is the old block. In `free`, take 1 from each count; at 0 the block is free.',
  ],
  passHeadline: 'Passed. Blocks are shared until a sequence writes to one.',
})
