import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'

export type DecodeArgs = [tokens: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix]

/** Every projection of a sequence, and where a step stands in it. */
export interface At {
  readonly t: number
  readonly Q: Matrix
  readonly K: Matrix
  readonly V: Matrix
  /** Width of the tokens. */
  readonly model: number
}

/** Where decoding goes wrong; steps that are left out are right. */
export interface Mistake {
  readonly query?: (at: At) => readonly number[]
  /** The keys that step t reads. */
  readonly keys?: (at: At) => Matrix
  readonly values?: (at: At) => Matrix
  readonly scale?: (at: At) => number
  /** What is subtracted from the scores before the exponential. */
  readonly shift?: (scores: readonly number[]) => number
  /** Slots that hold zeros and are read all the same. */
  readonly emptySlots?: (read: number) => number
  /** Whether each output replaces the value of its token. */
  readonly storesOutput?: true
  /** The output where nothing is read. */
  readonly nothing?: number
}

/** Decoding with one mistake. */
export function brokenDecode(mistake: Mistake): FunctionMisconception<DecodeArgs>['implementation'] {
  const { shift = (s) => Math.max(...s), emptySlots = () => 0, nothing = 0 } = mistake
  const { query = ({ Q, t }) => Q[t] as number[], scale = ({ Q }) => 1 / Math.sqrt(Q[0]?.length ?? 1) } = mistake
  const { keys = ({ K, t }) => K.slice(0, t + 1), values = ({ V, t }) => V.slice(0, t + 1) } = mistake
  return (tokens, Wq, Wk, Wv) => {
    const all = (W: Matrix): number[][] => tokens.map((x) => project(x, W))
    const [Q, K, V] = [all(Wq), all(Wk), all(Wv)] as const
    return tokens.map((x, t) => {
      const at: At = { t, Q, K, V, model: x.length }
      const read = keys(at)
      if (read.length === 0) return (V[0] as number[]).map(() => nothing)
      const scores = read.map((k) => dot(query(at), k) * scale(at))
      const weights = softmax([...scores, ...new Array<number>(emptySlots(read.length)).fill(0)], shift)
      const row = average(weights.slice(0, read.length), values(at))
      if (mistake.storesOutput) V[t] = row
      return row
    })
  }
}

const project = (x: readonly number[], W: Matrix): number[] =>
  (W[0] as number[]).map((_, c) => x.reduce((s, v, i) => s + v * ((W[i] as number[])[c] as number), 0))

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((s, x, i) => s + x * (b[i] as number), 0)

function softmax(scores: readonly number[], shift: (scores: readonly number[]) => number): number[] {
  const by = shift(scores)
  const e = scores.map((s) => Math.exp(s - by))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((x) => x / sum)
}

const average = (weights: readonly number[], V: Matrix): number[] =>
  (V[0] as number[]).map((_, c) => weights.reduce((s, w, j) => s + w * ((V[j] as number[])[c] as number), 0))
