import { describe, expect, test } from 'vitest'
import { defineFunction } from './define-function.ts'
import type { Exercise } from './exercise.ts'
import { grade } from './grade.ts'
import { createTrustedSession } from './trusted-session.ts'

const total = (x: readonly number[]): number => x.reduce((s, v) => s + v, 0)

const sum: Exercise = {
  id: 'sum',
  ...defineFunction<[x: readonly number[]], number>({
    name: 'sum',
    signature: 'sum(x: number[]): number',
    params: { x: ['n'] },
    reference: total,
    examples: [{ label: 'two numbers', args: [[1, 2.5]] }],
    random: { count: 5, make: (r) => [r.vector(r.int(2, 6))] },
    edgeCases: [
      { label: 'one number', args: [[7]] },
      { label: 'ten numbers', make: (r) => [r.vector(10)] },
      { label: 'eleven numbers', make: (r) => [r.vector(11)] },
    ],
    misconceptions: [
      { id: 'mean', headline: 'A mean', feedback: 'You divided.', implementation: (x) => total(x) / x.length },
    ],
    hints: [],
    passHeadline: 'It holds.',
  }),
}
const computeFingerprint = async (answer: (x: readonly number[]) => number, seed: number) =>
  (await grade(sum, seed, createTrustedSession(answer))).unexplained

describe('what no misconception explains', () => {
  test('has the same name for the same wrong outputs, whatever the seed and the last digits', async () => {
    const name = await computeFingerprint((x) => total(x) * 2, 1)
    expect(name).toMatch(/^[0-9a-z]{14}$/)
    expect(await computeFingerprint((x) => x.reduceRight((s, v) => s + v * 2, 0), 99)).toBe(name)
    expect(await computeFingerprint((x) => total(x) * (2 + 1e-9), 5)).toBe(name)
  })
  test('has another name for other wrong outputs', async () => {
    expect(await computeFingerprint((x) => total(x) * 2, 1)).not.toBe(await computeFingerprint((x) => total(x) * 3, 1))
    expect(await computeFingerprint((x) => total(x) * 2, 1)).not.toBe(await computeFingerprint(() => Number.NaN, 1))
  })
  test('is named by the edge cases that fail, where all inputs that never change pass', async () => {
    const tenIsWrong = (by: number) => (x: readonly number[]) => (x.length === 10 ? by : total(x))
    const name = await computeFingerprint(tenIsWrong(1e3), 1)
    expect(await computeFingerprint(tenIsWrong(1e3), 2)).toBe(name)
    expect(await computeFingerprint((x) => (x.length === 11 ? 1e3 : total(x)), 1)).not.toBe(name)
  })
  test('has no name where a misconception has one, or nothing is wrong', async () => {
    expect(await computeFingerprint((x) => total(x) / x.length, 1)).toBeUndefined()
    expect(await computeFingerprint(total, 1)).toBeUndefined()
  })
})
