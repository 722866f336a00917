import { attentionSteps } from '#lib/attention/attention.ts'
import { matmul } from '#lib/attention/matrix.ts'
import { Random } from '#lib/grading/random.ts'

export const SENTENCE = ['the', 'cat', 'sat', 'on', 'the', 'mat'] as const
/** What each token is changed into. */
export const CHANGED = ['a', 'dog', 'lay', 'by', 'a', 'rug'] as const
const WIDTH = 4

/** One attention layer before and after a token of the sentence was changed. */
export interface Leak {
  /** The sentence with the token changed. */
  readonly tokens: readonly string[]
  /** Weights over the changed sentence: n × n. */
  readonly weights: readonly (readonly number[])[]
  /** How far each output moved: the length of the difference, before to after. Exactly 0 where nothing moved. */
  readonly moved: readonly number[]
}

/**
 * Changes one token and measures which outputs of the layer move.
 *
 * Embeddings, positions and projections are small, fixed and untrained: only the mask decides what may move.
 *
 * @param changed  the index of the token
 * @param causal  whether the layer hides the future
 */
export function leak(changed: number, causal: boolean): Leak {
  const tokens = SENTENCE.map((word, i) => (i === changed ? (CHANGED[i] ?? word) : word))
  const before = layer(SENTENCE, causal)
  const after = layer(tokens, causal)
  const moved = after.output.map((row, i) => distance(row, before.output[i] ?? []))
  return { tokens, weights: after.weights, moved }
}

function layer(tokens: readonly string[], causal: boolean) {
  const X = tokens.map((word, i) => (WORDS.get(word) ?? []).map((x, c) => x + 0.6 * (POSITIONS[i]?.[c] ?? 0)))
  return attentionSteps(matmul(X, Wq), matmul(X, Wk), matmul(X, Wv), { causal })
}

const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((x, c) => x - (b[c] ?? 0)))

const random = new Random(461)
const WORDS = new Map<string, number[]>(
  [...new Set([...SENTENCE, ...CHANGED])].map((word) => [word, random.vector(WIDTH)]),
)
const POSITIONS = random.matrix(SENTENCE.length, WIDTH)
const [Wq, Wk, Wv] = [0.9, 0.9, 0.6].map((spread) => random.matrix(WIDTH, WIDTH, spread)) as [
  number[][],
  number[][],
  number[][],
]
