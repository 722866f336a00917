import 'server-only'
import { z } from 'zod'
import { applyAction, type Matcher } from '#lib/interview/apply-action.ts'
import { type Action, type Draft, DraftSchema, type Event, EventSchema } from '#lib/interview/event.ts'
import { type Plan, StoredPlanSchema } from '#lib/interview/plan.ts'
import { replay } from '#lib/interview/replay.ts'
import { type Database, isUniqueViolation, type Tx } from './database.ts'
import { lockLearner, mapMissingLearner } from './learner.ts'

/** A mock interview as it is stored: what was planned, what happened, and what was being written. */
export interface StoredInterview {
  readonly id: string
  readonly at: Date
  readonly plan: Plan
  readonly events: readonly Event[]
  readonly draft: Draft | undefined
  /** When the coding round was stored; undefined if it hasn’t been. */
  readonly codedAt: Date | undefined
}

export interface InterviewKey {
  readonly learnerId: string
  /** A UUID made by the client. */
  readonly id: string
}

/**
 * Begins an interview, once.
 *
 * @returns `other` when its id belongs to another learner
 * @throws LearnerNotFoundError
 */
export async function startInterview(
  db: Database,
  { id, learnerId }: InterviewKey,
  plan: Plan,
  at: Date,
): Promise<'begun' | 'other'> {
  try {
    await mapMissingLearner(
      db.interview.create({ data: { id, learnerId, plan: json(plan), startedAt: at }, select: { id: true } }),
    )
    return 'begun'
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const stored = await db.interview.findUnique({ where: { id }, select: { learnerId: true } })
    return stored?.learnerId === learnerId ? 'begun' : 'other'
  }
}

/** A learner's own interview; nobody else's. */
export async function findInterview(db: Tx, { id, learnerId }: InterviewKey): Promise<StoredInterview | undefined> {
  const stored = await db.interview.findFirst({ where: { id, learnerId }, include: PARTS })
  return stored ? read(stored) : undefined
}

/** All interviews of a learner, newest first. */
export async function listInterviews(db: Database, learnerId: string): Promise<StoredInterview[]> {
  const all = await db.interview.findMany({
    where: { learnerId },
    include: PARTS,
    orderBy: { startedAt: 'desc' },
    take: 100,
  })
  return all.map(read)
}

export type ActionResult =
  | { readonly kind: 'taken'; readonly interview: StoredInterview }
  /** The interview has moved on from this step: in another tab, or before. */
  | { readonly kind: 'late'; readonly interview: StoredInterview }
  | { readonly kind: 'none' }

/**
 * Takes what a learner did into their interview's log. The same id twice is one event; of two at once the second is told
 * that it came late.
 *
 * @throws LearnerNotFoundError
 */
export async function takeAction(
  db: Database,
  key: InterviewKey,
  action: Action,
  { matcher, now }: { readonly matcher: Matcher; readonly now: Date },
): Promise<ActionResult> {
  try {
    return await db.$transaction((tx) => take(tx, key, action, matcher, now))
  } catch (error) {
    const interview = isUniqueViolation(error) ? await findInterview(db, key) : undefined
    if (!interview) throw error
    return { kind: 'late', interview } // the id is another interview's
  }
}

/** Whether an action of this id is in a learner’s interview. */
export async function isActionStored(
  db: Database,
  { id, learnerId }: InterviewKey,
  actionId: string,
): Promise<boolean> {
  return (await db.interviewEvent.count({ where: { id: actionId, interview: { id, learnerId } } })) > 0
}

async function take(tx: Tx, key: InterviewKey, action: Action, matcher: Matcher, now: Date): Promise<ActionResult> {
  await lockLearner(tx, key.learnerId, now)
  const interview = await findInterview(tx, key)
  if (!interview) return { kind: 'none' }
  const { plan, events } = interview
  if (events.some(({ id }) => id === action.id)) return { kind: 'taken', interview }
  if (events.length >= MAX_EVENTS) return { kind: 'late', interview }
  const event = applyAction(plan, events, action, matcher)
  if (event === 'late') return { kind: 'late', interview }
  const data = { id: action.id, interviewId: key.id, seq: events.length, event: json(event), occurredAt: now }
  await tx.interviewEvent.create({ data, select: { id: true } })
  const codedAt = event.kind === 'coded' ? now : interview.codedAt
  return { kind: 'taken', interview: { ...interview, events: [...events, event], codedAt } }
}

/**
 * Keeps the answer that is being written and the clock's reading. A reading that is behind the stored one, or of a step
 * that is over, changes nothing.
 *
 * @returns whether there is such an interview
 * @throws LearnerNotFoundError
 */
export async function saveInterviewDraft(db: Database, key: InterviewKey, draft: Draft, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockLearner(tx, key.learnerId, now)
    const interview = await findInterview(tx, key)
    if (!interview) return false
    const behind = interview.draft !== undefined && interview.draft.clock > draft.clock
    if (behind || replay(interview.events).now !== draft.step) return true
    const data = { draft: json(draft), savedAt: now }
    await tx.interviewDraft.upsert({
      where: { interviewId: key.id },
      create: { interviewId: key.id, ...data },
      update: data,
    })
    return true
  })
}

/** Each step is done once: more are corrections, to and fro. */
const MAX_EVENTS = 1000

const PARTS = { events: { orderBy: { seq: 'asc' } }, draft: true } as const

function read(row: {
  readonly id: string
  readonly startedAt: Date
  readonly plan: unknown
  readonly events: readonly { readonly event: unknown; readonly occurredAt: Date }[]
  readonly draft: { readonly draft: unknown } | null
}): StoredInterview {
  const events = row.events.map(({ event, occurredAt }) => ({ event: EventSchema.parse(event), occurredAt }))
  return {
    id: row.id,
    at: row.startedAt,
    plan: StoredPlanSchema.parse(row.plan),
    events: events.map(({ event }) => event),
    draft: row.draft ? DraftSchema.parse(row.draft.draft) : undefined,
    codedAt: events.find(({ event }) => event.kind === 'coded')?.occurredAt,
  }
}

/** As a column of JSON takes it: without what is undefined. */
const json = (value: Plan | Event | Draft) => z.json().parse(JSON.parse(JSON.stringify(value))) ?? {}
