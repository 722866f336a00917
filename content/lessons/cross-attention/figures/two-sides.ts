import { attentionSteps } from '#lib/attention/attention.ts'
import { type Matrix, matmul } from '#lib/attention/matrix.ts'

/** What is done to one side: nothing, its second word replaced, or a word added at the end. */
export type SideChange = 'none' | 'replaced' | 'added'

/** Cross-attention from a target to a source, next to the same with both sides as they were. */
export interface CrossSteps {
  readonly target: readonly string[]
  readonly source: readonly string[]
  /** nX × 3 */
  readonly queries: Matrix
  /** nY × 3 */
  readonly keys: Matrix
  /** nY × 2 */
  readonly values: Matrix
  /** nX × nY, rows with sum 1. */
  readonly weights: Matrix
  /** nX × 2 */
  readonly output: Matrix
  /** How far each output moved: the length of the difference, exactly 0 where nothing moved. Undefined in a new row. */
  readonly moved: readonly (number | undefined)[]
  /** Rows of X that are new or changed, so that their queries have to be computed. */
  readonly newQueries: readonly number[]
  /** Rows of Y that are new or changed, so that their keys and values have to be computed. */
  readonly newKeys: readonly number[]
}

/**
 * One head of cross-attention between two short sequences, with vectors and projections set by hand.
 *
 * X is 3 wide and Y is 4 wide. Each row of Y depends on its own word only; in an encoder’s output it
 * would depend on the whole source.
 *
 * @param target  the change to X
 * @param source  the change to Y
 */
export function crossSteps(target: SideChange, source: SideChange): CrossSteps {
  const [x, y] = [TARGET[target], SOURCE[source]]
  const original = attend(TARGET.none, SOURCE.none)
  const now = attend(x, y)
  return {
    target: x,
    source: y,
    ...now,
    moved: now.output.map((row, i) => {
      const before = original.output[i]
      return before && Math.hypot(...row.map((value, c) => value - (before[c] ?? 0)))
    }),
    newQueries: findNew(x, TARGET.none),
    newKeys: findNew(y, SOURCE.none),
  }
}

function attend(target: readonly string[], source: readonly string[]) {
  const [X, Y] = [target.map(embed), source.map(embed)]
  const [queries, keys, values] = [matmul(X, Wq), matmul(Y, Wk), matmul(Y, Wv)]
  const { weights, output } = attentionSteps(queries, keys, values)
  return { queries, keys, values, weights, output }
}

type Words = Readonly<Record<SideChange, readonly string[]>>

const findNew = (words: readonly string[], before: readonly string[]): number[] =>
  words.flatMap((word, i) => (word === before[i] ? [] : [i]))

const TARGET: Words = { none: ['le', 'chat'], replaced: ['le', 'chien'], added: ['le', 'chat', 'dort'] }
const SOURCE: Words = {
  none: ['the', 'cat', 'sleeps', 'here'],
  replaced: ['the', 'dog', 'sleeps', 'here'],
  added: ['the', 'cat', 'sleeps', 'here', 'now'],
}

const VECTORS: Readonly<Record<string, readonly number[]>> = {
  le: [1, 0, 0],
  chat: [0, 1, 0.3],
  chien: [0, 1, -0.5],
  dort: [0, 0.2, 1],
  the: [1, 0, 0, 0],
  cat: [0, 1, 0, 0.4],
  dog: [0, 1, 0, -0.4],
  sleeps: [0, 0, 1, 0.2],
  here: [0.2, 0, 0.3, 1],
  now: [0.2, 0.1, 0.2, -1],
}
const embed = (word: string): readonly number[] => VECTORS[word] ?? []

const Wq: Matrix = [
  [2, 0, 0],
  [0, 2, 0.2],
  [0, 0.2, 2],
]
const Wk: Matrix = [
  [2, 0, 0],
  [0, 2, 0],
  [0, 0, 2],
  [0, 0.4, 0.3],
]
const Wv: Matrix = [
  [1, 0],
  [0, 1],
  [1, 1],
  [-1, 0.5],
]
