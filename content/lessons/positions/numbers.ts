import { formatNumber } from '#app/_components/figure/format.ts'
import { alibiSlopes } from '#lib/attention/alibi.ts'
import { ropeInterleaved } from '#lib/attention/rope.ts'
import { defineNumbers } from '#lib/course/number.ts'

/** The angle by which the engine turns pair i of a vector of width d at a position, in radians; small ones only. */
function computeAngle(d: number, i: number, position: number, base = 10000): number {
  const x = Array.from({ length: d }, (_, at) => (at === 2 * i ? 1 : 0))
  const y = ropeInterleaved(x, position, base)
  return Math.atan2(y[2 * i + 1] ?? 0, y[2 * i] ?? 0)
}

export default defineNumbers([
  {
    id: 'positions/rope-angle',
    title: 'Angle of a pair under RoPE',
    exercise: 'rope',
    generate: (rng) => {
      const d = rng.pick([8, 16, 32, 64])
      const i = d / rng.pick([4, 8])
      const position = rng.pick([2, 3, 5, 8, 12, 20])
      const answer = computeAngle(d, i, position / 100) * 100
      const rate = answer / position
      return {
        question: `RoPE with base 10,000 on vectors of width ${d}: by how many radians is pair ${i} (counted from 0) rotated at position ${position}?`,
        answerUnit: { kind: 'number', unit: 'rad' },
        answer,
        spokenAnswer: formatNumber(answer, 3),
        working: `$m \\cdot 10000^{-2i/d} = ${position} \\cdot 10000^{-${2 * i}/${d}} = ${position} \\cdot ${formatNumber(rate, 4)}$.`,
        slips: [
          {
            id: 'no-two',
            value: position * 10000 ** (-i / d),
            feedback: 'The exponent is −2i/d: the factor 2 is missing.',
          },
          { id: 'no-frequency', value: position, feedback: 'That is pair 0. Later pairs turn more slowly.' },
          { id: 'no-position', value: rate, feedback: 'That is the angle at position 1.' },
          {
            id: 'inverse',
            value: position * 10000 ** ((2 * i) / d),
            feedback: 'The exponent is negative: later pairs turn more slowly.',
          },
        ],
      }
    },
  },
  {
    id: 'positions/rope-wavelength',
    title: 'Wavelength of a pair',
    exercise: 'rope',
    generate: (rng) => {
      const d = rng.pick([16, 32, 64, 128])
      const i = (d * rng.pick([1, 2, 3])) / 8
      const base = rng.pick([10000, 500000])
      const answer = (2 * Math.PI) / computeAngle(d, i, 1, base)
      return {
        question: `RoPE with base ${formatNumber(base)}, width ${d}: after how many tokens has pair ${i}, counted from 0, made one full turn?`,
        answerUnit: { kind: 'number', unit: 'tokens' },
        answer,
        spokenAnswer: `about ${formatNumber(answer, answer < 100 ? 1 : 0)}`,
        working: `$2\\pi \\cdot ${base}^{2i/d} = 2\\pi \\cdot ${base}^{${2 * i}/${d}}$.`,
        slips: [
          {
            id: 'no-circle',
            value: answer / (2 * Math.PI),
            feedback: 'That is one radian. A full turn is 2π of them.',
          },
          {
            id: 'no-two',
            value: 2 * Math.PI * base ** (i / d),
            feedback: 'The exponent is 2i/d: the factor 2 is missing.',
          },
          { id: 'first-pair', value: 2 * Math.PI, feedback: 'That is pair 0, the fastest.' },
        ],
      }
    },
  },
  {
    id: 'positions/rope-relative',
    title: 'What RoPE keeps of two positions',
    exercise: 'rope',
    generate: (rng) => {
      const n = rng.int(3, 40) * 10
      const back = rng.int(2, 9) * 3
      const m = n + back
      const d = rng.pick([16, 64])
      const i = d / 4
      const answer = (computeAngle(d, i, m / 1000) - computeAngle(d, i, n / 1000)) * 1000
      return {
        question: `A query is at position ${m}, a key at position ${n}, and the pair turns by 0.01 rad per token. On which angle does their dot product depend, in radians?`,
        answerUnit: { kind: 'number', unit: 'rad' },
        answer,
        spokenAnswer: formatNumber(answer, 3),
        working: `Only the distance counts: $(${m} - ${n}) \\cdot 0.01$.`,
        slips: [
          {
            id: 'sum',
            value: (m + n) / 100,
            feedback: 'That adds the positions. Rotations cancel up to their difference.',
          },
          { id: 'query-only', value: m / 100, feedback: 'That is the angle of the query. The key is rotated too.' },
          {
            id: 'no-rate',
            value: back,
            feedback: 'That is the distance in tokens. Multiply it by the angle per token.',
          },
        ],
      }
    },
  },
  {
    id: 'positions/alibi-slope',
    title: 'Slope of an ALiBi head',
    generate: (rng) => {
      const heads = rng.pick([4, 8, 16])
      const h = rng.int(1, Math.min(4, heads - 1))
      const answer = alibiSlopes(heads)[h] ?? 0
      return {
        question: `ALiBi with ${heads} heads: what is the slope of head ${h}, counted from 0?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: answer > 0.01 ? formatNumber(answer, 4) : `2^−${Math.round(-Math.log2(answer))}`,
        working: `$2^{-8(h+1)/H} = 2^{-${8 * (h + 1)}/${heads}}$.`,
        slips: [
          {
            id: 'from-zero',
            value: 2 ** ((-8 * h) / heads),
            feedback: 'That gives head 0 the slope 1. The first is 2^(−8/H).',
          },
          {
            id: 'no-eight',
            value: 2 ** (-(h + 1) / heads),
            feedback: 'The exponent is −8(h + 1)/H: the 8 is missing.',
          },
          { id: 'reciprocal', value: 1 / (h + 1), feedback: 'The slopes fall geometrically, by powers of 2.' },
        ],
      }
    },
  },
  {
    id: 'positions/alibi-bias',
    title: 'What ALiBi adds to a score',
    generate: (rng) => {
      const heads = 8
      const h = rng.int(0, 3)
      const j = rng.int(2, 20)
      const i = j + rng.int(3, 30)
      const slope = alibiSlopes(heads)[h] ?? 0
      const answer = -slope * (i - j)
      return {
        question: `ALiBi, in a head with slope ${slope}: what is added to the score of query ${i} with key ${j}?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer, 4),
        working: `$-${slope} \\cdot (${i} - ${j})$: the further back, the lower.`,
        slips: [
          { id: 'sign', value: -answer, feedback: 'The sign is wrong: distant keys would be favored.' },
          { id: 'absolute', value: -slope * i, feedback: 'That is the query’s position. The distance counts.' },
          { id: 'key', value: -slope * j, feedback: 'That is the key’s position. The distance counts.' },
        ],
      }
    },
  },
])
