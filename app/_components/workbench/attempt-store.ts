import { z } from 'zod'
import { createDeviceStore } from '#lib/client/device-store.ts'

const ResultSchema = z.object({
  /** The last answer passed, by the server's word where it gave one. */
  passed: z.boolean(),
  /** The server has judged it too. */
  confirmed: z.boolean(),
  runs: z.number().int(),
  /** What the round took, in milliseconds; of a pass, up to the run that passed. */
  ms: z.number(),
  /** The answer that was judged last; what is in the editor is kept on this device. Empty when nothing was run. */
  source: z.string(),
  notes: z.string(),
  /** Of the last verdict. */
  checks: z.object({ passed: z.number().int(), all: z.number().int() }),
})
/** What came of a timed round. */
export type TimedResult = z.infer<typeof ResultSchema>

const KeptSchema = z.object({
  /** The clock's reading, in milliseconds. */
  elapsed: z.number(),
  notes: z.string(),
  result: ResultSchema.optional(),
})
/** A timed round as this device keeps it: an interrupted one continues with its clock's reading. */
export type KeptAttempt = z.infer<typeof KeptSchema>

/** The learner's timed rounds on this device. */
export const attemptStore = createDeviceStore<KeptAttempt>('attempts', KeptSchema)
