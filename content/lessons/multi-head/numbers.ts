import { formatNumber } from '#app/_components/figure/format.ts'
import { splitHeads } from '#lib/attention/heads.ts'
import { layerCost } from '#lib/attention/variant-cost.ts'
import { defineNumbers } from '#lib/course/number.ts'

const shape = (n: number, headDim: number, heads: number) =>
  layerCost({ n, dModel: headDim * heads, heads, kvHeads: heads, headDim, dFf: 1, gated: false })

export default defineNumbers([
  {
    id: 'multi-head/width',
    title: 'Width of a head',
    exercise: 'split-heads',
    generate: (rng) => {
      const heads = rng.pick([6, 8, 12, 16, 20, 32])
      const model = heads * rng.pick([48, 64, 80, 96, 128])
      const answer = splitHeads([Array.from({ length: model }, () => 0)], heads)[0]?.[0]?.length ?? 0
      return {
        question: `A model is ${formatNumber(model)} wide and splits into ${heads} heads. How wide is a head?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `$${model} / ${heads}$: the heads share the width.`,
        slips: [
          { id: 'whole', value: model, feedback: 'That gives every head the whole width. Heads share it.' },
          {
            id: 'with-qkv',
            value: answer / 3,
            feedback: 'Q, K and V do not share the width: each of them has all of it.',
          },
        ],
      }
    },
  },
  {
    id: 'multi-head/parameters',
    title: 'Parameters of an attention layer',
    exercise: 'multi-head-attention',
    generate: (rng) => {
      const heads = rng.pick([8, 12, 16, 32])
      const headDim = rng.pick([64, 128])
      const model = heads * headDim
      const answer = shape(1, headDim, heads).projections
      return {
        question: `How many weights does multi-head attention of width ${formatNumber(model)} with ${heads} heads have, without biases?`,
        answerUnit: { kind: 'number', unit: 'weights' },
        answer,
        spokenAnswer: `${formatNumber(answer)}, about ${formatNumber(answer / 1e6, 1)} million`,
        working: `$4 d^2 = 4 \\cdot ${model}^2$: $W_Q, W_K, W_V$ and $W_O$, whatever the number of heads.`,
        slips: [
          { id: 'no-output', value: (answer * 3) / 4, feedback: 'The output projection is missing.' },
          { id: 'times-heads', value: answer * heads, feedback: 'Heads share the width: more heads add no weights.' },
          { id: 'one-matrix', value: answer / 4, feedback: 'That is one of the four matrices.' },
          { id: 'one-head', value: answer / heads, feedback: 'That is the share of one head.' },
        ],
      }
    },
  },
  {
    id: 'multi-head/multiply-adds',
    title: 'Attention of all heads',
    generate: (rng) => {
      const heads = rng.pick([8, 12, 16])
      const headDim = rng.pick([64, 128])
      const n = rng.pick([256, 512, 1024, 2048])
      const { attention: answer } = shape(n, headDim, heads)
      return {
        question: `${formatNumber(n)} tokens, ${heads} heads of width ${headDim}: how many multiply-adds do the scores and the weighted sums of all heads take in one layer, without the projections?`,
        answerUnit: { kind: 'number', unit: 'multiply-adds' },
        answer,
        spokenAnswer: `${formatNumber(answer)}, about ${formatNumber(answer / 1e9, 2)} billion`,
        working: `$2 n^2 \\cdot ${heads} \\cdot ${headDim} = 2 n^2 d$ with the model’s width $d$.`,
        slips: [
          { id: 'one-head', value: answer / heads, feedback: 'That is one head.' },
          { id: 'whole-width-each', value: answer * heads, feedback: 'That gives every head the whole width.' },
          { id: 'half', value: answer / 2, feedback: 'That is one of the two products.' },
          { id: 'flops', value: answer * 2, feedback: 'That counts FLOPs: one multiply-add is two of them.' },
        ],
      }
    },
  },
  {
    id: 'multi-head/balance',
    title: 'Where attention overtakes projections',
    generate: (rng) => {
      const heads = rng.pick([8, 12, 16, 32])
      const headDim = rng.pick([64, 128])
      const model = heads * headDim
      const per = shape(1, headDim, heads)
      const answer = per.projections / per.attention
      return {
        question: `An attention layer is ${formatNumber(model)} wide. At how many tokens do the scores and the weighted sums take as many multiply-adds as the four projections?`,
        answerUnit: { kind: 'number', unit: 'tokens' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `$4 n d^2 = 2 n^2 d$ gives $n = 2d$.`,
        slips: [
          { id: 'width', value: model, feedback: 'That leaves out a factor 2: four projections against two products.' },
          {
            id: 'three',
            value: (3 * model) / 2,
            feedback: 'That counts three projections. The output projection is the fourth.',
          },
          {
            id: 'head-width',
            value: 2 * headDim,
            feedback: 'That uses the width of one head. Use the width of the model.',
          },
        ],
      }
    },
  },
])
