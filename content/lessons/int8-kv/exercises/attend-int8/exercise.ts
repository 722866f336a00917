import { attendInt8 } from '#lib/attention/attend-int8.ts'
import { attentionSteps } from '#lib/attention/attention.ts'
import { dequantize } from '#lib/attention/quantize-int8.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { LOOSE_TOLERANCE } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { Cached, Row } from './attending.ts'
import { misconceptions } from './misconceptions.ts'

export default defineFunction<Cached, number[]>({
  name: 'attendInt8',
  signature: 'type Row = { q: number[]; scale: number }\nattendInt8(q: number[], K8: Row[], V8: Row[]): number[]',
  // a row's numbers are cut by nobody: the query would have to be cut with them
  params: { q: ['d'], K8: ['n'], V8: ['n'] },
  isValidInput: (q, K8) => K8.every((k) => k.q.length === q.length),
  reference: (q, K8, V8) => attendInt8(q, K8.map(copied), V8.map(copied)),
  examples: [
    { label: 'two tokens, width 1', args: [[2], [row([1], 0.5), row([2], 0.5)], [row([10], 0.2), row([20], 0.4)]] },
    {
      label: 'a query of zeros, so a plain mean',
      args: [
        [0, 0],
        [row([1, 2], 1), row([3, 0], 2)],
        [row([4, 100], 0.5), row([8, 10], 0.1)],
      ],
    },
  ],
  random: { count: 26, make: (r) => cache(r, r.int(1, 7), r.int(1, 5), r.int(1, 4)) },
  edgeCases: [
    { label: 'one token', make: (r) => cache(r, 1, 3, 2) },
    { label: 'width 3, whose root is not a whole number', make: (r) => cache(r, 5, 3, 2) },
    { label: 'values wider than keys', make: (r) => cache(r, 4, 2, 6) },
    { label: 'a key of zeros with scale 0', make: (r) => withZero(cache(r, 4, 2, 2), 'key') },
    { label: 'a value of zeros with scale 0', make: (r) => withZero(cache(r, 4, 2, 2), 'value') },
    {
      label: 'scales that are far apart',
      args: [
        [1, -1],
        [row([127, 30], 0.01), row([-60, 127], 0.05), row([10, -127], 0.002)],
        [row([127, 5], 0.001), row([-127, 64], 3), row([20, 127], 0.1)],
      ],
    },
    {
      label: 'equal rows of whole numbers, other scales',
      args: [
        [1],
        [row([100], 0.01), row([100], 0.02), row([100], 0.03)],
        [row([50], 1), row([50], 0.1), row([50], 0.01)],
      ],
    },
    {
      label: 'a query of many small parts',
      make: (r) => {
        const [, K8, V8] = cache(r, 5, 4, 2)
        return [[0.9, 0.004, -0.003, 0.3], K8, V8]
      },
    },
    {
      label: 'scores near +900',
      args: [
        [100],
        [row([90], 0.1), row([88], 0.1), row([89], 0.1)],
        [row([10], 0.5), row([127], 0.1), row([-30], 0.2)],
      ],
    },
    {
      label: 'scores near −20,000',
      args: [
        [-1000],
        [row([20], 1), row([40], 0.5005), row([100], 0.2003)],
        [row([10], 0.5), row([127], 0.1), row([-30], 0.2)],
      ],
      tolerance: LOOSE_TOLERANCE,
    },
    { label: 'twenty tokens', make: (r) => cache(r, 20, 2, 1) },
  ],
  misconceptions,
  steps(q, K8, V8) {
    const { scores, weights, output } = attentionSteps([q], K8.map(dequantize), V8.map(dequantize))
    return [
      { name: 'scores', aliases: ['s', 'logits', 'dots'], how: 'q·k / √d', scale: 'signed', value: scores },
      { name: 'weights', aliases: ['w', 'p', 'probs', 'attn'], how: 'softmax', scale: 'weights', value: weights },
      { name: 'output', aliases: ['out', 'o', 'y'], how: 'weights · values', scale: 'signed', value: output },
    ]
  },
  hints: [
    'What does row j of `K8` stand for? Write the dot product of q with it, and move the factor that all terms share in front of the sum.',
    'Multiply the score by the key’s scale, before the softmax. Multiply the value’s term by the value’s scale. Each row has its own.',
    'Score j is `dot(q, K8[j].q) * K8[j].scale / Math.sqrt(q.length)`. After the softmax, entry c of the output is the sum of `weights[j] * V8[j].scale * V8[j].q[c]`.',
  ],
  passHeadline: 'Passed. Each row is dequantized with its own scale.',
})

function row(q: readonly number[], scale: number): Row {
  return { q, scale }
}

function copied({ q, scale }: Row) {
  return { q: [...q], scale }
}

/** Rows as quantising gives them: their largest whole number is ±127. */
function cache(random: Random, n: number, d: number, dV: number): Cached {
  const rows = (width: number) =>
    Array.from({ length: n }, () => {
      const q = Array.from({ length: width }, () => random.int(-126, 126))
      q[random.int(0, width - 1)] = random.chance(0.5) ? 127 : -127
      return row(q, (0.3 + 2 * random.next()) / 127)
    })
  return [random.vector(d, 1.5), rows(d), rows(dV)]
}
function withZero([q, K8, V8]: Cached, which: 'key' | 'value'): Cached {
  const zero = (rows: readonly Row[]) =>
    rows.map((r, j) =>
      j === 1
        ? row(
            r.q.map(() => 0),
            0,
          )
        : r,
    )
  return which === 'key' ? [q, zero(K8), V8] : [q, K8, zero(V8)]
}
