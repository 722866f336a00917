/** How RoPE's frequencies are changed so that a trained model reads longer texts. */
export type Method = 'none' | 'interpolation' | 'larger base' | 'YaRN'

/** A head of Llama 2: 64 pairs, base 10,000, trained on 4,096 tokens. */
export const PAIRS = 64
export const BASE = 10_000
export const TRAINED = 4_096

const TURN = 2 * Math.PI

/** The angle per token of pair i as it was trained, in radians: base^(−2i/d). */
export const getTrainedFrequency = (pair: number, base = BASE): number => base ** (-pair / PAIRS)

/**
 * The angle per token of a pair once the context is extended, in radians.
 *
 * Interpolation divides positions by the factor, which is to divide every frequency (Chen et al. 2023). The larger base
 * is the one whose slowest pair turns `factor` times more slowly. YaRN divides the frequencies of pairs that make less
 * than one turn in the trained context, keeps those that make more than 32, and goes linearly in between (Peng et al.
 * 2023, §3.2).
 *
 * @param pair  0 … 63
 * @param factor  how many times longer the context gets, ≥ 1
 */
export function getExtendedFrequency(method: Method, pair: number, factor: number): number {
  const trained = getTrainedFrequency(pair)
  if (method === 'none') return trained
  if (method === 'interpolation') return trained / factor
  if (method === 'larger base') return getTrainedFrequency(pair, BASE * factor ** (PAIRS / (PAIRS - 1)))
  const kept = Math.min(
    1,
    Math.max(0, (countTrainedTurns(pair) - MIN_KEPT_TURNS) / (MAX_BLENDED_TURNS - MIN_KEPT_TURNS)),
  )
  return (1 - kept) * (trained / factor) + kept * trained
}

const MIN_KEPT_TURNS = 1
const MAX_BLENDED_TURNS = 32

/** How many turns a pair makes in the trained context. */
export const countTrainedTurns = (pair: number): number => (TRAINED * getTrainedFrequency(pair)) / TURN

/** How many turns a pair makes in the extended context. */
export const countExtendedTurns = (method: Method, pair: number, factor: number): number =>
  (TRAINED * factor * getExtendedFrequency(method, pair, factor)) / TURN

/** Pairs that reach angles in the extended context which training never showed them. */
export function countUnseen(method: Method, factor: number): number {
  const pairs = Array.from({ length: PAIRS }, (_, pair) => pair)
  return pairs.filter(
    (pair) =>
      countTrainedTurns(pair) < 1 && countExtendedTurns(method, pair, factor) > countTrainedTurns(pair) * (1 + 1e-9),
  ).length
}
