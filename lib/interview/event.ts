import { z } from 'zod'

/** `3` is the fourth question, `3.0` its first follow-up, `3.0.1` what follows from that; `coding` the coding round. */
export const StepIdSchema = z.string().regex(/^(coding|\d{1,3}(\.\d{1,2}){0,4})$/, 'must be a step of the interview')

const TickSchema = z.object({
  /** Its place among the step's points. */
  index: z.number().int(),
  /** An exact part of the answer: `text.slice(start, end)`. */
  phrase: z.string(),
  start: z.number().int(),
  end: z.number().int(),
})
export type Tick = z.infer<typeof TickSchema>

/** The clock's reading in milliseconds: how long the interview has been open. */
export const ClockSchema = z.number().int().nonnegative().max(86_400_000)
/** Text as it can be stored: no NUL, and no lone half of a surrogate pair, which a database refuses. Of the same length. */
const TextSchema = z
  .string()
  .max(20_000)
  .transform((text) => toStorableText(text))
const toStorableText = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed()

/** Made by the client: sent twice, it is one. */
const UuidSchema = z.uuid('must be a UUID').transform((id) => id.toLowerCase())

const done = { id: z.string(), step: StepIdSchema, clock: ClockSchema, next: StepIdSchema.nullable() }

export const CodedSchema = z.object({
  passed: z.boolean(),
  confirmed: z.boolean(),
  runs: z.number().int().nonnegative(),
  ms: z.number().int().nonnegative(),
  source: z.string().max(65_536).transform(toStorableText),
  notes: TextSchema,
  checks: z.object({ passed: z.number().int().nonnegative(), all: z.number().int().nonnegative() }),
})
/** What came of the coding round. */
export type CodingRoundResult = z.infer<typeof CodedSchema>

/** What happened in an interview. `next` is what was asked then: null when it was over. */
export const EventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answered'),
    ...done,
    text: TextSchema,
    /** How long the microphone was open, in milliseconds; 0 for an answer in writing. */
    spokenMs: ClockSchema,
    ticks: z.array(TickSchema),
  }),
  z.object({ kind: z.literal('skipped'), ...done, text: TextSchema }),
  z.object({ kind: z.literal('coded'), ...done, coded: CodedSchema }),
  /** The learner ended it before its end; `text` is what was in the answer box. */
  z.object({ kind: z.literal('stopped'), ...done, text: TextSchema, ticks: z.array(TickSchema) }),
  /** The learner's own word on a point counts over the matcher's. */
  z.object({
    kind: z.literal('corrected'),
    id: z.string(),
    step: StepIdSchema,
    point: z.number().int(),
    said: z.boolean(),
  }),
])
export type Event = z.infer<typeof EventSchema>
/** An event that moves the interview on. */
export type DoneEvent = Exclude<Event, { kind: 'corrected' }>

/** What a learner does; the server makes the event of it. */
export const ActionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answered'),
    id: UuidSchema,
    step: StepIdSchema,
    clock: ClockSchema,
    text: TextSchema,
    spokenMs: ClockSchema,
  }),
  z.strictObject({
    kind: z.literal('skipped'),
    id: UuidSchema,
    step: StepIdSchema,
    clock: ClockSchema,
    text: TextSchema,
  }),
  z.strictObject({
    kind: z.literal('coded'),
    id: UuidSchema,
    step: z.literal('coding'),
    clock: ClockSchema,
    coded: CodedSchema,
  }),
  z.strictObject({
    kind: z.literal('stopped'),
    id: UuidSchema,
    step: StepIdSchema,
    clock: ClockSchema,
    text: TextSchema,
  }),
  z.strictObject({
    kind: z.literal('corrected'),
    id: UuidSchema,
    step: StepIdSchema,
    point: z.number().int().nonnegative().max(50),
    said: z.boolean(),
  }),
])
export type Action = z.infer<typeof ActionSchema>

/** The answer that is being written, and the clock: where an interrupted interview continues. */
export const DraftSchema = z.strictObject({
  step: StepIdSchema,
  text: TextSchema,
  spokenMs: ClockSchema,
  clock: ClockSchema,
})
export type Draft = z.infer<typeof DraftSchema>
