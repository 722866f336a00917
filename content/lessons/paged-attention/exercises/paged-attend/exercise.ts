import { attentionSteps } from '#lib/attention/attention.ts'
import { gather, pagedAttend } from '#lib/attention/paged-attend.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { Random } from '#lib/grading/random.ts'
import { edgeCases, paged } from './edge-cases.ts'
import { misconceptions } from './misconceptions.ts'
import type { Paged } from './paging.ts'

export default defineFunction<Paged, number[]>({
  name: 'pagedAttend',
  signature:
    'pagedAttend(q: number[], kPages: number[][][], vPages: number[][][], blockTable: number[], length: number): number[]',
  // a block that the table names is never cut away: such a script is not legal
  params: {
    q: ['d'],
    kPages: ['pool', 'slots', 'd'],
    vPages: ['pool', 'slots', 'v'],
    blockTable: ['table'],
    length: { int: 1 },
  },
  reference: (q, kPages, vPages, table, length) => pagedAttend(q, kPages, vPages, table, length),
  examples: [
    {
      label: 'three tokens in blocks of two',
      args: [
        [1],
        [
          [[9], [9]],
          [[2], [9]],
          [[0], [1]],
        ],
        [
          [[90], [90]],
          [[8], [90]],
          [[2], [4]],
        ],
        [2, 1],
        3,
      ],
    },
    {
      label: 'a query of zeros, so a plain mean',
      args: [
        [0, 0],
        [
          [
            [1, 2],
            [0, 1],
          ],
          [
            [3, 0],
            [1, 1],
          ],
        ],
        [
          [[6], [50]],
          [[1], [2]],
        ],
        [1, 0],
        3,
      ],
    },
  ],
  random: { count: 26, make: randomPages },
  edgeCases,
  isValidInput: (_q, kPages, vPages, table, length) =>
    table.every((b) => b < kPages.length && b < vPages.length) && length <= (kPages[0]?.length ?? 0) * table.length,
  misconceptions,
  steps(q, kPages, vPages, table, length) {
    const keys = gather(kPages, table, length)
    const { scores, weights, output } = attentionSteps([q], keys, gather(vPages, table, length))
    return [
      { name: 'keys', aliases: ['K', 'ks'], how: 'the blocks, in order', scale: 'signed', value: keys },
      { name: 'scores', aliases: ['s', 'logits', 'dots'], how: 'q·k / √d', scale: 'signed', value: scores },
      { name: 'weights', aliases: ['w', 'p', 'probs', 'attn'], how: 'softmax', scale: 'weights', value: weights },
      { name: 'output', aliases: ['out', 'o', 'y'], how: 'weights · values', scale: 'signed', value: output },
    ]
  },
  hints: [
    'Where is token 5 stored, with blocks of 4? First find its logical block and its slot in that block, then the physical block in the pool.',
    'Token t is at `[blockTable[Math.floor(t / B)]][t % B]`, in `kPages` and in `vPages`, with `B = kPages[0].length`. How many tokens are there, and what do the slots after the last one hold?',
    'Collect the keys for t from 0 to `length - 1`: `kPages[blockTable[Math.floor(t / B)]][t % B]`, the values likewise. The rest is attention of one query: scores divided by `Math.sqrt(q.length)`, softmax, average.',
  ],
  passHeadline: 'Passed. Every token is read from the slot that the block table gives.',
})

function randomPages(random: Random): Paged {
  const B = random.int(1, 4)
  const blocks = random.int(1, 3)
  const pool = blocks + random.int(1, 3)
  const free = Array.from({ length: pool }, (_, b) => b)
  const table = Array.from({ length: blocks }, () => free.splice(random.int(0, free.length - 1), 1)[0] ?? 0)
  return paged(random, { B, table, pool, length: random.int(1, B * blocks), d: random.int(1, 4), dV: random.int(1, 3) })
}
