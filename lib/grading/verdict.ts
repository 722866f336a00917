import { z } from 'zod'

/** Changes whenever the same answer to the same seed could be judged otherwise. */
export const GRADER_VERSION = '5'

/** A number as JSON can carry it. */
export const JsonNumberSchema = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])])
export type JsonNumber = z.infer<typeof JsonNumberSchema>

/** A value as it is displayed: cut to what fits, non-finite numbers by name. A vector is a matrix of one row. */
export const DisplayValueSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('matrix'), rows: z.array(z.array(JsonNumberSchema)), vector: z.boolean() }),
  z.object({ kind: z.literal('mask'), rows: z.array(z.array(z.boolean())), vector: z.boolean() }),
  z.object({ kind: z.literal('number'), value: JsonNumberSchema }),
  z.object({ kind: z.literal('text'), text: z.string() }),
])
export type DisplayValue = z.infer<typeof DisplayValueSchema>

export const CheckSchema = z.object({
  id: z.enum(['worked', 'random', 'special', 'unchanged', 'cost', 'memory']),
  /** As the learner reads it: “Worked example”. */
  name: z.string(),
  passed: z.boolean(),
  /** Empty where passed; else short: “row 0”, “12 of 12”. */
  message: z.string(),
})
export type Check = z.infer<typeof CheckSchema>

/** Counted from 1, in the learner's source. */
export const SourcePositionSchema = z.object({ line: z.number().int(), column: z.number().int() })

/** Why code could not be judged by its results. */
export const ProblemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('compile'), message: z.string(), place: SourcePositionSchema.optional() }),
  /** The function or class that the exercise asks for is not there. */
  z.object({ kind: z.literal('missing'), message: z.string() }),
  z.object({
    kind: z.literal('threw'),
    error: z.string(),
    message: z.string(),
    place: SourcePositionSchema.optional(),
    input: z.string(),
  }),
  /** The step budget ran out in the loop (or recursion) that starts at `line`. */
  z.object({
    kind: z.literal('endless'),
    line: z.number().int(),
    recursion: z.boolean(),
    /** What ran out of steps. Absent in verdicts of grader 2 and older. */
    subject: z.enum(['loop', 'function', 'recursion']).optional(),
    steps: z.number(),
    input: z.string(),
  }),
  /** The deadline passed inside a built-in (a regular expression, a huge sort), or between counted steps. */
  z.object({ kind: z.literal('deadline'), seconds: z.number(), input: z.string() }),
  z.object({ kind: z.literal('memory'), megabytes: z.number(), input: z.string() }),
])
export type Problem = z.infer<typeof ProblemSchema>

export const DiagnosisSchema = z.object({ id: z.string(), headline: z.string(), say: z.string() })

/** One step of the computation: the learner's and the reference's. `yours` is absent if nothing was traced. */
export const DisplayStepSchema = z.object({
  name: z.string(),
  how: z.string(),
  scale: z.enum(['weights', 'signed']),
  yours: z.array(z.array(JsonNumberSchema)).optional(),
  expected: z.array(z.array(JsonNumberSchema)),
  /** Cells of `yours` that differ, row by row: 1 where wrong. */
  wrong: z.array(z.array(z.boolean())).optional(),
  /** The learner's line that made it. */
  line: z.number().int().optional(),
})
export type DisplayStep = z.infer<typeof DisplayStepSchema>

/** A call of a class exercise's script, as a line of code with what it gave. */
export const DisplayCallSchema = z.object({
  code: z.string(),
  yours: DisplayValueSchema.optional(),
  expected: DisplayValueSchema.optional(),
  wrong: z.boolean(),
})

export const CounterexampleSchema = z.object({
  label: z.string(),
  group: z.enum(['worked', 'random', 'special']),
  /** “3 tokens, width 1” */
  size: z.string(),
  inputs: z.array(z.object({ name: z.string(), value: DisplayValueSchema })),
  calls: z.array(DisplayCallSchema),
  yours: DisplayValueSchema.optional(),
  expected: DisplayValueSchema.optional(),
  /** scores → masked → weights → output, where the exercise has such steps; the output is the last one. */
  steps: z.array(DisplayStepSchema),
  /** The first wrong cell, in the order of the steps, then rows, then columns. */
  first: z
    .object({
      step: z.string(),
      row: z.number().int(),
      column: z.number().int(),
      yours: JsonNumberSchema,
      expected: JsonNumberSchema,
    })
    .optional(),
})
export type Counterexample = z.infer<typeof CounterexampleSchema>

export const CostSchema = z.object({
  graded: z.boolean(),
  passed: z.boolean(),
  sizes: z.array(z.number().int()),
  work: z.array(z.number()),
  /** The largest log(W₂/W₁) / log(n₂/n₁) of neighboring sizes. */
  exponent: z.number(),
  maxExponent: z.number().optional(),
  /** The most work that passes, at each size. */
  maxWork: z.array(z.number()).optional(),
  subject: z.string(),
  size: z.string(),
  target: z.string(),
})
export type Cost = z.infer<typeof CostSchema>

export const MemoryUsageSchema = z.object({
  passed: z.boolean(),
  sizes: z.array(z.number().int()),
  /** The most array elements alive at once, at each size. */
  elements: z.array(z.number()),
  /** The peak of bytes alive at once, at each size. Absent in verdicts of grader 2 and older. */
  bytes: z.array(z.number()).optional(),
  /** The most bytes that pass, at each size. */
  maxBytes: z.array(z.number()).optional(),
  /** The unit in which the exponent was computed. */
  unit: z.enum(['elements', 'bytes']).optional(),
  /** Of growth between the two largest sizes. */
  exponent: z.number(),
  maxExponent: z.number(),
  /** At the largest size. */
  maxElements: z.number().optional(),
  subject: z.string(),
  size: z.string(),
  target: z.string(),
  /** Of an answer that passes and could hold less. */
  remark: z.string().optional(),
})
export type MemoryUsage = z.infer<typeof MemoryUsageSchema>

export const OUTCOMES = ['passed', 'failed', 'did-not-run', 'not-graded'] as const
export type VerdictOutcome = (typeof OUTCOMES)[number]

/** What the grader says of a submission. The same in the browser and on the server for the same seed. */
export const VerdictSchema = z.object({
  outcome: z.enum(OUTCOMES),
  exercise: z.string(),
  seed: z.number().int(),
  grader: z.string(),
  headline: z.string(),
  checks: z.array(CheckSchema),
  /** What the outputs are exactly those of; several if they cannot be distinguished, or if two occur together. */
  misconceptions: z.array(DiagnosisSchema),
  /** The most telling difference, in a sentence, where no misconception fits. */
  difference: z.string().optional(),
  /** Names the wrong outputs that no misconception explains, for authors to count; learners are not shown it. */
  unexplained: z.string().optional(),
  problem: ProblemSchema.optional(),
  counterexample: CounterexampleSchema.optional(),
  cost: CostSchema.optional(),
  memory: MemoryUsageSchema.optional(),
  tolerance: z.object({ atol: z.number(), rtol: z.number() }),
  /** How many inputs were tried. */
  inputs: z.object({ worked: z.number().int(), random: z.number().int(), special: z.number().int() }),
  /** Total work: loop passes + function entries. */
  work: z.number(),
})
export type Verdict = z.infer<typeof VerdictSchema>

/** What the browser adds for the one input that is shown. */
export interface Trace {
  /** The variable's name and the line of its assignment in the learner's source. */
  readonly name: string
  readonly line: number
  /** Its values, a row for each time that the line was reached. */
  readonly rows: readonly (readonly JsonNumber[])[]
  readonly scale: 'weights' | 'signed'
  /** Cells that differ from the reference's step, where one fits. */
  readonly wrong?: readonly (readonly boolean[])[]
}
export interface BrowserVerdict extends Verdict {
  readonly traces: readonly Trace[]
  /** What the code printed on the input that is shown. */
  readonly console: { readonly lines: readonly string[]; readonly dropped: number }
  /** From Run to verdict. */
  readonly ms: number
}
