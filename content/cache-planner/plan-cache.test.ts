import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kvCacheBytes, latentCacheBytes } from '#lib/attention/cost.ts'
import { countTokenBytes, fitSequences, LATENT_DIM, type PlanSettings, planCache, ROPE_DIM } from './plan-cache.ts'
import { PLANNED_MODELS, type PlannedModel } from './planned-models.ts'

const [llama7, llama70, llama3, mistral, deepSeek] = PLANNED_MODELS
const KiB = 1024
const GiB = 2 ** 30
const plain: PlanSettings = { tokens: 4096, batch: 1, storage: 'all', numbers: '16-bit', isPaged: false }

const findBytes = (model: PlannedModel, settings: Partial<PlanSettings>) =>
  planCache(model, { ...plain, ...settings }).at(-1)?.bytes

test.each([
  [llama7, 512],
  [llama70, 320],
  [llama3, 128],
  [mistral, 128],
  [deepSeek, 68.625],
] as const)('$name as released takes %f KiB per token in 16 bits', (model, size) => {
  expect(countTokenBytes(model, { storage: model.released, numbers: '16-bit' })).toBe(size * KiB)
})

test('the models have the weights that they are named for', () => {
  expect(PLANNED_MODELS.map(({ weights }) => weights)).toEqual([
    2 * 6_738_415_616,
    2 * 68_976_648_192,
    2 * 8_030_261_248,
    2 * 7_241_732_096,
    671e9,
  ])
})

test('a token takes what the reference engine computes', () => {
  for (const { layers, heads, headDim, ...model } of PLANNED_MODELS) {
    const size = { layers, batch: 1, seqLen: 1, bytesPerElement: 2 }
    const count = (storage: PlanSettings['storage']) =>
      countTokenBytes({ layers, heads, headDim, ...model }, { storage, numbers: '16-bit' })
    expect(count('all')).toBe(kvCacheBytes({ ...size, kvHeads: heads, headDim }))
    expect(count('8')).toBe(kvCacheBytes({ ...size, kvHeads: 8, headDim }))
    expect(count('1')).toBe(kvCacheBytes({ ...size, kvHeads: 1, headDim }))
    expect(count('latent')).toBe(latentCacheBytes({ ...size, latentDim: LATENT_DIM, ropeDim: ROPE_DIM }))
  }
})

test('Llama-2-7B at 4,096 tokens takes 2 GiB; 8 KV heads take a quarter', () => {
  expect(findBytes(llama7, {})).toBe(2 * GiB)
  expect(findBytes(llama7, { storage: '8' })).toBe(GiB / 2)
})

test('int8 with a scale per vector of 128 is 1.97 times smaller, not 2', () => {
  const { factor } = planCache(llama7, { ...plain, numbers: 'int8' })[2] ?? {}
  expect(factor).toBe(256 / 130)
})

test('a window keeps its last tokens, and no more than there are', () => {
  expect(findBytes(mistral, { storage: '8', tokens: 32_768, window: 4096 })).toBe(4096 * 128 * KiB)
  expect(findBytes(mistral, { storage: '8', tokens: 1000, window: 4096, isPaged: true })).toBe(1008 * 128 * KiB)
})

test('paging frees what is reserved and not used, up to the end of a block', () => {
  expect(findBytes(llama7, { tokens: 500 })).toBe(2 * GiB)
  expect(findBytes(llama7, { tokens: 500, isPaged: true })).toBe(512 * 512 * KiB)
  expect(findBytes(llama7, { tokens: 4096, isPaged: true })).toBe(2 * GiB)
})

const settings = fc.record({
  tokens: fc.integer({ min: 1, max: 200_000 }),
  batch: fc.integer({ min: 1, max: 128 }),
  storage: fc.constantFrom('all', '8', '1', 'latent'),
  numbers: fc.constantFrom('16-bit', 'int8'),
  window: fc.option(fc.integer({ min: 1, max: 10_000 }), { nil: undefined }),
  isPaged: fc.boolean(),
})

test('no technique makes the cache larger, and the factors multiply to the whole saving', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLANNED_MODELS), settings, (model, chosen) => {
      const steps = planCache(model, chosen)
      for (const { factor } of steps) expect(factor).toBeGreaterThanOrEqual(1)
      const whole = steps.reduce((product, { factor }) => product * factor, 1)
      expect(whole).toBeCloseTo(steps[0].bytes / (steps.at(-1)?.bytes ?? 0), 6)
    }),
  )
})

test('the cache grows with the batch as a whole', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLANNED_MODELS), settings, (model, chosen) => {
      const one = planCache(model, { ...chosen, batch: 1 }).at(-1)?.bytes ?? 0
      expect(planCache(model, chosen).at(-1)?.bytes).toBe(one * chosen.batch)
    }),
  )
})

test('next to the weights of Llama-2-7B, 4 sequences of 4,096 tokens fit on 24 GB and 30 on 80 GB', () => {
  expect(fitSequences(llama7.weights, 2 * GiB, 24e9)).toMatchObject({ gpus: 1, sequences: 4 })
  expect(fitSequences(llama7.weights, 2 * GiB, 80e9)).toMatchObject({ gpus: 1, sequences: 30 })
})

test('the sequences that fit are as many as can be', () => {
  const bytes = fc.integer({ min: 1, max: 1e12 })
  fc.assert(
    fc.property(bytes, bytes, fc.constantFrom(24e9, 80e9), (weights, perSequence, gpuBytes) => {
      const { gpus, remainingBytes, sequences } = fitSequences(weights, perSequence, gpuBytes)
      expect(remainingBytes).toBeGreaterThan(0)
      expect(remainingBytes).toBeLessThanOrEqual(gpuBytes)
      expect(weights + remainingBytes).toBe(gpus * gpuBytes)
      expect(sequences * perSequence).toBeLessThanOrEqual(remainingBytes)
      expect((sequences + 1) * perSequence).toBeGreaterThan(remainingBytes)
    }),
  )
})

test('counts are whole numbers of at least 1', () => {
  expect(() => planCache(llama7, { ...plain, tokens: 0 })).toThrow(RangeError)
  expect(() => planCache(llama7, { ...plain, batch: 1.5 })).toThrow(RangeError)
  expect(() => planCache(llama7, { ...plain, window: 0 })).toThrow(RangeError)
})
