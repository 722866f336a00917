import { formatBytes, formatNumber, formatPercent } from '#app/_components/figure/format.ts'
import { scoreMatrixBytes } from '#lib/attention/cost.ts'
import { layerCost } from '#lib/attention/variant-cost.ts'
import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    id: 'complexity/stored-scores',
    title: 'Bytes of the stored scores',
    exercise: 'score-matrix-bytes',
    generate: (rng) => {
      const n = rng.pick([1000, 2000, 2048, 4096, 8192, 16384])
      const heads = rng.pick([8, 16, 32])
      const layers = rng.pick([6, 12, 24, 48])
      const countBytes = (over: object) => scoreMatrixBytes({ n, heads, layers, bytesPerElement: 2, ...over })
      const answer = countBytes({})
      return {
        question: `A model has ${layers} layers of ${heads} heads. How many bytes do all its scores take in fp16, for one sequence of ${formatNumber(n)} tokens, without a mask?`,
        answerUnit: { kind: 'bytes', unit: 'GiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$${layers} \\cdot ${heads} \\cdot ${n}^2 \\cdot 2$ bytes: layers, heads, scores per head, bytes.`,
        slips: [
          {
            id: 'layers-forgotten',
            value: countBytes({ layers: 1 }),
            feedback: 'That is one layer. Each layer has its own scores.',
          },
          { id: 'heads-forgotten', value: countBytes({ heads: 1 }), feedback: 'That is one head per layer.' },
          { id: 'not-squared', value: answer / n, feedback: 'Every query meets every key: n², not n.' },
          { id: 'fp32', value: answer * 2, feedback: 'That is fp32. A number in fp16 takes two bytes.' },
        ],
      }
    },
  },
  {
    id: 'complexity/attention-share',
    title: 'Attention’s share of a layer',
    exercise: 'attention-cost',
    generate: (rng) => {
      const dModel = rng.pick([1024, 2048, 4096])
      const times = rng.pick([1, 2, 4, 8])
      const n = times * dModel
      const heads = dModel / 128
      const cost = layerCost({ n, dModel, heads, kvHeads: heads, headDim: 128, dFf: 4 * dModel, gated: false })
      const answer = cost.attention / (cost.attention + cost.projections + cost.feedForward)
      return {
        question: `A layer of width ${formatNumber(dModel)} has four projections and a feed-forward network of two matrices, four times as wide. What share of its multiply-adds is attention itself, at ${formatNumber(n)} tokens without a mask, in percent?`,
        answerUnit: { kind: 'percent', unit: '%' },
        answer,
        spokenAnswer: formatPercent(answer, 1),
        working: `$2n^2d$ of $2n^2d + 12nd^2$: $n / (n + 6d) = ${times} / ${times + 6}$.`,
        slips: [
          {
            id: 'feed-forward-forgotten',
            value: times / (times + 2),
            feedback: 'That leaves out the feed-forward, 8·n·d² multiply-adds.',
          },
          {
            id: 'one-product',
            value: times / (times + 12),
            feedback: 'That counts one of the two products of attention.',
          },
          { id: 'the-rest', value: 1 - answer, feedback: 'That is the share of everything else.' },
        ],
      }
    },
  },
])
