import { expect, test } from 'vitest'
import { attentionCost, cacheReduction, kvCacheBytes, latentCacheBytes, scoreMatrixBytes } from './cost.ts'
import { flashSavings } from './flash-cost.ts'
import { decodeCost, layerCost, linearAttentionCost, slidingWindowCost } from './variant-cost.ts'

const GiB = 2 ** 30
const llama2 = { layers: 32, seqLen: 4096, kvHeads: 32, headDim: 128, bytesPerElement: 2 }

test('Llama-2-7B at 4,096 tokens takes 2 GiB per sequence and 64 GiB at batch 32', () => {
  expect(kvCacheBytes({ ...llama2, batch: 1 })).toBe(2 * GiB)
  expect(kvCacheBytes({ ...llama2, batch: 32 })).toBe(64 * GiB)
  expect(kvCacheBytes({ ...llama2, batch: 1, seqLen: 1 })).toBe(512 * 1024)
})

test('Llama-2-70B shares 8 KV heads among 64 query heads: 320 KiB per token, 8 times less', () => {
  const size = { layers: 80, batch: 1, seqLen: 1, kvHeads: 8, headDim: 128, bytesPerElement: 2 }
  expect(kvCacheBytes(size)).toBe(320 * 1024)
  expect(cacheReduction(64, 8)).toBe(8)
  expect(() => cacheReduction(6, 4)).toThrow('6 query heads cannot share 4 KV heads evenly')
})

test('DeepSeek-V3 caches 576 numbers per token and layer: 68.6 KiB per token, as much as 2.25 KV heads of width 128', () => {
  const size = { layers: 61, batch: 1, seqLen: 1, bytesPerElement: 2 }
  const latents = latentCacheBytes({ ...size, latentDim: 512, ropeDim: 64 })
  expect(latents).toBe(70_272)
  expect(latents / kvCacheBytes({ ...size, kvHeads: 1, headDim: 128 })).toBe(2.25)
  expect(kvCacheBytes({ ...size, kvHeads: 128, headDim: 128 }) / latents).toBeCloseTo(56.9, 1)
  expect(() => latentCacheBytes({ ...size, latentDim: 0, ropeDim: 64 })).toThrow('latentDim is 0')
})

test('one head at 100,000 tokens has 10¹⁰ scores, 20 GB in fp16', () => {
  expect(attentionCost(100_000, 64)).toEqual({ multiplyAdds: 2 * 1e10 * 64, scoreEntries: 1e10 })
  expect(scoreMatrixBytes({ n: 100_000, heads: 1, layers: 1, bytesPerElement: 2 })).toBe(2e10)
})

test('at n = d = 4,096 attention is a seventh of the layer, and overtakes the rest at 6·d', () => {
  const at = (n: number) =>
    layerCost({ n, dModel: 4096, heads: 32, kvHeads: 32, headDim: 128, dFf: 16384, gated: false })
  const { projections, attention, feedForward } = at(4096)
  expect(attention / (projections + attention + feedForward)).toBeCloseTo(1 / 7, 12)
  const crossing = at(6 * 4096)
  expect(crossing.attention).toBe(crossing.projections + crossing.feedForward)
})

test('a window that covers the sequence costs half the matrix and its diagonal; a small one is linear', () => {
  expect(slidingWindowCost(8, 4, 100).scoreEntries).toBe((8 * 9) / 2)
  expect(slidingWindowCost(6, 1, 2, 1).scoreEntries).toBe(1 + 2 + 3 + 3 + 3 + 3)
  const { scoreEntries } = slidingWindowCost(2000, 4, 10)
  expect(scoreEntries / slidingWindowCost(1000, 4, 10).scoreEntries).toBeCloseTo(2, 1)
})

test('linear attention costs n·d², with no scores', () => {
  expect(linearAttentionCost(100, 8)).toEqual({ multiplyAdds: 2 * 100 * 8 * 9, scoreEntries: 0, stateEntries: 72 })
})

test('without a cache every step runs the whole prefix again, and each token attends over its own past', () => {
  const [n, d] = [7, 3]
  let [cached, uncached] = [0, 0]
  for (let t = 1; t <= n; t++) {
    cached += 3 * d * d + 2 * t * d
    uncached += 3 * t * d * d + 2 * d * ((t * (t + 1)) / 2)
  }
  expect(decodeCost(n, d)).toEqual({ cached, uncached })
})

test('without a cache generation costs a power of n more', () => {
  const ratio = (n: number) => decodeCost(n, 64).uncached / decodeCost(n, 64).cached
  expect(ratio(2000) / ratio(1000)).toBeGreaterThan(1.5)
  expect(decodeCost(1, 4)).toEqual({ cached: 56, uncached: 56 })
})

test('FlashAttention has the same multiply-adds, O(n) extra memory and less traffic', () => {
  const { naive, flash } = flashSavings({ n: 4096, d: 64, fastMemory: 48_000, bytesPerElement: 2 })
  expect(flash.multiplyAdds).toBe(naive.multiplyAdds)
  expect(naive.extraBytes).toBe(2 * 4096 ** 2)
  expect(flash.extraBytes).toBe(2 * 2 * 4096)
  expect(naive.trafficBytes / flash.trafficBytes).toBeGreaterThan(5)
})

test('sizes are whole numbers of at least 1', () => {
  expect(() => attentionCost(0, 4)).toThrow('n is 0: it must be a whole number of at least 1')
  expect(() => kvCacheBytes({ ...llama2, batch: 1, bytesPerElement: 0 })).toThrow('bytesPerElement is 0')
  expect(() => flashSavings({ n: 4, d: 8, fastMemory: 4, bytesPerElement: 2 })).toThrow('holds no row of width 8')
})
