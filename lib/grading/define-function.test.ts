import { describe, expect, test } from 'vitest'
import { defineFunction } from './define-function.ts'
import type { Exercise } from './exercise.ts'
import { grade } from './grade.ts'
import { NotApplicable } from './not-applicable.ts'
import { defineOtherFunction } from './other-function.ts'
import type { Session } from './runner.ts'
import { createTrustedSession } from './trusted-session.ts'
import type { Value } from './value.ts'

const double = (x: readonly number[]): number[] => x.map((v) => 2 * v)
const third = (y: { readonly of: readonly number[] }): number[] => y.of.map((v) => v / 3)

const pair: Exercise = {
  id: 'double',
  ...defineFunction<[x: readonly number[]], number[]>({
    name: 'double',
    signature: 'double(x: number[]): number[]',
    params: { x: ['n'] },
    reference: double,
    examples: [{ label: 'two numbers', args: [[1, 2]] }],
    random: { count: 3, make: (r) => [r.vector(3)] },
    edgeCases: [{ label: 'one number', args: [[7]] }],
    otherFunctions: [
      defineOtherFunction<[y: { of: readonly number[] }]>({
        name: 'third',
        params: { y: { fields: { of: ['n'] } } },
        reference: third,
        examples: [{ label: 'a third of three', args: [{ of: [3] }] }],
        random: { count: 2, make: (r) => [{ of: r.vector(2) }] },
        edgeCases: [{ label: 'a third of nothing', args: [{ of: [0] }] }],
      }),
    ],
    misconceptions: [
      {
        id: 'negative',
        headline: 'The sign is lost',
        feedback: 'You return the negative.',
        implementation: (x) => double(x).map((v) => -v),
        otherFunctions: { third: (y: { of: number[] }) => third(y).map((v) => -v) },
      },
      {
        id: 'fits-nothing',
        headline: 'No shape fits',
        feedback: 'You returned something else.',
        implementation: () => {
          throw new NotApplicable()
        },
      },
      {
        id: 'first-missing',
        headline: 'The first is missing',
        feedback: 'You start at 1.',
        implementation: (x) => {
          if (x.length === 1) throw new NotApplicable()
          return double(x).map((v, i) => (i === 0 ? 0 : v))
        },
        variants: [(x) => double(x).map((v, i) => (i === 0 ? Number.NaN : v))],
      },
    ],
    hints: [],
    passHeadline: 'It holds.',
  }),
}

const learner = (code: Readonly<Record<string, (...args: never[]) => Value>>): Session => ({
  run: async (scripts) => {
    const runs = scripts.map((script) => {
      const [step] = script
      const f = (step && 'call' in step && code[step.call]) || (() => undefined)
      return createTrustedSession(f).run([script])
    })
    const done = await Promise.all(runs)
    return { results: done.flatMap((d) => d.results), console: { lines: [], dropped: 0 }, traces: [] }
  },
  close: () => {},
})
const diagnose = async (code: Parameters<typeof learner>[0]) =>
  (await grade(pair, 1, learner(code))).misconceptions.map((m) => m.id)

describe('an exercise of two functions', () => {
  test('judges both, each on cases of its own', async () => {
    const v = await grade(pair, 1, learner({ double, third }))
    expect(v).toMatchObject({ outcome: 'passed', inputs: { worked: 2, random: 5, special: 2 } })
  })

  test('shows a failing input of the second function by the name of its parameter', async () => {
    const v = await grade(pair, 1, learner({ double, third: () => [0] }))
    expect(v.outcome).toBe('failed')
    expect(v.counterexample?.inputs.map((i) => i.name)).toEqual(['y'])
  })

  test('names a misunderstanding in both functions or in one alone, once', async () => {
    const wrong = {
      double: (x: number[]) => double(x).map((v) => -v),
      third: (y: { of: number[] }) => third(y).map((v) => -v),
    }
    expect(await diagnose(wrong)).toEqual(['negative'])
    expect(await diagnose({ double, third: wrong.third })).toEqual(['negative'])
    expect(await diagnose({ double: wrong.double, third })).toEqual(['negative'])
  })
})

describe('a misconception', () => {
  const firstIs = (v: number) => (x: number[]) => double(x).map((y, i) => (i === 0 ? v : y))

  test('fits any wrong result on an input whose shape it does not fit', async () => {
    expect(await diagnose({ double: (x: number[]) => (x.length === 1 ? [99] : firstIs(0)(x)), third })).toEqual([
      'first-missing',
    ])
  })

  test('is not named where no input fits it', async () => {
    expect(await diagnose({ double: () => [], third: () => [] })).toEqual([])
  })

  test('is refuted by a right result there', async () => {
    expect(await diagnose({ double: (x: number[]) => (x.length === 1 ? double(x) : firstIs(0)(x)), third })).toEqual([])
  })

  test('is recognized in its other forms', async () => {
    expect(await diagnose({ double: firstIs(Number.NaN), third })).toEqual(['first-missing'])
  })
})
