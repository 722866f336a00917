import { type FaultyImplementation, parametrize } from '#lib/grading/faulty-implementation.ts'

export type RopeArgs = readonly [x: readonly number[], pos: number, base?: number]

/** Half-split pairs are (i, i + d/2), interleaved ones (2i, 2i + 1). */
export type Layout = 'half-split' | 'interleaved'

/** A pair that is turned: its number, how many there are, and what it is turned by. */
export interface Turn {
  readonly i: number
  /** d/2 */
  readonly h: number
  readonly pos: number
  readonly base: number
}

/** Steps that a learner may get wrong. */
export interface RopeOverrides {
  /** base^(−2i/d): radians a position. */
  readonly frequency?: (turn: Turn) => number
  /** Where the vector stands. */
  readonly position?: (turn: Turn) => number
  /** What becomes of pos · frequency, in radians. */
  readonly turnedBy?: (angle: number, turn: Turn) => number
  /** The base where none is given. */
  readonly defaultBase?: number
  /** The new pair. */
  readonly turned?: (a: number, b: number, c: number, s: number, turn: Turn) => readonly [number, number]
  /** Where pair i is read. */
  readonly reads?: (i: number, h: number, layout: Layout) => readonly [number, number]
  /** Where it is written. */
  readonly writes?: (i: number, h: number, layout: Layout) => readonly [number, number]
  /** Whether pair i is turned at all. */
  readonly touches?: (i: number, h: number) => boolean
  /** What stands where nothing is written; the entries of x by default. */
  readonly rest?: number
}

/** Where pair i stands. */
export const pairIndices = (i: number, h: number, layout: Layout): readonly [number, number] =>
  layout === 'half-split' ? [i, i + h] : [2 * i, 2 * i + 1]

export const rightFrequency = ({ i, h, base }: Turn): number => base ** (-i / h)

/** Rotary embedding as learners write it, in both layouts. */
export const rotating = parametrize<RopeArgs, RopeOverrides>((overrides) => {
  const in_ =
    (layout: Layout) =>
    (...args: RopeArgs): number[] =>
      rotated(args, layout, overrides)
  return { implementation: in_('half-split'), otherFunctions: { ropeInterleaved: in_('interleaved') } }
})

function rotated([x, pos, given]: RopeArgs, layout: Layout, overrides: RopeOverrides): number[] {
  const { frequency = rightFrequency, position = (turn) => turn.pos, turnedBy = (angle) => angle } = overrides
  const { turned = rotation, reads = pairIndices, writes = pairIndices, touches = () => true } = overrides
  const h = x.length / 2
  const base = given ?? overrides.defaultBase ?? 10_000
  const y = x.map((v) => overrides.rest ?? v)
  for (let i = 0; i < h; i++) {
    if (!touches(i, h)) continue
    const turn = { i, h, pos, base }
    const [from, fromSecond] = reads(i, h, layout)
    const [to, toSecond] = writes(i, h, layout)
    const theta = turnedBy(position(turn) * frequency(turn), turn)
    const [a, b] = turned(x[from] ?? 0, x[fromSecond] ?? 0, Math.cos(theta), Math.sin(theta), turn)
    y[to] = a
    y[toSecond] = b
  }
  return y
}

const rotation = (a: number, b: number, c: number, s: number): readonly [number, number] => [
  a * c - b * s,
  a * s + b * c,
]

/**
 * Rotary embedding entry by entry, x·cos + half·sin with a table of angles: `half` holds the other entry of each pair,
 * the first with its sign changed.
 */
export function byEntry(
  tableIndex: (entry: number, h: number, layout: Layout) => number,
): FaultyImplementation<RopeArgs> {
  const in_ =
    (layout: Layout) =>
    (...[x, pos, base = 10_000]: RopeArgs): number[] => {
      const h = x.length / 2
      const y = [...x]
      for (let i = 0; i < h; i++) {
        const [p, q] = pairIndices(i, h, layout)
        const at = (entry: number) => pos * base ** (-tableIndex(entry, h, layout) / h)
        y[p] = (x[p] ?? 0) * Math.cos(at(p)) - (x[q] ?? 0) * Math.sin(at(p))
        y[q] = (x[q] ?? 0) * Math.cos(at(q)) + (x[p] ?? 0) * Math.sin(at(q))
      }
      return y
    }
  return { implementation: in_('half-split'), otherFunctions: { ropeInterleaved: in_('interleaved') } }
}
