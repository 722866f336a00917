import { formatNumber } from '#app/_components/figure/format.ts'
import { attentionCost } from '#lib/attention/cost.ts'
import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    id: 'cross-attention/score-entries',
    title: 'Scores of cross-attention',
    exercise: 'cross-attention',
    generate: (rng) => {
      const nX = rng.pick([20, 32, 48, 64, 100])
      const nY = rng.pick([128, 200, 256, 400, 1500])
      const heads = rng.pick([8, 12, 16])
      const answer = nX * nY * heads
      return {
        question: `${nX} target tokens attend to ${formatNumber(nY)} source tokens in ${heads} heads. How many scores does one layer’s cross-attention compute?`,
        answerUnit: { kind: 'number', unit: 'scores' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `Queries times keys, for each head: $${nX} \\cdot ${nY} \\cdot ${heads}$.`,
        slips: [
          { id: 'heads-forgotten', value: nX * nY, feedback: 'That is one head.' },
          {
            id: 'target-squared',
            value: nX * nX * heads,
            feedback: 'That is self-attention of the target. The keys come from the source.',
          },
          {
            id: 'source-squared',
            value: nY * nY * heads,
            feedback: 'That is self-attention of the source. The queries come from the target.',
          },
          { id: 'joined', value: (nX + nY) ** 2 * heads, feedback: 'That is self-attention over both texts joined.' },
        ],
      }
    },
  },
  {
    id: 'cross-attention/multiply-adds',
    title: 'Multiply-adds of cross-attention',
    exercise: 'cross-attention',
    generate: (rng) => {
      const nX = rng.pick([16, 32, 50, 64])
      const nY = rng.pick([200, 256, 500, 1500])
      const d = rng.pick([64, 128])
      const answer = attentionCost(1, d).multiplyAdds * nX * nY
      return {
        question: `${nX} queries meet ${formatNumber(nY)} keys of width ${d} in one head. The values have the same width. How many multiply-adds do the scores and the weighted sum take?`,
        answerUnit: { kind: 'number', unit: 'multiply-adds' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `Two products of $n_x n_y d$: $2 \\cdot ${nX} \\cdot ${nY} \\cdot ${d}$.`,
        slips: [
          { id: 'half', value: answer / 2, feedback: 'That is one of the two products.' },
          {
            id: 'source-squared',
            value: 2 * nY * nY * d,
            feedback: 'That counts as many queries as keys. The queries come from the target.',
          },
          { id: 'flops', value: answer * 2, feedback: 'That counts FLOPs: one multiply-add is two of them.' },
        ],
      }
    },
  },
])
