import { parametrizeClass } from '#lib/grading/define-class.ts'

export type Vector = readonly number[]
export type Rows = readonly Vector[]

/** Where a KV cache goes wrong; steps that are left out are right. */
export interface Mistake {
  /** What `append` keeps as the key, and as the value. */
  readonly key?: (k: Vector) => Vector
  readonly value?: (k: Vector, v: Vector) => Vector
  /** Whether a token is taken when n are kept. */
  readonly takes?: (n: number) => boolean
  /** Where the value is put. */
  readonly put?: (values: Vector[], value: Vector) => void
  /** How many tokens stay: the last ones. */
  readonly most?: number
  /** What `attend` does first, and last. */
  readonly before?: (q: Vector, keys: Vector[], values: Vector[]) => void
  readonly after?: (q: Vector, keys: Vector[], values: Vector[], output: number[]) => void
  /** Which keys and values it reads. */
  readonly reads?: (rows: Rows) => Rows
  /** What it gives when that is none. */
  readonly nothing?: (values: Rows) => number[]
  readonly swapped?: true
  readonly scale?: (d: number, n: number, dV: number) => number
  /** What is subtracted from the scores. */
  readonly shift?: (scores: Vector) => number
  /** Slots of zeros that take weight besides n tokens. */
  readonly empty?: (n: number) => number
  /** Scores to weights; their softmax by default. */
  readonly weigh?: (scores: Vector) => Vector
  readonly length?: (kept: number, appended: number) => number
}

/** A class with mistakes, created again for each script. */
export const brokenCache = parametrizeClass<Mistake>((overrides) => () => {
  const { key = copy, value = (_k, v) => copy(v), takes = () => true, put = (values, v) => values.push(v) } = overrides
  const { most = Number.POSITIVE_INFINITY, length = (kept) => kept } = overrides
  return class KVCache {
    readonly #keys: Vector[] = []
    readonly #values: Vector[] = []
    #appended = 0
    get length(): number {
      return length(this.#keys.length, this.#appended)
    }
    append(k: Vector, v: Vector): void {
      this.#appended++
      if (!takes(this.#keys.length)) return
      this.#keys.push(key(k))
      put(this.#values, value(k, v))
      if (this.#keys.length <= most) return
      this.#keys.shift()
      this.#values.shift()
    }
    attend(q: Vector): number[] {
      overrides.before?.(q, this.#keys, this.#values)
      const output = read(q, this.#keys, this.#values, overrides)
      overrides.after?.(q, this.#keys, this.#values, output)
      return output
    }
  }
})

const copy = (x: Vector): Vector => [...x]

/** Attention of one query, as learners write it: nothing is checked, what is missing becomes NaN. */
function read(q: Vector, allKeys: Rows, allValues: Rows, overrides: Mistake): number[] {
  const { reads = (rows) => rows, nothing, swapped, empty = () => 0, shift = (s) => Math.max(...s) } = overrides
  const [keys, values] = (swapped ? [allValues, allKeys] : [allKeys, allValues]).map(reads) as [Rows, Rows]
  if (nothing && keys.length === 0) return nothing(allValues)
  const first = values[0] as Vector
  const scale = overrides.scale?.(q.length, keys.length, first.length) ?? 1 / Math.sqrt(q.length)
  const scores = keys.map((k) => scale * q.reduce((s, x, i) => s + x * (k[i] as number), 0))
  const mix = (weights: Vector) =>
    first.map((_, c) => weights.reduce((s, w, j) => s + w * ((values[j] as Vector)[c] as number), 0))
  if (overrides.weigh) return mix(overrides.weigh(scores))
  const zeros = empty(keys.length)
  const top = shift(zeros > 0 ? [...scores, 0] : scores)
  const e = scores.map((s) => Math.exp(s - top))
  const sum = e.reduce((a, b) => a + b, 0) + (zeros > 0 ? zeros * Math.exp(-top) : 0)
  return mix(e.map((x) => x / sum))
}
