import { describe, expect, test } from 'vitest'
import { defineClass } from './define-class.ts'
import { defineFunction } from './define-function.ts'
import type { Exercise } from './exercise.ts'
import { parametrize, variants } from './faulty-implementation.ts'
import { grade } from './grade.ts'
import type { Script } from './script.ts'
import { createTrustedSession } from './trusted-session.ts'

type Args = readonly [x: readonly number[]]
interface Otherwise {
  readonly of?: (x: readonly number[]) => readonly number[]
  readonly start?: number
  readonly divisor?: (n: number) => number
}

/** A mean as learners write it: which numbers, where the sum starts, what divides it. */
const averaging = parametrize<Args, Otherwise>(
  ({ of = (x) => x, start = 0, divisor = (n) => n }) =>
    (x) =>
      of(x).reduce((s, v) => s + v, start) / divisor(x.length),
)

const mean: Exercise = {
  id: 'mean',
  ...defineFunction<Args, number>({
    name: 'mean',
    signature: 'mean(x: number[]): number',
    params: { x: ['n'] },
    reference: (x) => x.reduce((s, v) => s + v, 0) / x.length,
    examples: [{ label: 'three numbers', args: [[1, 2, 6]] }],
    random: { count: 6, make: (r) => [r.vector(r.int(3, 6))] },
    edgeCases: [{ label: 'two numbers', args: [[3, 5]] }],
    misconceptions: [
      {
        id: 'first-missing',
        headline: 'The first',
        feedback: 'It is missing.',
        ...averaging({ of: (x) => x.slice(1) }),
      },
      {
        id: 'starts-at-one',
        headline: 'From 1',
        feedback: 'Start at 0.',
        ...variants(averaging({ start: 1 }), averaging({ start: 2 })),
      },
      { id: 'less-one', headline: 'n − 1', feedback: 'Divide by n.', ...averaging({ divisor: (n) => n - 1 }) },
      {
        id: 'last-missing',
        headline: 'The last',
        feedback: 'It is missing.',
        ...averaging({ of: (x) => x.slice(0, -1) }),
      },
      {
        id: 'largest',
        headline: 'The largest',
        feedback: 'A mean is no maximum.',
        implementation: (x) => Math.max(...x),
      },
    ],
    hints: [],
    passHeadline: 'It holds.',
  }),
}
const diagnoseNames = async (answer: (x: readonly number[]) => number) =>
  (await grade(mean, 3, createTrustedSession(answer))).misconceptions.map((m) => m.id).sort()
const sum = (x: readonly number[]): number => x.reduce((s, v) => s + v, 0)

describe('two misconceptions in the same code', () => {
  test('are both named', async () => {
    expect(await diagnoseNames((x) => sum(x.slice(1)) / (x.length - 1))).toEqual(['first-missing', 'less-one'])
  })
  test('are named in any of their forms', async () => {
    expect(await diagnoseNames((x) => (sum(x) + 2) / (x.length - 1))).toEqual(['less-one', 'starts-at-one'])
  })
  test('are not looked for where one says it all', async () => {
    expect(await diagnoseNames((x) => sum(x) / (x.length - 1))).toEqual(['less-one'])
  })
  test('are not named where a case speaks against them', async () => {
    const answer = (x: readonly number[]) => (x.length === 2 ? sum(x) / 2 : sum(x.slice(1)) / (x.length - 1))
    expect(await diagnoseNames(answer)).toEqual([])
  })
  test('are not named where no result has numbers', async () => {
    expect(await diagnoseNames(() => Number.NaN)).toEqual([])
  })
})

class Tickets {
  #next = 0
  take(wish?: unknown): number {
    if (typeof wish === 'number' && wish >= this.#next) this.#next = wish
    return this.#next++
  }
}
const steps: Script = [
  { new: 'Tickets', as: 't', args: [] },
  { call: 'take', on: 't', args: [] },
  { call: 'take', on: 't', args: [] },
]
const tickets: Exercise = {
  id: 'tickets',
  ...defineClass({
    name: 'Tickets',
    signature: 'class Tickets { take(): number }',
    shapes: { take: [] },
    reference: Tickets,
    follows: true,
    examples: [{ label: 'two tickets', script: steps }],
    random: { count: 1, make: () => steps },
    edgeCases: [],
    misconceptions: [],
    hints: [],
    passHeadline: 'It holds.',
  }),
}

describe('where several results are right', () => {
  const numbered = (give: (n: number) => number) =>
    createTrustedSession(
      class {
        #n = 0
        take(): number {
          return give(this.#n++)
        }
      },
    )
  test('any of them is accepted', async () => {
    expect(
      await grade(
        tickets,
        1,
        numbered((n) => n),
      ),
    ).toMatchObject({ outcome: 'passed' })
    expect(
      await grade(
        tickets,
        1,
        numbered((n) => 10 + 7 * n),
      ),
    ).toMatchObject({ outcome: 'passed' })
  })
  test('others are not', async () => {
    expect(
      await grade(
        tickets,
        1,
        numbered(() => 4),
      ),
    ).toMatchObject({ outcome: 'failed' })
    expect(
      await grade(
        tickets,
        1,
        numbered((n) => -n),
      ),
    ).toMatchObject({ outcome: 'failed' })
  })
})
