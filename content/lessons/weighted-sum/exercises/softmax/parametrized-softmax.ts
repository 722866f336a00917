import { type FunctionMisconception, parametrize } from '#lib/grading/faulty-implementation.ts'

export type SoftmaxArgs = [x: readonly number[]]
export type Wrong = FunctionMisconception<SoftmaxArgs>

/** Steps that a learner may get wrong. */
export interface SoftmaxOverrides {
  /** What becomes of the scores before all else. */
  readonly prepared?: (x: readonly number[]) => readonly number[]
  /** What is subtracted from the scores. */
  readonly shift?: (x: readonly number[]) => number
  /** A score and all of them → the number above the line. */
  readonly power?: (v: number, x: readonly number[], shift: number) => number
  /** The number below the line. */
  readonly divisor?: (e: readonly number[], x: readonly number[]) => number
  /** What becomes of the weights. */
  readonly finish?: (w: readonly number[]) => number[]
}

/** A softmax as learners write it. */
export const softmaxing = parametrize<SoftmaxArgs, SoftmaxOverrides>((overrides) => (given) => {
  const { prepared = (x) => x, shift = largest, power = exponential, divisor = sum, finish = (w) => [...w] } = overrides
  const x = prepared(given)
  const by = shift(x)
  const e = x.map((v) => power(v, x, by))
  const below = divisor(e, x)
  return finish(e.map((v) => v / below))
})

export const largest = (x: readonly number[]): number => Math.max(...x)
export const sum = (x: readonly number[]): number => x.reduce((s, v) => s + v, 0)
const exponential = (v: number, _x: readonly number[], shift: number): number => Math.exp(v - shift)
