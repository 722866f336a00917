import { attentionSteps } from '#lib/attention/attention.ts'
import { decode } from '#lib/attention/decode.ts'
import { matmul } from '#lib/attention/matrix.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import type { ReferenceStep } from '#lib/grading/exercise.ts'
import type { Random } from '#lib/grading/random.ts'
import type { DecodeArgs } from './broken-decode.ts'
import { edgeCases } from './edge-cases.ts'
import { examples } from './examples.ts'
import { misconceptions } from './misconceptions.ts'

export default defineFunction<DecodeArgs, number[][]>({
  name: 'decode',
  signature: 'decode(tokens: number[][], Wq: number[][], Wk: number[][], Wv: number[][]): number[][]',
  params: { tokens: ['n', 'model'], Wq: ['model', 'd'], Wk: ['model', 'd'], Wv: ['model', 'v'] },
  reference: (...args) => decode(...args),
  examples,
  random: { count: 24, make: randomArgs },
  edgeCases,
  misconceptions,
  cost: {
    sizes: [16, 32, 64],
    args: (n, random) => [
      random.matrix(n, 64, 0.2),
      random.matrix(64, 2, 0.2),
      random.matrix(64, 2, 0.2),
      random.matrix(64, 2, 0.2),
    ],
    subject: 'your decoding',
    size: 'length',
    maxExponent: 1.7,
    solutionWork: (n) => 402.6 * n + 4.5 * n ** 2,
    target: 'With each token projected once it stays well below n².',
  },
  steps,
  hints: [
    'Go through the tokens in order. What does token t need from the tokens before it, and what does it compute itself?',
    'For each token: project it three times, append its key and value to the cache, then let its query read the cache. The query itself is not stored.',
    'for (const x of tokens) { cache.append(project(x, Wk), project(x, Wv)); output.push(cache.attend(project(x, Wq))) }',
  ],
  passHeadline: 'Passed. Each token is projected once.',
})

function randomArgs(random: Random): DecodeArgs {
  const [model, d] = [random.int(1, 5), random.int(1, 4)]
  const v = random.chance(0.4) ? d : random.int(1, 4)
  const spread = random.pick([0.6, 0.9])
  const weights = (columns: number) => random.matrix(model, columns, spread)
  return [random.matrix(random.int(1, 6), model), weights(d), weights(d), weights(v)]
}

function steps(...[tokens, Wq, Wk, Wv]: DecodeArgs): readonly ReferenceStep[] {
  const { scores, masked, weights, output } = attentionSteps(
    matmul(tokens, Wq),
    matmul(tokens, Wk),
    matmul(tokens, Wv),
    { causal: true },
  )
  return [
    { name: 'scores', aliases: ['s', 'logits', 'dots', 'raw'], how: 'q · k / √d', scale: 'signed', value: scores },
    { name: 'masked', how: 'tokens that are not there yet', scale: 'signed', value: masked },
    {
      name: 'weights',
      aliases: ['w', 'p', 'probs', 'attn', 'a'],
      how: 'softmax, by row',
      scale: 'weights',
      value: weights,
    },
    {
      name: 'output',
      aliases: ['out', 'o', 'result', 'y'],
      how: 'the values, averaged',
      scale: 'signed',
      value: output,
    },
  ]
}
