import type { Matrix } from '#lib/grading/value.ts'
import { attend, type Otherwise, times } from '../../candidate-attention.ts'

export type CrossArgs = readonly [X: Matrix, Y: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix]
type Code = (...args: CrossArgs) => number[][]

/** The sizes that a candidate may take the scale from. */
export interface Sizes {
  readonly X: Matrix
  readonly Y: Matrix
  readonly Q: Matrix
  readonly V: Matrix
}

/** Cross-attention whose queries, keys and values are projected from other things. */
export const projecting =
  (
    from: (
      X: Matrix,
      Y: Matrix,
      W: { readonly Wq: Matrix; readonly Wk: Matrix; readonly Wv: Matrix },
    ) => readonly [Q: Matrix, K: Matrix, V: Matrix],
    how: Otherwise = {},
  ): Code =>
  (X, Y, Wq, Wk, Wv) =>
    attend(...from(X, Y, { Wq, Wk, Wv }), how)

/** Cross-attention that weighs otherwise. */
export const weighing = (weigh: NonNullable<Otherwise['weigh']>): Code =>
  projecting((X, Y, { Wq, Wk, Wv }) => [times(X, Wq), times(Y, Wk), times(Y, Wv)], { weigh })

/** Cross-attention with another factor on the dot products. */
export const scaling =
  (factor: (sizes: Sizes) => number): Code =>
  (X, Y, Wq, Wk, Wv) => {
    const [Q, K, V] = [times(X, Wq), times(Y, Wk), times(Y, Wv)]
    return attend(Q, K, V, { scale: factor({ X, Y, Q, V }) })
  }

/** One misconception that may be written in several ways. */
export const anyOf = (wrong: Code, ...forms: readonly Code[]) => ({ wrong, forms })
