import type { Matrix } from '#lib/attention/matrix.ts'
import { headEntropy, meanWeightAtOffset } from '#lib/attention/mean-weight-at-offset.ts'

/** Offsets whose scores are computed: 0 is the token itself, −1 the previous one. */
export const OFFSETS = [0, -1, -2, -3, -4] as const
/** A mean weight from here on, at one offset, names a head. Purely positional heads are near 1. */
const LEANING_SHARE = 0.3
/** A mean weight on the first token from here on names a head. */
const FIRST_SHARE = 0.4
/** The weight on the last five tokens, together, that makes a head one of recent tokens. */
const RECENT_SHARE = 0.6
/** Shares of the largest possible entropy: below the first, a head is sharp, above the second, spread. */
const [SHARP_SHARE, SPREAD_SHARE] = [0.35, 0.85]

/** What the weights of one head add up to. */
export interface HeadScores {
  /** The mean weight at each of `OFFSETS`. */
  readonly offsets: readonly number[]
  /** The mean entropy of the rows, in nats. */
  readonly entropy: number
  /** That of a head which looks at all visible tokens alike. */
  readonly maxEntropy: number
  /** The mean weight on the first token. */
  readonly first: number
}

/** A mean weight at one offset: the reference’s function, or the learner’s. */
export type ScoreOffset = (weights: Matrix, offset: number) => number

/**
 * Scores one causal head.
 *
 * @param weights  n × n
 */
export function scoreHead(weights: Matrix, scoreOffset: ScoreOffset = meanWeightAtOffset): HeadScores {
  const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length
  return {
    offsets: OFFSETS.map((offset) => scoreOffset(weights, offset)),
    entropy: headEntropy(weights),
    maxEntropy: mean(weights.map((_, i) => Math.log(i + 1))),
    first: mean(weights.map((row) => row[0] ?? 0)),
  }
}

/** What a head does on this text. */
export type HeadKind = 'first' | 'current' | 'previous' | 'further' | 'sharp' | 'recent' | 'spread' | 'mixed'

/** How each kind is called, and what it means. */
export const HEAD_KINDS: Readonly<Record<HeadKind, { readonly name: string; readonly meaning: string }>> = {
  first: { name: 'first token', meaning: 'at least 0.4 of its weight is on the first token' },
  current: { name: 'current token', meaning: 'its largest score is at offset 0, at least 0.3' },
  previous: { name: 'previous token', meaning: 'its largest score is at offset −1, at least 0.3' },
  further: { name: 'further back', meaning: 'its largest score is at offset −2, −3 or −4, at least 0.3' },
  sharp: {
    name: 'sharp, no fixed offset',
    meaning: 'its entropy is low and no offset stands out: it selects by content',
  },
  recent: { name: 'recent tokens', meaning: 'the current token and the four before it share at least 0.6' },
  spread: { name: 'spread', meaning: 'its entropy is at least 0.85 of the largest possible' },
  mixed: { name: 'mixed', meaning: 'none of the other names fits' },
}

/** Names a head by its scores. */
export function classifyHead({ offsets, entropy, maxEntropy, first }: HeadScores): HeadKind {
  const best = Math.max(...offsets)
  const recent = offsets.reduce((a, b) => a + b, 0)
  if (first >= FIRST_SHARE && first > best) return 'first'
  if (best >= LEANING_SHARE) return (['current', 'previous'] as const)[offsets.indexOf(best)] ?? 'further'
  if (maxEntropy === 0) return 'mixed'
  if (entropy <= SHARP_SHARE * maxEntropy) return 'sharp'
  if (entropy >= SPREAD_SHARE * maxEntropy) return 'spread'
  return recent >= RECENT_SHARE ? 'recent' : 'mixed'
}
