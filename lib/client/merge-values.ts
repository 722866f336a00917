import { z } from 'zod'
import { DraftRecordSchema, joinRecords } from './draft.ts'

/** What this device keeps, by learner: keys are `learner/collection/name`. */
export type Collection = 'drafts' | 'run-logs' | 'attempts' | 'interviews' | 'queue'

const EntriesSchema = z.array(z.looseObject({ id: z.string() }))

/**
 * Joins two values of one collection: of two places on this device, or of a guest and the account that they enter. Of
 * drafts and of what waits to be sent nothing gets lost; otherwise the newer value stays.
 */
export function mergeValues(collection: string, older: unknown, newer: unknown): unknown {
  if (collection === 'queue') {
    const entries = [...(EntriesSchema.safeParse(older).data ?? []), ...(EntriesSchema.safeParse(newer).data ?? [])]
    return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
  }
  if (collection === 'drafts') {
    const [first, second] = [DraftRecordSchema.safeParse(older), DraftRecordSchema.safeParse(newer)]
    if (!first.success) return newer
    return second.success ? joinRecords(first.data, second.data) : older
  }
  return newer
}

/** Which collection a key belongs to. */
export const getCollection = (key: string): string => key.split('/')[1] ?? ''
