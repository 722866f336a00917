import { cacheShape, servedModels, shapeOf } from '#content/served-models.ts'
import { attentionCost, kvCacheBytes } from '#lib/attention/cost.ts'
import { decodeCost } from '#lib/attention/variant-cost.ts'
import { defineNumbers } from '#lib/course/number.ts'
import { formatBytes, formatNumber } from '#lib/figure/format.ts'

const GIB = 2 ** 30

export default defineNumbers([
  {
    id: 'kv-cache/model-bytes',
    title: 'Bytes of a KV cache',
    exercise: 'kv-cache-bytes',
    draw: (dice) => {
      const model = dice.pick(servedModels)
      const seqLen = dice.pick([1024, 2048, 4096, 8192])
      const batch = dice.pick([4, 8, 16, 32, 64])
      const of = (over: object) => kvCacheBytes({ ...cacheShape(model), seqLen, batch, bytesPerElement: 2, ...over })
      const answer = of({})
      const queries = {
        id: 'query-heads',
        value: of({ kvHeads: model.heads }),
        says: 'That counts query heads. Only KV heads are cached.',
      }
      return {
        question: `How large is the KV cache of ${shapeOf(model)} in fp16, for ${batch} sequences of ${formatNumber(seqLen)} tokens?`,
        asked: { kind: 'bytes', unit: 'GiB' },
        answer,
        says: formatBytes(answer),
        working: `$2 \\cdot ${model.layers} \\cdot ${batch} \\cdot ${seqLen} \\cdot ${model.kvHeads} \\cdot ${model.headDim} \\cdot 2$ bytes: K and V, layers, batch, tokens, KV heads, width, bytes.`,
        slips: [
          ...(model.heads > model.kvHeads ? [queries] : []),
          {
            id: 'layers-forgotten',
            value: of({ layers: 1 }),
            says: 'That is one layer. Each layer has a cache of its own.',
          },
          { id: 'batch-forgotten', value: of({ batch: 1 }), says: 'That is one sequence. The batch multiplies it.' },
          {
            id: 'keys-only',
            value: answer / 2,
            says: 'That is the keys alone, or one byte a number. Values are cached too, and fp16 takes two bytes.',
          },
          { id: 'heads-forgotten', value: of({ kvHeads: 1 }), says: 'That is one KV head.' },
          { id: 'fp32', value: answer * 2, says: 'That is in fp32. A number in fp16 takes two bytes.' },
        ],
      }
    },
  },
  {
    id: 'kv-cache/token-bytes',
    title: 'Cache bytes of one token',
    exercise: 'kv-cache-bytes',
    draw: (dice) => {
      const model = dice.pick(servedModels)
      const of = (over: object) =>
        kvCacheBytes({ ...cacheShape(model), seqLen: 1, batch: 1, bytesPerElement: 2, ...over })
      const answer = of({})
      return {
        question: `How much does one token add to the KV cache of ${shapeOf(model)}, in fp16?`,
        asked: { kind: 'bytes', unit: 'KiB' },
        answer,
        says: formatBytes(answer),
        working: `$2 \\cdot ${model.layers} \\cdot ${model.kvHeads} \\cdot ${model.headDim} \\cdot 2$ bytes.`,
        slips: [
          { id: 'layers-forgotten', value: of({ layers: 1 }), says: 'That is one layer.' },
          { id: 'keys-only', value: answer / 2, says: 'That is the keys alone, or one byte a number.' },
          { id: 'fp32', value: answer * 2, says: 'That is in fp32.' },
          ...(model.heads > model.kvHeads
            ? [
                {
                  id: 'query-heads',
                  value: of({ kvHeads: model.heads }),
                  says: 'That counts query heads. Only KV heads are cached.',
                },
              ]
            : []),
        ],
      }
    },
  },
  {
    id: 'kv-cache/tokens-that-fit',
    title: 'Tokens that fit into memory',
    draw: (dice) => {
      const model = dice.pick(servedModels)
      const room = dice.pick([8, 16, 24, 40, 60])
      const token = kvCacheBytes({ ...cacheShape(model), seqLen: 1, batch: 1, bytesPerElement: 2 })
      const answer = Math.floor((room * GIB) / token)
      return {
        question: `${room} GiB are left for the KV cache of ${shapeOf(model)}, in fp16. How many tokens fit, over all sequences?`,
        asked: { kind: 'number', unit: 'tokens' },
        answer,
        says: formatNumber(answer),
        working: `A token takes ${formatBytes(token)}, and $${room} \\cdot 2^{30} / ${token} = ${formatNumber(answer)}$.`,
        slips: [
          { id: 'keys-only', value: answer * 2, says: 'That counts the keys alone, or one byte a number.' },
          {
            id: 'layers-forgotten',
            value: answer * model.layers,
            says: 'That is one layer. Every layer caches each token.',
          },
          { id: 'gb', value: (room * 1e9) / token, says: 'GiB count by 1,024, not by 1,000.' },
        ],
      }
    },
  },
  {
    id: 'kv-cache/step-multiply-adds',
    title: 'Attention of one decoding step',
    exercise: 'decode',
    draw: (dice) => {
      const n = dice.pick([512, 1000, 2048, 4096, 8192])
      const d = dice.pick([64, 128])
      const answer = attentionCost(n, d).multiplyAdds / n
      return {
        question: `${formatNumber(n)} tokens are cached, a head is ${d} wide. How many multiply-adds does the attention of one more token take in it, projections not counted?`,
        asked: { kind: 'number', unit: 'multiply-adds' },
        answer,
        says: formatNumber(answer),
        working: `One query: $2 n d = 2 \\cdot ${n} \\cdot ${d}$, the new key counted among the ${formatNumber(n)}.`,
        slips: [
          {
            id: 'no-cache',
            value: answer * n,
            says: 'That is the whole matrix again. With the cache, one query attends.',
          },
          { id: 'half', value: answer / 2, says: 'That is the scores alone. The average of the values costs as much.' },
          { id: 'no-width', value: 2 * n, says: 'Each score is a dot product over the width.' },
          { id: 'projection', value: 3 * d * d, says: 'Those are the projections. Asked is the attention.' },
        ],
      }
    },
  },
  {
    id: 'kv-cache/work-saved',
    title: 'What the cache saves',
    exercise: 'decode',
    draw: (dice) => {
      const n = dice.pick([128, 256, 512, 1024])
      const d = dice.pick([512, 1024, 4096])
      const { cached, uncached } = decodeCost(n, d)
      const answer = uncached / cached
      return {
        question: `One layer of width ${formatNumber(d)} generates ${formatNumber(n)} tokens. Counting Q, K, V and attention: how many times as many multiply-adds does it take without the cache?`,
        asked: { kind: 'number', unit: '×' },
        answer,
        says: `about ${formatNumber(answer, 0)} times`,
        working: `With: $3nd^2 + 2d\\,n(n+1)/2$. Without, the whole prefix at each step: $3d^2\\,n(n+1)/2 + 2d \\sum_t t^2$. For $n \\ll d$ nearly $n/2$.`,
        slips: [
          { id: 'n', value: n, says: 'The prefix is half as long on average: it is about n/2.' },
          { id: 'squared', value: n * n, says: 'Both grow with n. The ratio is about n/2.' },
        ],
      }
    },
  },
  {
    id: 'kv-cache/sequences-that-fit',
    title: 'Sequences beside the weights',
    draw: (dice) => {
      const model = servedModels[dice.int(0, 1)] ?? servedModels[0]
      const weights = model.name === 'LLaMA-7B' ? 13 : 25
      const memory = dice.pick([40, 48, 80])
      const seqLen = dice.pick([1024, 2048, 4096])
      const one = kvCacheBytes({ ...cacheShape(model), seqLen, batch: 1, bytesPerElement: 2 })
      const answer = Math.floor(((memory - weights) * GIB) / one)
      return {
        question: `A card has ${memory} GiB, the weights of ${shapeOf(model)} take ${weights} GiB. How many sequences of ${formatNumber(seqLen)} tokens fit beside them, cached in fp16?`,
        asked: { kind: 'number', unit: 'sequences' },
        answer,
        exact: true,
        says: formatNumber(answer),
        working: `A sequence takes ${formatBytes(one)}, and ${memory - weights} GiB are left.`,
        slips: [
          {
            id: 'weights-forgotten',
            value: Math.floor((memory * GIB) / one),
            says: 'The weights take their part first.',
          },
          {
            id: 'keys-only',
            value: Math.floor(((memory - weights) * GIB) / (one / 2)),
            says: 'That counts the keys alone, or one byte a number.',
          },
          { id: 'rounded-up', value: answer + 1, says: 'A part of a sequence does not fit: round down.' },
        ],
      }
    },
  },
])
