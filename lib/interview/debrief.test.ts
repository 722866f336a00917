import { expect, test } from 'vitest'
import { createDebrief, createHeadline } from './debrief.ts'
import type { Event } from './event.ts'
import { replay } from './replay.ts'
import { somePlan, someQuestion } from './some-plan.ts'
import { splitSentences } from './step.ts'

const plan = somePlan([
  someQuestion('one/x', { topic: 'One', lesson: 'one' }),
  someQuestion('two/x', { topic: 'Two', lesson: 'two', kind: 'number' }),
])
const tick = (index: number, phrase: string, start: number) => ({ index, phrase, start, end: start + phrase.length })
const events: Event[] = [
  {
    kind: 'answered',
    id: '1',
    step: '0',
    clock: 60_000,
    text: 'um, alpha and, you know, beta',
    spokenMs: 30_000,
    ticks: [tick(0, 'alpha', 4), tick(1, 'beta', 25)],
    next: '0.1',
  },
  { kind: 'answered', id: '2', step: '0.1', clock: 80_000, text: 'no', spokenMs: 0, ticks: [], next: '1' },
  { kind: 'skipped', id: '3', step: '1', clock: 90_000, text: '', next: null },
]

test('points are counted by topic and kind; what was skipped counts as not said', () => {
  const { total, matrix, usedMs, leftMs } = createDebrief(plan, replay(events))
  expect(total).toEqual({ said: 2, all: 7 })
  expect(matrix).toEqual([
    { topic: 'One', kinds: { definition: { said: 2, all: 4 } } },
    { topic: 'Two', kinds: { number: { said: 0, all: 3 } } },
  ])
  expect([usedMs, leftMs]).toEqual([90_000, 510_000])
})

test('a correction changes the score and is told apart from the matcher’s tick', () => {
  const corrected = createDebrief(
    plan,
    replay([...events, { kind: 'corrected', id: '4', step: '0', point: 2, said: true }]),
  )
  expect(corrected.total.said).toBe(3)
  expect(corrected.sheets[0]?.points[2]).toEqual({
    point: 'gamma',
    said: true,
    corrected: true,
    askedAgain: false,
  })
  const back = createDebrief(
    plan,
    replay([...events, { kind: 'corrected', id: '4', step: '0', point: 0, said: false }]),
  )
  expect(back.total.said).toBe(1)
  expect(back.sheets[0]?.points[0]).toMatchObject({ said: false, corrected: true })
})

test('of a point that was missed it is told whether the follow-up asked for it', () => {
  const [first] = createDebrief(plan, replay(events)).sheets
  expect(first?.points.map(({ askedAgain }) => askedAgain)).toEqual([false, true, false])
})

test('lessons with what was missed are to be reviewed, most missed first, with their cards', () => {
  expect(createDebrief(plan, replay(events)).next).toEqual([
    { lesson: 'two', topic: 'Two', cards: ['two/x'], missed: ['alpha', 'beta', 'gamma'] },
    { lesson: 'one', topic: 'One', cards: ['one/x'], missed: ['gamma', 'It is all about beta here.'] },
  ])
})

test('of a spoken answer the pace and the fillers are told; of a written one not', () => {
  const { sheets } = createDebrief(plan, replay(events))
  expect(sheets[0]?.speech).toEqual({ words: 6, wordsPerMinute: 12, fillers: 2 })
  expect(sheets[1]?.speech).toBeUndefined()
})

test('the headline says what goes well and what costs points', () => {
  expect(createHeadline({ definition: { said: 9, all: 10 }, number: { said: 1, all: 4 } })).toBe(
    'Your definitions are strong. Numbers cost you the points.',
  )
  expect(createHeadline({ definition: { said: 9, all: 10 }, number: { said: 9, all: 10 } })).toBe(
    'You covered what counts.',
  )
  expect(createHeadline({ derivation: { said: 0, all: 10 } })).toBe('You left out most of what counts.')
  expect(createHeadline({})).toBe('You didn’t answer any questions.')
})

test('a short answer is read sentence by sentence', () => {
  expect(splitSentences('No. Then every token would change. It costs $n^2$ e.g. for long texts.')).toEqual([
    'No. Then every token would change.',
    'It costs $n^2$ e.g. for long texts.',
  ])
  expect(splitSentences('Yes.')).toEqual(['Yes.'])
  expect(splitSentences('It is linear in the tokens. Yes.')).toEqual(['It is linear in the tokens. Yes.'])
})

test('a coding round counts when the server has confirmed it: until then it is neither praised nor blamed', () => {
  const coding = { exercise: 'softmax', lesson: 'one', topic: 'One', name: 'softmax', limitMs: 300_000 }
  const checks = { passed: 6, all: 6 }
  const coded = { passed: true, confirmed: true, runs: 1, ms: 1, source: 'a', notes: '', checks }
  const createCodingDebrief = (confirmed: boolean) => {
    const event: Event = {
      kind: 'coded',
      id: '1',
      step: 'coding',
      clock: 1,
      next: null,
      coded: { ...coded, confirmed },
    }
    return createDebrief({ ...plan, coding }, replay([event]))
  }
  expect(createCodingDebrief(true)).toMatchObject({
    kinds: { coding: { said: 6, all: 6 } },
    headline: 'You covered what counts.',
  })
  expect(createCodingDebrief(false)).toMatchObject({
    kinds: {},
    matrix: [],
    headline: 'You didn’t answer any questions.',
  })
  expect(createCodingDebrief(false).coding?.coded).toMatchObject({ source: 'a' })
})
