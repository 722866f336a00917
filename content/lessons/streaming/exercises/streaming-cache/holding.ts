import { parametrizeClass } from '#lib/grading/define-class.ts'

export type Vector = readonly number[]
interface Pair {
  readonly k: Vector
  readonly v: Vector
}

/** Where a streaming cache goes wrong; steps that are left out are right. */
export interface Mistake {
  /** How often token i is held after n tokens: 0 where it is gone. */
  readonly holds?: (i: number, n: number, window: number, sinks: number) => number
  /** What `append` keeps of a key and of a value: copies. */
  readonly key?: (k: Vector) => Vector
  readonly value?: (k: Vector, v: Vector) => Vector
  /** Which of the pairs held `attend` reads. */
  readonly reads?: (held: readonly Pair[]) => readonly Pair[]
  readonly scale?: (d: number, held: number, dV: number) => number
  readonly shift?: (scores: Vector) => number
  /** Slots of zeros that take weight besides the pairs held. */
  readonly empty?: (held: number, window: number, sinks: number) => number
  readonly length?: (held: number, n: number, window: number, sinks: number) => number
}

/** A streaming cache with mistakes. It keeps all tokens and looks at those that a learner's code would still have. */
export const holding = parametrizeClass<Mistake>((overrides) => () => {
  const { holds = isHeld, key = copy, value = (_k, v) => copy(v), length = (held) => held } = overrides
  return class StreamingCache {
    readonly #tokens: Pair[] = []
    readonly #window: number
    readonly #sinks: number
    constructor(window: number, sinks: number) {
      this.#window = window
      this.#sinks = sinks
    }
    get #held(): Pair[] {
      const n = this.#tokens.length
      return this.#tokens.flatMap((pair, i) => new Array<Pair>(holds(i, n, this.#window, this.#sinks)).fill(pair))
    }
    get length(): number {
      return length(this.#held.length, this.#tokens.length, this.#window, this.#sinks)
    }
    append(k: Vector, v: Vector): void {
      this.#tokens.push({ k: key(k), v: value(k, v) })
    }
    attend(q: Vector): number[] {
      const held = this.#held
      return read(q, held, overrides, overrides.empty?.(held.length, this.#window, this.#sinks) ?? 0)
    }
  }
})

const copy = (x: Vector): Vector => [...x]
const isHeld = (i: number, n: number, window: number, sinks: number): number => Number(i < sinks || i >= n - window)

/** Holds a token once where the rule says so. */
export function when(rule: (i: number, n: number, window: number, sinks: number) => boolean): Mistake {
  return { holds: (...args) => Number(rule(...args)) }
}

/** Attention of one query, as learners write it: nothing is checked, what is missing becomes NaN. */
function read(q: Vector, held: readonly Pair[], overrides: Mistake, zeros: number): number[] {
  const { reads = (all) => all, shift = (s) => Math.max(...s) } = overrides
  const pairs = reads(held)
  const first = pairs[0]?.v as Vector
  const scale = overrides.scale?.(q.length, pairs.length, first.length) ?? 1 / Math.sqrt(q.length)
  const scores = pairs.map(({ k }) => scale * q.reduce((s, x, i) => s + x * (k[i] as number), 0))
  const top = shift(zeros > 0 ? [...scores, 0] : scores)
  const e = scores.map((s) => Math.exp(s - top))
  const sum = e.reduce((a, b) => a + b, 0) + (zeros > 0 ? zeros * Math.exp(-top) : 0)
  return first.map((_, c) => e.reduce((s, w, j) => s + (w / sum) * (pairs[j]?.v[c] as number), 0))
}
