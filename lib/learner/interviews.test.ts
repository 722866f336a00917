import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Action } from '#lib/interview/event.ts'
import { replay } from '#lib/interview/replay.ts'
import { plainMatcher as matcher, somePlan, someQuestion } from '#lib/interview/some-plan.ts'
import { adoptGuest } from './adopt-guest.ts'
import type { Database } from './database.ts'
import { findInterview, listInterviews, saveInterviewDraft, startInterview, takeAction } from './interviews.ts'
import { LearnerNotFoundError } from './learner.ts'
import { createLearner, createTemporaryDatabase } from './temporary-database.ts'

let db: Database
let close: () => Promise<void>
beforeAll(async () => {
  ;({ db, close } = await createTemporaryDatabase())
})
afterAll(() => close())

const plan = somePlan([someQuestion('one/x'), someQuestion('two/x')])
const now = new Date(1000)
let key: { learnerId: string; id: string }
beforeEach(async () => {
  key = { learnerId: await createLearner(db, crypto.randomUUID()), id: crypto.randomUUID() }
  await startInterview(db, key, plan, now)
})
const answered = (text: string, step = '0', clock = 30_000): Action & { kind: 'answered' } => ({
  kind: 'answered',
  id: crypto.randomUUID(),
  step,
  clock,
  text,
  spokenMs: 0,
})
const take = (action: Action, to = key) => takeAction(db, to, action, { matcher, now })

test('an interview is read back as it was planned, with what happened in it', async () => {
  await take(answered('beta gamma'))
  const storedInterview = await findInterview(db, key)
  expect(storedInterview?.plan).toEqual(plan)
  expect(replay(storedInterview?.events ?? [])).toMatchObject({ now: '0.0', clock: 30_000 })
  expect(storedInterview?.events[0]).toMatchObject({
    kind: 'answered',
    text: 'beta gamma',
    ticks: [{ index: 1 }, { index: 2 }],
  })
})

test('a plan that was stored when follow-ups had other field names reads the same', async () => {
  const old = JSON.stringify(plan)
    .replaceAll('"whenMissing":', '"asksFor":')
    .replace(/("answer":"[^"]*",.{0,40}?)"followUps":/g, '$1"then":')
  expect(old).toMatch(/"then":\[\{/)
  await db.interview.update({ where: { id: key.id }, data: { plan: JSON.parse(old) } })
  expect((await findInterview(db, key))?.plan).toEqual(plan)
})

test('beginning with the same id twice is beginning once', async () => {
  expect(await startInterview(db, key, plan, new Date(2000))).toBe('begun')
  expect(await listInterviews(db, key.learnerId)).toHaveLength(1)
})

test('nobody reads, answers or keeps drafts of another learner’s interview, nor begins one with its id', async () => {
  const other = { ...key, learnerId: await createLearner(db, crypto.randomUUID()) }
  expect(await findInterview(db, other)).toBeUndefined()
  expect(await take(answered('alpha'), other)).toEqual({ kind: 'none' })
  const draft = { step: '0', text: 'mine', spokenMs: 0, clock: 1 }
  expect(await saveInterviewDraft(db, other, draft, now)).toBe(false)
  expect(await startInterview(db, other, plan, now)).toBe('other')
  expect((await findInterview(db, key))?.events).toEqual([])
})

test('the same answer sent twice is one answer', async () => {
  const action = answered('beta')
  await take(action)
  expect((await take(action)).kind).toBe('taken')
  expect((await findInterview(db, key))?.events).toHaveLength(1)
})

test('of answers to one question at the same time one is taken, the others come late', async () => {
  const kinds = await Promise.all(
    ['alpha', 'beta', 'gamma', 'delta'].map(async (name) => (await take(answered(name))).kind),
  )
  expect(kinds.toSorted()).toEqual(['late', 'late', 'late', 'taken'])
  expect((await findInterview(db, key))?.events).toHaveLength(1)
})

test('an answer with the id of another interview’s answer is not taken', async () => {
  const action = answered('beta')
  await take(action)
  const second = { ...key, id: crypto.randomUUID() }
  await startInterview(db, second, plan, now)
  expect((await take(action, second)).kind).toBe('late')
})

test('a draft is kept with its clock; an older reading or one of a step that is over changes nothing', async () => {
  const draft = { step: '0', text: 'half', spokenMs: 0, clock: 5000 }
  const findDraft = async () => (await findInterview(db, key))?.draft
  await saveInterviewDraft(db, key, draft, now)
  await saveInterviewDraft(db, key, { ...draft, text: 'older', clock: 4000 }, now)
  expect(await findDraft()).toEqual(draft)
  await take(answered('beta'))
  await saveInterviewDraft(db, key, { ...draft, text: 'late', clock: 40_000 }, now)
  expect(await findDraft()).toEqual(draft)
  await saveInterviewDraft(db, key, { ...draft, step: '0.0', text: 'new', clock: 41_000 }, now)
  expect((await findDraft())?.text).toBe('new')
})

test('an account that adopts a guest has the guest’s interviews', async () => {
  await take(answered('beta'))
  const account = await createLearner(db, crypto.randomUUID(), false)
  await adoptGuest(db, { guest: key.learnerId, account }, { newId: () => crypto.randomUUID(), now })
  expect((await findInterview(db, { ...key, learnerId: account }))?.events).toHaveLength(1)
  await expect(take(answered('alpha', '0.0'))).rejects.toBeInstanceOf(LearnerNotFoundError)
})
