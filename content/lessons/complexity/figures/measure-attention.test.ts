import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  computeGrowth,
  createRun,
  fitSlope,
  isNextAffordable,
  type Measurement,
  measureRun,
} from './measure-attention.ts'

/** A clock that runs only while attention does, by a given time per run. */
function createMachine(msPerRun: (n: number) => number) {
  let time = 0
  let runs = 0
  return {
    now: () => time,
    run: (n: number) => {
      time += msPerRun(n)
      runs++
      return n * n
    },
    countRuns: () => runs,
  }
}

const measure = (sizes: readonly number[], msPerRun: (n: number) => number): Measurement[] => {
  const { run, now } = createMachine(msPerRun)
  return sizes.map((n) => measureRun(n, run, now))
}

test('attention stores n² scores', () => {
  const run = createRun(1)
  expect([1, 5, 32].map(run)).toEqual([1, 25, 1024])
})

test('the time is that of one run, however often it was run', () => {
  expect(measure([8], () => 0.01)[0]?.ms).toBeCloseTo(0.01, 9)
  expect(measure([8], () => 50)[0]?.ms).toBeCloseTo(50, 9)
})

test('the best timing counts, not the one that something else disturbed', () => {
  const times = [20, 90, 20, 20]
  const { run, now } = createMachine(() => times.shift() ?? 20)
  expect(measureRun(8, run, now).ms).toBe(20)
})

test('a slow run is not repeated', () => {
  const { run, now, countRuns } = createMachine(() => 400)
  measureRun(1024, run, now)
  expect(countRuns()).toBe(2)
})

test('a clock that stands still ends the measurement all the same', () => {
  const { run } = createMachine(() => 1)
  expect(measureRun(8, run, () => 0).ms).toBe(0)
})

test('a size that would make the page stand still is left out', () => {
  expect(isNextAffordable({ n: 256, ms: 100, scores: 1 })).toBe(true)
  expect(isNextAffordable({ n: 512, ms: 400, scores: 1 })).toBe(false)
})

test('the slope is the power by which y grows', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      fc.double({ min: 1e-3, max: 10, noNaN: true }),
      (power, c) => {
        expect(fitSlope([64, 128, 256].map((n) => [n, c * n ** power]))).toBeCloseTo(power, 9)
      },
    ),
  )
  expect(() => fitSlope([[1, 1]])).toThrow('a slope needs two points, not 1')
})

test('costs that do not grow with n² make the measured slope smaller than 2', () => {
  expect(computeGrowth(measure([32, 64, 128], (n) => 1e-5 * n * n + 0.01 * n))?.agreement).toBe('slower')
  expect(computeGrowth(measure([256, 512, 1024], (n) => 1e-4 * n * n))?.agreement).toBe('as-predicted')
  expect(computeGrowth(measure([256, 512, 1024], (n) => 1e-6 * n ** 2.6))?.agreement).toBe('faster')
})

test('two sizes are too few for a slope, and a time of 0 has no logarithm', () => {
  expect(computeGrowth(measure([32, 64], (n) => n * n))).toBeUndefined()
  expect(
    computeGrowth([
      { n: 32, ms: 0, scores: 1 },
      { n: 64, ms: 1, scores: 1 },
      { n: 128, ms: 4, scores: 1 },
    ]),
  ).toBeUndefined()
})
