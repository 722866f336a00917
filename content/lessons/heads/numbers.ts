import { formatNumber } from '#app/_components/figure/format.ts'
import { headEntropy, meanWeightAtOffset } from '#lib/attention/mean-weight-at-offset.ts'
import { layerCost } from '#lib/attention/variant-cost.ts'
import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    id: 'heads/previous-score',
    title: 'Score of a previous-token head',
    exercise: 'offset-score',
    generate: (rng) => {
      const tenths = [rng.pick([1, 2, 3, 4]), rng.pick([5, 6, 7]), rng.pick([8, 9])]
      const previous = tenths.map((tenth) => tenth / 10)
      const weights = [[1], ...previous.map((weight, i) => [...new Array<number>(i).fill(0), weight, 1 - weight])].map(
        (row) => [...row, ...new Array<number>(4 - row.length).fill(0)],
      )
      const answer = meanWeightAtOffset(weights, -1)
      const sum = previous.reduce((a, b) => a + b, 0)
      return {
        question: `A text has 4 tokens, numbered from 0. Tokens 1, 2 and 3 put ${previous.join(', ')} of their weight on the previous token and the rest on themselves. What is the head’s score at offset −1?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer, 2),
        working: `$(${previous.join(' + ')}) / 3$. Token 0 has no previous token, so three rows count.`,
        slips: [
          { id: 'all-rows', value: sum / 4, feedback: 'That divides by 4 rows. Token 0 has no previous token.' },
          { id: 'sum', value: sum, feedback: 'That is the sum. The score is the mean.' },
          {
            id: 'current',
            value: meanWeightAtOffset(weights, 0),
            feedback: 'That is the score at offset 0, of the tokens themselves.',
          },
        ],
      }
    },
  },
  {
    id: 'heads/even-entropy',
    title: 'Entropy of an even row',
    exercise: 'head-entropy',
    generate: (rng) => {
      const looked = rng.pick([2, 4, 8, 16, 32])
      const visible = looked * rng.pick([4, 8])
      const row = [...new Array<number>(looked).fill(1 / looked), ...new Array<number>(visible - looked).fill(0)]
      const answer = headEntropy([row])
      return {
        question: `A query sees ${visible} keys and divides its weight evenly among ${looked} of them. What is the entropy of its row, in nats?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer, 2),
        working: `$\\ln ${looked}$: a weight of 0 adds nothing, so the other keys don’t count.`,
        slips: [
          { id: 'bits', value: Math.log2(looked), feedback: 'That is in bits. Nats take the natural logarithm.' },
          { id: 'all-keys', value: Math.log(visible), feedback: 'That spreads the weight over all visible keys.' },
        ],
      }
    },
  },
  {
    id: 'heads/induction-distance',
    title: 'Where an induction head looks',
    exercise: 'offset-score',
    generate: (rng) => {
      const period = rng.int(12, 60)
      const answer = period - 1
      return {
        question: `You feed a model ${period} random tokens twice. In the second copy, how many positions before the query is the key that an induction head attends to?`,
        answerUnit: { kind: 'number', unit: 'positions' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `The current token occurred ${period} positions ago; the token after it is one position nearer: $${period} - 1$.`,
        slips: [
          {
            id: 'same-token',
            value: period,
            feedback: 'That is the earlier occurrence itself. The head reads what followed it.',
          },
          { id: 'token-before', value: period + 1, feedback: 'That is the token before the earlier occurrence.' },
        ],
      }
    },
  },
  {
    id: 'heads/pruned-weights',
    title: 'Weights that pruning removes',
    exercise: 'ablate-heads',
    generate: (rng) => {
      const heads = rng.pick([8, 12, 16])
      const headDim = 64
      const pruned = rng.pick([2, 3, 5, 6])
      const dModel = heads * headDim
      const count = (of: number) =>
        layerCost({ n: 1, dModel, heads: of, kvHeads: of, headDim, dFf: 1, gated: false }).projections
      const answer = count(pruned)
      return {
        question: `A multi-head attention layer of width ${formatNumber(dModel)} has ${heads} heads. You cut out ${pruned} of them. How many weights does the layer lose, without biases?`,
        answerUnit: { kind: 'number', unit: 'weights' },
        answer,
        spokenAnswer: `${formatNumber(answer)}, about ${formatNumber(answer / 1e6, 2)} million`,
        working: `A head has $3 \\cdot ${dModel} \\cdot ${headDim}$ weights in $W_Q$, $W_K$ and $W_V$, and $${headDim} \\cdot ${dModel}$ in $W_O$; times ${pruned}.`,
        slips: [
          { id: 'no-output', value: (answer * 3) / 4, feedback: 'The rows of $W_O$ go as well.' },
          { id: 'one-head', value: count(1), feedback: 'That is one head.' },
          { id: 'whole-layer', value: count(heads), feedback: 'That is the whole layer.' },
        ],
      }
    },
  },
])
