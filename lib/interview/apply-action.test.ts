import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyAction } from './apply-action.ts'
import { type Action, type Event, EventSchema } from './event.ts'
import { createTransition } from './next-step.ts'
import type { Plan } from './plan.ts'
import { type Interview, replay, resumeFromDraft } from './replay.ts'
import { plainMatcher, somePlan, someQuestion } from './some-plan.ts'

const two = somePlan([someQuestion('one/x'), someQuestion('two/x')])
const three = somePlan([
  someQuestion('one/x', {
    followUps: [{ question: 'Alpha?', answer: 'A.', followUps: [{ question: 'How many?', answer: 'Two.' }] }],
  }),
])
const MINUTE = 60_000

let ids = 0
const id = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
type Said = readonly [text: string | null, clock: number]

/** Answers whatever is asked, in turn; null skips. */
function play(plan: Plan, answers: readonly Said[]): { readonly at: Interview; readonly events: readonly Event[] } {
  const events: Event[] = []
  for (const [text, clock] of answers) {
    const step = replay(events).now
    if (step === null) break
    const action: Action =
      text === null
        ? { kind: 'skipped', id: id(), step, clock, text: '' }
        : { kind: 'answered', id: id(), step, clock, text, spokenMs: 0 }
    const event = applyAction(plan, events, action, plainMatcher)
    if (event === 'late') throw new Error('late')
    events.push(event)
  }
  return { at: replay(events), events }
}
const listSteps = (plan: Plan, answers: readonly Said[]) => play(plan, answers).at.done.map(({ step }) => step)

test('what was missed chooses the follow-up, and what follows from that is asked after it', () => {
  expect(play(two, [['beta gamma', 30_000]]).at.now).toBe('0.0')
  expect(play(two, [['alpha gamma', 30_000]]).at.now).toBe('0.1')
  const deep: Said[] = [
    ['beta gamma', 30_000],
    ['It is all about alpha here.', 50_000],
  ]
  expect(play(two, deep).at.now).toBe('0.0.0')
  expect(play(two, [...deep, ['two', 60_000]]).at.now).toBe('1')
})

test('of several points that were missed the first asks first, and the others after it', () => {
  const answers: Said[] = [
    ['nothing of it', 10_000],
    ['no idea', 20_000],
    ['none', 30_000],
    ['none', 40_000],
  ]
  expect(listSteps(two, answers)).toEqual(['0', '0.0', '0.0.0', '0.1'])
  expect(play(two, answers).at.now).toBe('1')
})

test('who missed nothing is asked one step further', () => {
  expect(play(two, [['alpha beta gamma', 30_000]]).at.now).toBe('0.0.0')
})

test('a question that was skipped has no follow-up', () => {
  expect(play(two, [[null, 5000]]).at.now).toBe('1')
})

test('who is behind the plan is asked no follow-up', () => {
  expect(play(two, [['beta', 7 * MINUTE]]).at.now).toBe('1')
})

test('when the time is up nothing new is asked', () => {
  expect(play(two, [['beta', 10 * MINUTE]]).at.now).toBeNull()
  expect(play(two, [['beta', 9.9 * MINUTE]]).at.now).toBeNull()
})

test('the coding round comes at its time, even when questions are left', () => {
  const coding = { exercise: 'x', lesson: 'one', topic: 'X', name: 'x', limitMs: 5 * MINUTE }
  const plan = { ...two, coding }
  expect(play(plan, [['beta', 5 * MINUTE]]).at.now).toBe('coding')
  expect(
    play(plan, [
      [null, 1000],
      [null, 2000],
    ]).at.now,
  ).toBe('coding')
})

test('an action on a step that is over comes late and changes nothing', () => {
  const { events } = play(two, [['beta', 1000]])
  const again: Action = { kind: 'answered', id: id(), step: '0', clock: 2000, text: 'alpha', spokenMs: 0 }
  expect(applyAction(two, events, again, plainMatcher)).toBe('late')
})

test('the learner’s word on a point counts, and may be taken back', () => {
  const { events } = play(two, [['beta', 1000]])
  const correct = (isCovered: boolean): Event => {
    const event = applyAction(
      two,
      events,
      { kind: 'corrected', id: id(), step: '0', point: 0, said: isCovered },
      plainMatcher,
    )
    if (event === 'late') throw new Error('late')
    return event
  }
  expect(replay([...events, correct(true)]).done[0]?.corrected.get(0)).toBe(true)
  expect(replay([...events, correct(true), correct(false)]).done[0]?.corrected.get(0)).toBe(false)
  expect(applyAction(two, events, { kind: 'corrected', id: id(), step: '0', point: 9, said: true }, plainMatcher)).toBe(
    'late',
  )
  expect(applyAction(two, events, { kind: 'corrected', id: id(), step: '1', point: 0, said: true }, plainMatcher)).toBe(
    'late',
  )
})

test('who stops keeps what was in the answer box, and what it holds counts', () => {
  const { events } = play(two, [['beta', 1000]])
  const step = replay(events).now ?? ''
  const stop = applyAction(
    two,
    events,
    { kind: 'stopped', id: id(), step, clock: 2000, text: 'about alpha h' },
    plainMatcher,
  )
  const at = replay([...events, stop as Event])
  expect(at).toMatchObject({ now: null, stopped: true, clock: 2000 })
  expect(at.done.at(-1)).toMatchObject({ outcome: 'answered', text: 'about alpha h' })
})

test('an interrupted interview continues with the reading of its clock and with what was being written', () => {
  const { at } = play(two, [['beta', 30_000]])
  const draft = { step: '0.0', text: 'It is', spokenMs: 0, clock: 42_000 }
  expect(resumeFromDraft(at, draft)).toEqual({ clock: 42_000, text: 'It is', spokenMs: 0 })
  expect(resumeFromDraft(at, { ...draft, step: '0' })).toEqual({ clock: 42_000, text: '', spokenMs: 0 })
  expect(resumeFromDraft(at, undefined)).toEqual({ clock: 30_000, text: '', spokenMs: 0 })
})

test('the interviewer takes up a phrase of the answer, and says when it goes a step further', () => {
  const lead = (answers: readonly Said[], plan = three) => {
    const { at } = play(plan, answers)
    return createTransition(
      plan,
      at.now ?? '',
      at.done,
      (step) => at.done.find((doneStep) => doneStep.step === step)?.text ?? '',
    )
  }
  expect(lead([['There is beta in it.', 1000]], two)).toBe('') // “And alpha?” leads over by itself
  expect(lead([['There is beta in it.', 1000]])).toBe('You said “beta”. So:')
  expect(lead([['No idea.', 1000]])).toBe('From another side:')
  expect(lead([['alpha beta gamma', 1000]])).toBe('One step further:')
  const deeper: Said[] = [
    ['No idea.', 1000],
    ['Still none.', 2000],
  ]
  expect(lead(deeper)).toBe('And then:')
  expect(lead([[null, 1000]])).toBe('')
})

test('whatever is said and whenever: an interview ends, asks nothing twice, its clock never goes back, and its log reads back', () => {
  const texts = fc.constantFrom(null, 'alpha', 'beta gamma', 'alpha beta gamma', '')
  const answers = fc.array(fc.tuple(texts, fc.nat(11 * MINUTE)), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(answers, (answers) => {
      const { at, events } = play(two, answers)
      expect(at.now).toBeNull()
      const steps = at.done.map(({ step }) => step)
      expect(new Set(steps).size).toBe(steps.length)
      expect(at.done.every(({ ms }) => ms >= 0)).toBe(true)
      expect(EventSchema.array().parse(JSON.parse(JSON.stringify(events)))).toEqual(events)
    }),
  )
})
