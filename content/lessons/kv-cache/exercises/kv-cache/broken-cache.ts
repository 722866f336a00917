import type { AnyClass } from '#lib/grading/define-class.ts'

export type Vector = readonly number[]
export type Rows = readonly Vector[]

/** Where a KV cache goes wrong; what is left out is done right. */
export interface Mistake {
  /** What `append` does with a token. */
  readonly store?: (keys: Vector[], values: Vector[], k: Vector, v: Vector) => void
  /** What `attend` gives. It may write to what is kept. */
  readonly attend?: (q: Vector, keys: Vector[], values: Vector[]) => number[]
  readonly length?: (kept: number, appended: number) => number
}

/** A class with one mistake, made anew for each script. */
export function brokenCache({ store = keepCopies, attend = read, length = (kept) => kept }: Mistake): () => AnyClass {
  return () =>
    class KVCache {
      readonly #keys: Vector[] = []
      readonly #values: Vector[] = []
      #appended = 0
      get length(): number {
        return length(this.#keys.length, this.#appended)
      }
      append(k: Vector, v: Vector): void {
        this.#appended++
        store(this.#keys, this.#values, k, v)
      }
      attend(q: Vector): number[] {
        return attend(q, this.#keys, this.#values)
      }
    }
}

export function keepCopies(keys: Vector[], values: Vector[], k: Vector, v: Vector): void {
  keys.push([...k])
  values.push([...v])
}

/** Attention of one query, as learners write it: nothing is checked, what is missing becomes NaN. */
export function read(q: Vector, keys: Rows, values: Rows): number[] {
  return average(weightsOf(scoresOf(q, keys, 1 / Math.sqrt(q.length))), values)
}

export const scoresOf = (q: Vector, keys: Rows, scale: number): number[] =>
  keys.map((k) => scale * q.reduce((s, x, i) => s + x * (k[i] as number), 0))

/** Softmax after `shift` is subtracted, the maximum unless told. */
export function weightsOf(scores: Vector, shift = Math.max(...scores)): number[] {
  const e = scores.map((s) => Math.exp(s - shift))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((x) => x / sum)
}

export const average = (weights: Vector, values: Rows): number[] =>
  (values[0] as Vector).map((_, c) => weights.reduce((s, w, j) => s + w * ((values[j] as Vector)[c] as number), 0))
