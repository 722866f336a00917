import { type LabeledGenerator, LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Matrix } from '#lib/grading/value.ts'
import type { Paged } from './paging.ts'

/** Inputs on which near-misses of paged attention come apart from right answers. */
export const edgeCases: readonly LabeledGenerator<Paged>[] = [
  { label: 'one token in one block', make: (r) => paged(r, { B: 3, length: 1, table: [1], pool: 3 }) },
  { label: 'blocks of one token', make: (r) => paged(r, { B: 1, length: 4, table: [3, 0, 4, 1], pool: 5 }) },
  { label: 'blocks in order', make: (r) => paged(r, { B: 2, length: 5, table: [0, 1, 2], pool: 4 }) },
  { label: 'blocks in reverse order', make: (r) => paged(r, { B: 2, length: 5, table: [2, 1, 0], pool: 4 }) },
  { label: 'a last block that is full', make: (r) => paged(r, { B: 3, length: 6, table: [4, 1], pool: 5 }) },
  { label: 'a last block of one token', make: (r) => paged(r, { B: 4, length: 5, table: [2, 0], pool: 4 }) },
  { label: 'a table longer than needed', make: (r) => paged(r, { B: 2, length: 3, table: [3, 1, 0, 2], pool: 5 }) },
  { label: 'seven tokens in blocks of three', make: (r) => paged(r, { B: 3, length: 7, table: [3, 0, 5], pool: 6 }) },
  { label: 'six tokens in blocks of two', make: (r) => paged(r, { B: 2, length: 6, table: [2, 3, 0], pool: 4 }) },
  {
    label: 'width 3, whose root is not a whole number',
    make: (r) => paged(r, { B: 2, length: 5, table: [1, 4, 2], pool: 5, d: 3, spread: 2 }),
  },
  {
    label: 'values wider than keys',
    make: (r) => paged(r, { B: 2, length: 5, table: [1, 3, 2], pool: 5, d: 2, dV: 5 }),
  },
  { label: 'as wide as long', make: (r) => paged(r, { B: 2, length: 4, table: [1, 3], pool: 4, d: 4, dV: 4 }) },
  {
    label: 'a query of zeros',
    make: (r) => {
      const [q, ...rest] = paged(r, { B: 2, length: 5, table: [1, 3, 2], pool: 5 })
      return [q.map(() => 0), ...rest]
    },
  },
  {
    label: 'garbage of a million in unused slots',
    make: (r) => paged(r, { B: 3, length: 4, table: [2, 0], pool: 4, garbage: 1e6 }),
    tolerance: LOOSE_TOLERANCE,
  },
  {
    label: 'garbage of a million, and a table longer than needed',
    make: (r) => paged(r, { B: 2, length: 3, table: [2, 0, 1], pool: 4, garbage: 1e6 }),
    tolerance: LOOSE_TOLERANCE,
  },
  { label: 'scores at −300', make: (r) => scored(r, [-300, -301, -300.5, -302, -299.5]) },
  {
    label: 'scores at −20,000',
    make: (r) => scored(r, [-20_000, -20_001, -20_000.5, -20_002, -20_001]),
    tolerance: LOOSE_TOLERANCE,
  },
  {
    label: 'scores at +10,000',
    make: (r) => scored(r, [10_000, 10_001, 10_000.5, 10_002, 10_001]),
    tolerance: LOOSE_TOLERANCE,
  },
  { label: 'a late spike of 900', make: (r) => scored(r, [0, 1, 2, 1, 900]) },
  { label: 'twenty tokens in blocks of eight', make: (r) => paged(r, { B: 8, length: 20, table: [3, 1, 4], pool: 5 }) },
  {
    label: 'thirty tokens in blocks of sixteen',
    make: (r) => paged(r, { B: 16, length: 30, table: [2, 0], pool: 3, d: 1, dV: 1 }),
  },
]

export interface Sizes {
  readonly B: number
  readonly length: number
  readonly table: readonly number[]
  readonly pool: number
  readonly d?: number
  readonly dV?: number
  readonly spread?: number
  /** What stands in slots that are not this sequence's. */
  readonly garbage?: number
}

/** A pool whose every slot is filled; what does not belong to the sequence is garbage. */
export function paged(random: Random, { d = 2, dV = 2, spread = 1.5, ...layout }: Sizes): Paged {
  const kPages = random.heads(layout.pool, layout.B, d, spread)
  const vPages = random.heads(layout.pool, layout.B, dV, spread)
  const spoilt = (pages: readonly Matrix[]) =>
    layout.garbage === undefined ? pages : spoil(pages, layout, layout.garbage)
  return [random.vector(d, spread), spoilt(kPages), spoilt(vPages), layout.table, layout.length]
}

function spoil(pages: readonly Matrix[], { B, table, length }: Sizes, garbage: number): Matrix[] {
  const mine = new Set(Array.from({ length }, (_, t) => `${table[Math.floor(t / B)]} ${t % B}`))
  return pages.map((page, b) =>
    page.map((row, s) => (mine.has(`${b} ${s}`) ? row : row.map((_, c) => (c % 2 === 0 ? garbage : -garbage)))),
  )
}

/** Keys that the query scores so: width 4, exact in single precision too; other slots hold scores of 0. */
function scored(random: Random, scores: readonly number[]): Paged {
  const [B, table] = [2, [3, 0, 2]]
  const kPages: number[][][] = Array.from({ length: 4 }, () => Array.from({ length: B }, () => [0, 0, 0, 0]))
  for (const [t, s] of scores.entries()) {
    const page = kPages[table[Math.floor(t / B)] ?? 0]
    if (page) page[t % B] = [s / 2, s / 2, s / 2, s / 2]
  }
  return [[1, 1, 1, 1], kPages, random.heads(4, B, 2), table, scores.length]
}
