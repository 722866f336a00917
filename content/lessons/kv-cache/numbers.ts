import { formatBytes, formatNumber } from '#app/_components/figure/format.ts'
import { cacheShape, describeShape, readableLengths, type ServedModel, servedModels } from '#content/served-models.ts'
import { attentionCost, kvCacheBytes } from '#lib/attention/cost.ts'
import { decodeCost } from '#lib/attention/variant-cost.ts'
import { defineNumbers } from '#lib/course/number.ts'
import { LLAMA_2_7B, LLAMA_2_13B, parameters } from './figures/cache-size.ts'

const GIB = 2 ** 30

/** Bytes of the weights in fp16, in GiB with one digit. */
const weightsInGib = (shape: Parameters<typeof parameters>[0]): number =>
  Math.round((20 * parameters(shape)) / GIB) / 10

/** Models whose weights leave room on one GPU. */
const WEIGHTS = [LLAMA_2_7B, LLAMA_2_13B].map((shape) => {
  const model = servedModels.find(({ name }) => name === shape.name)
  if (!model) throw new RangeError(`served-models.ts has no model ${shape.name}`)
  return { model, weights: weightsInGib(shape) }
}) as [{ model: ServedModel; weights: number }, ...{ model: ServedModel; weights: number }[]]

const LAYERS_FORGOTTEN = 'That is one layer. Each layer has its own cache.'
const KEYS_ONLY = 'That counts only the keys, or one byte per number. Values are cached too, and fp16 takes two bytes.'
const QUERY_HEADS = 'That counts query heads. Only KV heads are cached.'

export default defineNumbers([
  {
    id: 'kv-cache/model-bytes',
    title: 'Bytes of a KV cache',
    exercise: 'kv-cache-bytes',
    generate: (rng) => {
      const model = rng.pick(servedModels)
      const seqLen = rng.pick(readableLengths(model, [1024, 2048, 4096, 8192]))
      const batch = rng.pick([4, 8, 16, 32, 64])
      const countBytes = (over: object) =>
        kvCacheBytes({ ...cacheShape(model), seqLen, batch, bytesPerElement: 2, ...over })
      const answer = countBytes({})
      const queries = {
        id: 'query-heads',
        value: countBytes({ kvHeads: model.heads }),
        feedback: QUERY_HEADS,
      }
      return {
        question: `How large is the KV cache of ${describeShape(model)} in fp16, for ${batch} sequences of ${formatNumber(seqLen)} tokens?`,
        answerUnit: { kind: 'bytes', unit: 'GiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$2 \\cdot ${model.layers} \\cdot ${batch} \\cdot ${seqLen} \\cdot ${model.kvHeads} \\cdot ${model.headDim} \\cdot 2$ bytes: K and V, layers, batch, tokens, KV heads, width, bytes.`,
        slips: [
          ...(model.heads > model.kvHeads ? [queries] : []),
          { id: 'layers-forgotten', value: countBytes({ layers: 1 }), feedback: LAYERS_FORGOTTEN },
          {
            id: 'batch-forgotten',
            value: countBytes({ batch: 1 }),
            feedback: 'That is one sequence. The batch multiplies it.',
          },
          { id: 'keys-only', value: answer / 2, feedback: KEYS_ONLY },
          {
            id: 'heads-forgotten',
            value: countBytes({ kvHeads: 1 }),
            feedback: 'That is one KV head. Every KV head has its own keys and values.',
          },
          { id: 'fp32', value: answer * 2, feedback: 'That is fp32. A number in fp16 takes two bytes.' },
        ],
      }
    },
  },
  {
    id: 'kv-cache/token-bytes',
    title: 'Cache bytes of one token',
    exercise: 'kv-cache-bytes',
    generate: (rng) => {
      const model = rng.pick(servedModels)
      const countBytes = (over: object) =>
        kvCacheBytes({ ...cacheShape(model), seqLen: 1, batch: 1, bytesPerElement: 2, ...over })
      const answer = countBytes({})
      return {
        question: `How much does one token add to the KV cache of ${describeShape(model)}, in fp16?`,
        answerUnit: { kind: 'bytes', unit: 'KiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$2 \\cdot ${model.layers} \\cdot ${model.kvHeads} \\cdot ${model.headDim} \\cdot 2$ bytes.`,
        slips: [
          { id: 'layers-forgotten', value: countBytes({ layers: 1 }), feedback: LAYERS_FORGOTTEN },
          { id: 'keys-only', value: answer / 2, feedback: KEYS_ONLY },
          { id: 'fp32', value: answer * 2, feedback: 'That is fp32. A number in fp16 takes two bytes.' },
          ...(model.heads > model.kvHeads
            ? [{ id: 'query-heads', value: countBytes({ kvHeads: model.heads }), feedback: QUERY_HEADS }]
            : []),
        ],
      }
    },
  },
  {
    id: 'kv-cache/tokens-that-fit',
    title: 'Tokens that fit in memory',
    generate: (rng) => {
      const model = rng.pick(servedModels)
      const room = rng.pick([8, 16, 24, 40, 60])
      const token = kvCacheBytes({ ...cacheShape(model), seqLen: 1, batch: 1, bytesPerElement: 2 })
      const answer = Math.floor((room * GIB) / token)
      return {
        question: `${room} GiB are left for the KV cache of ${describeShape(model)}, in fp16. How many tokens fit, in all sequences together?`,
        answerUnit: { kind: 'number', unit: 'tokens' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `Each token takes ${formatBytes(token)}, and $${room} \\cdot 2^{30} / ${token} = ${formatNumber(answer)}$.`,
        slips: [
          { id: 'keys-only', value: answer * 2, feedback: 'That counts only the keys, or one byte per number.' },
          {
            id: 'layers-forgotten',
            value: answer * model.layers,
            feedback: 'That is one layer. Every layer caches every token.',
          },
          { id: 'gb', value: (room * 1e9) / token, feedback: 'A GiB is 1,024³ bytes; 1,000³ bytes are a GB.' },
        ],
      }
    },
  },
  {
    id: 'kv-cache/step-multiply-adds',
    title: 'Attention of one decoding step',
    exercise: 'decode',
    generate: (rng) => {
      const n = rng.pick([512, 1000, 2048, 4096, 8192])
      const d = rng.pick([64, 128])
      const answer = attentionCost(n, d).multiplyAdds / n
      return {
        question: `The cache holds ${formatNumber(n)} tokens, the newest one included. How many multiply-adds does that token’s attention take in one head of width ${d}, without the projections?`,
        answerUnit: { kind: 'number', unit: 'multiply-adds' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `One query: $nd$ for the scores and $nd$ for the weighted sum of the values, $2 \\cdot ${n} \\cdot ${d}$ in all.`,
        slips: [
          {
            id: 'no-cache',
            value: answer * n,
            feedback: 'That is the whole score matrix. With the cache there is one query.',
          },
          {
            id: 'half',
            value: answer / 2,
            feedback: 'That is the scores alone. The weighted sum of the values costs as much.',
          },
          { id: 'no-width', value: 2 * n, feedback: 'Each score is a dot product over the width.' },
          {
            id: 'projection',
            value: 3 * d * d,
            feedback: 'Those are the projections. The question is about the attention.',
          },
        ],
      }
    },
  },
  {
    id: 'kv-cache/work-saved',
    title: 'What the cache saves',
    exercise: 'decode',
    generate: (rng) => {
      const d = rng.pick([1024, 2048, 4096])
      const n = rng.pick([d / 32, d / 16, d / 8, d / 4]) // up to d/4 the ratio is n/2 within 2 %
      const { cached, uncached } = decodeCost(n, d)
      const answer = uncached / cached
      return {
        question: `A layer of a deep model, with one causal head of width ${formatNumber(d)}, generates ${formatNumber(n)} tokens. Count Q, K, V and the attention, without the output projection and the feed-forward layer. About how many times as many multiply-adds does it take without a cache, when the whole prefix runs again at each step?`,
        answerUnit: { kind: 'number', unit: '×' },
        answer,
        tolerance: 0.05,
        spokenAnswer: `about ${formatNumber(answer, 0)} times`,
        working: `With the cache: $3nd^2 + 2d\\,n(n+1)/2$. Without it, each token of the prefix attends over its own past: $3d^2\\,n(n+1)/2 + 2d \\sum_t t(t+1)/2$. As long as $n$ is well below $d$, the ratio is about $n/2$.`,
        slips: [
          { id: 'n', value: n, feedback: 'On average the prefix is half as long: the ratio is about n/2.' },
          {
            id: 'squared',
            value: n * n,
            feedback: 'The work with the cache grows with n too. The ratio is about n/2.',
          },
        ],
      }
    },
  },
  {
    id: 'kv-cache/sequences-that-fit',
    title: 'Sequences that fit next to the weights',
    generate: (rng) => {
      const { model, weights } = rng.pick(WEIGHTS)
      const memory = rng.pick([40, 48, 80])
      const seqLen = rng.pick([1024, 2048, 4096])
      const one = kvCacheBytes({ ...cacheShape(model), seqLen, batch: 1, bytesPerElement: 2 })
      const answer = Math.floor(((memory - weights) * GIB) / one)
      return {
        question: `A GPU has ${memory} GiB of memory, and the weights of ${describeShape(model)} take ${weights} GiB. How many sequences of ${formatNumber(seqLen)} tokens fit next to them, cached in fp16?`,
        answerUnit: { kind: 'number', unit: 'sequences' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `Each sequence takes ${formatBytes(one)}, and ${formatNumber(memory - weights, 1)} GiB are left.`,
        slips: [
          {
            id: 'weights-forgotten',
            value: Math.floor((memory * GIB) / one),
            feedback: 'Subtract the weights from the memory first.',
          },
          {
            id: 'keys-only',
            value: Math.floor(((memory - weights) * GIB) / (one / 2)),
            feedback: 'That counts only the keys, or one byte per number.',
          },
          { id: 'rounded-up', value: answer + 1, feedback: 'Part of a sequence is no use: round down.' },
        ],
      }
    },
  },
])
