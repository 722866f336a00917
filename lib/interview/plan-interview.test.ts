import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KINDS } from './kind.ts'
import { type Choice, planInterview } from './plan-interview.ts'
import { someMaterial, someQuestion } from './some-plan.ts'

const LESSONS = ['one', 'two', 'three', 'four']
const TALK = ['definition', 'derivation', 'number', 'trade-off'] as const
const material = someMaterial(
  LESSONS.flatMap((lesson) =>
    TALK.map((kind) => someQuestion(`${lesson}/${kind === 'definition' ? 'interview' : kind}`, { kind })),
  ),
)
const choice = (more: Partial<Choice> = {}): Choice => ({
  minutes: 25,
  topics: LESSONS,
  weak: false,
  coding: false,
  voice: false,
  ...more,
})
const choices = fc.record({
  minutes: fc.constantFrom(10 as const, 25 as const, 45 as const),
  topics: fc.subarray(LESSONS, { minLength: 1 }),
  weak: fc.constant(false),
  coding: fc.boolean(),
  voice: fc.constant(false),
})

test('the same seed gives the same interview, and some other seed another one', () => {
  expect(planInterview(choice(), material, 7)).toEqual(planInterview(choice(), material, 7))
  const cards = (seed: number) => planInterview(choice(), material, seed)?.questions.map(({ card }) => card)
  expect([2, 3, 4, 5].some((seed) => JSON.stringify(cards(seed)) !== JSON.stringify(cards(1)))).toBe(true)
})

test('definitions come first, then derivations, numbers and trade-offs; of one kind earlier lessons come first', () => {
  fc.assert(
    fc.property(choices, fc.nat(), (choice, seed) => {
      const places = planInterview(choice, material, seed)?.questions.map(
        ({ kind, lesson }) => KINDS.indexOf(kind) * 10 + LESSONS.indexOf(lesson),
      )
      expect(places).toEqual(places?.toSorted((a, b) => a - b))
    }),
  )
})

test('no question is asked twice, and each is of a chosen topic', () => {
  fc.assert(
    fc.property(choices, fc.nat(), (choice, seed) => {
      const questions = planInterview(choice, material, seed)?.questions ?? []
      expect(new Set(questions.map(({ card }) => card)).size).toBe(questions.length)
      expect(questions.every(({ lesson }) => choice.topics.includes(lesson))).toBe(true)
      expect(questions.length).toBeGreaterThan(1)
    }),
  )
})

test('ten minutes hold one question of each kind, on topics as different as there are', () => {
  const questions = planInterview(choice({ minutes: 10 }), material, 3)?.questions ?? []
  expect(questions.map(({ kind }) => kind)).toEqual(TALK)
  expect(new Set(questions.map(({ lesson }) => lesson)).size).toBe(4)
})

test('an interview begins with a definition of an early topic', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const first = planInterview(choice(), material, seed)?.questions[0]
      expect(['one/interview', 'two/interview']).toContain(first?.card)
    }),
  )
})

test('a coding round takes its share of the time and leaves fewer questions', () => {
  const plan = planInterview(choice({ coding: true }), material, 3)
  expect(plan?.coding).toEqual({
    exercise: 'build-it',
    lesson: 'one',
    topic: 'Building',
    name: 'buildIt',
    limitMs: 600_000,
  })
  expect(plan?.questions.length).toBeLessThan(planInterview(choice(), material, 3)?.questions.length ?? 0)
})

test('topics without a question make no interview', () => {
  expect(planInterview(choice({ topics: ['none'] }), material, 1)).toBeUndefined()
})
