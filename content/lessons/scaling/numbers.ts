import { formatNumber } from '#app/_components/figure/format.ts'
import { scaledScores } from '#lib/attention/scores.ts'
import { softmax } from '#lib/attention/softmax.ts'
import { defineNumbers } from '#lib/course/number.ts'

/** The factor that the engine scales scores of width d by. */
function computeScale(d: number): number {
  const unit = [Array.from({ length: d }, (_, i) => (i === 0 ? 1 : 0))]
  return scaledScores(unit, unit)[0]?.[0] ?? 0
}

export default defineNumbers([
  {
    id: 'scaling/head-width',
    title: 'Scale of a head width',
    exercise: 'scaled-scores',
    generate: (rng) => {
      const d = rng.pick([16, 64, 100, 144, 256, 400])
      const answer = computeScale(d)
      return {
        question: `Keys have width ${d}. By which factor are the dot products multiplied before the softmax?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: `1/${formatNumber(1 / answer)}, that is ${formatNumber(answer, 4)}`,
        working: `$1/\\sqrt{${d}}$.`,
        slips: [
          {
            id: 'no-root',
            value: 1 / d,
            feedback: 'That divides by the width itself. The standard deviation grows like its square root.',
          },
          {
            id: 'multiplied',
            value: Math.sqrt(d),
            feedback: 'That makes the scores larger: √d is the divisor, not the factor.',
          },
          { id: 'none', value: 1, feedback: 'Then the scores are not scaled at all.' },
        ],
      }
    },
  },
  {
    id: 'scaling/many-heads',
    title: 'Scale with many heads',
    generate: (rng) => {
      const d = rng.pick([64, 100, 144, 256])
      const heads = rng.pick([4, 8, 12, 16, 32])
      const answer = computeScale(d)
      const model = d * heads
      return {
        question: `A model is ${formatNumber(model)} wide and has ${heads} heads. What are the scores of a head divided by?`,
        answerUnit: { kind: 'number', unit: '' },
        answer: 1 / answer,
        spokenAnswer: formatNumber(1 / answer),
        working: `A head is $${model} / ${heads} = ${d}$ wide, and $\\sqrt{${d}} = ${formatNumber(1 / answer)}$.`,
        slips: [
          {
            id: 'model-width',
            value: Math.sqrt(model),
            feedback: 'That is the root of the model’s width. A head’s dot product sums over its own width only.',
          },
          {
            id: 'no-root',
            value: d,
            feedback: 'That is the width of a head. The scores are divided by its square root.',
          },
          { id: 'heads', value: Math.sqrt(heads), feedback: 'That is the root of the number of heads.' },
        ],
      }
    },
  },
  {
    id: 'scaling/spread',
    title: 'Spread of unscaled scores',
    generate: (rng) => {
      const d = rng.pick([16, 36, 64, 100, 144, 256])
      const answer = 1 / computeScale(d)
      return {
        question: `The entries of queries and keys are independent, with mean 0 and variance 1, and the width is ${d}. What is the standard deviation of an unscaled score?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `Each of the ${d} products has variance 1, their sum ${d}, and $\\sqrt{${d}} = ${formatNumber(answer)}$.`,
        slips: [
          { id: 'variance', value: d, feedback: 'That is the variance. The standard deviation is its root.' },
          { id: 'scaled', value: 1, feedback: 'That is the standard deviation after scaling.' },
          { id: 'inverse', value: 1 / answer, feedback: 'That is the factor that brings it back to 1.' },
        ],
      }
    },
  },
  {
    id: 'scaling/odds',
    title: 'How much a lead counts',
    generate: (rng) => {
      const d = rng.pick([16, 64, 100, 144])
      const root = 1 / computeScale(d)
      const times = rng.int(1, 3)
      const lead = times * root
      const [first = 0, second = 1] = softmax([lead / root, 0])
      const answer = first / second
      return {
        question: `One key’s dot product is ${formatNumber(lead)} larger than another’s, and the width is ${d}. After scaling and softmax, how many times as much weight does it get?`,
        answerUnit: { kind: 'number', unit: '×' },
        answer,
        spokenAnswer: formatNumber(answer, 1),
        working: `$${formatNumber(lead)}/\\sqrt{${d}} = ${times}$, and $e^{${times}} = ${formatNumber(answer, 1)}$.`,
        slips: [
          { id: 'unscaled', value: Math.exp(lead), feedback: 'That is without the scale.' },
          {
            id: 'no-exponential',
            value: times,
            feedback: 'That is the scaled difference. Softmax takes its exponential.',
          },
          {
            id: 'share',
            value: first,
            feedback: 'That is the share of the first key. The question is its ratio to the other.',
          },
          {
            id: 'divided-by-width',
            value: Math.exp(lead / d),
            feedback: 'That divides by the width. Divide by its square root.',
          },
        ],
      }
    },
  },
])
