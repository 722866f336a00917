import { formatNumber } from '#app/_components/figure/format.ts'
import { attentionCost } from '#lib/attention/cost.ts'
import { weightedSum } from '#lib/attention/matrix.ts'
import { softmax } from '#lib/attention/softmax.ts'
import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    id: 'weighted-sum/two-scores',
    title: 'Softmax of two scores',
    exercise: 'softmax',
    generate: (rng) => {
      const a = rng.int(-2, 4)
      const b = a - rng.int(1, 3)
      const [answer = 0] = softmax([a, b])
      return {
        question: `Two keys score $${a}$ and $${b}$. What weight does the first one get? Two decimals are enough.`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer, 3),
        working: `Only the difference counts: $1 / (1 + e^{-${a - b}})$.`,
        slips: [
          { id: 'other', value: 1 - answer, feedback: 'That is the weight of the second key.' },
          {
            id: 'not-normalized',
            value: Math.exp(-(a - b)),
            feedback: 'That is the ratio of the two weights. Divide by the sum of both exponentials.',
          },
          { id: 'even', value: 0.5, feedback: 'The weights are equal only if the scores are.' },
        ],
      }
    },
  },
  {
    id: 'weighted-sum/blend',
    title: 'A weighted average of values',
    exercise: 'attend-one',
    generate: (rng) => {
      const weights = rng.pick([
        [0.5, 0.25, 0.25],
        [0.7, 0.2, 0.1],
        [0.6, 0.3, 0.1],
      ])
      const values = [rng.int(1, 9) * 4, rng.int(1, 9) * 4, rng.int(1, 9) * 4]
      const [answer = 0] = weightedSum(
        weights,
        values.map((v) => [v]),
      )
      const sum = values.reduce((a, b) => a + b, 0)
      const list = (of: readonly number[]) => of.map((x) => formatNumber(x)).join(', ')
      return {
        question: `The weights are ${list(weights)}, the values ${list(values)}. What is the output?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `$${weights.map((w, i) => `${w} \\cdot ${values[i]}`).join(' + ')} = ${formatNumber(answer)}$`,
        slips: [
          { id: 'plain-mean', value: sum / 3, feedback: 'That is the unweighted mean: every weight would be ⅓.' },
          { id: 'sum', value: sum, feedback: 'That is the sum of the values. Multiply each value by its weight.' },
          {
            id: 'largest-only',
            value: values[0] ?? 0,
            feedback: 'That is only the value with the largest weight. The others contribute too.',
          },
          { id: 'divided-again', value: answer / 3, feedback: 'The weights already sum to 1: do not divide by 3.' },
        ],
      }
    },
  },
  {
    id: 'weighted-sum/score-entries',
    title: 'Scores of one forward pass',
    generate: (rng) => {
      const n = rng.pick([512, 1000, 1024, 2048, 4096])
      const heads = rng.pick([8, 12, 16, 32])
      const layers = rng.pick([6, 12, 24, 48])
      const one = attentionCost(n, 64).scoreEntries
      const answer = one * heads * layers
      return {
        question: `A model has ${layers} layers of ${heads} heads. How many scores does one pass over ${formatNumber(n)} tokens compute, if every query is compared with every key?`,
        answerUnit: { kind: 'number', unit: 'scores' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `$n^2$ per head: $${n}^2 \\cdot ${heads} \\cdot ${layers}$.`,
        slips: [
          {
            id: 'heads-forgotten',
            value: one * layers,
            feedback: 'Every head has its own scores. The heads are missing.',
          },
          { id: 'layers-forgotten', value: one * heads, feedback: 'That is one layer.' },
          { id: 'n', value: n * heads * layers, feedback: 'Every query meets every key: n², not n.' },
          { id: 'one-matrix', value: one, feedback: 'That is one head of one layer.' },
        ],
      }
    },
  },
  {
    id: 'weighted-sum/multiply-adds',
    title: 'Multiply-adds of one head',
    generate: (rng) => {
      const n = rng.pick([256, 512, 1024, 2048, 4096])
      const d = rng.pick([32, 64, 128])
      const { multiplyAdds: answer } = attentionCost(n, d)
      return {
        question: `How many multiply-adds do $QK^\\top$ and the product with $V$ take for one head, ${formatNumber(n)} tokens of width ${d}?`,
        answerUnit: { kind: 'number', unit: 'multiply-adds' },
        answer,
        spokenAnswer: `${formatNumber(answer)}, about ${formatNumber(answer / 1e6, 0)} million`,
        working: `$2 n^2 d = 2 \\cdot ${n}^2 \\cdot ${d}$: $n^2 d$ for the scores, as much for the average.`,
        slips: [
          {
            id: 'half',
            value: answer / 2,
            feedback: 'That is one of the two products. The average of the values costs as much.',
          },
          { id: 'linear', value: 2 * n * d, feedback: 'That is linear in n. Every query meets every key.' },
          { id: 'flops', value: 2 * answer, feedback: 'That counts FLOPs: one multiply-add is two of them.' },
          { id: 'no-width', value: 2 * n * n, feedback: 'Each score is a dot product over the whole width d.' },
        ],
      }
    },
  },
])
