import { z } from 'zod'
import { ActionSchema, ClockSchema, DraftSchema, StepIdSchema } from '#lib/interview/event.ts'

/** POST /api/interviews */
export const InterviewBody = z.strictObject({
  /** Made by the client: sending the same one again is sending it once. */
  id: z.uuid('must be a UUID').transform((id) => id.toLowerCase()),
  minutes: z.literal([10, 25, 45]),
  /** Slugs of lessons; of no account where the weak spots are asked for. */
  topics: z.array(z.string().max(80)).max(60),
  weak: z.boolean(),
  coding: z.boolean(),
  voice: z.boolean(),
})
export type InterviewBody = z.input<typeof InterviewBody>

export const StartInterviewResponse = z.object({ id: z.string() })
export type StartInterviewResponse = z.infer<typeof StartInterviewResponse>

/** POST /api/interviews/[id]/events */
export const InterviewAction = ActionSchema
export type InterviewAction = z.input<typeof InterviewAction>

/** PUT /api/interviews/[id]/draft */
export const InterviewDraft = DraftSchema
export type InterviewDraft = z.input<typeof InterviewDraft>

/** What is asked, and nothing of what should be answered. */
const Now = z.object({
  step: StepIdSchema,
  /** “You said “beta”. So:”; empty before a new question. */
  lead: z.string(),
  /** HTML. Of the coding round: what is to be written. */
  question: z.string(),
  topic: z.string(),
  depth: z.number().int(),
  /** How many have been asked, with this one. */
  number: z.number().int(),
  /** What a person would give this answer, in milliseconds. */
  budgetMs: z.number(),
})

const TimelineItem = z.object({
  step: StepIdSchema,
  /** HTML. */
  title: z.string(),
  depth: z.number().int(),
  state: z.enum(['done', 'skipped', 'now', 'to-come']),
  /** What it took. */
  ms: z.number().optional(),
})
export type TimelineItem = z.infer<typeof TimelineItem>

/** An interview as its learner may see it before the debrief. */
export const InterviewView = z.object({
  id: z.string(),
  lengthMs: z.number(),
  /** The clock's reading, in milliseconds. */
  clock: ClockSchema,
  voice: z.boolean(),
  /** null when it is over. */
  now: Now.nullable(),
  trail: z.array(TimelineItem),
  /** What was in the answer box. */
  text: z.string(),
  spokenMs: z.number(),
  /** The last answer with the phrases that earned a point; null before there is one. */
  heard: z.object({ text: z.string(), marks: z.array(z.object({ start: z.number(), end: z.number() })) }).nullable(),
})
export type InterviewView = z.infer<typeof InterviewView>

/** Answer to an action. `late`: the interview had moved on from that step, in another tab or before. */
export const ActionAnswer = z.object({ late: z.boolean(), view: InterviewView })
export type ActionAnswer = z.infer<typeof ActionAnswer>

export const DraftKept = z.object({ kept: z.literal(true) })
export type DraftKept = z.infer<typeof DraftKept>
