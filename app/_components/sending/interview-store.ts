import { z } from 'zod'
import { createDeviceStore } from '#lib/client/device-store.ts'
import { DraftSchema } from '#lib/interview/event.ts'

const StoredInterviewSchema = z.object({ draft: DraftSchema.optional() })
/** What this device keeps of an interview that is under way. */
export type StoredInterview = z.infer<typeof StoredInterviewSchema>

/** The learner's interviews on this device, by id. */
export const interviewStore = createDeviceStore<StoredInterview>('interviews', StoredInterviewSchema)
