import { describe, expect, test } from 'vitest'
import type { Exercise, MemoryRule } from './exercise.ts'
import { describeMemory, judgeMemory, measureMemory } from './memory.ts'
import type { HeapSampling, Session } from './runner.ts'
import type { MemoryCount } from './script.ts'

/** Counts of elements, with the bytes that so many take. */
const counts = (...elements: number[]): MemoryCount[] => elements.map((n) => ({ elements: n, bytes: 8 * n }))
const sizes = [16, 32, 64]
const rule: MemoryRule = {
  sizes: [16, 32, 64],
  script: (n) => [{ call: 'f', args: [n] }],
  maxExponent: 1.3,
  maxElements: () => 2000,
  maxBytes: () => 1_000_000,
  subject: 'your function',
  size: 'length',
  target: 'Tiles do not grow.',
}

describe('judging what is alive', () => {
  test('linear growth passes', () => {
    expect(judgeMemory(rule, sizes, counts(100, 200, 400))).toMatchObject({ passed: true, exponent: 1 })
  })
  test('quadratic growth does not, and the sentence says both counts', () => {
    const memory = judgeMemory(rule, sizes, counts(100, 400, 1600))
    expect(memory.passed).toBe(false)
    expect(describeMemory(memory)).toBe(
      'At length 32 your function held up to 400 array elements at once, at 64 1,600: that grows with n². Tiles do not grow.',
    )
  })
  test('too many elements fail whatever the growth, and the sentence says how many are enough', () => {
    const memory = judgeMemory(rule, sizes, counts(4000, 4000, 4000))
    expect(memory.passed).toBe(false)
    expect(describeMemory(memory)).toMatch(/at 64 4,000: more than the 2,000 that are enough/)
  })
  test('as few as are enough pass however they grow', () => {
    expect(judgeMemory({ ...rule, alwaysPassBelow: () => 500 }, sizes, counts(10, 60, 240))).toMatchObject({
      passed: true,
    })
  })
  test('a few elements more are no growth', () => {
    expect(judgeMemory({ ...rule, minCounted: 16 }, sizes, counts(0, 2, 9))).toMatchObject({
      passed: true,
      exponent: 0,
    })
  })
  test('a matrix that is no array shows in bytes, and the sentence says so', () => {
    const counts = [2, 4, 8].map((n) => ({ elements: 10 * n, bytes: 4000 * n ** 2 }))
    const memory = judgeMemory(rule, sizes, counts)
    expect(memory).toMatchObject({ passed: false, unit: 'bytes', exponent: 2 })
    expect(describeMemory(memory)).toBe(
      'At length 32 your function held up to 63 KB at once, at 64 250 KB: that grows with n². Tiles do not grow.',
    )
  })
  test('a remark is made of what passes and holds a row', () => {
    const remark = { script: () => [], above: 50, feedback: 'A row.' }
    expect(judgeMemory({ ...rule, remark }, sizes, counts(1, 2, 4, 60)).remark).toBe('A row.')
    expect(judgeMemory({ ...rule, remark }, sizes, counts(1, 2, 4, 50)).remark).toBeUndefined()
  })
})

describe('measuring', () => {
  const exercise = { id: 'x', memory: rule } as unknown as Exercise
  const session = (alive: (sampling: HeapSampling) => readonly number[]): Session => ({
    run: () => Promise.reject(new Error('not asked')),
    measureMemory: async (_, sampling) => ({
      results: alive(sampling).map((n) => ({ steps: [], alive: { elements: n, bytes: 8 * n } })),
      console: { lines: [], dropped: 0 },
      traces: [],
    }),
    close() {},
  })
  test('what seems too much is counted again without garbage', async () => {
    const measured = await measureMemory(
      exercise,
      1,
      session((sampling) => (sampling === 'fast' ? [1, 4, 16] : [1, 2, 4])),
    )
    expect(measured).toMatchObject({ memory: { passed: true, elements: [1, 2, 4] } })
  })
  test('growth that is a little too steep is counted once more, closely', async () => {
    const measured = await measureMemory(
      exercise,
      1,
      session((sampling) => (sampling === 'dense' ? [100, 200, 400] : [100, 200, 500])),
    )
    expect(measured).toMatchObject({ memory: { passed: true, elements: [100, 200, 400] } })
  })
  test('what is far off is not counted a third time', async () => {
    const samplings: string[] = []
    const measured = await measureMemory(
      exercise,
      1,
      session((sampling) => {
        samplings.push(sampling)
        return [100, 400, 1600]
      }),
    )
    expect(measured).toMatchObject({ memory: { passed: false } })
    expect(samplings).toEqual(['fast', 'after-gc'])
  })
  test('an engine that cannot count is our fault', async () => {
    const { measureMemory: _, ...without } = session(() => [])
    await expect(measureMemory(exercise, 1, without)).rejects.toThrow('cannot count')
  })
  test('code that does not come to its end is not judged', async () => {
    expect(
      await measureMemory(
        exercise,
        1,
        session(() => [1]),
      ),
    ).toEqual({ problem: undefined })
  })
})
