import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { attend } from '../../../cross-attention/candidate-attention.ts'

export type Heads = readonly Matrix[]
export type QKV = readonly [Q: Heads, K: Heads, V: Heads]
type Wrong = FunctionMisconception<QKV>
type Code = Wrong['wrong']

/** Which KV head query head i reads, as a candidate computes it: h query heads, g KV heads. */
export type KvIndex = (i: number, h: number, g: number) => number

/** ⌊i / (h/g)⌋, the right one. */
export const right: KvIndex = (i, h, g) => Math.floor(i / (h / g))

/** @throws TypeError when there is no such head, as reading `.map` of undefined does */
export function headAt(heads: Heads, index: number): Matrix {
  const head = heads[index]
  if (!head) throw new TypeError(`there is no head ${index}`)
  return head
}

/** A rule followed as it stands, and with an index beyond the last head cut to it or counted round again. */
interface Ways {
  readonly wrong: Code
  readonly forms: readonly [clamped: Code, roundAgain: Code]
}

/** Each query head with the KV heads that the two rules choose. */
export function reading(ofK: KvIndex, ofV: KvIndex = ofK): Ways {
  const way =
    (within: (index: number, g: number) => number): Code =>
    (Q, K, V) => {
      const [h, g] = [Q.length, K.length]
      return Q.map((q, i) => attend(q, headAt(K, within(ofK(i, h, g), g)), headAt(V, within(ofV(i, h, g), g))))
    }
  return {
    wrong: way((index) => index),
    forms: [way((index, g) => Math.min(index, g - 1)), way((index, g) => index % g)],
  }
}

/** The first way, then the others: each under the same id. */
export function anyOf(wrong: Code, ...forms: readonly Code[]): Pick<Wrong, 'wrong' | 'forms'> {
  return { wrong, forms }
}
