import { z } from 'zod'
import { KINDS } from './kind.ts'

const FollowUpSchema = z.object({
  question: z.string(),
  answer: z.string(),
  /** Id of the key point whose absence brings it up. */
  whenMissing: z.string().optional(),
  get followUps() {
    return z.array(FollowUpSchema).optional()
  },
})
export type FollowUp = z.infer<typeof FollowUpSchema>

/** What counts, in words; by which other words it is recognized is the course's to say when an answer comes. */
const KeyPointSchema = z.object({ id: z.string(), point: z.string() })

/** A question of an interview, kept as it stood when the interview began. */
export const QuestionSchema = z.object({
  /** Id of the card. */
  card: z.string(),
  /** Slug of the lesson, and its topic in a few words. */
  lesson: z.string(),
  topic: z.string(),
  kind: z.enum(KINDS),
  question: z.string(),
  modelAnswer: z.string(),
  keyPoints: z.array(KeyPointSchema),
  followUps: z.array(FollowUpSchema),
})
export type Question = z.infer<typeof QuestionSchema>

export const CodingSchema = z.object({
  exercise: z.string(),
  lesson: z.string(),
  topic: z.string(),
  /** The function or class that is asked for. */
  name: z.string(),
  limitMs: z.number(),
})

/** The plan of a mock interview: everything that it depends on, except what the learner does. */
export const PlanSchema = z.object({
  minutes: z.number(),
  /** Whether the topics were the learner's weak spots. */
  weak: z.boolean(),
  voice: z.boolean(),
  seed: z.number(),
  /** Topics in a few words, for the head of the debrief. */
  topics: z.array(z.string()),
  questions: z.array(QuestionSchema).min(1),
  coding: CodingSchema.optional(),
})
export type Plan = z.infer<typeof PlanSchema>

/** A plan as it was stored, by any version: fields of a follow-up once had other names. */
export const StoredPlanSchema = z.preprocess(renameOldFields, PlanSchema)

const OLD_FIELDS: ReadonlyMap<string, string> = new Map([
  ['asksFor', 'whenMissing'],
  ['then', 'followUps'],
])

function renameOldFields(stored: unknown): unknown {
  if (Array.isArray(stored)) return stored.map(renameOldFields)
  if (typeof stored !== 'object' || stored === null) return stored
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [OLD_FIELDS.get(name) ?? name, renameOldFields(value)]),
  )
}

/** A whole interview, in milliseconds. */
export const lengthMs = ({ minutes }: Pick<Plan, 'minutes'>): number => minutes * 60_000

/** What is left for questions when the coding round has its time. */
export const talkMs = (plan: Plan): number => lengthMs(plan) - (plan.coding?.limitMs ?? 0)

/** The share of one question with what follows from it. */
export const slotMs = (plan: Plan): number => talkMs(plan) / plan.questions.length
