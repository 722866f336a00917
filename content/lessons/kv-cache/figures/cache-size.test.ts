import { expect, test } from 'vitest'
import { cacheSize, LLAMA_2_13B, MODELS, parameters } from './cache-size.ts'

const [llama, large] = MODELS
const KiB = 1024
const GiB = 1024 ** 3

test('Llama-2-7B in fp16: 512 KiB per token, 2 GiB per sequence of 4,096, 64 GiB for a batch of 32', () => {
  expect(cacheSize(llama, 4096, 32, 2)).toMatchObject({ perToken: 512 * KiB, perSequence: 2 * GiB, whole: 64 * GiB })
})

test('that is five times the 13.5 GB of weights', () => {
  const { whole, weights } = cacheSize(llama, 4096, 32, 2)
  expect(weights / 1e9).toBeCloseTo(13.5, 1)
  expect(Math.round(whole / weights)).toBe(5)
})

test('one layer of one sequence is 64 MiB', () => {
  expect(cacheSize({ ...llama, layers: 1 }, 4096, 1, 2).whole).toBe(64 * 1024 ** 2)
})

test('the models have the parameters that they are named for', () => {
  expect(parameters(llama)).toBe(6738415616)
  expect(parameters(LLAMA_2_13B)).toBe(13015864320)
  expect(parameters(large)).toBe(68976648192)
})

test('eight KV heads instead of 64 make the cache of Llama-2-70B eight times smaller', () => {
  const all = cacheSize({ ...large, kvHeads: large.queryHeads }, 4096, 1, 2)
  expect(all.whole / cacheSize(large, 4096, 1, 2).whole).toBe(8)
})
