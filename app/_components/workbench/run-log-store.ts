import { z } from 'zod'
import { createDeviceStore } from '#lib/client/device-store.ts'
import type { RunLog } from './run-log.ts'

// apart from `run-log.ts`, which every page with a workbench loads at once: schemas come with the editor

const RunLogSchema = z.object({
  runs: z.number().int(),
  firstAt: z.number().optional(),
  mistake: z.object({ run: z.number().int(), headline: z.string() }).optional(),
  hints: z.number().int(),
  passed: z.boolean(),
  gaveUp: z.boolean(),
}) satisfies z.ZodType<RunLog>

/** What the learner did at each exercise on this device. */
export const runLogStore = createDeviceStore<RunLog>('run-logs', RunLogSchema)
