import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAuth } from '#lib/auth/auth.ts'
import type { Course } from '#lib/course/course.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { createDebrief } from '#lib/interview/debrief.ts'
import { replay } from '#lib/interview/replay.ts'
import { adoptGuest } from '#lib/learner/adopt-guest.ts'
import { connect, type Database } from '#lib/learner/database.ts'
import { findDraft, listKeptDrafts } from '#lib/learner/drafts.ts'
import { findInterview, listInterviews } from '#lib/learner/interviews.ts'
import { loadProgress } from '#lib/learner/progress.ts'
import { reviewLog } from '#lib/learner/review-log.ts'
import { reviewPlan } from '#lib/learner/review-plan.ts'
import { findNewestPass, findServerVerdict } from '#lib/learner/submissions.ts'
import { findUnexplainedAnswer } from '#lib/learner/unexplained-answers.ts'
import { applyMigrations } from '../../prisma/apply.js'
import readBack from '../../prisma/older-data/read-back.json' with { type: 'json' }
import { loadLearnerDeck } from './deck.ts'
import { createInterviewView } from './interview-view.ts'

let folder: string
let db: Database
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'older-data-'))
  const url = `file:${path.join(folder, 'course.db')}`
  const client = createClient({ url })
  await client.executeMultiple(await readFile('prisma/older-data/database.sql', 'utf8'))
  client.close()
  expect(await applyMigrations(url)).not.toEqual([])
  db = await connect(url)
})
afterAll(async () => {
  await db.$disconnect()
  await rm(folder, { recursive: true })
})

describe.each(['account', 'guest'] as const)('what an older version stored for the learner with %s opens:', (kind) => {
  const stored = readBack[kind]
  const learnerId = stored.id

  test('progress', async () => {
    expect(await loadProgress(db, learnerId)).toEqual(stored.progress)
  })

  test('passes, with the code that passed', async () => {
    for (const [exercise, pass] of Object.entries(stored.passes)) {
      const newest = await findNewestPass(db, { learnerId, exercise, version: '' })
      expect(newest ?? null).toEqual(pass && { ...pass, at: new Date(pass.at) })
    }
  })

  test('drafts, and those that were replaced', async () => {
    for (const [exercise, { draft, kept }] of Object.entries({ ...stored.drafts })) {
      expect((await findDraft(db, { learnerId, exercise }))?.source).toBe(
        (draft as { source: string } | undefined)?.source,
      )
      const sources = (await listKeptDrafts(db, { learnerId, exercise })).map(({ source }) => source)
      expect(sources).toEqual(kept.map(({ source }: { source: string }) => source))
    }
  })

  test('the review log and the plan', async () => {
    const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
    expect((await reviewLog(db, learnerId)).sort(byId)).toEqual([...stored.log].sort(byId))
    expect(await reviewPlan(db, learnerId)).toEqual(stored.plan)
  })

  test('interviews: questions, answers, drafts and debriefs', async () => {
    const interviews = await listInterviews(db, learnerId)
    expect(interviews.map(({ id }) => id)).toEqual(stored.interviews.map(({ id }) => id))
    for (const { id, draft, steps, ...results } of stored.interviews) {
      const interview = await findInterview(db, { id, learnerId })
      if (!interview) throw new Error(`no interview ${id}`)
      expect(interview.draft ?? null).toEqual(draft)
      const { sheets, total, kinds, usedMs, next } = createDebrief(interview.plan, replay(interview.events))
      const sheetSteps = sheets.map(({ step, points }) => ({
        step: step.id,
        text: step.text,
        points: points.map(({ said }) => said),
        askedAgain: points.map(({ askedAgain }) => askedAgain),
      }))
      expect(sheetSteps).toEqual(steps)
      expect({ total, kinds, usedMs, next }).toEqual(results)
    }
  })
})

test('an interview of an older version that has begun shows its next question', async () => {
  const { id: learnerId, interviews } = readBack.account
  const begun = interviews.find(({ draft }) => draft)
  const interview = await findInterview(db, { id: begun?.id ?? '', learnerId })
  if (!interview) throw new Error('no interview has begun')
  const view = createInterviewView(interview)
  expect(view).toMatchObject({ clock: begun?.draft?.clock, now: { step: begun?.draft?.step } })
  // its follow-up asks for the first key point that the answer left out
  expect(view.now?.depth).toBe(1)
})

test('every plan that an older version stored keeps its follow-ups and what brings them up', async () => {
  const raw = await db.interview.findMany({ select: { id: true, plan: true } })
  expect(raw).toHaveLength(3)
  for (const { id, plan } of raw) {
    const interview = await findInterview(db, { id, learnerId: readBack.account.id })
    const asStored = JSON.stringify(interview?.plan, (_, value) => {
      if (typeof value !== 'object' || value === null || !('answer' in value)) return value
      const { whenMissing, followUps, ...rest } = value
      return {
        ...rest,
        ...Object.fromEntries([
          ['asksFor', whenMissing],
          ['then', followUps],
        ]),
      }
    })
    expect(JSON.parse(asStored)).toEqual(plan)
    expect(asStored).toContain('"asksFor":')
  }
})

test('the deck of an older version remembers each item as it did', async () => {
  const { at, items } = readBack.deck
  const course = await readCourse()
  const readDeck = async (from: Course) =>
    (await loadLearnerDeck(db, readBack.account.id, from, 'UTC', new Date(at))).deck
  // that version also asked cards of drafts: they are remembered until their lessons are published
  const { items: all } = await readDeck({ ...course, publishedLessons: course.lessons, draftLessons: [] })
  const memories = new Map(all.map(({ id, memory }) => [id, memory]))
  expect(items.length).toBeGreaterThan(3)
  for (const { id, memory } of items) expect(memories.get(id), id).toEqual(memory)
  // whatever is a draft is not asked, however well it is remembered, but for the home page’s exercise
  const withoutLessons = await readDeck({ ...course, publishedLessons: [], draftLessons: course.lessons })
  const stored = new Set(items.map(({ id }) => id))
  const stillAsked = withoutLessons.items.flatMap(({ id }) => (stored.has(id) ? [id] : []))
  expect(stillAsked).toEqual([`drill:${course.homeExercise}`])
})

test('verdicts of an older version open, and so does an answer that no misconception explained', async () => {
  const verdicts = await db.verdict.findMany({ select: { submissionId: true, outcome: true } })
  expect(verdicts).toHaveLength(8)
  for (const { submissionId, outcome } of verdicts)
    expect(await findServerVerdict(db, submissionId)).toMatchObject({ outcome })
  const [outputs] = readBack.unexplained
  expect(await findUnexplainedAnswer(db, outputs?.name ?? '')).toMatchObject({
    source: expect.stringContaining('x * 3 + 1'),
  })
})

test('the account of an older version signs in with its password', async () => {
  const env = { BETTER_AUTH_URL: 'http://localhost:3000', BETTER_AUTH_SECRET: 'a secret of thirty-two characters' }
  const body = { email: 'ada@example.org', password: 'correct horse battery' }
  const { user } = await makeAuth(db, env).api.signInEmail({ body })
  expect(user.id).toBe(readBack.account.id)
})

test('a guest of an older version moves into an account with all of their work', async () => {
  const [guest, account] = [readBack.guest.id, readBack.account.id]
  const log = await reviewLog(db, account)
  await adoptGuest(db, { guest, account }, { newId: () => crypto.randomUUID(), now: new Date() })
  expect(await reviewLog(db, account)).toHaveLength(log.length + readBack.guest.log.length)
  const drafts = await listKeptDrafts(db, { learnerId: account, exercise: 'softmax' })
  expect(drafts.map(({ source }) => source)).toContain(readBack.guest.drafts.softmax.draft.source)
})
