import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Verdict } from '#lib/grading/verdict.ts'
import { somePlan, someQuestion } from '#lib/interview/some-plan.ts'
import type { Database } from './database.ts'
import { withVerdict } from './interview-verdict.ts'
import type { StoredInterview } from './interviews.ts'
import { storeSubmission, storeVerdict } from './submissions.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())

let learnerId: string
beforeEach(async () => {
  learnerId = await createLearner(db, crypto.randomUUID())
})

const at = new Date(1000)
const coding = { exercise: 'softmax', lesson: 'one', topic: 'One', name: 'softmax', limitMs: 300_000 }
const interview: StoredInterview = {
  id: crypto.randomUUID(),
  at,
  plan: somePlan([someQuestion('one/x')], { coding }),
  draft: undefined,
  codedAt: at,
  events: [
    {
      kind: 'coded',
      id: '1',
      step: 'coding',
      clock: 60_000,
      next: null,
      coded: {
        passed: true,
        confirmed: true,
        runs: 1,
        ms: 5000,
        source: 'mine',
        notes: '',
        checks: { passed: 2, all: 2 },
      },
    },
  ],
}

/** Stores an answer to the exercise with the verdict that the server gave. */
async function graded(source: string, outcome: Verdict['outcome'], by = learnerId) {
  const id = crypto.randomUUID()
  await storeSubmission(db, { id, learnerId: by, exercise: 'softmax', exerciseVersion: 'v', source, at })
  const verdict: Verdict = {
    outcome,
    exercise: 'softmax',
    seed: 1,
    grader: '1',
    headline: '',
    checks: [
      { id: 'worked', name: 'a', passed: true, message: '' },
      { id: 'random', name: 'b', passed: outcome === 'passed', message: '' },
    ],
    misconceptions: [],
    tolerance: { atol: 0, rtol: 0 },
    inputs: { worked: 0, random: 0, special: 0 },
    work: 0,
  }
  await storeVerdict(db, { id: crypto.randomUUID(), submissionId: id, verdict, at })
}
const coded = async () => {
  const [event] = (await withVerdict(db, learnerId, interview)).events
  return event?.kind === 'coded' ? event.coded : undefined
}

test('the server’s verdict counts, whatever the browser said', async () => {
  await graded('mine', 'failed')
  expect(await coded()).toMatchObject({ passed: false, confirmed: true, checks: { passed: 1, all: 2 } })
})

test('what the server has not graded has not passed, whatever the browser said', async () => {
  await graded('something else', 'passed')
  await graded('mine', 'not-graded')
  await graded('mine', 'passed', await createLearner(db, crypto.randomUUID()))
  expect(await coded()).toMatchObject({ passed: false, confirmed: false, checks: { passed: 0, all: 2 } })
})

test('a pass without any code is none', async () => {
  const [event] = interview.events
  if (event?.kind !== 'coded') throw new Error('no coding round')
  const empty = { ...interview, events: [{ ...event, coded: { ...event.coded, source: '' } }] }
  const [roundEvent] = (await withVerdict(db, learnerId, empty)).events
  expect(roundEvent).toMatchObject({ coded: { passed: false, confirmed: true, checks: { passed: 0, all: 0 } } })
  const unplanned = { ...interview, plan: somePlan([someQuestion('one/x')]) }
  expect((await withVerdict(db, learnerId, unplanned)).events).toMatchObject([{ coded: { passed: false } }])
})

test('an interview without a coding round stays as it is', async () => {
  const without = { ...interview, events: [] }
  expect(await withVerdict(db, learnerId, without)).toBe(without)
})
