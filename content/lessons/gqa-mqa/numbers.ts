import { formatBytes, formatNumber } from '#app/_components/figure/format.ts'
import { cacheShape, describeShape, groupedModels, readableLengths } from '#content/served-models.ts'
import { cacheReduction, kvCacheBytes, latentCacheBytes } from '#lib/attention/cost.ts'
import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    id: 'gqa-mqa/reduction',
    title: 'How much smaller the cache is',
    exercise: 'cache-reduction',
    anchor: 'what-shrinks-and-what-stays',
    generate: (rng) => {
      const kvHeads = rng.pick([2, 4, 8])
      const heads = kvHeads * rng.pick([3, 4, 5, 6, 8, 16])
      const answer = cacheReduction(heads, kvHeads)
      return {
        question: `${heads} query heads share ${kvHeads} KV heads. How many times smaller is the KV cache than with multi-head attention?`,
        answerUnit: { kind: 'number', unit: '×' },
        answer,
        exact: true,
        spokenAnswer: `${answer} times`,
        working: `$h/g = ${heads}/${kvHeads}$: only KV heads are cached.`,
        slips: [
          { id: 'kv-heads', value: kvHeads, feedback: 'That is the number of KV heads.' },
          { id: 'mqa', value: heads, feedback: 'That would be one KV head for all: multi-query attention.' },
          { id: 'both', value: answer * 2, feedback: 'K and V both shrink, by the same factor: it counts once.' },
        ],
      }
    },
  },
  {
    id: 'gqa-mqa/which-kv-head',
    title: 'Which KV head a query head reads',
    anchor: 'sharing-keys-and-values',
    exercise: 'grouped-query-attention',
    generate: (rng) => {
      const kvHeads = rng.pick([2, 4, 8])
      const group = rng.pick([3, 4, 6, 8])
      const heads = kvHeads * group
      const head = rng.int(1, heads - 1)
      const answer = Math.floor(head / cacheReduction(heads, kvHeads))
      return {
        question: `${heads} query heads, ${kvHeads} KV heads, all counted from 0. Which KV head does query head ${head} read?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `Neighbors share: $\\lfloor ${head} / ${group} \\rfloor$.`,
        slips: [
          {
            id: 'interleaved',
            value: head % kvHeads,
            feedback:
              'That is the remainder (i mod g), which assigns KV heads in turn. Neighbors share a KV head: divide by the size of a group and round down.',
          },
          {
            id: 'divided-by-kv',
            value: Math.floor(head / kvHeads),
            feedback: 'That divides by the number of KV heads. Divide by the size of a group.',
          },
          { id: 'from-one', value: answer + 1, feedback: 'Heads are counted from 0.' },
        ],
      }
    },
  },
  {
    id: 'gqa-mqa/model-bytes',
    title: 'Cache of a grouped model',
    exercise: 'kv-cache-bytes',
    generate: (rng) => {
      const model = rng.pick(groupedModels)
      const seqLen = rng.pick(readableLengths(model, [2048, 4096, 8192, 32768]))
      const of = (over: object) => kvCacheBytes({ ...cacheShape(model), seqLen, batch: 1, bytesPerElement: 2, ...over })
      const answer = of({})
      return {
        question: `How large is the cache of ${describeShape(model)} for one sequence of ${formatNumber(seqLen)} tokens, in fp16?`,
        answerUnit: { kind: 'bytes', unit: answer >= 2 ** 30 ? 'GiB' : 'MiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$2 \\cdot ${model.layers} \\cdot ${seqLen} \\cdot ${model.kvHeads} \\cdot ${model.headDim} \\cdot 2$ bytes.`,
        slips: [
          {
            id: 'query-heads',
            value: of({ kvHeads: model.heads }),
            feedback: 'That counts query heads: it is the cache of multi-head attention.',
          },
          { id: 'one-kv-head', value: of({ kvHeads: 1 }), feedback: 'That is one KV head: multi-query attention.' },
          { id: 'keys-only', value: answer / 2, feedback: 'That counts only the keys, or one byte per number.' },
          { id: 'layers-forgotten', value: of({ layers: 1 }), feedback: 'That is one layer.' },
        ],
      }
    },
  },
  {
    id: 'gqa-mqa/latent-bytes',
    title: 'Cache of latents',
    anchor: 'mla-a-separate-key-for-positions',
    exercise: 'cache-reduction',
    generate: (rng) => {
      const layers = rng.pick([27, 48, 60, 61])
      const seqLen = rng.pick([4096, 8192, 16_384, 32_768])
      const [latentDim, ropeDim] = [512, 64]
      const size = { layers, batch: 1, seqLen, latentDim, ropeDim, bytesPerElement: 2 }
      const answer = latentCacheBytes(size)
      return {
        question: `A model with ${layers} layers and 128 heads uses MLA with a latent of ${latentDim} and a rotated key of ${ropeDim}. How large is its cache for one sequence of ${formatNumber(seqLen)} tokens, in 16 bits?`,
        answerUnit: { kind: 'bytes', unit: answer >= 2 ** 30 ? 'GiB' : 'MiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$(${latentDim} + ${ropeDim}) \\cdot ${layers} \\cdot ${seqLen} \\cdot 2$ bytes: no factor of 2 for keys and values, none for heads.`,
        slips: [
          {
            id: 'keys-and-values',
            value: 2 * answer,
            feedback: 'That counts the latent for keys and again for values. Both are computed from the same one.',
          },
          {
            id: 'per-head',
            value: 128 * answer,
            feedback: 'That caches a latent and a rotated key per head. All heads share them.',
          },
          {
            id: 'no-rope-key',
            value: 2 * latentDim * layers * seqLen,
            feedback: 'The rotated key is cached too, next to the latent.',
          },
          {
            id: 'rope-key-per-head',
            value: 2 * (latentDim + 128 * ropeDim) * layers * seqLen,
            feedback: 'That caches a rotated key per head. All heads share one.',
          },
          { id: 'layers-forgotten', value: answer / layers, feedback: 'That is one layer.' },
        ],
      }
    },
  },
])
