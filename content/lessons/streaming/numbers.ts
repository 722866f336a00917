import { formatBytes, formatNumber } from '#app/_components/figure/format.ts'
import { cacheShape, describeShape, readableLengths, servedModels } from '#content/served-models.ts'
import { kvCacheBytes } from '#lib/attention/cost.ts'
import { createMaskPredicate } from '#lib/attention/mask-predicate.ts'
import { StreamingCache } from '#lib/attention/streaming-cache.ts'
import { linearAttentionCost, slidingWindowCost } from '#lib/attention/variant-cost.ts'
import { defineNumbers } from '#lib/course/number.ts'

/** Tokens that can reach the last of n through a stack of causal windows, by the engine’s own rule. */
function reached(n: number, window: number, layers: number): number {
  const sees = createMaskPredicate({ causal: true, window }, n, n)
  let first = n - 1
  for (let layer = 0; layer < layers; layer++) {
    const from = first
    while (first > 0 && sees?.(from, first - 1)) first--
  }
  return n - first
}

export default defineNumbers([
  {
    id: 'streaming/receptive-field',
    title: 'Receptive field of stacked windows',
    exercise: 'sliding-window-attention',
    generate: (rng) => {
      const window = rng.pick([4, 8, 16, 32, 64])
      const layers = rng.int(3, 12)
      const answer = reached(window * layers + 8, window, layers)
      return {
        question: `${layers} layers of causal attention, each over a window of ${window} tokens, including the token itself. On how many tokens, itself included, can the last token’s output depend?`,
        answerUnit: { kind: 'number', unit: 'tokens' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `Each layer reaches ${window - 1} further back: $${layers} \\cdot ${window - 1} + 1$.`,
        slips: [
          {
            id: 'times',
            value: window * layers,
            feedback: 'The token itself is counted in every window, but only once in all: each layer adds w − 1.',
          },
          {
            id: 'one-layer',
            value: window,
            feedback: 'That is one layer. The tokens in a window already depend on tokens before it.',
          },
          { id: 'itself-forgotten', value: answer - 1, feedback: 'That leaves out the last token itself.' },
          {
            id: 'both-sides',
            value: 2 * (answer - 1) + 1,
            feedback: 'That looks to both sides. A causal window looks back only.',
          },
        ],
      }
    },
  },
  {
    id: 'streaming/window-scores',
    title: 'Scores of a sliding window',
    exercise: 'sliding-window-attention',
    generate: (rng) => {
      const window = rng.pick([4, 5, 8, 10])
      const n = window * rng.int(2, 5)
      const { scoreEntries: answer } = slidingWindowCost(n, 1, window)
      return {
        question: `Causal attention over ${n} tokens, with a window of ${window} that includes the token itself. How many scores does one head compute?`,
        answerUnit: { kind: 'number', unit: 'scores' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `The first ${window} rows have 1 to ${window} keys, all others ${window}: $${(window * (window + 1)) / 2} + ${n - window} \\cdot ${window}$.`,
        slips: [
          { id: 'no-start', value: n * window, feedback: 'The first rows have fewer keys than the window.' },
          { id: 'causal', value: (n * (n + 1)) / 2, feedback: 'That is without the window.' },
          { id: 'both-sides', value: n * n, feedback: 'That is neither causal nor windowed.' },
        ],
      }
    },
  },
  {
    id: 'streaming/held',
    title: 'What a streaming cache holds',
    generate: (rng) => {
      const window = rng.int(3, 12) * 4
      const sinks = rng.int(2, 6)
      const n = window + sinks + rng.int(5, 400)
      const cache = new StreamingCache(window, sinks)
      for (let t = 0; t < n; t++) cache.append([0], [0])
      const answer = cache.length
      return {
        question: `A streaming cache keeps ${sinks} sinks and a window of ${window}. How many keys does it hold after ${n} tokens?`,
        answerUnit: { kind: 'number', unit: 'keys' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `$${sinks} + ${window}$, however long the text is.`,
        slips: [
          { id: 'sinks-forgotten', value: window, feedback: 'The sinks are kept in addition to the window.' },
          { id: 'all', value: n, feedback: 'That is every token. Those between sinks and window are dropped.' },
          { id: 'inside', value: window - sinks, feedback: 'The sinks are not part of the window.' },
        ],
      }
    },
  },
  {
    id: 'streaming/cache-bytes',
    title: 'Cache of endless text',
    generate: (rng) => {
      const model = rng.pick(servedModels)
      const window = rng.pick(readableLengths(model, [1020, 2044, 4092]))
      const n = rng.pick([100_000, 1_000_000, 4_000_000])
      const countBytes = (seqLen: number, layers = model.layers) =>
        kvCacheBytes({ ...cacheShape(model), layers, seqLen, batch: 1, bytesPerElement: 2 })
      const answer = countBytes(window + 4)
      return {
        question: `${describeShape(model)} streams with 4 sinks and a window of ${formatNumber(window)}, in fp16. How large is its cache after ${formatNumber(n)} tokens?`,
        answerUnit: { kind: 'bytes', unit: 'MiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `It holds ${formatNumber(window + 4)} tokens of ${formatBytes(countBytes(1))}, however long the text is.`,
        slips: [
          { id: 'all', value: countBytes(n), feedback: 'That keeps every token.' },
          { id: 'keys-only', value: answer / 2, feedback: 'That counts only the keys, or one byte per number.' },
          { id: 'layers-forgotten', value: countBytes(window + 4, 1), feedback: 'That is one layer.' },
        ],
      }
    },
  },
  {
    id: 'streaming/linear-state',
    title: 'State of linear attention',
    generate: (rng) => {
      const d = rng.pick([32, 64, 128])
      const n = rng.pick([1000, 10_000, 100_000])
      const { stateEntries: answer } = linearAttentionCost(n, d)
      return {
        question: `Causal linear attention, one head, keys and values of width ${d}. How many numbers does its state hold after ${formatNumber(n)} tokens, including the normalizer?`,
        answerUnit: { kind: 'number', unit: 'numbers' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `A $d \\times d_v$ matrix and a vector of $d$: $${d} \\cdot ${d} + ${d}$, however long the text is.`,
        slips: [
          { id: 'normalizer-forgotten', value: d * d, feedback: 'The normalizer, a vector of d numbers, is missing.' },
          { id: 'cache', value: 2 * n * d, feedback: 'That is a KV cache. The state does not grow with the text.' },
          { id: 'scores', value: n * n, feedback: 'That is the score matrix, which is never computed.' },
          { id: 'vector', value: d, feedback: 'That is the normalizer alone.' },
        ],
      }
    },
  },
])
